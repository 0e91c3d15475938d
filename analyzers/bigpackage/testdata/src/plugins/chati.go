package plugins

type Chati0 struct{ n int }

func (x *Chati0) Step() {}

type Chati1 struct{ last *Chati0 }

func (x *Chati1) Step() {}

type Chati2 struct{ last *Chati1 }

func (x *Chati2) Step() {}

type Chati3 struct{ last *Chati2 }

func (x *Chati3) Step() {}

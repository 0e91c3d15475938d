package plugins

type Diskj0 struct{ n int }

func (x *Diskj0) Step() {}

type Diskj1 struct{ last *Diskj0 }

func (x *Diskj1) Step() {}

type Diskj2 struct{ last *Diskj1 }

func (x *Diskj2) Step() {}

type Diskj3 struct{ last *Diskj2 }

func (x *Diskj3) Step() {}

package plugins

type Chatc0 struct{ n int }

func (x *Chatc0) Step() {}

type Chatc1 struct{ last *Chatc0 }

func (x *Chatc1) Step() {}

type Chatc2 struct{ last *Chatc1 }

func (x *Chatc2) Step() {}

type Chatc3 struct{ last *Chatc2 }

func (x *Chatc3) Step() {}

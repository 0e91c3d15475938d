package plugins

type Maile0 struct{ n int }

func (x *Maile0) Step() {}

type Maile1 struct{ last *Maile0 }

func (x *Maile1) Step() {}

type Maile2 struct{ last *Maile1 }

func (x *Maile2) Step() {}

type Maile3 struct{ last *Maile2 }

func (x *Maile3) Step() {}

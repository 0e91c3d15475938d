package plugins

type Mailh0 struct{ n int }

func (x *Mailh0) Step() {}

type Mailh1 struct{ last *Mailh0 }

func (x *Mailh1) Step() {}

type Mailh2 struct{ last *Mailh1 }

func (x *Mailh2) Step() {}

type Mailh3 struct{ last *Mailh2 }

func (x *Mailh3) Step() {}

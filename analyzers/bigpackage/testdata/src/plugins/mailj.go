package plugins

type Mailj0 struct{ n int }

func (x *Mailj0) Step() {}

type Mailj1 struct{ last *Mailj0 }

func (x *Mailj1) Step() {}

type Mailj2 struct{ last *Mailj1 }

func (x *Mailj2) Step() {}

type Mailj3 struct{ last *Mailj2 }

func (x *Mailj3) Step() {}

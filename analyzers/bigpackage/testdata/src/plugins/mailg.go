package plugins

type Mailg0 struct{ n int }

func (x *Mailg0) Step() {}

type Mailg1 struct{ last *Mailg0 }

func (x *Mailg1) Step() {}

type Mailg2 struct{ last *Mailg1 }

func (x *Mailg2) Step() {}

type Mailg3 struct{ last *Mailg2 }

func (x *Mailg3) Step() {}

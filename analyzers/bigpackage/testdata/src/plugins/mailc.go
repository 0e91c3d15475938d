package plugins

type Mailc0 struct{ n int }

func (x *Mailc0) Step() {}

type Mailc1 struct{ last *Mailc0 }

func (x *Mailc1) Step() {}

type Mailc2 struct{ last *Mailc1 }

func (x *Mailc2) Step() {}

type Mailc3 struct{ last *Mailc2 }

func (x *Mailc3) Step() {}

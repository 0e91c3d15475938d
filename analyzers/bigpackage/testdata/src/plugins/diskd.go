package plugins

type Diskd0 struct{ n int }

func (x *Diskd0) Step() {}

type Diskd1 struct{ last *Diskd0 }

func (x *Diskd1) Step() {}

type Diskd2 struct{ last *Diskd1 }

func (x *Diskd2) Step() {}

type Diskd3 struct{ last *Diskd2 }

func (x *Diskd3) Step() {}

package plugins

type Noteg0 struct{ n int }

func (x *Noteg0) Step() {}

type Noteg1 struct{ last *Noteg0 }

func (x *Noteg1) Step() {}

type Noteg2 struct{ last *Noteg1 }

func (x *Noteg2) Step() {}

type Noteg3 struct{ last *Noteg2 }

func (x *Noteg3) Step() {}

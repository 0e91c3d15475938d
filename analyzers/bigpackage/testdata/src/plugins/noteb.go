package plugins

type Noteb0 struct{ n int }

func (x *Noteb0) Step() {}

type Noteb1 struct{ last *Noteb0 }

func (x *Noteb1) Step() {}

type Noteb2 struct{ last *Noteb1 }

func (x *Noteb2) Step() {}

type Noteb3 struct{ last *Noteb2 }

func (x *Noteb3) Step() {}

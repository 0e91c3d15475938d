package plugins

type Notec0 struct{ n int }

func (x *Notec0) Step() {}

type Notec1 struct{ last *Notec0 }

func (x *Notec1) Step() {}

type Notec2 struct{ last *Notec1 }

func (x *Notec2) Step() {}

type Notec3 struct{ last *Notec2 }

func (x *Notec3) Step() {}

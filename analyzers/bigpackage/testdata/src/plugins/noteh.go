package plugins

type Noteh0 struct{ n int }

func (x *Noteh0) Step() {}

type Noteh1 struct{ last *Noteh0 }

func (x *Noteh1) Step() {}

type Noteh2 struct{ last *Noteh1 }

func (x *Noteh2) Step() {}

type Noteh3 struct{ last *Noteh2 }

func (x *Noteh3) Step() {}

package plugins

type Notea0 struct{ n int }

func (x *Notea0) Step() {}

type Notea1 struct{ last *Notea0 }

func (x *Notea1) Step() {}

type Notea2 struct{ last *Notea1 }

func (x *Notea2) Step() {}

type Notea3 struct{ last *Notea2 }

func (x *Notea3) Step() {}

package plugins

type Maili0 struct{ n int }

func (x *Maili0) Step() {}

type Maili1 struct{ last *Maili0 }

func (x *Maili1) Step() {}

type Maili2 struct{ last *Maili1 }

func (x *Maili2) Step() {}

type Maili3 struct{ last *Maili2 }

func (x *Maili3) Step() {}

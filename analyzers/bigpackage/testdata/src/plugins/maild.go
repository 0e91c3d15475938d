package plugins

type Maild0 struct{ n int }

func (x *Maild0) Step() {}

type Maild1 struct{ last *Maild0 }

func (x *Maild1) Step() {}

type Maild2 struct{ last *Maild1 }

func (x *Maild2) Step() {}

type Maild3 struct{ last *Maild2 }

func (x *Maild3) Step() {}

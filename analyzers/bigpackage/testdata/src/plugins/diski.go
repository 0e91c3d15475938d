package plugins

type Diski0 struct{ n int }

func (x *Diski0) Step() {}

type Diski1 struct{ last *Diski0 }

func (x *Diski1) Step() {}

type Diski2 struct{ last *Diski1 }

func (x *Diski2) Step() {}

type Diski3 struct{ last *Diski2 }

func (x *Diski3) Step() {}

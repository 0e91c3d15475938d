package plugins

type Noted0 struct{ n int }

func (x *Noted0) Step() {}

type Noted1 struct{ last *Noted0 }

func (x *Noted1) Step() {}

type Noted2 struct{ last *Noted1 }

func (x *Noted2) Step() {}

type Noted3 struct{ last *Noted2 }

func (x *Noted3) Step() {}

package plugins

type Diska0 struct{ n int }

func (x *Diska0) Step() {}

type Diska1 struct{ last *Diska0 }

func (x *Diska1) Step() {}

type Diska2 struct{ last *Diska1 }

func (x *Diska2) Step() {}

type Diska3 struct{ last *Diska2 }

func (x *Diska3) Step() {}

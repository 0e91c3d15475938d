package plugins

type Maila0 struct{ n int }

func (x *Maila0) Step() {}

type Maila1 struct{ last *Maila0 }

func (x *Maila1) Step() {}

type Maila2 struct{ last *Maila1 }

func (x *Maila2) Step() {}

type Maila3 struct{ last *Maila2 }

func (x *Maila3) Step() {}

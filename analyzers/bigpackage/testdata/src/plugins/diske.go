package plugins

type Diske0 struct{ n int }

func (x *Diske0) Step() {}

type Diske1 struct{ last *Diske0 }

func (x *Diske1) Step() {}

type Diske2 struct{ last *Diske1 }

func (x *Diske2) Step() {}

type Diske3 struct{ last *Diske2 }

func (x *Diske3) Step() {}

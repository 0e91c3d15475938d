package plugins

type Diskc0 struct{ n int }

func (x *Diskc0) Step() {}

type Diskc1 struct{ last *Diskc0 }

func (x *Diskc1) Step() {}

type Diskc2 struct{ last *Diskc1 }

func (x *Diskc2) Step() {}

type Diskc3 struct{ last *Diskc2 }

func (x *Diskc3) Step() {}

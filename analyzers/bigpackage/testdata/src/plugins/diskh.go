package plugins

type Diskh0 struct{ n int }

func (x *Diskh0) Step() {}

type Diskh1 struct{ last *Diskh0 }

func (x *Diskh1) Step() {}

type Diskh2 struct{ last *Diskh1 }

func (x *Diskh2) Step() {}

type Diskh3 struct{ last *Diskh2 }

func (x *Diskh3) Step() {}

package plugins

type Diskb0 struct{ n int }

func (x *Diskb0) Step() {}

type Diskb1 struct{ last *Diskb0 }

func (x *Diskb1) Step() {}

type Diskb2 struct{ last *Diskb1 }

func (x *Diskb2) Step() {}

type Diskb3 struct{ last *Diskb2 }

func (x *Diskb3) Step() {}

package plugins

type Notee0 struct{ n int }

func (x *Notee0) Step() {}

type Notee1 struct{ last *Notee0 }

func (x *Notee1) Step() {}

type Notee2 struct{ last *Notee1 }

func (x *Notee2) Step() {}

type Notee3 struct{ last *Notee2 }

func (x *Notee3) Step() {}

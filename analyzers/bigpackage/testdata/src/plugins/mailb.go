package plugins

type Mailb0 struct{ n int }

func (x *Mailb0) Step() {}

type Mailb1 struct{ last *Mailb0 }

func (x *Mailb1) Step() {}

type Mailb2 struct{ last *Mailb1 }

func (x *Mailb2) Step() {}

type Mailb3 struct{ last *Mailb2 }

func (x *Mailb3) Step() {}

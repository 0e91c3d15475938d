package plugins

type Notef0 struct{ n int }

func (x *Notef0) Step() {}

type Notef1 struct{ last *Notef0 }

func (x *Notef1) Step() {}

type Notef2 struct{ last *Notef1 }

func (x *Notef2) Step() {}

type Notef3 struct{ last *Notef2 }

func (x *Notef3) Step() {}

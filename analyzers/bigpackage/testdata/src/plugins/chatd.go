package plugins

type Chatd0 struct{ n int }

func (x *Chatd0) Step() {}

type Chatd1 struct{ last *Chatd0 }

func (x *Chatd1) Step() {}

type Chatd2 struct{ last *Chatd1 }

func (x *Chatd2) Step() {}

type Chatd3 struct{ last *Chatd2 }

func (x *Chatd3) Step() {}

package plugins

type Chatg0 struct{ n int }

func (x *Chatg0) Step() {}

type Chatg1 struct{ last *Chatg0 }

func (x *Chatg1) Step() {}

type Chatg2 struct{ last *Chatg1 }

func (x *Chatg2) Step() {}

type Chatg3 struct{ last *Chatg2 }

func (x *Chatg3) Step() {}

package plugins

type Chatj0 struct{ n int }

func (x *Chatj0) Step() {}

type Chatj1 struct{ last *Chatj0 }

func (x *Chatj1) Step() {}

type Chatj2 struct{ last *Chatj1 }

func (x *Chatj2) Step() {}

type Chatj3 struct{ last *Chatj2 }

func (x *Chatj3) Step() {}

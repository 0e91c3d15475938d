package plugins

type Chatf0 struct{ n int }

func (x *Chatf0) Step() {}

type Chatf1 struct{ last *Chatf0 }

func (x *Chatf1) Step() {}

type Chatf2 struct{ last *Chatf1 }

func (x *Chatf2) Step() {}

type Chatf3 struct{ last *Chatf2 }

func (x *Chatf3) Step() {}

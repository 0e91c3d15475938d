package plugins

type Chatb0 struct{ n int }

func (x *Chatb0) Step() {}

type Chatb1 struct{ last *Chatb0 }

func (x *Chatb1) Step() {}

type Chatb2 struct{ last *Chatb1 }

func (x *Chatb2) Step() {}

type Chatb3 struct{ last *Chatb2 }

func (x *Chatb3) Step() {}

package plugins

type Chata0 struct{ n int }

func (x *Chata0) Step() {}

type Chata1 struct{ last *Chata0 }

func (x *Chata1) Step() {}

type Chata2 struct{ last *Chata1 }

func (x *Chata2) Step() {}

type Chata3 struct{ last *Chata2 }

func (x *Chata3) Step() {}

package plugins

type Chath0 struct{ n int }

func (x *Chath0) Step() {}

type Chath1 struct{ last *Chath0 }

func (x *Chath1) Step() {}

type Chath2 struct{ last *Chath1 }

func (x *Chath2) Step() {}

type Chath3 struct{ last *Chath2 }

func (x *Chath3) Step() {}

package plugins

type Diskg0 struct{ n int }

func (x *Diskg0) Step() {}

type Diskg1 struct{ last *Diskg0 }

func (x *Diskg1) Step() {}

type Diskg2 struct{ last *Diskg1 }

func (x *Diskg2) Step() {}

type Diskg3 struct{ last *Diskg2 }

func (x *Diskg3) Step() {}

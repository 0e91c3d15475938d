package plugins

type Chate0 struct{ n int }

func (x *Chate0) Step() {}

type Chate1 struct{ last *Chate0 }

func (x *Chate1) Step() {}

type Chate2 struct{ last *Chate1 }

func (x *Chate2) Step() {}

type Chate3 struct{ last *Chate2 }

func (x *Chate3) Step() {}

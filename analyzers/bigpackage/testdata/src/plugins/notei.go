package plugins

type Notei0 struct{ n int }

func (x *Notei0) Step() {}

type Notei1 struct{ last *Notei0 }

func (x *Notei1) Step() {}

type Notei2 struct{ last *Notei1 }

func (x *Notei2) Step() {}

type Notei3 struct{ last *Notei2 }

func (x *Notei3) Step() {}

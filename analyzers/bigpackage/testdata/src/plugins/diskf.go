package plugins

type Diskf0 struct{ n int }

func (x *Diskf0) Step() {}

type Diskf1 struct{ last *Diskf0 }

func (x *Diskf1) Step() {}

type Diskf2 struct{ last *Diskf1 }

func (x *Diskf2) Step() {}

type Diskf3 struct{ last *Diskf2 }

func (x *Diskf3) Step() {}

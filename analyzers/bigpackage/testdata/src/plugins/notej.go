package plugins

type Notej0 struct{ n int }

func (x *Notej0) Step() {}

type Notej1 struct{ last *Notej0 }

func (x *Notej1) Step() {}

type Notej2 struct{ last *Notej1 }

func (x *Notej2) Step() {}

type Notej3 struct{ last *Notej2 }

func (x *Notej3) Step() {}

package plugins

type Mailf0 struct{ n int }

func (x *Mailf0) Step() {}

type Mailf1 struct{ last *Mailf0 }

func (x *Mailf1) Step() {}

type Mailf2 struct{ last *Mailf1 }

func (x *Mailf2) Step() {}

type Mailf3 struct{ last *Mailf2 }

func (x *Mailf3) Step() {}

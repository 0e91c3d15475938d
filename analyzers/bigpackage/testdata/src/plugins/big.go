package plugins

type Big0 struct{ n int }

func (x *Big0) Step() {}

type Big1 struct{ last *Big0 }

func (x *Big1) Step() {}

type Big2 struct{ last *Big1 }

func (x *Big2) Step() {}

type Big3 struct{ last *Big2 }

func (x *Big3) Step() {}

type Big4 struct{ last *Big3 }

func (x *Big4) Step() {}

type Big5 struct{ last *Big4 }

func (x *Big5) Step() {}

type Big6 struct{ last *Big5 }

func (x *Big6) Step() {}

type Big7 struct{ last *Big6 }

func (x *Big7) Step() {}

type Big8 struct{ last *Big7 }

func (x *Big8) Step() {}

type Big9 struct{ last *Big8 }

func (x *Big9) Step() {}

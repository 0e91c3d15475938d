package plugins

type Grand0 struct{ n int }

func (x *Grand0) Step() {}

type Grand1 struct{ last *Grand0 }

func (x *Grand1) Step() {}

type Grand2 struct{ last *Grand1 }

func (x *Grand2) Step() {}

type Grand3 struct{ last *Grand2 }

func (x *Grand3) Step() {}

type Grand4 struct{ last *Grand3 }

func (x *Grand4) Step() {}

type Grand5 struct{ last *Grand4 }

func (x *Grand5) Step() {}

type Grand6 struct{ last *Grand5 }

func (x *Grand6) Step() {}

type Grand7 struct{ last *Grand6 }

func (x *Grand7) Step() {}

type Grand8 struct{ last *Grand7 }

func (x *Grand8) Step() {}

type Grand9 struct{ last *Grand8 }

func (x *Grand9) Step() {}

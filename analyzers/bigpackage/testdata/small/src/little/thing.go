package little // want `package little exports 25 types and functions, more than 24`

type Thing0 struct{ n int }

func (x *Thing0) Step() {}

type Thing1 struct{ last *Thing0 }

func (x *Thing1) Step() {}

type Thing2 struct{ last *Thing1 }

func (x *Thing2) Step() {}

type Thing3 struct{ last *Thing2 }

func (x *Thing3) Step() {}

type Thing4 struct{ last *Thing3 }

func (x *Thing4) Step() {}

type Thing5 struct{ last *Thing4 }

func (x *Thing5) Step() {}

type Thing6 struct{ last *Thing5 }

func (x *Thing6) Step() {}

type Thing7 struct{ last *Thing6 }

func (x *Thing7) Step() {}

type Thing8 struct{ last *Thing7 }

func (x *Thing8) Step() {}

type Thing9 struct{ last *Thing8 }

func (x *Thing9) Step() {}

type Thing10 struct{ last *Thing9 }

func (x *Thing10) Step() {}

type Thing11 struct{ last *Thing10 }

func (x *Thing11) Step() {}

type Thing12 struct{ last *Thing11 }

func (x *Thing12) Step() {}

type Thing13 struct{ last *Thing12 }

func (x *Thing13) Step() {}

type Thing14 struct{ last *Thing13 }

func (x *Thing14) Step() {}

type Thing15 struct{ last *Thing14 }

func (x *Thing15) Step() {}

type Thing16 struct{ last *Thing15 }

func (x *Thing16) Step() {}

type Thing17 struct{ last *Thing16 }

func (x *Thing17) Step() {}

type Thing18 struct{ last *Thing17 }

func (x *Thing18) Step() {}

type Thing19 struct{ last *Thing18 }

func (x *Thing19) Step() {}

type Thing20 struct{ last *Thing19 }

func (x *Thing20) Step() {}

type Thing21 struct{ last *Thing20 }

func (x *Thing21) Step() {}

type Thing22 struct{ last *Thing21 }

func (x *Thing22) Step() {}

type Thing23 struct{ last *Thing22 }

func (x *Thing23) Step() {}

type Thing24 struct{ last *Thing23 }

func (x *Thing24) Step() {}

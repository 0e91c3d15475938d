package shared // want `package shared exports 61 types and functions in 2 separable parts; move the 30 exports of invoice.go \(Invoice0, Invoice1 and 28 more\) to a package of their own`

type Invoice0 struct{ n int }

func (x *Invoice0) Step() {}

type Invoice1 struct{ last *Invoice0 }

func (x *Invoice1) Step() {}

type Invoice2 struct{ last *Invoice1 }

func (x *Invoice2) Step() {}

type Invoice3 struct{ last *Invoice2 }

func (x *Invoice3) Step() {}

type Invoice4 struct{ last *Invoice3 }

func (x *Invoice4) Step() {}

type Invoice5 struct{ last *Invoice4 }

func (x *Invoice5) Step() {}

type Invoice6 struct{ last *Invoice5 }

func (x *Invoice6) Step() {}

type Invoice7 struct{ last *Invoice6 }

func (x *Invoice7) Step() {}

type Invoice8 struct{ last *Invoice7 }

func (x *Invoice8) Step() {}

type Invoice9 struct{ last *Invoice8 }

func (x *Invoice9) Step() {}

type Invoice10 struct{ last *Invoice9 }

func (x *Invoice10) Step() {}

type Invoice11 struct{ last *Invoice10 }

func (x *Invoice11) Step() {}

type Invoice12 struct{ last *Invoice11 }

func (x *Invoice12) Step() {}

type Invoice13 struct{ last *Invoice12 }

func (x *Invoice13) Step() {}

type Invoice14 struct{ last *Invoice13 }

func (x *Invoice14) Step() {}

type Invoice15 struct{ last *Invoice14 }

func (x *Invoice15) Step() {}

type Invoice16 struct{ last *Invoice15 }

func (x *Invoice16) Step() {}

type Invoice17 struct{ last *Invoice16 }

func (x *Invoice17) Step() {}

type Invoice18 struct{ last *Invoice17 }

func (x *Invoice18) Step() {}

type Invoice19 struct{ last *Invoice18 }

func (x *Invoice19) Step() {}

type Invoice20 struct{ last *Invoice19 }

func (x *Invoice20) Step() {}

type Invoice21 struct{ last *Invoice20 }

func (x *Invoice21) Step() {}

type Invoice22 struct{ last *Invoice21 }

func (x *Invoice22) Step() {}

type Invoice23 struct{ last *Invoice22 }

func (x *Invoice23) Step() {}

type Invoice24 struct{ last *Invoice23 }

func (x *Invoice24) Step() {}

type Invoice25 struct{ last *Invoice24 }

func (x *Invoice25) Step() {}

type Invoice26 struct{ last *Invoice25 }

func (x *Invoice26) Step() {}

type Invoice27 struct{ last *Invoice26 }

func (x *Invoice27) Step() {}

type Invoice28 struct{ last *Invoice27 }

func (x *Invoice28) Step() {}

type Invoice29 struct{ last *Invoice28 }

func (x *Invoice29) Step() {}

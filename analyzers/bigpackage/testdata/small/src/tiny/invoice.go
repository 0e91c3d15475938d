package tiny // want `package tiny exports 20 types and functions in 2 separable parts`

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

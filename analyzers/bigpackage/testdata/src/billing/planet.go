package billing

type Planet0 struct{ n int }

func (x *Planet0) Step() {}

type Planet1 struct{ last *Planet0 }

func (x *Planet1) Step() {}

type Planet2 struct{ last *Planet1 }

func (x *Planet2) Step() {}

type Planet3 struct{ last *Planet2 }

func (x *Planet3) Step() {}

type Planet4 struct{ last *Planet3 }

func (x *Planet4) Step() {}

type Planet5 struct{ last *Planet4 }

func (x *Planet5) Step() {}

type Planet6 struct{ last *Planet5 }

func (x *Planet6) Step() {}

type Planet7 struct{ last *Planet6 }

func (x *Planet7) Step() {}

type Planet8 struct{ last *Planet7 }

func (x *Planet8) Step() {}

type Planet9 struct{ last *Planet8 }

func (x *Planet9) Step() {}

type Planet10 struct{ last *Planet9 }

func (x *Planet10) Step() {}

type Planet11 struct{ last *Planet10 }

func (x *Planet11) Step() {}

type Planet12 struct{ last *Planet11 }

func (x *Planet12) Step() {}

type Planet13 struct{ last *Planet12 }

func (x *Planet13) Step() {}

type Planet14 struct{ last *Planet13 }

func (x *Planet14) Step() {}

type Planet15 struct{ last *Planet14 }

func (x *Planet15) Step() {}

type Planet16 struct{ last *Planet15 }

func (x *Planet16) Step() {}

type Planet17 struct{ last *Planet16 }

func (x *Planet17) Step() {}

type Planet18 struct{ last *Planet17 }

func (x *Planet18) Step() {}

type Planet19 struct{ last *Planet18 }

func (x *Planet19) Step() {}

type Planet20 struct{ last *Planet19 }

func (x *Planet20) Step() {}

type Planet21 struct{ last *Planet20 }

func (x *Planet21) Step() {}

type Planet22 struct{ last *Planet21 }

func (x *Planet22) Step() {}

type Planet23 struct{ last *Planet22 }

func (x *Planet23) Step() {}

type Planet24 struct{ last *Planet23 }

func (x *Planet24) Step() {}

type Planet25 struct{ last *Planet24 }

func (x *Planet25) Step() {}

type Planet26 struct{ last *Planet25 }

func (x *Planet26) Step() {}

type Planet27 struct{ last *Planet26 }

func (x *Planet27) Step() {}

type Planet28 struct{ last *Planet27 }

func (x *Planet28) Step() {}

type Planet29 struct{ last *Planet28 }

func (x *Planet29) Step() {}

type Planet30 struct{ last *Planet29 }

func (x *Planet30) Step() {}

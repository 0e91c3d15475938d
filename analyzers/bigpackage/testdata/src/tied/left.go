package tied

type Left0 struct{ n int }

func (x *Left0) Step() {}

type Left1 struct{ last *Left0 }

func (x *Left1) Step() {}

type Left2 struct{ last *Left1 }

func (x *Left2) Step() {}

type Left3 struct{ last *Left2 }

func (x *Left3) Step() {}

type Left4 struct{ last *Left3 }

func (x *Left4) Step() {}

type Left5 struct{ last *Left4 }

func (x *Left5) Step() {}

type Left6 struct{ last *Left5 }

func (x *Left6) Step() {}

type Left7 struct{ last *Left6 }

func (x *Left7) Step() {}

type Left8 struct{ last *Left7 }

func (x *Left8) Step() {}

type Left9 struct{ last *Left8 }

func (x *Left9) Step() {}

type Left10 struct{ last *Left9 }

func (x *Left10) Step() {}

type Left11 struct{ last *Left10 }

func (x *Left11) Step() {}

type Left12 struct{ last *Left11 }

func (x *Left12) Step() {}

type Left13 struct{ last *Left12 }

func (x *Left13) Step() {}

type Left14 struct{ last *Left13 }

func (x *Left14) Step() {}

type Left15 struct{ last *Left14 }

func (x *Left15) Step() {}

type Left16 struct{ last *Left15 }

func (x *Left16) Step() {}

type Left17 struct{ last *Left16 }

func (x *Left17) Step() {}

type Left18 struct{ last *Left17 }

func (x *Left18) Step() {}

type Left19 struct{ last *Left18 }

func (x *Left19) Step() {}

type Left20 struct{ last *Left19 }

func (x *Left20) Step() {}

type Left21 struct{ last *Left20 }

func (x *Left21) Step() {}

type Left22 struct{ last *Left21 }

func (x *Left22) Step() {}

type Left23 struct{ last *Left22 }

func (x *Left23) Step() {}

type Left24 struct{ last *Left23 }

func (x *Left24) Step() {}

type Left25 struct{ last *Left24 }

func (x *Left25) Step() {}

type Left26 struct{ last *Left25 }

func (x *Left26) Step() {}

type Left27 struct{ last *Left26 }

func (x *Left27) Step() {}

type Left28 struct{ last *Left27 }

func (x *Left28) Step() {}

type Left29 struct{ last *Left28 }

func (x *Left29) Step() {}

type Left30 struct{ last *Left29 }

func (x *Left30) Step() {}

type Left31 struct{ last *Left30 }

func (x *Left31) Step() {}

type Left32 struct{ last *Left31 }

func (x *Left32) Step() {}

type Left33 struct{ last *Left32 }

func (x *Left33) Step() {}

type Left34 struct{ last *Left33 }

func (x *Left34) Step() {}

type Left35 struct{ last *Left34 }

func (x *Left35) Step() {}

type Left36 struct{ last *Left35 }

func (x *Left36) Step() {}

type Left37 struct{ last *Left36 }

func (x *Left37) Step() {}

type Left38 struct{ last *Left37 }

func (x *Left38) Step() {}

type Left39 struct{ last *Left38 }

func (x *Left39) Step() {}

type Left40 struct{ last *Left39 }

func (x *Left40) Step() {}

type Left41 struct{ last *Left40 }

func (x *Left41) Step() {}

type Left42 struct{ last *Left41 }

func (x *Left42) Step() {}

type Left43 struct{ last *Left42 }

func (x *Left43) Step() {}

type Left44 struct{ last *Left43 }

func (x *Left44) Step() {}

type Left45 struct{ last *Left44 }

func (x *Left45) Step() {}

type Left46 struct{ last *Left45 }

func (x *Left46) Step() {}

type Left47 struct{ last *Left46 }

func (x *Left47) Step() {}

type Left48 struct{ last *Left47 }

func (x *Left48) Step() {}

type Left49 struct{ last *Left48 }

func (x *Left49) Step() {}

// LeftHub is what the other side needs: a split would make a cycle of imports.
type LeftHub struct{ n int }

func (x *Left0) Other() RightHub { return RightHub{} }

func (x *Left1) Other() RightHub { return RightHub{} }

func (x *Left2) Other() RightHub { return RightHub{} }

func (x *Left3) Other() RightHub { return RightHub{} }

func (x *Left4) Other() RightHub { return RightHub{} }

func (x *Left5) Other() RightHub { return RightHub{} }

func (x *Left6) Other() RightHub { return RightHub{} }

func (x *Left7) Other() RightHub { return RightHub{} }

package tied

type Right0 struct{ n int }

func (x *Right0) Step() {}

type Right1 struct{ last *Right0 }

func (x *Right1) Step() {}

type Right2 struct{ last *Right1 }

func (x *Right2) Step() {}

type Right3 struct{ last *Right2 }

func (x *Right3) Step() {}

type Right4 struct{ last *Right3 }

func (x *Right4) Step() {}

type Right5 struct{ last *Right4 }

func (x *Right5) Step() {}

type Right6 struct{ last *Right5 }

func (x *Right6) Step() {}

type Right7 struct{ last *Right6 }

func (x *Right7) Step() {}

type Right8 struct{ last *Right7 }

func (x *Right8) Step() {}

type Right9 struct{ last *Right8 }

func (x *Right9) Step() {}

type Right10 struct{ last *Right9 }

func (x *Right10) Step() {}

type Right11 struct{ last *Right10 }

func (x *Right11) Step() {}

type Right12 struct{ last *Right11 }

func (x *Right12) Step() {}

type Right13 struct{ last *Right12 }

func (x *Right13) Step() {}

type Right14 struct{ last *Right13 }

func (x *Right14) Step() {}

type Right15 struct{ last *Right14 }

func (x *Right15) Step() {}

type Right16 struct{ last *Right15 }

func (x *Right16) Step() {}

type Right17 struct{ last *Right16 }

func (x *Right17) Step() {}

type Right18 struct{ last *Right17 }

func (x *Right18) Step() {}

type Right19 struct{ last *Right18 }

func (x *Right19) Step() {}

type Right20 struct{ last *Right19 }

func (x *Right20) Step() {}

type Right21 struct{ last *Right20 }

func (x *Right21) Step() {}

type Right22 struct{ last *Right21 }

func (x *Right22) Step() {}

type Right23 struct{ last *Right22 }

func (x *Right23) Step() {}

type Right24 struct{ last *Right23 }

func (x *Right24) Step() {}

type Right25 struct{ last *Right24 }

func (x *Right25) Step() {}

type Right26 struct{ last *Right25 }

func (x *Right26) Step() {}

type Right27 struct{ last *Right26 }

func (x *Right27) Step() {}

type Right28 struct{ last *Right27 }

func (x *Right28) Step() {}

type Right29 struct{ last *Right28 }

func (x *Right29) Step() {}

type Right30 struct{ last *Right29 }

func (x *Right30) Step() {}

type Right31 struct{ last *Right30 }

func (x *Right31) Step() {}

type Right32 struct{ last *Right31 }

func (x *Right32) Step() {}

type Right33 struct{ last *Right32 }

func (x *Right33) Step() {}

type Right34 struct{ last *Right33 }

func (x *Right34) Step() {}

type Right35 struct{ last *Right34 }

func (x *Right35) Step() {}

type Right36 struct{ last *Right35 }

func (x *Right36) Step() {}

type Right37 struct{ last *Right36 }

func (x *Right37) Step() {}

type Right38 struct{ last *Right37 }

func (x *Right38) Step() {}

type Right39 struct{ last *Right38 }

func (x *Right39) Step() {}

type Right40 struct{ last *Right39 }

func (x *Right40) Step() {}

type Right41 struct{ last *Right40 }

func (x *Right41) Step() {}

type Right42 struct{ last *Right41 }

func (x *Right42) Step() {}

type Right43 struct{ last *Right42 }

func (x *Right43) Step() {}

type Right44 struct{ last *Right43 }

func (x *Right44) Step() {}

type Right45 struct{ last *Right44 }

func (x *Right45) Step() {}

type Right46 struct{ last *Right45 }

func (x *Right46) Step() {}

type Right47 struct{ last *Right46 }

func (x *Right47) Step() {}

type Right48 struct{ last *Right47 }

func (x *Right48) Step() {}

type Right49 struct{ last *Right48 }

func (x *Right49) Step() {}

// RightHub is what the other side needs: a split would make a cycle of imports.
type RightHub struct{ n int }

func (x *Right0) Other() LeftHub { return LeftHub{} }

func (x *Right1) Other() LeftHub { return LeftHub{} }

func (x *Right2) Other() LeftHub { return LeftHub{} }

func (x *Right3) Other() LeftHub { return LeftHub{} }

func (x *Right4) Other() LeftHub { return LeftHub{} }

func (x *Right5) Other() LeftHub { return LeftHub{} }

func (x *Right6) Other() LeftHub { return LeftHub{} }

func (x *Right7) Other() LeftHub { return LeftHub{} }

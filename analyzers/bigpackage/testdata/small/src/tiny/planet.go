package tiny

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

package scopes

func bad() int { return 0 }

var _ = bad() // want "bad is called"

// All of a declaration is allowed by its comment.
//
//zahariacheck:allow loud it is right here
func declaration() {
	bad()
	bad()
}

func lines() {
	//zahariacheck:allow loud it is right here
	bad()
	bad() // want "bad is called"

	bad() //zahariacheck:allow loud it is right here
	bad() // want "bad is called"

	//zahariacheck:allow other it is right here
	//zahariacheck:allow loud it is right here
	bad()
}

var (
	//zahariacheck:allow loud it is right here
	one = bad()
	two = bad() // want "bad is called"
)

//zahariacheck:allow loud it is right here
var (
	three = bad()
	four  = bad()
)

type holder struct{ f func() int }

//zahariacheck:allow loud it is right here
var held = holder{
	f: func() int {
		return bad()
	},
}

func refused() {
	bad() /* want "bad is called" */ //zahariacheck:allow loud
	bad() /* want "bad is called" */ //zahariacheck:allow quiet it is right here
	bad() /* want "bad is called" */ // zahariacheck:allow loud it is right here
}

package comments

//zahariacheck:allow vendorlock the vendor's type is the wire format
func VendorDeclaration() {}

func VendorTrailing() {} //zahariacheck:allow vendorlock the vendor's type is the wire format

/* want `allow comment for vendorlock has no reason and is ignored` */ //zahariacheck:allow vendorlock
func VendorWithoutReason() {}

/* want `//zahariacheck:allow names no rule` */ //zahariacheck:allow
func VendorWithoutName() {}

/* want `allow comment names "vendorlok", which is not a rule; write vendorlock` */ //zahariacheck:allow vendorlok the vendor's type is the wire format
func VendorMisspelt() {}

/* want `//zahariacheck:ignore is not a directive` */ //zahariacheck:ignore vendorlock
func VendorVerb() {}

// Good showed a vendor once.
/* want `allow comment for vendorlock suppresses no finding` */ //zahariacheck:allow vendorlock the vendor's type is the wire format
func Good() {
	println() /* want `for vendorlock suppresses no finding` */ //zahariacheck:allow vendorlock the vendor's type is the wire format
}

// A rule that is off has looked at nothing.
//
//zahariacheck:allow sleeping the vendor's type is the wire format
func VendorButUnseen() {} //zahariacheck:allow vendorlock the vendor's type is the wire format

// Behind code a comment does not reach the line below.
func VendorFirst() {} //zahariacheck:allow vendorlock the vendor's type is the wire format
func VendorSecond() {}

// A second comment for what the first already covers.
//
//zahariacheck:allow vendorlock the vendor's type is the wire format
func VendorTwice() {} /* want `for vendorlock suppresses no finding` */ //zahariacheck:allow vendorlock the vendor's type is the wire format

func prompt(
	//zahariacheck:prompt system
	text string,
) {
}

/*
A comment of several lines, behind whose end stands one of ours.
*/ /* want `for vendorlock suppresses no finding` */ //zahariacheck:allow vendorlock the vendor's type is the wire format

// Kept is not a part of a comment.
func Kept() int { return 3 }

/* another */

func Indented() int {
	x := 1
	/* want `for vendorlock suppresses no finding` */ /* kept */ //zahariacheck:allow vendorlock the vendor's type is the wire format
	return x
}

/* want `allow comment names "vendorlock:", which is not a rule; remove the colon` */ //zahariacheck:allow vendorlock: the vendor's type is the wire format
func VendorColon() {}

/* want `allow comment names "secret", which is not a rule; see zahariacheck rules` */ //zahariacheck:allow secret the vendor's type is the wire format
func VendorSecret() {}

/* want `allow comment names "vendorlock,sleeping", which is not one rule; write a comment for each` */ //zahariacheck:allow vendorlock,sleeping the vendor's type is the wire format
func VendorTwo() {}

/* want `allow comment for vendorlock is not read, for the space after //` */ // zahariacheck:allow vendorlock the vendor's type is the wire format
func VendorSpace() {}

// zahariacheck:allow comments take a rule and a reason.
func Talk() {}

/* want `only golangci-lint reads //nolint:zahariacheck` */ //nolint:other,zahariacheck // a reason
func VendorNolint() {}

//nolint:other // zahariacheck is of no concern here
func Other() {}

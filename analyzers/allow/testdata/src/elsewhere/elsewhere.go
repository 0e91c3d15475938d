// Package elsewhere has other files on other platforms: what a comment suppresses there is unknown here.
package elsewhere

//zahariacheck:allow vendorlock the vendor's type is the wire format
func Needed() {}

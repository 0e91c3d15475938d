// Package tested may have the finding where its tests are compiled with it: the comment is not deleted.
package tested

/* want `for vendorlock suppresses no finding` */ //zahariacheck:allow vendorlock the vendor's type is the wire format
func Good() {}

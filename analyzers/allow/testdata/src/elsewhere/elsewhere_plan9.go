package elsewhere

func VendorElsewhere() {}

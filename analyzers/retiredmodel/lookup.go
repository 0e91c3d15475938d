package retiredmodel

// A Retirement is the shut-down of a model by its vendor.
type Retirement struct {
	Vendor    string
	Day       string // as in 2006-01-02; it may lie ahead
	Successor string // that the vendor names, or ""
}

// Lookup tells when the vendor of a model retires it, if that is known. A model in whose place another answers is not retired.
func Lookup(id string) (Retirement, bool) {
	m, ok := retired().find(id)
	return Retirement{m.vendor, m.day, retired().successor(m, retired().asOf)}, ok && !m.routed
}

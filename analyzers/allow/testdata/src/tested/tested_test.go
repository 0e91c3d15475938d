package tested

var _ = Good

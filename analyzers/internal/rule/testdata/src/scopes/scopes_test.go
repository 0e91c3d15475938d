package scopes

var _ = bad()

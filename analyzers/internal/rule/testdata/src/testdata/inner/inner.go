// Package inner is test data of the module it stands in.
package inner

func bad() int { return 0 }

var _ = bad()

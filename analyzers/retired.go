package analyzers

import "github.com/zahariacheck/zahariacheck/analyzers/retiredmodel"

// Retirement tells when the vendor of a model retires it, if that is known; see [retiredmodel.Lookup].
func Retirement(model string) (retiredmodel.Retirement, bool) { return retiredmodel.Lookup(model) }

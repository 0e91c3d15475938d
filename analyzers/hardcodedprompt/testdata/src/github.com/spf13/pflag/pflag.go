// Package pflag has the signatures of the real one.
package pflag

type FlagSet struct{}

func (*FlagSet) StringVarP(p *string, name, shorthand string, value string, usage string) {}

func String(name string, value string, usage string) *string { return &value }

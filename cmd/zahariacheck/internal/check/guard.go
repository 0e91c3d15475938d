package check

import "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"

// A Guard is told what packages are at work, each of which may cost the process: nothing recovers from a stack that overflows.
type Guard interface {
	// Begin says that a stage of the work on a package, by its ID, begins. If there is an error, the stage is left out,
	// and the error is why.
	Begin(pkg, stage string) error
	End(pkg string)
}

// begin tells the guard, if there is one, of a stage, and reports whether it is to be.
func (r *runner) begin(u *unit, stage string) bool {
	if r.options.Guard == nil {
		return true
	}
	err := r.options.Guard.Begin(u.ImportPath, stage)
	if err != nil {
		if stage == isolate.Reading {
			u.bad = err
		}
		r.fail(u.ImportPath, err.Error())
	}
	return err == nil
}

func (r *runner) end(u *unit) {
	if r.options.Guard != nil {
		r.options.Guard.End(u.ImportPath)
	}
}

package check

// A Guard is told what packages are at work, each of which may cost the process: nothing recovers from a stack that overflows.
type Guard interface {
	// Begin says that a stage of the work on a package, by its ID, begins. If there is an error, the stage is left out,
	// and the error is why.
	Begin(pkg, stage string) error
	End(pkg string)
}

// begin tells the guard, if there is one, of a stage of the work on a package. If there is an error, which is among the failures then,
// the stage must be left out.
func (r *runner) begin(p *pkgMeta, stage string) error {
	if r.options.Guard == nil {
		return nil
	}
	err := r.options.Guard.Begin(p.ImportPath, stage)
	if err != nil {
		r.fail(p.ImportPath, err.Error())
	}
	return err
}

func (r *runner) end(p *pkgMeta) {
	if r.options.Guard != nil {
		r.options.Guard.End(p.ImportPath)
	}
}

package check

// A Guard is notified of the packages in progress, each of which may end the process: Go cannot recover from a stack overflow.
type Guard interface {
	// Begin says that a stage of the work on a package, by its ID, begins. If there is an error, the stage is left out,
	// and the error is why.
	Begin(pkg, stage string) error
	End(pkg string)
}

// begin notifies the guard, if there is one, of a stage of the work on a package. On an error, which is recorded as a failure, the
// stage must be left out.
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

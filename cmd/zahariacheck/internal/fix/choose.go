package fix

// choose chooses among the fixes of one package.
func (p *Plan) choose(fixes []int) {
	before := map[string]file{}
	for _, i := range fixes {
		f := p.file(i)
		before[f.name] = *f
	}
	taken, refused := p.allAtOnce(fixes)
	if taken == nil {
		for name, f := range before {
			*p.files[name] = f
		}
		taken, refused = p.oneByOne(fixes)
	}
	for _, i := range taken {
		p.chosen[i] = true
	}
	for _, i := range fixes {
		if err := refused[i]; err != nil {
			p.refuse(i, err)
		}
	}
}

// allAtOnce takes all fixes that do not overlap, or none if they are not right together.
func (p *Plan) allAtOnce(fixes []int) (taken []int, refused map[int]error) {
	refused = map[int]error{}
	touched := map[string]bool{}
	for _, i := range fixes {
		f := p.file(i)
		if err := f.add(p.all[i].Fix.Edits); err != nil {
			refused[i] = err
			continue
		}
		taken = append(taken, i)
		touched[f.name] = true
	}
	for name := range touched {
		if p.files[name].settle(p.sources) != nil {
			return nil, nil
		}
	}
	if p.compile(touched) != nil {
		return nil, nil
	}
	return taken, refused
}

func (p *Plan) oneByOne(fixes []int) (taken []int, refused map[int]error) {
	refused = map[int]error{}
	for _, i := range fixes {
		f := p.file(i)
		before := *f
		err := f.add(p.all[i].Fix.Edits)
		if err == nil {
			err = f.settle(p.sources)
		}
		if err == nil {
			err = p.compile(map[string]bool{f.name: true})
		}
		if err != nil {
			*f, refused[i] = before, err
			continue
		}
		taken = append(taken, i)
	}
	return taken, refused
}

package check

import (
	"context"
	"crypto/sha256"
	"fmt"

	"github.com/rogpeppe/go-internal/cache"
)

// A Summary is stored with a report: what a program computed from the results of Options.Collect. If the report is in the store,
// Collect does not run.
type Summary struct {
	Name string               // tells it from others, and covers all settings that it depends on
	Make func(*Report) []byte // after a run; nil is not kept
	Take func([]byte) bool    // what Make made; it reports whether it could be read
}

// sees reports whether a run needs the code even if its report is stored.
func (o *Options) sees() bool { return o.Store == nil || o.Collect != nil && o.Summary == nil }

// takes reports whether a stored report has everything that the options need.
func (o *Options) takes(k *storedRun) bool { return o.Summary == nil || o.Summary.Take(k.Summary) }

// summary returns the summary to store with a report.
func (o *Options) summary(rep *Report) []byte {
	if o.Summary == nil {
		return nil
	}
	return o.Summary.Make(rep)
}

// Recall returns the data stored under a name, or nil, and the function that stores data there, of which an error is no failure. The
// name stands for code that never changes, such as that of a commit; the folder of the options does not count.
func (s *Store) Recall(ctx context.Context, o Options, name string) (data []byte, remember func([]byte)) {
	if s == nil {
		return nil, func([]byte) {}
	}
	id, err := s.named(ctx, o, name)
	if err != nil {
		return nil, func([]byte) {}
	}
	data, _, err = s.cache.GetBytes(id)
	if err != nil {
		data = nil
	}
	return data, func(data []byte) { _ = s.cache.PutBytes(id, data) }
}

func (s *Store) named(ctx context.Context, o Options, name string) (cache.ActionID, error) {
	target, err := settingOf(ctx, &o)
	if err != nil {
		return cache.ActionID{}, err
	}
	h := sha256.New()
	o.Dir = ""
	s.describe(h, &o)
	fmt.Fprintf(h, "%v %s\x00%s\x00", target.platform, target.version, name)
	return cache.ActionID(h.Sum(nil)), nil
}

package provider

import "errors"

// Store is what others ask for.
type Store interface {
	Get(key string) (string, error)
	Watch(key string) error
	Drop()
}

type Memory struct{ values map[string]string }

var _ Store = (*Memory)(nil)

func (m *Memory) Get(key string) (string, error) { return m.values[key], nil }

// The type cannot leave it out.
func (m *Memory) Watch(key string) error { return errors.New("watch is not implemented") }

func (m *Memory) Drop() { panic("not implemented") } // want `exported Memory.Drop always panics with "not implemented"; return errors.ErrUnsupported or remove it`

// Nobody demands it.
func (m *Memory) Lock(key string) error { return errors.New("lock is not implemented") } // want `exported Memory.Lock always fails with "lock is not implemented"`

type command struct {
	Use    string
	Hidden bool
	Run    func() error
}

var migrate = command{Use: "migrate", Hidden: true, Run: Migrate}

// The command is not shown.
func Migrate() error { return errors.New("migrate is not implemented") }

type commands struct {
	Export Export `cmd:"" hidden:""`
}

type Export struct{}

func (Export) Run() error { return errors.New("export is not implemented") }

// Remote is a stub of the service to come.
type Remote struct{}

func (Remote) Push() error { return errors.New("push is not implemented") }

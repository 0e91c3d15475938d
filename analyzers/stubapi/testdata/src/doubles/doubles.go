package doubles

type MockStore struct{ data []byte }

func (m *MockStore) Load() []byte { return m.data }

func (m *MockStore) Save([]byte) error { return nil }

func (m *MockStore) Drop() { panic("not implemented") }

type NoopTracer struct{}

func (NoopTracer) Trace() { panic("unimplemented") }

// BaseNode is embedded by what has a rule of its own for a match.
type BaseNode struct{}

func (BaseNode) Match(text string) bool { panic("not implemented") }

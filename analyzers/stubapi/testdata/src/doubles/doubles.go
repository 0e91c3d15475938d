package doubles

type MockStore struct{ data []byte }

func (m *MockStore) Load() []byte { return m.data }

func (m *MockStore) Save([]byte) error { return nil }

func (m *MockStore) Drop() { panic("not implemented") }

type NoopTracer struct{}

func (NoopTracer) Trace() { panic("unimplemented") }

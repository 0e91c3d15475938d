package main

type request struct{ system, user, name string }

func newRequest() *request { return &request{} }

func (r *request) System(s string) *request { r.system = s; return r }
func (r *request) User(s string) *request   { r.user = s; return r }
func (r *request) Name(s string) *request   { r.name = s; return r }

func main() {
	help := newRequest().Name("stays a name").System("stays in the help").User("stays in the help too")
	println(help.system, help.user)
	ask := newRequest().System("flows as system").Name("stays a name too").User("flows as user")
	sink(ask.system)
	sink(ask.user)

	b := newRequest()
	b.System("flows by a statement")
	b.Name("stays a third name")
	c := b.User("flows by a chain")
	c.System("flows by the other name")
	sink(b.system)
	sink(b.user)
}

func sink(string) {}

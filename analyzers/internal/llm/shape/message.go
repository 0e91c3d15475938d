package shape

import (
	"go/constant"
	"go/types"
	"strings"
)

// messageMin is how many marks make a message: a role and content, or an enumeration of roles and any text.
const messageMin = 3

// A Message is what is known of a type that may be a chat message.
type Message struct {
	Score   int     // messageMin or more for a message
	Author  Field   // who says it; Type is nil for an interface
	Content []Field // what is said
}

// IsMessage reports whether a struct, a pointer to one or an interface is a chat message.
func (j *Judge) IsMessage(t types.Type) bool { return j.MessageOf(t).Score >= messageMin }

// IsMessages reports whether a type is a list of chat messages.
func (j *Judge) IsMessages(t types.Type) bool {
	e := Elem(t)
	return e != nil && j.IsMessage(e)
}

// MessageOf judges a struct, a pointer to one or an interface.
func (j *Judge) MessageOf(t types.Type) Message { return remembered(&j.messages, t, j.messageOf) }

func (j *Judge) messageOf(t types.Type) Message {
	if i, ok := t.Underlying().(*types.Interface); ok {
		return j.messageInterface(i)
	}
	if !isStruct(t) {
		return Message{}
	}
	var m Message
	fields := Fields(t)
	for _, f := range fields {
		if s := j.authorScore(f); s > m.Score {
			m.Score, m.Author = s, f
		}
	}
	if m.Score == 0 {
		return Message{}
	}
	for _, f := range fields {
		if f != m.Author && isOneOf(f.Name, contents) && holdsText(f.Type, 0) {
			m.Content = append(m.Content, f)
		}
	}
	if len(m.Content) == 0 && m.Score >= messageMin { // one text beside an enumeration of roles, whatever it is called
		for _, f := range fields {
			if f != m.Author && IsText(f.Type) && j.enumeration(f.Type) == nil && !f.isID() && !isOneOf(f.Name, []string{"name", "model", "type", "kind"}) {
				m.Content = append(m.Content, f)
			}
		}
		if len(m.Content) > 1 {
			m.Content = nil
		}
	} else if len(m.Content) > 0 {
		m.Score++
	}
	if len(m.Content) == 0 {
		return Message{}
	}
	if hasToolCalls(fields) {
		m.Score++
	}
	return m
}

// Contents returns the fields of a message, or of a part of one, that hold what is said.
func (j *Judge) Contents(t types.Type) []Field {
	if m := j.MessageOf(t); m.Score >= messageMin {
		return m.Content
	}
	var out []Field
	for _, f := range Fields(t) {
		if isOneOf(f.Name, contents) && holdsText(f.Type, 0) {
			out = append(out, f)
		}
	}
	return out
}

// authorScore says how sure it is that a field says who speaks: 3 for an enumeration of a model's roles, 2 for a role as text.
func (j *Judge) authorScore(f Field) int {
	b, ok := f.Type.Underlying().(*types.Basic)
	if !ok || b.Info()&(types.IsString|types.IsInteger) == 0 {
		return 0
	}
	if roles := j.enumeration(f.Type); roles != nil {
		some, strong := 0, false
		for _, r := range roles {
			if isOneOf(r, authors) {
				some++
			}
			strong = strong || isOneOf(r, strongAuthors)
		}
		if some >= 2 && strong {
			return messageMin
		}
	}
	if b.Info()&types.IsString == 0 {
		return 0
	}
	switch f.Name {
	case "role":
		return 2
	case "author", "speaker", "sender", "from":
		return 1
	}
	return 0
}

// enumeration returns the values of the constants that a named type has in its package, in the form in which words are compared:
// those of strings, and of numbers what the constants are called without the type's name. It returns nil for a type without any.
func (j *Judge) enumeration(t types.Type) []string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	pkg := n.Obj().Pkg()
	if j.enums[pkg] == nil {
		if j.enums == nil {
			j.enums = map[*types.Package]map[*types.TypeName][]string{}
		}
		j.enums[pkg] = enumerations(pkg)
	}
	return j.enums[pkg][n.Obj()]
}

// enumerations lists the values of the constants of a package by their type, where that is declared there too.
func enumerations(pkg *types.Package) map[*types.TypeName][]string {
	out := map[*types.TypeName][]string{}
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok {
			continue
		}
		n, ok := types.Unalias(c.Type()).(*types.Named)
		if !ok || n.Obj().Pkg() != pkg {
			continue
		}
		value := withoutType(plain(name), plain(n.Obj().Name()))
		if c.Val().Kind() == constant.String {
			value = plain(constant.StringVal(c.Val()))
		}
		out[n.Obj()] = append(out[n.Obj()], value)
	}
	return out
}

// withoutType cuts what a constant's name has of the name of its type, before or behind: ChatRoleUser, UserRole.
func withoutType(name, typ string) string {
	for _, word := range []string{typ, "messagerole", "chatrole", "role", "author", "speaker", "kind", "type"} {
		if rest, ok := strings.CutPrefix(name, word); ok {
			return rest
		}
		if rest, ok := strings.CutSuffix(name, word); ok {
			return rest
		}
	}
	return name
}

// holdsText reports whether a type holds text: it is some, may be, or is a list of it or of structs that hold some.
func holdsText(t types.Type, depth int) bool {
	if IsText(t) {
		return true
	}
	if types.IsInterface(t) {
		return true
	}
	if depth >= 2 {
		return false
	}
	if e := Elem(t); e != nil {
		return holdsText(e, depth+1)
	}
	for _, f := range Fields(t) {
		if isOneOf(f.Name, contents) && holdsText(f.Type, depth+1) {
			return true
		}
	}
	return false
}

// messageInterface judges an interface by its methods: one that gives the role, one that gives the content.
func (j *Judge) messageInterface(i *types.Interface) Message {
	var m Message
	content := false
	for n := range i.NumMethods() {
		fn := i.Method(n)
		res := fn.Signature().Results()
		if fn.Signature().Params().Len() > 0 || res.Len() != 1 {
			continue
		}
		name := strings.TrimPrefix(plain(fn.Name()), "get")
		m.Score = max(m.Score, j.authorScore(Field{Name: name, Type: res.At(0).Type()}))
		content = content || isOneOf(name, contents) && holdsText(res.At(0).Type(), 0)
	}
	if m.Score == 0 || !content {
		return Message{}
	}
	m.Score++
	return m
}

package llm

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A chat program's own message in place of the model's, such as a notice that an upload failed, returns as history: it is stored in
// a record of the message and read from there as text of the assistant or of the user. It was not written for a model.

// recordNames are parts of the names of fields that hold the speaker or the time in a record of a message.
var recordNames = []string{"sender", "author", "speaker", "isbot", "isuser", "frombot", "fromuser", "createdat", "timestamp", "sentat", "createtime"}

// findRecords finds the fields of records whose text becomes an assistant message: they hold history. Types with a field Role are
// left to the role stored there.
func (b *builder) findRecords(sinks []sink) {
	b.records = map[string]bool{}
	var starts []flow.Loc
	for _, s := range sinks {
		if s.label == PromptLabel && s.role == "assistant" && s.linked == 0 {
			starts = append(starts, s.loc)
		}
	}
	if len(starts) == 0 {
		return
	}
	b.flow.Follow(flow.Query{
		Starts:  starts,
		Barrier: b.barrier(ModelIDLabel), // the one of PromptLabel needs the records
		Visit: func(at flow.Visit) bool {
			if at.Edge.Field == "" {
				return true
			}
			if x, _ := ssax.FieldOf(at.Edge.Instr); x != nil && isRecord(typex.Deref(x.Type())) {
				b.records[at.Edge.Field] = true
			}
			return true
		},
		Limit: walkLimit,
	})
}

// isRecord reports whether a type is a struct that records a message without a field Role.
func isRecord(t types.Type) bool {
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	record := false
	for f := range st.Fields() {
		name := strings.ToLower(strings.ReplaceAll(f.Name(), "_", ""))
		if name == "role" {
			return false
		}
		record = record || types.TypeString(typex.Deref(f.Type()), nil) == "time.Time"
		for _, part := range recordNames {
			record = record || strings.Contains(name, part)
		}
	}
	return record
}

// readsRecord reports whether an edge leads to the text of such a record, unless its store flags it as text of the user.
func (b *builder) readsRecord(e flow.Edge) bool {
	field := fieldStored(e)
	return field != nil && b.records[flow.FieldKey(field.X.Type(), field.Field)] && !setsUserFlag(field)
}

// setsUserFlag reports whether a flag such as FromUser is set to true in the struct of a field.
func setsUserFlag(f *ssa.FieldAddr) bool {
	for _, use := range flow.Uses(f.X) {
		flag, ok := use.(*ssa.FieldAddr)
		if !ok || !strings.Contains(strings.ToLower(fieldVar(flag).Name()), "user") {
			continue
		}
		for _, v := range flow.StoredValues(flag) {
			if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value) {
				return true
			}
		}
	}
	return false
}

// comesFromElsewhere reports whether a text reaches an assistant message from another function or a field.
func comesFromElsewhere(at flow.Visit, s sink) bool {
	if s.role != "assistant" {
		return false
	}
	for v := &at; v.Prev != nil; v = v.Prev {
		if fromField(v.Edge) || v.Edge.Kind == flow.ArgToParam || v.Edge.Kind == flow.Return || v.Edge.Kind == flow.Heap {
			return true
		}
	}
	return false
}

// statedRole returns the role that a store or a call on the way gives the text, the one nearest to the text, or ""; the sink may be
// the last store.
func (b *builder) statedRole(at flow.Visit, s sink) string {
	for v := &at; v.Prev != nil; v = v.Prev {
		if role := b.roleOfStore(storing(v.Edge)); role != "" {
			return role
		}
		if v.Edge.Kind != flow.ArgToParam {
			continue
		}
		if role := b.roleBeside(v.Edge); role != "" {
			return role
		}
	}
	return b.roleOfStore(s.instr)
}

package growinghistory

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// checkTalks reports lists of messages that a loop carries from turn to turn while somebody types, and that it only appends to.
func checkTalks(pass *rule.Pass, info *llm.Info) {
	for _, c := range info.Calls {
		loops := ssax.Loops(c.Instr.Parent())
		i := slices.IndexFunc(loops, func(l *ssax.Loop) bool { return l.Blocks[c.Instr.Block()] && readsPerson(l) })
		if i < 0 {
			continue
		}
		turns := loops[i]
		for _, list := range c.Messages(info) {
			t := talk{turns: turns, seen: map[ssa.Value]bool{}}
			t.follow(list)
			if t.carried == nil || t.bounded || t.grows == nil {
				continue
			}
			pass.ReportAround(t.grows.Pos(), rule.Finding{
				Message: fmt.Sprintf("the list of messages grows with each turn and is sent whole by %s, so every turn costs more; drop or summarize old messages above a limit", c.Name),
				Trace:   []rule.Step{{Pos: c.Instr.Pos(), Message: "the conversation is sent here"}},
			})
			break
		}
	}
}

// A talk is a list of messages in a loop.
type talk struct {
	turns   *ssax.Loop
	seen    map[ssa.Value]bool
	carried *ssa.Phi  // the list at the head of the loop
	grows   *ssa.Call // the first append
	bounded bool      // something else than an append makes the list, or measures it
}

// follow goes back from a list to what it was in the turn before.
func (t *talk) follow(v ssa.Value) {
	if t.seen[v] {
		return
	}
	t.seen[v] = true
	in, ok := v.(ssa.Instruction)
	if !ok || !t.turns.Blocks[in.Block()] {
		return // what it was before the loop
	}
	for _, use := range flow.Uses(v) {
		if call, ok := use.(*ssa.Call); ok {
			b, builtin := call.Call.Value.(*ssa.Builtin)
			t.bounded = t.bounded || builtin && b.Name() == "len" && isComparedWithLimit(call)
		}
	}
	switch v := v.(type) {
	case *ssa.Phi:
		if v.Block() == t.turns.Head {
			t.carried = v
		}
		for _, e := range v.Edges {
			t.follow(e)
		}
	case *ssa.Call:
		b, ok := v.Call.Value.(*ssa.Builtin)
		if !ok || b.Name() != "append" {
			t.bounded = true
			return
		}
		if t.grows == nil || v.Pos() < t.grows.Pos() {
			t.grows = v
		}
		t.follow(v.Call.Args[0])
	default:
		t.bounded = true
	}
}

// person lists the functions by which programs read what somebody types.
var person = []string{"(*bufio.Scanner).Scan", "(*bufio.Reader).ReadString", "(*bufio.Reader).ReadLine", "fmt.Scan", "fmt.Scanf", "fmt.Scanln"}

// readsPerson reports whether a turn of a loop reads a line that somebody types.
func readsPerson(turns *ssax.Loop) bool {
	for b := range turns.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(*ssa.Call); ok {
				if fn := flow.FuncObject(call.Common()); fn != nil && slices.Contains(person, fn.FullName()) {
					return true
				}
			}
		}
	}
	return false
}

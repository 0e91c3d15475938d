package check

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// Two runs side by side in one process obey their own settings: rules, severities, options, exclusions and rows of a catalogue.
func TestTwoSettings(t *testing.T) {
	dir := write(t, `
-- go.mod --
module example.com/m

go 1.26
-- chat/chat.go --
package chat

import (
	"example.com/m/wire"
	"os"
)

var file *os.File

func init() { file, _ = os.Create("log") }

func Answer() string { return wire.Ask("You are a helpful assistant that answers all questions in one short sentence.") }
-- wire/wire.go --
package wire

func Ask(text string) string { return text }
`)
	strict, loose := analyzers.NewSettings(), analyzers.NewSettings()
	for _, r := range rulesNamed("initeffect", "hardcodedprompt") {
		for _, set := range []*analyzers.Settings{strict, loose} {
			set.Enable(r, true)
		}
		strict.Weigh(r, analyzers.Error)
	}
	if err := strict.AddCatalogue("own.llm", strings.NewReader("sdk own vendor=any class=model\nmodule example.com/m/wire v1.0.0\n\nprompt user $.Ask arg:text\n")); err != nil {
		t.Fatal(err)
	}
	loose.ExclusionReason = func(file, rule string) string {
		if rule == "initeffect" && filepath.Base(file) == "chat.go" {
			return "it is a sample"
		}
		return ""
	}
	var got [2]string
	var runs sync.WaitGroup
	for i, set := range []*analyzers.Settings{strict, loose} {
		runs.Go(func() {
			rep, err := Run(t.Context(), Options{Dir: dir, Patterns: []string{"./..."}, Rules: rulesNamed("initeffect", "hardcodedprompt"), Settings: set})
			if err != nil || len(rep.Failures) > 0 {
				t.Error(err, rep)
				return
			}
			var all []string
			for _, f := range rep.Findings {
				all = append(all, fmt.Sprintf("%s %s", f.Severity, f.Rule))
			}
			slices.Sort(all)
			got[i] = fmt.Sprintf("%s; %d suppressed", strings.Join(all, ", "), len(rep.Suppressed))
		})
	}
	runs.Wait()
	if want := "error hardcodedprompt, error initeffect; 0 suppressed"; got[0] != want {
		t.Errorf("strict: %s, want %s", got[0], want)
	}
	if want := "; 1 suppressed"; got[1] != want {
		t.Errorf("loose: %s, want %s", got[1], want)
	}
}

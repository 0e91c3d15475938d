//go:build unix

package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestActionComment runs the script by which the action comments on a pull request, with programs in the place of zahariacheck and gh.
func TestActionComment(t *testing.T) {
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, step, ok := strings.Cut(string(data), "    - name: Comment what changed for models\n")
	_, run, also := strings.Cut(step, "      run: |\n")
	script, _, last := strings.Cut(run, "    - name: ")
	if !ok || !also || !last {
		t.Fatal("action.yml has no such step")
	}
	const text = "## What changed for the model\n\n- one thing\n"
	for name, test := range map[string]struct{ diff, comments, want string }{
		"a first comment":       {text, "", "--silent issues/7/comments -F body=@surface.md"},
		"the same comment":      {text, "41\n42\n", "--silent -X PATCH comments/41 -F body=@surface.md"},
		"nothing, no comment":   {"## What changed for the model\n\nNothing.\n", "", ""},
		"nothing, an older one": {"## What changed for the model\n\nNothing.\n", "41\n", "--silent -X PATCH comments/41 -F body=@surface.md"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, text := range map[string]string{
				"diff.md":      test.diff,
				"comments":     test.comments,
				"zahariacheck": "#!/bin/sh\necho \"$@\" > \"$RUNNER_TEMP/asked\"\ncat \"$RUNNER_TEMP/diff.md\"\n",
				"gh":           "#!/bin/sh\ncase \"$*\" in *--paginate*) cat \"$RUNNER_TEMP/comments\";; *) shift; echo \"$@\" > \"$RUNNER_TEMP/sent\";; esac\n",
			} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command("bash", "-eo", "pipefail", "-c", script)
			cmd.Env = append(os.Environ(), "RUNNER_TEMP="+dir, "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"),
				"AGAINST=origin/main", "COMMENTS=issues/7/comments", "COMMENT=comments")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			asked, err := os.ReadFile(filepath.Join(dir, "asked"))
			if err != nil || string(asked) != "surface diff -against origin/main -format md\n" {
				t.Errorf("asked %q, %v", asked, err)
			}
			sent, _ := os.ReadFile(filepath.Join(dir, "sent")) // nothing may be sent
			if got := strings.TrimSpace(strings.ReplaceAll(string(sent), dir+"/", "")); got != test.want {
				t.Errorf("sent %q, want %q", got, test.want)
			}
		})
	}
}

package browser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// attack is code of a string that would run, lead away, hide or break out, if a report let it.
const attack = "</script><script>pwned=1</script></style><style>body{display:none}</style>\"'><img src=http://example.invalid/x onerror=pwned=1>" +
	"<svg onload=pwned=1><a href=javascript:pwned=1>x</a><base href=//example.invalid/><meta http-equiv=refresh content=0;url=//example.invalid/>" +
	"{{.}}${pwned=1}<!-- ]]>&lt;\x1b]8;;javascript:pwned=1\x07x\x1b]8;;\x07\x1b[2J\u202egnp.\u2066\u2028"

// write writes a module whose every name and text is hostile.
func write(t *testing.T, dir string) {
	t.Helper()
	huge := "W" + strings.Repeat("w", 3000)
	prompt := "You are a helpful assistant " + attack
	for name, text := range map[string]string{
		"go.mod":                         "module example.com/hostile\n\ngo 1.24\n",
		".zahariacheck.yml":              "rules: {stubapi: error}\n",
		"a\"b'<script>&.go":              "package p\n\nimport \"os\"\n\n// javascript:pwned=1 " + attack + "\nfunc init() { os.Remove(`" + attack + "`) }\n",
		"huge.go":                        fmt.Sprintf("package p\n\nimport \"os\"\n\nfunc init() { os.Remove(%q) }\n\n// %s does it.\nfunc %s() { panic(\"not implemented\") }\n", huge, huge, huge),
		strings.Repeat("w", 200) + ".go": "package p\n\nimport \"os\"\n\nfunc init() { os.Remove(`" + strings.Repeat("\t", 500) + "请" + strings.Repeat("你", 500) + "`) }\n",
		"client.go":                      "package p\n\n" + client + "\nconst prompt = " + fmt.Sprintf("`%s`", prompt) + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// client posts a prompt, by which it is known to call a model.
const client = `import (
	"bytes"
	"encoding/json"
	"net/http"
)

type message struct {
	Role    string ` + "`json:\"role\"`" + `
	Content string ` + "`json:\"content\"`" + `
}

type request struct {
	Model    string    ` + "`json:\"model\"`" + `
	Messages []message ` + "`json:\"messages\"`" + `
}

func Ask(c *http.Client, model, question string) (*http.Response, error) {
	body, err := json.Marshal(request{model, []message{{"system", prompt}, {"user", question}}})
	if err != nil {
		return nil, err
	}
	return c.Post("https://api.example.com/v1/chat/completions", "application/json", bytes.NewReader(body))
}
`

// report checks a module and returns the file that its report is in.
func report(t *testing.T, dir string) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "zahariacheck.exe")
	if out, err := exec.Command("go", "build", "-C", "../..", "-o", tool, "./cmd/zahariacheck").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	cmd := exec.Command(tool, "-preview", "-format=html", "./...")
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), "GOWORK=off"), os.Stderr
	out, err := cmd.Output()
	if exit := new(exec.ExitError); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, out, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// A visit is a page in a browser, with all that went on in it and should not.
type visit struct {
	ctx   context.Context
	mu    sync.Mutex
	wrong []string
}

func (v *visit) note(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.wrong = append(v.wrong, fmt.Sprintf(format, args...))
}

func open(t *testing.T, file string) *visit {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox)
	for _, off := range []string{"disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(off, true))
	}
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	v := &visit{ctx: ctx}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if e.Request.URL != address {
				v.note("request of %s", e.Request.URL)
			}
		case *page.EventFrameNavigated:
			if e.Frame.URL != address {
				v.note("left for %s", e.Frame.URL)
			}
		case *page.EventJavascriptDialogOpening:
			v.note("dialog %q", e.Message)
		case *runtime.EventExceptionThrown:
			v.note("exception %v", e.ExceptionDetails)
		case *log.EventEntryAdded: // what the policy forbids is said here
			v.note("%s: %s", e.Entry.Level, e.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(t, v, network.Enable, network.EnableParams{})
	call(t, v, log.Enable, cdp.Empty{})
	v.run(t, chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#filters")))
	return v
}

func (v *visit) run(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(v.ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// call sends a command to the browser.
func call[P, R any](t *testing.T, v *visit, cmd cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(v.ctx, cmd, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// eval runs a script from outside, which the policy of the page does not block.
func eval[T any](t *testing.T, v *visit, script string) T {
	t.Helper()
	value, err := chromedp.Run(v.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

const shown = `[...document.querySelectorAll(".finding")].filter(e => e.checkVisibility()).length`

func TestReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), `x" onload='pwned=1'><b>`)
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, dir)
	v := open(t, report(t, dir))
	all := eval[int](t, v, shown)
	if all < 5 {
		t.Fatalf("%d findings: too few to prove anything", all)
	}
	v.run(t, chromedp.Click(chromedp.CSS("#unfold")))

	t.Run("layout", func(t *testing.T) {
		for _, width := range []int64{320, 390, 768, 1280} {
			v.run(t, chromedp.EmulateViewport(width, 844))
			if got := eval[int64](t, v, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("the document is %d pixels wide in a window of %d", got, width)
			}
		}
	})

	t.Run("filter", func(t *testing.T) {
		for _, c := range []struct {
			search string
			want   func(n int) bool
		}{
			{"no such words", func(n int) bool { return n == 0 }},
			{"hardcodedprompt", func(n int) bool { return n == 1 }},
			{"OS.Remove init", func(n int) bool { return n > 0 && n < all }},
			{"", func(n int) bool { return n == all }},
		} {
			eval[bool](t, v, fmt.Sprintf(`{ const at = document.getElementById("search"); at.value = %q; at.dispatchEvent(new Event("input")) }`, c.search))
			n, nothing := eval[int](t, v, shown), eval[bool](t, v, `document.getElementById("nothing").checkVisibility()`)
			if !c.want(n) || nothing != (n == 0) {
				t.Errorf("%q: %d of %d are shown; said to be none: %t", c.search, n, all, nothing)
			}
		}
	})

	t.Run("order", func(t *testing.T) {
		set := func(value string) []string {
			eval[bool](t, v, fmt.Sprintf(`{ const at = document.getElementById("order"); at.value = %q; at.dispatchEvent(new Event("change")) }`, value))
			return strings.Fields(eval[string](t, v, `[...document.querySelectorAll(".finding")].map(e => e.dataset.severity).join(" ")`))
		}
		before := set("")
		severe := set("severity")
		if len(severe) != all || severe[0] != "error" {
			t.Errorf("of %v, %v comes first", before, severe)
		}
		if after := set(""); strings.Join(after, " ") != strings.Join(before, " ") {
			t.Errorf("the order was %v and is %v", before, after)
		}
	})

	t.Run("reads", func(t *testing.T) {
		v.run(t, chromedp.EmulateViewport(390, 844))
		if text := eval[string](t, v, `document.querySelector("#reads .prose").innerText`); !strings.Contains(text, "You are a helpful assistant </script>") {
			t.Errorf("the prompt is shown as %q", text)
		}
		if n := eval[int](t, v, `[...document.querySelectorAll("nav a, a.chip, .files a")].filter(a => !document.querySelector(a.getAttribute("href"))).length`); n != 0 {
			t.Errorf("%d links lead nowhere", n)
		}
		if n := eval[int](t, v, `[...document.querySelectorAll(".row > .n")].filter(e => e.getClientRects().length !== 1 || e.offsetHeight > 32).length`); n != 0 {
			t.Errorf("%d counts break into lines", n)
		}
	})

	t.Run("trace", func(t *testing.T) {
		next := chromedp.Click(chromedp.CSS(".trace:has(li + li) .next"))
		v.run(t, next, next)
		if at := eval[int](t, v, `[...document.querySelector(".trace:has(li + li) ol").children].findIndex(e => e.ariaCurrent === "step")`); at != 1 {
			t.Errorf("two steps lead to step %d", at+1)
		}
	})

	t.Run("paper", func(t *testing.T) {
		v.run(t, chromedp.Click(chromedp.CSS("#unfold"))) // which folds all again
		call(t, v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		if eval[bool](t, v, `document.getElementById("filters").checkVisibility()`) {
			t.Error("the filters are printed")
		}
		pdf := call(t, v, page.PrintToPDF, page.PrintToPDFParams{}).Data
		call(t, v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
		if !strings.HasPrefix(string(pdf), "%PDF") {
			t.Error("it does not print")
		}
		if eval[int](t, v, `document.querySelectorAll("details[open]").length`) != 0 {
			t.Error("what was folded before printing is not folded after it")
		}
	})

	t.Run("safety", func(t *testing.T) {
		if eval[bool](t, v, `typeof pwned !== "undefined"`) {
			t.Error("a script of the code under check ran")
		}
		if n := eval[int](t, v, `document.querySelectorAll("img, base, iframe, script ~ script, style ~ style, svg[onload], [style]").length`); n != 0 {
			t.Errorf("%d elements stem from the code under check", n)
		}
		if n := eval[int](t, v, `[...document.links].filter(a => a.protocol !== "https:" && !a.getAttribute("href").startsWith("#")).length`); n != 0 {
			t.Errorf("%d links lead elsewhere", n)
		}
		if bad := eval[string](t, v, `(document.documentElement.textContent.match(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2028]/) || [""])[0]`); bad != "" {
			t.Errorf("%q is shown as it is", bad)
		}
		v.mu.Lock()
		defer v.mu.Unlock()
		for _, wrong := range v.wrong {
			t.Error(wrong)
		}
	})
}

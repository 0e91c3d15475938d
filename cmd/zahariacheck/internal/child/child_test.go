package child

import (
	"bufio"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// parent in the environment makes the test binary start a child that never ends, print its process ID, and wait.
const parent = "ZAHARIACHECK_TEST_PARENT"

func TestMain(m *testing.M) {
	if os.Getenv(parent) == "" {
		os.Exit(m.Run())
	}
	cmd := Command(context.Background(), "sleep", "600")
	if err := cmd.Start(); err != nil {
		panic(err)
	}
	os.Stdout.WriteString(strconv.Itoa(cmd.Process.Pid) + "\n")
	cmd.Wait()
}

func TestReadsNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no cat")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close() // after cat has ended, or the test hangs
	old := os.Stdin
	os.Stdin = r
	defer func() { os.Stdin = old }()
	if out, err := Command(t.Context(), "cat").Output(); err != nil || len(out) > 0 {
		t.Errorf("read %q, error %v", out, err)
	}
}

// A group ends as a whole: the output of what the shell started ends too, which takes no more than the context's end.
func TestEndsWithWhatItStarted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no process groups")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cmd := Command(ctx, "sh", "-c", "sleep 600 & echo started; wait")
	cmd.WaitDelay = 0 // wait for all that hold the output
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	in := bufio.NewReader(r)
	if line, err := in.ReadString('\n'); line != "started\n" {
		t.Fatalf("read %q, error %v", line, err)
	}
	cancel()
	if rest, err := io.ReadAll(in); err != nil || len(rest) > 0 { // hangs for as long as the sleep lives
		t.Errorf("read %q, error %v", rest, err)
	}
	if err := cmd.Wait(); err == nil {
		t.Error("ended well")
	}
}

func TestDiesWithUs(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other kernels do not tell a child that its parent died")
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), parent+"=1")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	pid := strings.TrimSpace(line)
	cmd.Process.Kill()
	cmd.Wait()
	for alive(pid) { // until the test's time is up
		runtime.Gosched()
	}
}

func alive(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	return err == nil && !strings.Contains(string(stat), ") Z ")
}

// TestNothingElseStartsPrograms demands that this package is the only one, outside tests, that can.
func TestNothingElseStartsPrograms(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..")
	starters := map[string]bool{"StartProcess": true, "Exec": true, "ForkExec": true}
	parsed := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git"):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || filepath.Base(filepath.Dir(name)) == "child":
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed++
		for _, spec := range f.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); path == "os/exec" || strings.HasSuffix(path, "internal/execabs") {
				t.Errorf("%s imports %s: start programs with the package child", name, path)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && starters[sel.Sel.Name] {
				if pkg, ok := sel.X.(*ast.Ident); ok && (pkg.Name == "os" || pkg.Name == "syscall" || pkg.Name == "unix") {
					t.Errorf("%s calls %s.%s: start programs with the package child", name, pkg.Name, sel.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || parsed < 50 {
		t.Errorf("parsed %d files, error %v", parsed, err)
	}
}

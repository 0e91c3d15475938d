package library

import (
	"log"
	"net/http"
	"os"
	"regexp"
	"text/template"
)

var (
	word     = regexp.MustCompile(`\w+`)
	page     *template.Template
	handlers = map[string]func(){}
	client   http.Client
)

func init() {
	data, err := load("prompt.tmpl")
	if err != nil {
		log.Fatalf("no prompt: %v", err) // want `init of package library ends the process \(log.Fatalf\), a side effect of importing it; move this to a function that returns an error`
	}
	page = template.Must(template.New("page").Parse(string(data)))
}

func load(name string) ([]byte, error) { return os.ReadFile(name) }

func init() { // want `init of package library does I/O \(os.ReadFile\)`
	fetch := func() { load("models.json") }
	fetch()
}

func init() { // want `does I/O \(net/http.Client.Get\)`
	if os.Getenv("ENDPOINT") != "" {
		client.Get(os.Getenv("ENDPOINT"))
	}
}

func init() { // want `starts a goroutine`
	defer func() { go watch() }()
}

func watch() {}

// Registration, tables and regular expressions are what init is for. What is only registered runs later.
func init() {
	handlers["load"] = func() { load("late") }
	handlers["exit"] = exit
	if os.Getenv("HOME") == "" || !word.MatchString("a") {
		panic("no words")
	}
	if debug {
		os.Create("trace")
	}
	os.ReadFile("/proc/self/cgroup")
	h := http.Header{}
	_ = h.Get("Accept")
}

const debug = false

func exit() { os.Exit(1) }

func init() { //zahariacheck:allow initeffect the keyring must be open before any test runs
	os.Remove("lock")
}

package compiling

import (
	"database/sql"
	"regexp"
	"strings"
	"text/template"
	"time"
)

const text = "{{.}}"

func Words(lines []string) (n int) {
	for _, line := range lines {
		word := regexp.MustCompile(`\w+`) // want `regexp.MustCompile compiles the same text on every turn of the loop; do it once, before the loop — .*On the CPU Shift`
		n += len(word.FindAllString(line, -1))
	}
	return n
}

func Find(lines []string, name string) string {
	for _, line := range lines {
		if line == "" {
			continue
		}
		if strings.HasPrefix(line, "a") {
			re, err := regexp.Compile("^" + strings.ToLower(name)) // on few turns, perhaps
			if err == nil && re.MatchString(line) {
				return line
			}
		}
	}
	return ""
}

func Render(items []string, data any) {
	for range items {
		t := template.Must(template.New("x").Funcs(template.FuncMap{}).Parse(text)) // want `template.New\("x"\).Funcs\(template.FuncMap{}\).Parse compiles`
		t.Execute(nil, data)
	}
}

func Connect(dsn string, queries []string) {
	for _, q := range queries {
		db, err := sql.Open("postgres", dsn) // want `sql.Open builds the same client, with connections of its own, on every turn .*On the MapReduce Bottleneck`
		if err == nil {
			db.Exec(q)
		}
	}
}

// Twice has no fix: both would be moved to the same place.
func Twice(lines []string) (n int) {
	for _, line := range lines {
		re := regexp.MustCompile("a") // want `regexp.MustCompile compiles`
		n += len(re.FindAllString(line, -1))
	}
	for _, line := range lines {
		re := regexp.MustCompile("b") // want `regexp.MustCompile compiles`
		n += len(re.FindAllString(line, -1))
	}
	return n
}

// Silent holds what differs from turn to turn, or runs once.
func Silent(patterns, lines []string, t *template.Template) {
	for _, p := range patterns {
		regexp.MustCompile(p)
	}
	var re *regexp.Regexp
	suffix := ""
	for _, line := range lines {
		if re == nil {
			re = regexp.MustCompile("lazy")
		}
		suffix += "x"
		regexp.MustCompile(suffix)
		t.Parse(text)
		func() { regexp.MustCompile("later") }()
		if line == "stop" {
			regexp.MustCompile("once")
			break
		}
	}
	for {
		time.Sleep(time.Second)
		if regexp.MustCompile("poll").MatchString(lines[0]) {
			return
		}
	}
}

func First(lines []string) bool {
	for range lines {
		return regexp.MustCompile("once").MatchString("once")
	}
	for range lines {
		regexp.MustCompile("once")
		panic("done")
	}
	return false
}

// Options reads each key once, so that each case runs once.
func Options(options map[string]string) (ok bool) {
	for key, value := range options {
		switch strings.ToLower(key) {
		case "hash":
			re := regexp.MustCompile("^[a-f0-9]{64}$")
			ok = re.MatchString(value)
		}
	}
	return ok
}

// Kept goes on to use what it compiled.
func Kept(lines []string) (last *regexp.Regexp) {
	for _, line := range lines {
		word := regexp.MustCompile("a+") // want `regexp.MustCompile compiles`
		last = word
		last.FindString(line)
	}
	return last
}

// Leftmost changes what it compiled, or lets others do so.
func Leftmost(lines []string, use func(any)) {
	for _, line := range lines {
		longest := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		longest.FindString(line)
		longest.Longest()
	}
	for _, line := range lines {
		method := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		change := method.Longest
		method.FindString(line)
		change()
	}
	for _, line := range lines {
		decoded := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		decoded.FindString(line)
		decoded.UnmarshalText([]byte("b"))
	}
	for _, line := range lines {
		pointed := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		(*pointed).FindString(line)
		(*regexp.Regexp).Longest(pointed)
	}
	for _, line := range lines {
		handed := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		handed.FindString(line)
		use(handed)
	}
	for _, line := range lines {
		closed := regexp.MustCompile("a(|b)") // want `regexp.MustCompile compiles`
		closed.FindString(line)
		defer func() { closed.Longest() }()
	}
}

// Nested is done once for both loops, with what is said of it.
func Nested(pages [][]string) (n int) {
	// All pages.
	for _, lines := range pages {
		for _, line := range lines {
			// A word is a word.
			nested := regexp.MustCompile(`\w+`) // want `regexp.MustCompile compiles`
			n += len(nested.FindAllString(line, -1))
		}
	}
	return n
}

// OneLine has no line to move.
func OneLine(lines []string) {
	for range lines { oneLine := regexp.MustCompile("a"); oneLine.MatchString("a") } // want `regexp.MustCompile compiles`
}

// Jump has a goto, which may not jump over the variable.
func Jump(lines []string) {
	if len(lines) == 1 {
		goto end
	}
	for _, line := range lines {
		jump := regexp.MustCompile("a") // want `regexp.MustCompile compiles`
		jump.MatchString(line)
	}
end:
}

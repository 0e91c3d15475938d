package rewrite

import (
	"strings"
	"testing"
)

// replace is an edit that replaces one text in a file, which is there once.
func replace(t *testing.T, file, from, to string) Edit {
	t.Helper()
	at := strings.Index(file, from)
	if at < 0 || strings.Count(file, from) > 1 {
		t.Fatalf("%q is not once in %q", from, file)
	}
	return Edit{at, at + len(from), to}
}

const clean = `package a

/*
Note.
*/ // behind

// F does it.
func F() int { return 1 }

type T struct {
	A string // first
	B string ` + "`json:\"b\"`" + ` // second
}

func G(x int) int {
	// Twice.
	for i := range 2 {
		x += i
	}
	return x
}
`

func TestMake(t *testing.T) {
	for name, c := range map[string]struct{ file, from, to, want, wrong string }{
		"body":                  {clean, "return 1", "return 2", "return 2", ""},
		"formatted":             {clean, "		x += i", "x  += i", "\t\tx += i\n", ""},
		"aligned":               {clean, `json:"b"`, `json:"longer"`, "A string // first\n\tB string `json:\"longer\"` // second", ""},
		"inserted":              {clean, "	return x\n", "if x > 3 { return 3 }\nreturn x\n", "\tif x > 3 {\n\t\treturn 3\n\t}\n\treturn x\n", ""},
		"end of a comment":      {clean + "\n/* end */\n", "*/ // behind\n", "", "", "change a comment"},
		"comment":               {clean, " // first", "", "", "delete a comment"},
		"comment changed":       {clean, "Twice", "Once", "", "delete a comment"},
		"directive":             {strings.Replace(clean, "// behind", "//zahariacheck:allow x y", 1), " //zahariacheck:allow x y", "", "*/\n\n// F", ""},
		"declaration":           {clean, "func F() int { return 1 }\n", "", "", "number of declarations"},
		"declaration commented": {clean, "func F() int { return 1 }\n", "/* func F() int { return 1 } */\n", "", "number of declarations"},
		"beyond":                {clean, "return 1 }", "return 1 }; var x = 1", "", "number of declarations"},
		"does not parse":        {clean, "return 1 }", "return 1", "", "does not parse"},
		"not formatted":         {"package a\n\nvar  x  = 1\n\nfunc F() { f( ) }\n\nfunc f() {}\n", "f( )", "f( 1 )", "package a\n\nvar  x  = 1\n\nfunc F() { f( 1 ) }\n", ""},
		"one formatted":         {"package a\n\nvar  x  = 1\n\nfunc F() { f(1) }\n\nfunc f() {}\n", "f(1)", "f( 2 )", "package a\n\nvar  x  = 1\n\nfunc F() { f(2) }\n", ""},
		"dos":                   {"\ufeffpackage a\r\n\r\nfunc F() {\r\n\tf()\r\n}\r\n\r\nfunc f() {}\r\n", "f()\r\n}", "g()\nf()\n}", "\ufeffpackage a\r\n\r\nfunc F() {\r\n\tg()\r\n\tf()\r\n}\r\n", ""},
		"imports":               {"package a\n\nimport (\n\t\"html/template\"\n\t\"os\"\n)\n", `"html/template"`, `"text/template"`, "(\n\t\"os\"\n\t\"text/template\"\n)", ""},
	} {
		got, err := Make([]byte(c.file), []Edit{replace(t, c.file, c.from, c.to)})
		if (err == nil) != (c.wrong == "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: error %v, want %q", name, err, c.wrong)
			continue
		}
		if !strings.Contains(string(got), c.want) {
			t.Errorf("%s: %q is not in\n%s", name, c.want, got)
		}
		text := []byte(c.file)
		lines := Edits(text, got)
		if err == nil && string(splice(text, lines)) != string(got) {
			t.Errorf("%s: the edits of lines make another file", name)
		}
	}
	between := strings.Index(clean, "\nfunc F()")
	if err := Judge([]byte(clean), []Edit{{between, between, "\n"}}); err == nil || !strings.Contains(err.Error(), "no longer stand") {
		t.Errorf("a comment parted from its declaration: %v", err)
	}
	for name, e := range map[string]Edit{"before": {-1, 2, ""}, "behind": {0, len(clean) + 1, ""}, "backwards": {5, 4, ""}} {
		if err := Judge([]byte(clean), []Edit{e}); err == nil || !strings.Contains(err.Error(), "do not fit") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Judge([]byte(clean), []Edit{{10, 20, ""}, {15, 25, ""}}); err == nil || !strings.Contains(err.Error(), "do not fit") {
		t.Errorf("overlap: %v", err)
	}
}

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A program makes a valid module at random: packages that import earlier ones, each of some files, with functions that send prompts to
// models by themselves and through others, and with mistakes of other kinds between them. What a driver can only know by looking at all
// of the module at once is left out: interfaces and fields of one package that another fills.
type program struct {
	*rand.Rand
	senders []sender // of all packages so far, those of the last one behind
	texts   int
}

// A sender sends what its parameter prompt is given, with the signature
//
//	func(ctx context.Context, c *openai.Client, model, prompt string) (string, error)
type sender struct {
	pkg  int
	name string // of the function, or TYPE.METHOD
	of   string // "", "method" or "generic"
}

const senderParams = "(ctx context.Context, c *openai.Client, model, prompt string) (string, error)"

// A packageText is the code of a package, without what stands at the top of its files.
type packageText struct {
	name  string
	decls []string
}

func newProgram(seed uint64) *program { return &program{Rand: rand.New(rand.NewPCG(seed, 1))} }

// pick returns one of some texts.
func (p *program) pick(texts ...string) string { return texts[p.IntN(len(texts))] }

// packages makes n packages.
func (p *program) packages(n int) (all []packageText) {
	for i := range n {
		text := packageText{name: fmt.Sprintf("p%d", i)}
		add := func(format string, args ...any) { text.decls = append(text.decls, fmt.Sprintf(format, args...)) }
		for j := range 1 + p.IntN(3) {
			add("%s", p.sender(i, fmt.Sprintf("Send%d", j)))
		}
		for j := range 2 + p.IntN(4) {
			add("%s", p.caller(i, fmt.Sprintf("Call%d", j)))
		}
		for j := range p.IntN(3) {
			add("%s", p.mistake(fmt.Sprintf("m%d", j)))
		}
		p.Shuffle(len(text.decls), func(a, b int) { text.decls[a], text.decls[b] = text.decls[b], text.decls[a] })
		all = append(all, text)
	}
	return all
}

// sender makes a function, or a type with a method, that sends a prompt.
func (p *program) sender(pkg int, name string) string {
	text := p.expression("prompt")
	s := sender{pkg, name, p.pick("", "", "method", "generic")}
	body := p.body(pkg, text)
	p.senders = append(p.senders, s)
	switch s.of {
	case "method":
		return fmt.Sprintf("type %[1]s struct{ prefix string }\n\nfunc (s %[2]s%[1]s) Ask%[3]s {\n%[4]s}\n", name, p.pick("*", ""), senderParams, body)
	case "generic":
		return fmt.Sprintf("func %s[T ~string](ctx context.Context, c *openai.Client, model string, in T) (string, error) {\n\tprompt := string(in)\n%s}\n", name, body)
	}
	return fmt.Sprintf("func %s%s {\n%s}\n", name, senderParams, body)
}

// body sends an expression, directly or through an earlier sender.
func (p *program) body(pkg int, text string) string {
	if len(p.senders) > 0 && p.IntN(3) > 0 {
		return "\treturn " + p.call(pkg, p.senders[p.IntN(len(p.senders))], "model", text) + "\n"
	}
	role := p.pick(`"system"`, `"user"`, "openai.ChatMessageRoleSystem", "openai.ChatMessageRoleUser")
	request := fmt.Sprintf("openai.ChatCompletionRequest{Model: model, Messages: []openai.ChatCompletionMessage{{Role: %s, Content: %s}}}", role, text)
	if p.IntN(3) == 0 {
		request = "req"
	}
	var b strings.Builder
	if request == "req" {
		fmt.Fprintf(&b, "\treq := openai.ChatCompletionRequest{Model: model}\n\treq.Messages = append(req.Messages, openai.ChatCompletionMessage{Role: %s, Content: %s})\n", role, text)
	}
	create := "c.CreateChatCompletion"
	if p.IntN(4) == 0 {
		b.WriteString("\tcreate := c.CreateChatCompletion\n")
		create = "create"
	}
	fmt.Fprintf(&b, "\tresp, err := %s(ctx, %s)\n\tif err != nil {\n\t\treturn \"\", err\n\t}\n", create, request)
	b.WriteString(p.pick("", "", "\tif len(resp.Choices) == 0 {\n\t\treturn \"\", errors.New(\"none\")\n\t}\n"))
	b.WriteString("\treturn resp.Choices[0].Message.Content, nil\n")
	return b.String()
}

// call is a call of a sender from a package.
func (p *program) call(from int, s sender, model, text string) string {
	at := ""
	if s.pkg != from {
		at = fmt.Sprintf("p%d.", s.pkg)
	}
	args := fmt.Sprintf("(ctx, c, %s, %s)", model, text)
	switch s.of {
	case "method":
		value := fmt.Sprintf("new(%s%s)", at, s.name)
		return p.pick(value+".Ask"+args, value+".Ask"+args, fmt.Sprintf("func%s { ask := %s.Ask; return ask(ctx, c, model, prompt) }%s", senderParams, value, args),
			fmt.Sprintf("(*%s%s).Ask(%s, ctx, c, %s, %s)", at, s.name, value, model, text))
	case "generic":
		return p.pick(at+s.name+args, at+s.name+"[string]"+args)
	}
	return p.pick(at+s.name+args, at+s.name+args, fmt.Sprintf("map[string]func%s{\"a\": %s}[\"a\"]%s", senderParams, at+s.name, args),
		fmt.Sprintf("func%s { return %s(ctx, c, model, prompt) }%s", senderParams, at+s.name, args))
}

// expression makes a text of a variable.
func (p *program) expression(v string) string {
	switch p.IntN(8) {
	case 0:
		return fmt.Sprintf("strings.TrimSpace(%s)", v)
	case 1:
		return fmt.Sprintf("fmt.Sprintf(\"%%s\\n\", %s)", v)
	case 2:
		return fmt.Sprintf("strings.Join([]string{%s, \"\"}, \"\\n\")", v)
	case 3:
		return fmt.Sprintf("func() string { var b strings.Builder; b.WriteString(%s); return b.String() }()", v)
	case 4:
		return fmt.Sprintf("map[bool]string{true: %s}[true]", v)
	case 5:
		return fmt.Sprintf("struct{ a, b string }{b: %s}.b", v)
	}
	return v
}

// caller makes a function with a prompt of its own.
func (p *program) caller(pkg int, name string) string {
	p.texts++
	text := fmt.Sprintf("%q", fmt.Sprintf("You are assistant number %d of a shop. Answer each question about an order in one short sentence.", p.texts))
	model := p.pick(`"gpt-4-32k"`, `"gpt-4o"`, "model", "model")
	var b strings.Builder
	fmt.Fprintf(&b, "func %s(ctx context.Context, c *openai.Client, model string) (string, error) {\n", name)
	switch p.IntN(6) {
	case 0:
		fmt.Fprintf(&b, "\tprompt := %s\n", text)
		text = "prompt"
	case 1:
		fmt.Fprintf(&b, "\tvar prompt string\n\tif model == \"\" {\n\t\tprompt = %s\n\t}\n", text)
		text = "prompt"
	case 2:
		fmt.Fprintf(&b, "\ttype note struct{ text string }\n\tn := &note{}\n\tn.text = %s\n", text)
		text = "n.text"
	case 3:
		b.WriteString("\tctx = context.Background()\n")
	}
	call := p.call(pkg, p.senders[p.IntN(len(p.senders))], model, p.expression(text))
	switch p.IntN(4) {
	case 0:
		fmt.Fprintf(&b, "\tout, err := %s\n\tif strings.Contains(out, \"I cannot\") {\n\t\treturn \"\", err\n\t}\n\treturn out, err\n}\n", call)
	case 1:
		fmt.Fprintf(&b, "\tfor range 3 {\n\t\tif out, err := %s; err == nil {\n\t\t\treturn out, nil\n\t\t}\n\t}\n\treturn \"\", nil\n}\n", call)
	case 2:
		fmt.Fprintf(&b, "\tout, _ := %s\n\treturn out, exec.Command(\"sh\", \"-c\", out).Run()\n}\n", call)
	default:
		fmt.Fprintf(&b, "\treturn %s\n}\n", call)
	}
	return b.String()
}

// mistake makes code that rules report which do not ask what prompts say.
func (p *program) mistake(name string) string {
	return strings.ReplaceAll(p.pick(
		"func init() { os.Remove(\"NAME\") }\n",
		"func NAME(lines []string) (n int) {\n\tfor _, l := range lines {\n\t\tre := regexp.MustCompile(`\\w+`)\n\t\tn += len(re.FindString(l))\n\t}\n\treturn n\n}\n",
		"func NAME(provider string) string {\n\tswitch provider {\n\tcase \"openai\":\n\t\treturn \"a\"\n\tcase \"anthropic\":\n\t\treturn \"b\"\n\t}\n\treturn \"\"\n}\n",
		"//zahariacheck:allow initeffect it is needed before all else\nfunc init() { os.Remove(\"NAME\") }\n",
		"// NAME does nothing yet.\nfunc NAME() error { panic(\"not implemented\") }\n",
		"func NAME(c *openai.Client) { log.Fatal(c) }\n",
	), "NAME", name)
}

// files cuts a package into files of those names, in that order, each with what it imports.
func (t packageText) files(names []string) map[string]string {
	out := map[string]string{}
	for i, name := range names {
		var body strings.Builder
		for j, decl := range t.decls {
			if j%len(names) == i {
				body.WriteString("\n" + decl)
			}
		}
		if body.Len() == 0 {
			continue
		}
		text := "package " + t.name + "\n\nimport (\n"
		for _, path := range []string{"context", "errors", "fmt", "log", "os", "os/exec", "regexp", "strings"} {
			if strings.Contains(body.String(), path[strings.LastIndex(path, "/")+1:]+".") {
				text += fmt.Sprintf("\t%q\n", path)
			}
		}
		if strings.Contains(body.String(), "openai.") {
			text += "\n\t\"github.com/sashabaranov/go-openai\"\n"
		}
		for k := range 100 {
			if strings.Contains(body.String(), fmt.Sprintf("p%d.", k)) {
				text += fmt.Sprintf("\t\"example.com/triage/p%d\"\n", k)
			}
		}
		out[name] = text + ")\n" + body.String()
	}
	return out
}

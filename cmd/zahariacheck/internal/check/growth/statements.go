package growth

// inOne adds a function of n statements.
func inOne(m Module, n int, before, statement, after string) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	m.Addf("ask/ask.go", "\nfunc Say(ctx context.Context, m model.Model, topic string) (string, error) {\n\t%s\n", before)
	for i := range n {
		m.Addf("ask/ask.go", "\t"+statement+"\n", prompt(i))
	}
	m.Addf("ask/ask.go", "\t%s\n}\n", after)
}

func statements(m Module, n int) {
	inOne(m, n, "", "if out, err := Ask(ctx, m, topic+%q); err != nil {\n\t\treturn out, err\n\t}", `return "", nil`)
}

func builder(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	m.Addf("ask/say.go", "package ask\n\nimport (\n\t\"context\"\n\t\"strings\"\n\n\t\"example.com/growth/model\"\n)\n\nfunc Say(ctx context.Context, m model.Model, topic string) (string, error) {\n\tvar b strings.Builder\n")
	for i := range n {
		m.Addf("ask/say.go", "\tb.WriteString(%q)\n", prompt(i))
	}
	m.Addf("ask/say.go", "\treturn Ask(ctx, m, b.String())\n}\n")
}

func concat(m Module, n int) {
	inOne(m, n, "text := topic", "if len(topic) > 2 {\n\t\ttext += %q\n\t}", "return Ask(ctx, m, text)")
}

// constants adds a table of n constants to a file.
func constants(m Module, file string, n int) {
	m.Addf(file, "\nconst (\n")
	for i := range n {
		m.Addf(file, "\ttext%d = %q\n", i, prompt(i))
	}
	m.Addf(file, ")\n\nvar texts = map[string]string{\n")
	for i := range n {
		m.Addf(file, "\t\"text%d\": text%d,\n", i, i)
	}
	m.Addf(file, "}\n\nfunc Text(topic string) string { return texts[topic] }\n")
}

func table(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	constants(m, "ask/ask.go", n)
	m.Addf("ask/ask.go", "\nfunc Say(ctx context.Context, m model.Model, topic string) (string, error) { return Ask(ctx, m, Text(topic)) }\n")
}

func foreignTable(m Module, n int) {
	m.Addf("texts/texts.go", "package texts\n")
	constants(m, "texts/texts.go", n)
	m.header("ask/ask.go", "ask", "texts")
	m.ask("ask/ask.go", "Ask")
	m.Addf("ask/ask.go", "\nfunc Say(ctx context.Context, m model.Model, topic string) (string, error) { return Ask(ctx, m, texts.Text(topic)) }\n")
}

// fields sends them as they are: what is filled into a format from a field is data.
func fields(m Module, n int) {
	const file = "ask/ask.go"
	m.Addf(file, "package ask\n\nimport (\n\t\"context\"\n\n\t\"example.com/growth/model\"\n)\n\ntype Config struct {\n")
	for i := range n {
		m.Addf(file, "\tText%d string\n", i)
	}
	m.Addf(file, "}\n\nvar Default = Config{\n")
	for i := range n {
		m.Addf(file, "\tText%d: %q,\n", i, prompt(i))
	}
	m.Addf(file, "}\n")
	for i := range n {
		m.Addf(file, "\nfunc (c *Config) Say%[1]d(ctx context.Context, m model.Model) (string, error) { return m.Complete(ctx, c.Text%[1]d) }\n", i)
	}
}

func methods(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	m.Addf("ask/ask.go", "\ntype Prompter interface{ Prompt(topic string) string }\n\n"+
		"func Say(ctx context.Context, m model.Model, p Prompter) (string, error) { return Ask(ctx, m, p.Prompt(\"first\")) }\n")
	for i := range n {
		m.Addf("ask/ask.go", "\ntype prompter%[1]d struct{}\n\nfunc (prompter%[1]d) Prompt(topic string) string { return %[2]q + topic }\n\nfunc New%[1]d() Prompter { return prompter%[1]d{} }\n", i, prompt(i))
	}
}

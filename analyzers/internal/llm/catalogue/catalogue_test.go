package catalogue

import (
	"go/importer"
	"go/token"
	"go/types"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

func TestEmbedded(t *testing.T) {
	c := Default()
	if c != Default() {
		t.Error("Default is not one catalogue")
	}
	names, _ := fs.Glob(data, "data/*.llm")
	seen := map[string]bool{}
	for _, e := range c.Entries() {
		file, _, _ := strings.Cut(e.Pos, ":")
		seen[file] = true
		if strings.Contains(e.Symbol, "$") || !strings.Contains(e.Package(), ".") && e.SDK.Name != "std" {
			t.Errorf("%s: symbol %q, package %q", e.Pos, e.Symbol, e.Package())
		}
		if len(e.In) == 0 {
			t.Errorf("%s: %s is in no module", e.Pos, e.Symbol)
		}
	}
	for _, name := range names {
		if !seen[name] && name != "data/http.llm" {
			t.Errorf("%s has no entries", name)
		}
	}
	if !slices.IsSortedFunc(c.Entries(), compareEntries) {
		t.Error("entries are not sorted")
	}
	if !slices.IsSortedFunc(c.SDKs(), func(a, b *SDK) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("SDKs are not sorted")
	}
}

func TestLookup(t *testing.T) {
	for _, test := range []struct{ symbol, want string }{
		{"github.com/openai/openai-go.SystemMessage", "prompt system arg:content"},
		{"github.com/openai/openai-go/v2.SystemMessage", "prompt system arg:content"},
		{"github.com/openai/openai-go/v3.SystemMessage[string]", "prompt system arg:content"},
		{"(*github.com/openai/openai-go/v3/packages/ssestream.Stream[T]).Current", "output stream result:0"},
		{"(*github.com/sashabaranov/go-openai.Client).CreateChatCompletion", "call chat arg:request"},
		{"github.com/sashabaranov/go-openai.ChatCompletionMessage.Content", "prompt any field"},
		{"(github.com/tmc/langchaingo/llms.Model).GenerateContent", "call chat arg:messages; prompt any arg:messages"},
		{"github.com/modelcontextprotocol/go-sdk/mcp.TextContent.Text", "wrapper text field"},
		{"github.com/modelcontextprotocol/go-sdk/mcp.AddTool", "declarative schema arg:t; handler func arg:h; toolschema google arg:t"},
		{"github.com/aws/aws-sdk-go-v2/aws.String", "wrapper text arg:v"},
		{"github.com/openai/openai-go.Nothing", ""},
	} {
		var got []string
		for _, e := range Default().Lookup(test.symbol) {
			got = append(got, e.Kind+" "+e.Role+" "+e.Place)
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("Lookup(%s) = %s, want %s", test.symbol, got, test.want)
		}
	}
}

func TestSDKOf(t *testing.T) {
	for _, test := range []struct{ path, want string }{
		{"github.com/openai/openai-go", "openai-go"},
		{"github.com/openai/openai-go/v3/azure", "openai-go"},
		{"github.com/openai/openai-goose", ""},
		{"github.com/tmc/langchaingo/llms", "langchaingo"},
		{"github.com/tmc/langchaingo/llms/openai", "langchaingo/openai"},
		{"github.com/tmc/langchaingo/llms/openai/internal/openaiclient", "langchaingo/openai"},
		{"github.com/cloudwego/eino-ext/components/model/openai", "eino-ext/openai"},
		{"github.com/cloudwego/eino-examples", ""},
		{"net/http", ""},
	} {
		got := ""
		if s := Default().SDKOf(test.path); s != nil {
			got = s.Name
		}
		if got != test.want {
			t.Errorf("SDKOf(%s) = %q, want %q", test.path, got, test.want)
		}
	}
}

func TestDefaults(t *testing.T) {
	s := Default().SDKOf("github.com/openai/openai-go")
	if got := s.Default("retries", "github.com/openai/openai-go/v3/option"); got != "2" {
		t.Errorf("retries = %q", got)
	}
	if got := s.Default("model", "github.com/openai/openai-go"); got != "" {
		t.Errorf("model = %q", got)
	}
}

const acme = `
# A comment.
sdk acme vendor=acme class=model  # and another
module acme.dev/sdk v1.2.0 as=v1
module acme.dev/sdk/v2 v2.0.1 as=v2
module acme.dev/sdk v0.9.0 as=beta apart=yes
default timeout 30s in=v2 "read in transport.go"
prompt system $.System arg:text
prompt any $.Message.Text field role-field=Role in=v2
prompt any $.F arg:text in=beta
call chat (*$/api.Client).Chat arg:req ctx=ctx in=v1,v2
client default $.Options arg:opts...
`

func TestAdd(t *testing.T) {
	c := New()
	if err := c.Add("acme.llm", strings.NewReader(acme)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range c.Entries() {
		got = append(got, e.Symbol)
	}
	want := []string{
		"(*acme.dev/sdk/api.Client).Chat", "(*acme.dev/sdk/v2/api.Client).Chat", "acme.dev/sdk.F", "acme.dev/sdk.Options",
		"acme.dev/sdk.System", "acme.dev/sdk/v2.Message.Text", "acme.dev/sdk/v2.Options", "acme.dev/sdk/v2.System",
	}
	if !slices.Equal(got, want) {
		t.Errorf("entries %q, want %q", got, want)
	}
	e := c.Lookup("acme.dev/sdk/v2.Message.Text")[0]
	if e.Attrs["role-field"] != "Role" || e.SDK.Name != "acme" || e.Pos != "acme.llm:9" || e.Package() != "acme.dev/sdk/v2" {
		t.Errorf("entry %+v", e)
	}
	if e := c.Lookup("(*acme.dev/sdk/api.Client).Chat")[0]; e.Ctx != "ctx" || e.Package() != "acme.dev/sdk/api" {
		t.Errorf("entry %+v", e)
	}
	if v1, v2 := e.SDK.Default("timeout", "acme.dev/sdk"), e.SDK.Default("timeout", "acme.dev/sdk/v2/api"); v1 != "" || v2 != "30s" {
		t.Errorf("timeout is %q in v1, %q in v2", v1, v2)
	}
}

// A later file corrects and extends what is known.
func TestAddAgain(t *testing.T) {
	c := New()
	for _, file := range []string{acme, "sdk acme\nprompt user $.System arg:text\nmodel chat $.Model type\n"} {
		if err := c.Add("acme.llm", strings.NewReader(file)); err != nil {
			t.Fatal(err)
		}
	}
	es := c.Lookup("acme.dev/sdk.System")
	if len(es) != 1 || es[0].Role != "user" {
		t.Errorf("not replaced: %v", es)
	}
	if len(c.Lookup("acme.dev/sdk/v2.Model")) != 1 {
		t.Error("not extended")
	}
	if sdk := c.SDKOf("acme.dev/sdk"); es[0].SDK != sdk || c.Lookup("acme.dev/sdk.Options")[0].SDK != sdk {
		t.Error("old and new entries disagree about the SDK")
	}
}

func TestErrors(t *testing.T) {
	const head = "sdk acme vendor=acme class=model\nmodule acme.dev/sdk v1.2.0 as=v1\n"
	for _, test := range []struct{ file, want string }{
		{"promt user $.F arg:x", `f.llm:1: unknown word "promt"; did you mean "prompt"?`},
		{"prompt user $.F arg:x", "f.llm:1: this line needs an sdk line above it"},
		{"module acme.dev/sdk v1.0.0", "f.llm:1: module before the first sdk line"},
		{"sdk acme vendor=acme", "f.llm:1: new sdk acme needs vendor=VENDOR and class=CLASS"},
		{"sdk acme vendor=acme class=modle", `f.llm:1: unknown class "modle"; did you mean "model"?`},
		{"sdk acme vendor=acme clas=model", `f.llm:1: unknown word clas=; did you mean "class"?`},
		{"sdk acme vendor=acme class=model\nprompt user $.F arg:x", "f.llm:2: sdk acme needs a line"},
		{head + "module acme.dev/sdk", "f.llm:3: want: module PATH VERSION"},
		{"sdk acme vendor=acme class=model\nmodule acme[dev/sdk v1.0.0", `f.llm:2: malformed import path "acme[dev/sdk": invalid char '['`},
		{head + "package acme.dev/sdk/openai", "f.llm:3: package acme.dev/sdk/openai is in no module of binding="},
		{head + "prompt user $.F", "f.llm:3: want: prompt ROLE SYMBOL PLACE, have 2 of the 3 words"},
		{head + "prompt user $.T.F feild", `f.llm:3: unknown place "feild"; did you mean "field"?`},
		{head + "prompt user $.F field", "f.llm:3: symbol $.F: the place field wants pkg.Type.Field"},
		{head + "prompt user *$.T.F arg:x", "f.llm:3: symbol *$.T.F: the place arg:x wants pkg.Func, (*pkg.T).Method or (pkg.I).Method"},
		{head + "prompt user $.F[T] arg:x", "f.llm:3: symbol $.F[T]: leave the type parameters out"},
		{head + "prompt user $.F arg:x in=v2", `f.llm:3: in=v2: sdk acme has no module as=v2`},
		{head + "prompt user $.F arg:x ctx=a ctx=b", "f.llm:3: ctx is said twice"},
		{head + "prompt user $.F arg:x ctx=", "f.llm:3: ctx= needs a value"},
		{head + `prompt user $.F arg:x "note`, `f.llm:3: missing closing "`},
		{head + "prompt user $.F arg:x\nprompt any $.F arg:x", "f.llm:4: prompt acme.dev/sdk.F arg:x stands on line 3 already"},
		{head + "default timeout", "f.llm:3: want: default WHAT VALUE"},
		{head + "sdk other vendor=o class=model\nmodule acme.dev/sdk v1.0.0", "f.llm:4: acme.dev/sdk belongs to sdk acme"},
		{head + "prompt sytem $.F arg:x", `f.llm:3: unknown prompt role "sytem"; did you mean "system"?`},
		{head + "prompt system $.F arg:x rolefield=Role", `f.llm:3: unknown word rolefield=; did you mean "role-field"?`},
		{head + "option api-key $.F arg:x", `f.llm:3: unknown option role "api-key"; did you mean "api_key"?`},
		{head + "call chat,straem $.F arg:x", `f.llm:3: call role "chat,straem": want stream or batch`},
		{head + "call chat $.F arg:x takesctx=no", `f.llm:3: unknown word takesctx=; did you mean "takes-ctx"?`},
		{head + "call chat $.F arg:x takes-ctx=yes", `f.llm:3: takes-ctx=yes; want one of no`},
		{head + "prompt any $.T.F field part=yse", `f.llm:3: part=yse; did you mean "yes"?`},
		{head + "prompt any $.F arg:x since=1.2", "f.llm:3: since=1.2: want a version"},
		{head + "prompt any $.F arg:x since=v9.0.0", "f.llm:3: since=v9.0.0 is later than acme.dev/sdk v1.2.0"},
		{head + "sink exce $.F arg:x", `f.llm:3: unknown sink role "exce"; did you mean "exec"?`},
		{head + "source requst $.F result:0", `f.llm:3: unknown source role "requst"; did you mean "request"?`},
		{head + "flow text $.F arg:x", "f.llm:3: want: flow ROLE SYMBOL PLACE,… -> PLACE,…"},
		{head + "flow text $.F arg:x -> reslt:0", `f.llm:3: unknown place "reslt:0"`},
		{head + "barrier path $.F arg:x", "f.llm:3: a barrier at an argument needs when=OUTCOME"},
		{head + "barrier path $.F arg:x when=ture", `f.llm:3: when=ture; did you mean "true"?`},
		{"endpoint /chat( vendor=v modality=chat strength=weak", "f.llm:1: error parsing regexp"},
		{"endpoint /chat vendor=v modality=chat strength=week", `f.llm:1: unknown strength "week"; did you mean "weak"?`},
	} {
		c := New()
		err := c.Add("f.llm", strings.NewReader(test.file))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s:\n got %v\nwant %s", test.file, err, test.want)
		}
		if len(c.Entries())+len(c.SDKs()) > 0 {
			t.Errorf("%s: something was added all the same", test.file)
		}
	}
}

// All errors of a file are reported at once.
func TestErrorsJoined(t *testing.T) {
	err := New().Add("f.llm", strings.NewReader("promt a b c\nhost x\nclas a b c\n"))
	if err == nil || strings.Count(err.Error(), "f.llm:") != 2 {
		t.Errorf("got %v", err)
	}
}

func TestParam(t *testing.T) {
	pkg, err := importer.ForCompiler(token.NewFileSet(), "source", nil).Import("strings")
	if err != nil {
		t.Fatal(err)
	}
	sig := pkg.Scope().Lookup("NewReplacer").Type().(*types.Signature) // func(oldnew ...string) *Replacer
	for place, want := range map[string]int{
		"arg:oldnew": 0, "arg:oldnew...": 0, "arg:0": 0, "arg:1": -1, "arg:text": -1, "result:0": -1,
	} {
		e := &Entry{Place: place}
		if got := e.Param(sig); got != want {
			t.Errorf("Param at %s = %d, want %d", place, got, want)
		}
		if got := e.Variadic(); got != strings.HasSuffix(place, "...") {
			t.Errorf("Variadic at %s = %v", place, got)
		}
	}
}

func TestHTTP(t *testing.T) {
	c := Default()
	for path, want := range map[string]Endpoint{
		"/v1/chat/completions":                            {"openai-compatible", "chat", "strong"},
		"/openai/deployments/gpt/chat/completions":        {"azure-openai", "chat", "strong"},
		"/v1beta/models/gemini-2.5-flash:generateContent": {"google", "chat", "strong"},
		"/open-apis/im/v1/messages":                       {"anthropic", "chat", "weak"},
		"/v1/chat":                                        {"cohere", "chat", "weak"},
		"/v1/chats":                                       {},
	} {
		if got, ok := c.Endpoint(path); got != want || ok != (want != Endpoint{}) {
			t.Errorf("Endpoint(%s) = %v, %v", path, got, ok)
		}
	}
	for host, want := range map[string]bool{
		"api.openai.com": true, "API.OpenAI.com:443": true, "eu.openai.azure.com": true, "localhost:11434": true,
		"bedrock-runtime.eu-west-1.amazonaws.com": true,
		"localhost": false, "openai.azure.com": false, "a.b.openai.azure.com": false, "example.com": false,
	} {
		if got := c.Host(host); got != want {
			t.Errorf("Host(%s) = %v", host, got)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	names, _ := fs.Glob(data, "data/*.llm")
	for b.Loop() {
		c := New()
		for _, name := range names {
			f, _ := data.Open(name)
			if err := c.Add(name, f); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// An entry that was read in v1.3.0 to v1.4.0.
func TestHoldsIn(t *testing.T) {
	e := &Entry{Since: "v1.3.0", Attrs: map[string]string{"until": "v1.4.0"}}
	for version, want := range map[string]bool{"": true, "v1.2.9": false, "v1.3.0": true, "v1.4.0": true, "v1.4.1-rc.1": false, "v1.5.0": false} {
		if got := e.HoldsIn(version); got != want {
			t.Errorf("%q: holds %v, want %v", version, got, want)
		}
	}
}

package loopinvariant

import (
	"go/types"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A job is what a costly call does, as a verb phrase for the message.
type job string

const (
	compiles job = "compiles the same text"
	reads    job = "reads the same file"
	decodes  job = "decodes the same bytes"
	connects job = "builds the same client, with connections of its own,"
)

// work lists the calls that are worth doing once. Clients are those of model SDKs and of the standard library
// that keep connections, so that a new one on each turn also pays for each handshake anew.
var work = map[string]job{
	"regexp.Compile":                                                       compiles,
	"regexp.CompilePOSIX":                                                  compiles,
	"regexp.MustCompile":                                                   compiles,
	"regexp.MustCompilePOSIX":                                              compiles,
	"(*text/template.Template).Parse":                                      compiles,
	"(*html/template.Template).Parse":                                      compiles,
	"text/template.ParseFiles":                                             compiles,
	"html/template.ParseFiles":                                             compiles,
	"text/template.ParseGlob":                                              compiles,
	"html/template.ParseGlob":                                              compiles,
	"text/template.ParseFS":                                                compiles,
	"html/template.ParseFS":                                                compiles,
	"os.ReadFile":                                                          reads,
	"io/ioutil.ReadFile":                                                   reads,
	"encoding/json.Unmarshal":                                              decodes,
	"encoding/xml.Unmarshal":                                               decodes,
	"gopkg.in/yaml.v3.Unmarshal":                                           decodes,
	"sigs.k8s.io/yaml.Unmarshal":                                           decodes,
	"database/sql.Open":                                                    connects,
	"google.golang.org/grpc.Dial":                                          connects,
	"google.golang.org/grpc.NewClient":                                     connects,
	"google.golang.org/genai.NewClient":                                    connects,
	"github.com/openai/openai-go.NewClient":                                connects,
	"github.com/openai/openai-go/v2.NewClient":                             connects,
	"github.com/openai/openai-go/v3.NewClient":                             connects,
	"github.com/anthropics/anthropic-sdk-go.NewClient":                     connects,
	"github.com/sashabaranov/go-openai.NewClient":                          connects,
	"github.com/sashabaranov/go-openai.NewClientWithConfig":                connects,
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime.NewFromConfig":    connects,
	"github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai.NewClient":          connects,
	"github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai.NewClientForOpenAI": connects,
}

// pure lists the packages whose functions give the same result for the same arguments, so that a call of one of them as an
// argument does not make the work vary.
var pure = map[string]bool{"strings": true, "path": true, "path/filepath": true, "strconv": true, "unicode/utf8": true}

// packages are those that work names.
var packages = func() map[string]bool {
	m := map[string]bool{}
	for name := range work {
		name = strings.TrimLeft(name, "(*")
		dot := strings.LastIndex(name, "/")
		m[name[:dot+1+strings.Index(name[dot+1:], ".")]] = true
	}
	return m
}()

// usesNetwork reports whether a function talks over a network or to another process: it stands in a package for that, or takes a context,
// which is there to end what takes long.
func usesNetwork(fn *types.Func) bool {
	switch root := fn.Pkg().Path(); root {
	case "net", "net/http", "net/rpc", "net/smtp", "os/exec", "database/sql", "google.golang.org/grpc":
		return fn.Signature().Recv() != nil || !strings.HasPrefix(fn.Name(), "New")
	}
	for p := range fn.Signature().Params().Variables() {
		if flow.IsContext(p.Type()) {
			return true
		}
	}
	return false
}

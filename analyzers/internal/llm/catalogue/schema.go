package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:generate go test -run TestPage -update .

// A Schema says what rows of one kind may have.
type Schema struct {
	Meaning string
	Roles   []string // a call may have ",stream" or ",batch" behind its role
	Attrs   []string // beside in=, since= and the note, which all may have
	Readers []string // rules and packages that ask for rows of this kind
}

// Schemas are the kinds of entries.
var Schemas = map[string]Schema{
	"barrier": {
		Meaning: "makes text safe for a kind of sink: the result is clean, or a guard's outcome says that the argument is",
		Roles:   append(roles(sinkRoles), "any"), Attrs: []string{"when"}, Readers: []string{"package taint"},
	},
	"body": {
		Meaning: "the body of a request, or a raw request: JSON or a map that may hold a prompt",
		Roles:   []string{"http", "json", "map"}, Readers: []string{"hardcodedprompt", "hardcodedmodel", "retiredmodel"},
	},
	"call": {
		Meaning: "calls a model or a related service; the place is the request",
		Roles: []string{"agent", "agent-define", "any", "async", "audio", "batch-job", "chain", "chat", "completion", "conversation", "decision", "embed", "evaluate",
			"generative-search", "graph", "image", "interactions", "invoke", "moderation", "module", "raw", "realtime", "rerank", "responses", "retrieve", "sampling",
			"speech", "tokens", "tool", "vector-query", "vector-write", "video"},
		Attrs:   []string{"break", "ctx", "errors", "holds", "takes-ctx"},
		Readers: []string{"agentloop", "emptyresponse", "loopinvariant", "magicphrase", "streamerr", "uncancellable", "vendorlock"},
	},
	"client": {
		Meaning: "creates a client, an agent or a session; the role is the vendor, or what is created",
		Attrs:   []string{"calendar", "choices", "limit"}, Readers: []string{"agentloop", "retiredmodel", "toolcall", "vendorlock"},
	},
	"data": {
		Meaning: "text that is processed rather than obeyed: to embed, rank, moderate or speak",
		Roles:   []string{"audio-hint", "decision-input", "document", "embed-input", "moderation-input", "query", "rerank-input", "speech"}, Readers: []string{"cutletters"},
	},
	"declarative": {
		Meaning: "declares the wanted output by types or structure instead of prose",
		Roles:   []string{"chain", "decision", "flow", "graph", "module", "optimizer", "partial", "preset", "program", "schema", "signature", "structured"},
		Attrs:   []string{"json", "refs", "required", "tags", "typearg", "unless"}, Readers: []string{"schematag"},
	},
	"escape": {
		Meaning: "renders a template for a browser, with its output at the place; off: does not escape; option: makes the engine escape",
		Roles:   []string{"html", "off", "option"}, Readers: []string{"htmlprompt"},
	},
	"flow": {
		Meaning: "text flows from one place of a call to another; nothing flows through a function without a row",
		Roles:   roles(flowRoles), Readers: []string{"package flow"},
	},
	"handler": {
		Meaning: "code that a model calls: the function at the place, or the method that a tool must have",
		Roles:   []string{"func", "method"}, Attrs: []string{"ctx", "error", "input"}, Readers: []string{"toolcall", "package taint"},
	},
	"input": {
		Meaning: "reads what a person types, or a message of a connection that a person's program holds, from the place",
		Roles:   []string{"message", "person"}, Readers: []string{"agentloop"},
	},
	"model": {
		Meaning: "a model ID",
		Roles: []string{"agent", "any", "audio", "chat", "completion", "decision", "embed", "endpoint", "hint", "image", "moderation", "realtime", "rerank", "responses",
			"speech", "video"},
		Readers: []string{"hardcodedmodel", "modelsniffing", "retiredmodel"},
	},
	"option": {
		Meaning: "sets a property of a client or a request other than its text",
		Roles: []string{"api_key", "api_type", "backend", "base_url", "body", "config", "credential", "env", "generative", "header", "http_client", "ignored", "max-tokens",
			"middleware", "options", "organization", "plugin", "provider", "retry", "sampling", "stdio", "step-limit", "stream", "stream-usage", "structured", "timeout", "vertex"},
		Attrs: []string{"calendar", "default", "until"}, Readers: []string{"ignoredoption", "retiredmodel", "toolcall", "uncancellable"},
	},
	"outcome": {
		Meaning: "returns a result that tells of failures, with a nil error, in the fields that fields= names",
		Roles:   []string{"batch", "query"}, Attrs: []string{"fields"}, Readers: []string{"unreaderrors"},
	},
	"output": {
		Meaning: "text or data produced by a model; a field of this kind is read, not stored to",
		Roles: []string{"accumulated", "any", "callback", "code", "embeddings", "image", "raw", "remote-prompt", "sampling", "stream", "text", "thinking", "tool", "tool-args",
			"transcript"},
		Attrs: []string{"nil", "truncated"}, Readers: []string{"droppedusage", "emptyresponse", "magicphrase", "toolcall", "package taint"},
	},
	"prompt": {
		Meaning: "text that a model reads as an instruction or a message; a field of this kind is stored to, not read",
		Roles: []string{"any", "assistant", "audio-hint", "completion", "developer", "edit", "fn", "format", "function-result", "history", "hosted-prompt", "image",
			"instruction", "server-instructions", "system", "tool-result", "user", "video"},
		Attrs: []string{"format", "holds", "part", "program", "role-arg", "role-field", "until"}, Readers: []string{"hardcodedprompt", "prompttemplate", "unstableprompt", "package taint"},
	},
	"repair": {
		Meaning: "repairs a text that is almost JSON, and changes some that is valid",
		Roles:   []string{"json"}, Attrs: []string{"until"}, Readers: []string{"needlessrepair"},
	},
	"resource": {
		Meaning: "creates something at the vendor that stays until it is deleted, or deletes it: NAME,create or NAME,delete",
		Readers: []string{"undeleted"},
	},
	"sink": {
		Meaning: "a place that text by strangers or models must not reach; the role says what happens to it there",
		Roles:   roles(sinkRoles), Attrs: []string{"shell"}, Readers: []string{"package taint"},
	},
	"source": {
		Meaning: "text written by strangers or models; the role says by whom",
		Roles:   roles(sourceRoles), Readers: []string{"package taint"},
	},
	"service": {
		Meaning: "calls a service that its vendor has ended or will end; the role is its name",
		Roles:   []string{"assistants"}, Attrs: []string{"ends", "instead"}, Readers: []string{"retiredmodel"},
	},
	"template": {
		Meaning: "text with placeholders from which a prompt is made, or the place where such texts are kept",
		Roles: []string{"any", "assistant", "compose", "define", "few-shot", "format", "hosted", "hosted-id", "input", "prompt", "prompt-dir", "register", "render", "system",
			"template", "user"},
		Attrs: []string{"ends", "syntax"}, Readers: []string{"hardcodedprompt", "hostedprompt", "prompttemplate"},
	},
	"tooldesc": {
		Meaning: "text by which a model knows a tool, a parameter or a served prompt",
		Roles:   []string{"prompt", "tool"}, Readers: []string{"package taint"},
	},
	"toolname": {
		Meaning: "the name of a tool",
		Roles:   []string{"tool"}, Readers: []string{"package surface"},
	},
	"toolschema": {
		Meaning: "where the schema of a tool's arguments comes from: the value at the place, or a type, by the reflector that the role names",
		Roles:   []string{"anthropic", "eino", "fantasy", "genkit", "google", "value"}, Attrs: []string{"typearg"}, Readers: []string{"package surface"},
	},
	"toolresult": {
		Meaning: "the result that a tool returns to a model",
		Roles:   []string{"function", "tool"}, Attrs: []string{"format"}, Readers: []string{"cutletters"},
	},
	"usage": {
		Meaning: "token usage",
		Roles:   []string{"chat", "completion", "embed", "estimate", "map", "responses", "tokens"}, Attrs: []string{"only-if"}, Readers: []string{"droppedusage"},
	},
	"vendor": {
		Meaning: "a type of the vendor: lock-in where a program's own API exposes it",
		Roles:   []string{"alias", "client", "error", "handle", "message", "model", "option", "request", "response", "tool", "wrapper"},
		Attrs:   []string{"part"}, Readers: []string{"closedswitch", "emptyresponse", "vendorlock"},
	},
	"wrapper": {
		Meaning: "passes the value at the place through to its result, or holds it in a field",
		Roles:   []string{"text"}, Readers: []string{"package flow"},
	},
}

// attrValues are the values of the keys that have a fixed set of them.
var attrValues = map[string][]string{
	"break": {"forgets"}, "calendar": {"own", "vendor"}, "choices": {"blocks"}, "error": {"unseen"}, "errors": {"last", "none"}, "format": {"printf", "unvetted"}, "holds": {"message", "messages"}, "limit": {"none"}, "nil": {"filtered"}, "only-if": {"asked"}, "part": {"call", "schema", "yes"},
	"json": {"document", "reflected", "snake", "validated", "whole"}, "refs": {"path"}, "syntax": {"fstring", "go", "handlebars", "jinja", "pyfmt"}, "tags": {"description", "keywords", "none", "text"}, "takes-ctx": {"no"}, "when": {"any", "false", "nil", "true"},
}

// check returns an error, with a suggestion, for a role or a key that rows of a kind cannot have.
func (s Schema) check(kind, role string, attrs map[string]string) error {
	if err := known(attrs, append([]string{"in", "since", "note"}, s.Attrs...)...); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(attrs)) {
		if values := attrValues[key]; values != nil && !slices.Contains(values, attrs[key]) {
			return fmt.Errorf("%s=%s%s; want one of %s", key, attrs[key], didYouMean(attrs[key], values), list(values))
		}
	}
	if kind == "call" {
		name, how, _ := strings.Cut(role, ",")
		if how != "" && how != "stream" && how != "batch" {
			return fmt.Errorf("call role %q: want stream or batch behind the comma", role)
		}
		role = name
	}
	if s.Roles == nil || slices.Contains(s.Roles, role) {
		return nil
	}
	return fmt.Errorf("unknown %s role %q%s; want one of %s", kind, role, didYouMean(role, s.Roles), list(s.Roles))
}

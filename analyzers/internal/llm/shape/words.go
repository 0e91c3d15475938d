package shape

import "slices"

// authors are the roles that vendors of models give to who says a message. strongAuthors are met in conversations with models only:
// user and system also stand in logs and chat rooms.
var (
	authors       = []string{"system", "user", "human", "tool", "function", "assistant", "ai", "model", "developer", "bot", "chatbot"}
	strongAuthors = []string{"assistant", "ai", "model", "developer", "chatbot"}
)

// contents are what the text of a message is called, and of the pieces that it is made of.
var contents = []string{"content", "contents", "text", "parts", "pieces", "blocks", "body", "message", "multicontent", "segments", "value"}

// Options of requests, with how much each says that it is a model's: 3 where no other request has it.
var options = map[string]int{
	"temperature": 3, "topp": 3, "topk": 2, "minp": 2, "frequencypenalty": 3, "presencepenalty": 3, "repeatpenalty": 3, "repetitionpenalty": 3,
	"maxtokens": 3, "maxoutputtokens": 3, "maxcompletiontokens": 3, "maxnewtokens": 3, "maxtokenstosample": 3, "numpredict": 3, "numctx": 3,
	"toolchoice": 3, "responseformat": 2, "reasoningeffort": 3, "reasoning": 1, "thinking": 1, "thinkingbudget": 3, "logprobs": 3, "logitbias": 3,
	"generationconfig": 3, "inferenceconfig": 3, "safetysettings": 3, "anthropicversion": 3, "systeminstruction": 3, "jsonmode": 3,
	"systemprompt": 2, "system": 1, "instructions": 1, "tools": 1, "functions": 1, "model": 1, "modelid": 1, "modelname": 1, "stop": 1, "stopsequences": 3, "stream": 1, "seed": 1,
	"options": 1, "llmmodel": 3, "llmapikey": 3, "llmapiurl": 3, "llmbaseurl": 3, // of a service that asks a model for its callers
}

// promptFields hold the text of a request that has no messages; a system prompt beside messages too.
var promptFields = map[string]string{
	"prompt": "completion", "llmprompt": "completion", "preamble": "completion", "userprompt": "user", "usermessage": "user",
	"system": "system", "systemprompt": "system", "systemmessage": "system", "instructions": "system", "systeminstruction": "system", "systeminstructions": "system", "developermessage": "developer",
}

// lists are what the messages of a request are called where they are maps or have no type of their own.
var lists = []string{"messages", "contents", "conversation", "history", "turns", "input"}

// answers are what the text of a response is called.
var answers = []string{"content", "text", "output", "outputtext", "completion", "answer", "reply", "response", "message", "delta", "choices", "candidates", "generations", "parts", "result"}

// finishes are what the reason to finish is called.
var finishes = []string{"finishreason", "stopreason", "donereason", "finish", "stopsequence"}

// asks are verbs of functions that ask a model; keeps are those of functions that store, show or send what they are given.
var (
	asks  = []string{"complete", "completion", "generate", "chat", "ask", "infer", "predict", "prompt", "invoke", "query", "llm", "converse", "respond", "reply", "answer"}
	keeps = []string{"save", "store", "append", "insert", "put", "post", "send", "publish", "notify", "log", "record", "archive", "export", "write", "upload", "marshal", "render", "format", "encode", "hash", "create", "update", "delete", "validate", "parse", "count", "token", "print", "display", "submit", "register", "load", "get", "list", "find", "search", "fetch", "add", "set", "push", "enqueue", "deliver", "broadcast", "forward", "import", "sync", "merge", "embed", "index", "confirm", "select", "translate"}
)

func isOneOf(name string, words []string) bool { return slices.Contains(words, name) }

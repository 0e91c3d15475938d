// Package catalogue is what zahariacheck knows about SDKs: which function makes a system prompt, which field names the
// model, which call costs money. The knowledge is data, one file an SDK, in the folder data; users add their own.
//
// # Grammar
//
// A file has one statement a line. A word that starts with # ends the line. Three lines are enough for an SDK:
//
//	sdk acme-go vendor=acme class=model
//	module github.com/acme/acme-go v1.4.0
//	prompt system (*$.Client).Ask arg:instructions
//
// The statements are:
//
//	sdk NAME vendor=VENDOR class=CLASS [binding=SDK]
//	module PATH VERSION [as=NAME] [apart=yes] [unavailable=REASON]
//	package PATH [as=NAME]
//	default WHAT VALUE [in=NAMES]
//	KIND ROLE SYMBOL PLACE [ctx=NAME] [in=NAMES] [KEY=VALUE …] ["NOTE"]
//	flow ROLE SYMBOL PLACE,… -> PLACE,… [in=NAMES]
//	sink ROLE SYMBOL PLACE,… [in=NAMES]
//	source ROLE SYMBOL PLACE,… [in=NAMES] [input=INDEXES]
//	barrier ROLE,… SYMBOL PLACE,… [when=OUTCOME] [in=NAMES]
//	endpoint REGEXP vendor=VENDOR modality=MODALITY strength=strong|medium|weak
//	host NAME
//
// sdk starts a section. Its class is model, vectorstore, cloud, framework or protocol, or library for
// what is no SDK, such as the standard library or a router. To extend an SDK that is known,
// name it alone: "sdk openai-go". A package by which a framework reaches one vendor is an SDK of its own, with
// binding=FRAMEWORK and a package line in place of the module line.
//
// module names a major version and the release that the entries were checked against. A symbol starts with $ for the
// path of each module in turn, so majors share lines; in=v3 (or in=v1,v2) limits a line to the modules called so by as=.
// A module with apart=yes, such as an alpha at the same path, has only the lines that name it.
//
// KIND is one of [Schemas]; ROLE says which of the kind. SYMBOL is written as go/types prints it, without type parameters:
// pkg.Func, (*pkg.T).Method, (pkg.I).Method, pkg.Type.Field, pkg.Type, pkg.Var. A promoted member is named by the type
// that declares it. PLACE is
//
//	arg:NAME      the parameter of this name, or of this index if NAME is a number
//	arg:NAME...   the variadic parameter: each of its values
//	result:N      the result with this index
//	recv          the receiver
//	field         the field itself: what is stored in it (prompt, model, option …) or read from it (output, usage)
//	type, const, var
//
// ctx=NAME is the parameter that holds the context.Context. A method of an interface stands for those of all types that
// have it. Other keys in use:
//
//	role-field=F   a prompt's role is in the sibling field F of the struct; the role "tool" makes it a tool's result
//	role-arg=NAME  a prompt's role is in the argument NAME of the call
//	part=yes       a piece of text: the message that it ends up in, if that is known, decides about its role,
//	               and whether it is a tool's result
//	holds=messages the place takes messages (or one message) that have entries of their own, and no text
//	format=printf  the text is the format of a Printf; format=unvetted: of one that go vet does not know
//	fields=F,G     the fields of a result, or of what it holds, that tell of a failure
//	default=TEXT   an option that is dropped, with the value that the vendor takes without it
//	until=VERSION  the last release in which this was read; later ones may differ
//	syntax=NAME    the templates in what is called, or beside the constant, are of this syntax: fstring, go, handlebars, jinja, pyfmt
//	program=A,B    the text goes to a model only if the argument name is one of these programs; program=any: if the command was
//	               made by a function that has such a row
//	input=1,2      the parameters of a handler's function that the model fills, by index
//	takes-ctx=no   a call that cannot be given a context
//	errors=last    a stream whose first error is its last value: nothing comes after it
//	errors=none    a stream to a callback that returns nil when it breaks off: only a field Done tells
//	break=forgets  a chat that does not record a turn whose stream is left early
//	error=unseen   a handler whose Go error the model never sees: it ends the call in the protocol or the run
//	truncated=unseen-since-VERSION  puts a stream together, and hides that a tool call was cut since that release
//	only-if=asked  usage that a stream has only if an option of the role stream-usage was set
//	nil=filtered   a part of a response that is nil where the vendor gave none
//	limit=none     an agent that goes on as long as its model asks for tools, unless an option of the role step-limit is used
//	choices=blocks an adapter that makes a choice of each block of one answer: text, then each tool call
//	calendar=own   reaches a platform that retires models on days of its own, such as Bedrock, Vertex or Azure;
//	               calendar=vendor reaches the vendor's own
//	tags=HOW       a schema is made of the struct tags of a type, read as keywords, as text or for other tags (see data/jsonschema.llm, for json=HOW too):
//	               of the type of the value at the place, or of the type arguments with these indexes, typearg=0,1; the
//	               place can then hold what is used instead: options, or a struct's fields, one for each, unless=F,G
//	ends=DAY       the day on which the vendor ends the service; instead=NAME is the API to use
//
// flow, sink, source and barrier say how text flows through a function, of whatever library: which argument it makes its
// result of, what it must not get, what it reads from strangers, and what makes text safe. when= is the outcome by which a
// guard says that its argument is safe: true, false, nil (an error) or any.
//
// default says what the SDK does if the program does not say: timeout and retries ("none" or a value), model.
// These were read in the source of the releases named, in November 2026.
//
// # Checked
//
// The module in testdata/catalogue resolves every symbol, parameter and field in the real SDKs, so a misspelt entry or
// one that a new release has dropped fails there: run "go test" in that folder. Releases that the Go module proxy did not
// serve say so with unavailable=; their entries were resolved once, in a checkout.
package catalogue

// The releases that share a module path with a later one, which a single module cannot require together.
module github.com/zahariacheck/zahariacheck/analyzers/cataloguecheck/alpha

go 1.26.0

require (
	github.com/anthropics/anthropic-sdk-go v0.2.0-alpha.13 // indirect
	github.com/cloudwego/eino v0.9.13 // indirect
	github.com/openai/openai-go v0.1.0-alpha.62 // indirect
	github.com/tidwall/gjson v1.14.4 // indirect
	github.com/tidwall/match v1.1.1 // indirect
	github.com/tidwall/pretty v1.2.1 // indirect
	github.com/tidwall/sjson v1.2.5 // indirect
)

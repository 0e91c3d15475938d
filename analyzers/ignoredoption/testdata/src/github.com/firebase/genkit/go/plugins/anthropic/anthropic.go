// Package anthropic has what the tests need of a plugin.
package anthropic

type Anthropic struct{ APIKey string }

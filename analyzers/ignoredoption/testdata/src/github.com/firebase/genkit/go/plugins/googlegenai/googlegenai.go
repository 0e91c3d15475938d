// Package googlegenai has what the tests need of a plugin.
package googlegenai

type GoogleAI struct{ APIKey string }

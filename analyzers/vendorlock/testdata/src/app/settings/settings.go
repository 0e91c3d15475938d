// Package settings names the vendor where it shows it, or keeps the interface to itself.
package settings

import "google.golang.org/genai"

type GeminiConfig struct{ Backend genai.Backend }

type Config struct{ GeminiBackend genai.Backend }

type Part interface {
	Content() *genai.Content
	part()
}

// Package ollama has what the tests need of a plugin.
package ollama

type Ollama struct{ ServerAddress string }

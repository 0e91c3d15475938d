// Package ports has an interface of the module, which its author can change.
package ports

type Asker interface{ Ask(question string) error }

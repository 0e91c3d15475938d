// Package editor opens the sample in a real editor: see its test.
package editor

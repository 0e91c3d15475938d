// Package house holds tests of what is said about the code: that ARCHITECTURE.md shows the real imports, that the blocks of README.md
// work as written.
package house

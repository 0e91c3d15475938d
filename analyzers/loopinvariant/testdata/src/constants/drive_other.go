//go:build !plan9

package constants

const drive = `[A-Z]:`

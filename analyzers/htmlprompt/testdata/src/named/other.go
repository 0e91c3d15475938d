//go:build never

package named

var shown any = review

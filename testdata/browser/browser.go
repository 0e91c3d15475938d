// Package browser opens reports in a real browser: see its test.
package browser

// Package e2e is checked by its test, with both drivers: programs that use the real SDKs.
package e2e

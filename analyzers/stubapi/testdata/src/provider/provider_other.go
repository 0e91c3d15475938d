//go:build !windows

package provider

import "errors"

// Tray is there on Windows.
func Tray() error { return errors.New("not implemented") }

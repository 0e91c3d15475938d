// Package cmd holds the commands of a program: nothing but its main imports it.
package cmd

import (
	"log"
	"os"
)

var settings []byte

func init() {
	var err error
	if settings, err = os.ReadFile("settings.yaml"); err != nil {
		log.Fatal(err)
	}
}

// Execute runs the root command.
func Execute() { os.Stdout.Write(settings) }

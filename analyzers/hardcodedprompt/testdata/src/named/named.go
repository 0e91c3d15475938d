// Package named hands texts to another process: its author says that they are prompts.
package named

import "encoding/gob"

// A Job is read by a worker.
type Job struct {
	Name string
	//zahariacheck:prompt
	Text string
}

func send(enc *gob.Encoder, name string,
	//zahariacheck:prompt
	text string,
) error {
	return enc.Encode([]string{name, text})
}

func run(enc *gob.Encoder) error {
	if err := enc.Encode(Job{Name: "the job of the night", Text: "Sort the mails of the day."}); err != nil { // want `prompt hardcoded in run \(6 words, sent through the field Job\.Text\)`
		return err
	}
	return send(enc, "the job of the day", "Answer the mails of yesterday.") // want `prompt hardcoded in run \(5 words, sent through the parameter text of send\)`
}

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
	if err := enc.Encode(Job{Name: "the job of the night", Text: "Sort the mails of the day."}); err != nil { // want `text in run is a prompt of 6 words`
		return err
	}
	return send(enc, "the job of the day", "Answer the mails of yesterday.") // want `text in run is a prompt of 5 words`
}

// Package prompts holds texts that another package sends.
package prompts

// Summary is sent by package triage.
const Summary = "Summarise the ticket below in two short sentences." // zahariacheck finds hardcodedprompt

// Usage is never sent.
const Usage = "Please give the name of the file to read."

package embeds

import (
	"embed"
	"io/fs"
	"text/template"
)

//go:embed prompts/*.tmpl
var prompts embed.FS

//go:embed prompts
var folder embed.FS

func Templates() error {
	template.ParseFS(prompts, "prompts/review.tmpl", "prompts/*.tmpl")
	template.ParseFS(prompts, "review.tmpl")      // want `no pattern of prompts embeds "review.tmpl", so reading it fails when the program runs`
	prompts.ReadFile("prompts/review.txt")        // want `no pattern of prompts embeds "prompts/review.txt"`
	fs.ReadFile(folder, "prompts/deep/down.tmpl") // in the folder
	fs.ReadFile(folder, "prompts/_hidden.tmpl")   // want `no pattern of folder embeds "prompts/_hidden.tmpl"`
	sub, err := fs.Sub(folder, "prompts")
	fs.ReadFile(sub, "review.tmpl")
	return err
}

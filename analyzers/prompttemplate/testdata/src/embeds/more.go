package embeds

import "io/fs"

func Hidden(name string) {
	fs.ReadFile(folder, "prompts/.hidden.tmpl")     // want `no pattern of folder embeds "prompts/.hidden.tmpl"`
	fs.ReadFile(folder, "prompts/_old/review.tmpl") // want `no pattern of folder embeds "prompts/_old/review.tmpl"`
	prompts.ReadFile(name)
}

func Method() {
	read := prompts.ReadFile
	read("prompts/review.txt") // want `no pattern of prompts embeds "prompts/review.txt"`
}

package platforms

import "html/template"

func extra() *template.Template { return review }

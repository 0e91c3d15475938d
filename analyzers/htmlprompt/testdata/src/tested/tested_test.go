package tested_test

import "html/template"

var _ *template.Template

// Package across meets sinks and sources of another package.
package across

import (
	"net/http"
	"os/exec"

	"helpers"
)

func serve(w http.ResponseWriter, r *http.Request) {
	helpers.Shell(r.FormValue("cmd")) // want `request to exec`
	helpers.Known(r.FormValue("cmd"))
	helpers.New().Run(r.FormValue("cmd")) // want `request to exec`
	exec.Command(helpers.Param(r)).Run()  // want `request to exec`
	helpers.Shell("date")
	helpers.Do("say", r.FormValue("text"))
	helpers.Do("run", r.FormValue("text"))               // want `request to exec`
	helpers.Do(r.FormValue("kind"), r.FormValue("text")) // want `request to exec`
}

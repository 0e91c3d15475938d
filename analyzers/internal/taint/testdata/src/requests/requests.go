// Package requests holds servers whose requests reach a sink.
package requests

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
)

func serve(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.FormValue("name")
		db.Query("SELECT * FROM t WHERE name = '" + name + "'") // want `request to sql`
		db.Query("SELECT * FROM t WHERE name = ?", name)
		http.Get("https://example.org/" + r.URL.Path)
		http.Get("https://" + r.URL.Path) // want `request to url`
		http.Get("https://example.org/?q=" + url.QueryEscape(name))
		http.Get(r.URL.Query().Get("next"))    // want `request to url`
		_ = template.HTML(r.PathValue("note")) // want `request to html`
		body, _ := io.ReadAll(r.Body)
		fmt.Printf(string(body)) // want `request to format`
		var in struct{ File string }
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			return
		}
		os.Open(in.File) // want `request to path`
		n, err := strconv.Atoi(r.FormValue("n"))
		if err != nil {
			return
		}
		os.Open(strconv.Itoa(n))
	}
}

package answers

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

type site struct {
	client *openai.Client
	base   string
}

func (s site) name(ctx context.Context) string {
	text, _ := ask(ctx, s.client, openai.ChatCompletionRequest{})
	return text
}

// Paths and queries are behind the host.
func (s site) paths(ctx context.Context) {
	name := s.name(ctx)
	http.Get(fmt.Sprintf("https://weather.example/%s?format=j1", name))
	http.Get(fmt.Sprintf("%s/places/%s", s.base, name))
	http.Get(s.base + "/approvals/" + name + "/yes")
	http.Get("https://weather.example" + name)
	http.Get(s.place(name))
	http.Get(strings.Join([]string{s.base, "places", name}, "/"))
	http.Get(strings.ReplaceAll(s.base, "{place}", name))
	http.Get(strings.ReplaceAll("https://weather.example/{place}", "{place}", name))
	joined, _ := url.JoinPath(s.base, "places", name)
	http.Get(joined)
	u := &url.URL{Scheme: "https", Host: "weather.example", Path: "/" + name}
	http.Get(u.String())
	q := url.Values{}
	q.Set("place", name)
	http.Get(s.base + "?" + q.Encode())
	s.get("/places/" + name)
}

func (s site) place(name string) string {
	where := s.base + "/places"
	return where + "/" + name
}

func (s site) get(path string) (*http.Response, error) { return http.Get(s.base + path) }

// Here the model chooses the host.
func (s site) hosts(ctx context.Context) {
	name := s.name(ctx)
	http.Get("https://" + name + "/index.html")                           // want `is requested as a URL`
	http.Get(fmt.Sprintf("https://%s.weather.example/%d", name, 1))       // want `is requested as a URL`
	http.Get(fmt.Sprintf("%s://%s", "https", name))                       // want `is requested as a URL`
	http.Get("https://api." + name + ".example")                          // want `is requested as a URL`
	http.Get(name + "/index.html")                                        // want `is requested as a URL`
	http.Get(strings.Join([]string{name, "index.html"}, "/"))             // want `is requested as a URL`
	http.Get(strings.ReplaceAll("https://{host}/", "{host}", name))       // want `is requested as a URL`
	http.Get((&url.URL{Scheme: "https", Host: name, Path: "/"}).String()) // want `is requested as a URL`
	http.Get(fmt.Sprintf("%[1]s", name))                                  // want `is requested as a URL`
}

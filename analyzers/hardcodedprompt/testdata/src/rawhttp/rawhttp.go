package rawhttp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

// A note has the shape of a message and is only saved.
type note struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func post(ctx context.Context, url string, body any) (*http.Response, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func ask(ctx context.Context, model, url, question string) (*http.Response, error) {
	return post(ctx, url, request{Model: model, Messages: []message{
		{Role: "system", Content: "You translate the text into German."}, // want `prompt hardcoded in ask \(6 words, sent by rawhttp\.post\)`
		{Role: "user", Content: question},
	}})
}

func askMap(ctx context.Context, model, url, question string) (*http.Response, error) {
	return post(ctx, url, map[string]any{
		"model": model,
		"messages": []map[string]any{
			{"role": "system", "content": "You translate the text into French."}, // want `system prompt hardcoded in askMap \(6 words, sent by rawhttp\.post\)`
			{"role": "user", "content": question},
		},
	})
}

func report(ctx context.Context, url string) (*http.Response, error) {
	return post(ctx, url, note{Role: "system", Content: "The nightly job has finished without errors."})
}

type loose struct {
	Model    string           `json:"model"`
	Messages []map[string]any `json:"messages"`
}

func askLoose(ctx context.Context, model, url, question string) (*http.Response, error) {
	return post(ctx, url, loose{Model: model, Messages: []map[string]any{
		{"role": "system", "content": "You translate the text into Polish."}, // want `system prompt hardcoded in askLoose \(6 words, sent by rawhttp\.post\)`
		{"role": "user", "content": question},
	}})
}

// Each message of a request is a text of its own.
func converse(ctx context.Context, model, city string) {
	post(ctx, "http://localhost", request{Model: model, Messages: []message{
		{Role: "system", Content: "You give advice to travellers on foot."},               // want `system prompt hardcoded in converse \(7 words`
		{Role: "user", Content: "Which roads out of " + city + " are the quietest ones?"}, // want `user prompt hardcoded in converse`
	}})
}

// Gemini's API takes contents of parts; the role may be left out, and no option is needed beside them.

type parted struct {
	Contents []content `json:"contents"`
}

type content struct {
	Parts []part `json:"parts"`
}

type part struct {
	Text string `json:"text"`
}

func askParted(ctx context.Context, url, question string) (*http.Response, error) {
	text := "You translate the text into Danish." // want `prompt hardcoded in askParted \(6 words, sent by rawhttp\.post\)`
	return post(ctx, url+":generateContent", parted{Contents: []content{{Parts: []part{{Text: text + "\n\n" + question}}}}})
}

func askPartedMap(ctx context.Context, url, question string) (*http.Response, error) {
	return post(ctx, url+":generateContent", map[string]any{
		"contents": []map[string]any{{"parts": []map[string]string{
			{"text": "You translate the text into Norwegian."}, // want `prompt hardcoded in askPartedMap \(6 words, sent by rawhttp\.post\)`
			{"text": question},
		}}},
	})
}

func askPartedText(ctx context.Context, url, question string) (*http.Response, error) {
	body := fmt.Sprintf(`{"contents": [{"parts": [{"text": %q}]}]}`, "You translate the text into Icelandic: "+question) // want `prompt hardcoded in askPartedText \(6 words, sent by http\.Post\)`
	return http.Post(url+":generateContent", "application/json", strings.NewReader(body))
}

// A parcel has contents without parts, and a page has parts without a model.

type parcel struct {
	Contents []string `json:"contents"`
}

type page struct {
	Parts []paragraph `json:"parts"`
}

type paragraph struct {
	Text string `json:"text"`
}

func ship(ctx context.Context, url string) (*http.Response, error) {
	return post(ctx, url, parcel{Contents: []string{"Two books about whales and one pair of red gloves."}})
}

func publish(ctx context.Context, url string) (*http.Response, error) {
	return post(ctx, url, page{Parts: []paragraph{{Text: "The library is closed on Mondays and on public holidays."}}})
}

// Types that are written out are the same type wherever they are written.
func askUnnamed(ctx context.Context, model, url, question string) (*http.Response, error) {
	return post(ctx, url, struct {
		Model    string `json:"model"`
		Messages []struct {
			Role    string `json:"role"`
			Content string `json:"content"`
		} `json:"messages"`
	}{model, []struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}{
		{"system", "You translate the text into Dutch."}, // want `prompt hardcoded in askUnnamed \(6 words, sent by rawhttp\.post\)`
		{"user", question},
	}})
}

// A prompt that stands in the JSON of a request, and one that is quoted as JSON by itself.
func askFormat(ctx context.Context, url, word string) (*http.Response, error) {
	body := fmt.Sprintf(`{"model": "m", "messages": [{"role": "user", "content": "Say what this word means: %s"}]}`, word) // want `prompt hardcoded in askFormat \(5 words`
	return http.Post(url, "application/json", strings.NewReader(body))
}

func askQuoted(ctx context.Context, url string) (*http.Response, error) {
	text, err := json.Marshal("Say which language has the longest words.") // want `prompt hardcoded in askQuoted \(7 words`
	if err != nil {
		return nil, err
	}
	return http.Post(url, "application/json", strings.NewReader(`{"model": "m", "max_tokens": 90, "temperature": 0, "prompt": `+string(text)+`}`))
}

func sayHello(url, name string) (*http.Response, error) {
	body := fmt.Sprintf(`{"channel": "news", "text": "The shop on the corner opens at nine, %s"}`, name)
	return http.Post(url, "application/json", strings.NewReader(body))
}

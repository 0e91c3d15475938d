package events

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

type word struct {
	Message struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	} `json:"message"`
	Done bool `json:"done"`
}

// A line has one word, and a longer one is reported.
func words(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		var w word
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			return err
		}
		show(w.Message.Content)
	}
	return sc.Err()
}

type wordOrCall struct {
	Message struct {
		Content   string `json:"content"`
		ToolCalls []struct {
			Name      string `json:"name"`
			Arguments string `json:"arguments"`
		} `json:"tool_calls"`
	} `json:"message"`
	Done bool `json:"done"`
}

func calls(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var w wordOrCall
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			return err
		}
		show(w.Message.Content)
	}
	return sc.Err()
}

// The last line lists the tokens of the context.
func generated(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var w struct {
			Response string `json:"response"`
			Done     bool   `json:"done"`
		}
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			return err
		}
		show(w.Response)
	}
	return sc.Err()
}

type vendor struct{ base string }

func newVendor() *vendor { return &vendor{base: "https://api.example.com/v1"} }

// A vendor at a constant address sends word by word.
func (v *vendor) stream(ctx context.Context, show func(string)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.base+"/chat/completions", nil)
	if err != nil {
		return err
	}
	return read(req, show)
}

func (v *vendor) here(ctx context.Context, show func(string)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.base+"/chat/completions", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
	return sc.Err()
}

// What reads for any server may get the answer in one line.
func read(req *http.Request, show func(string)) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
	return sc.Err()
}

type gateway struct{ base string }

func newGateway(base string) *gateway { return &gateway{base} }

// NewGateway lets callers choose the server.
func NewGateway(base string) *gateway { return newGateway(base) }

func (g *gateway) stream(ctx context.Context, show func(string)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, g.base+"/chat/completions", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
	return sc.Err()
}

// That some text came in does not tell that all of it did.
func some(resp *http.Response) (string, error) {
	var all strings.Builder
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() { // want `the error of Scan is never checked`
		if sc.Text() == "[DONE]" {
			break
		}
		all.WriteString(text(sc.Text()))
	}
	result := all.String()
	if result == "" {
		return "", errors.New("the answer is empty")
	}
	return result, nil
}

func several(resp *http.Response) (out []string, err error) {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() { // want `the error of Scan is never checked`
		out = append(out, text(sc.Text()))
	}
	if len(out) == 0 {
		return nil, errors.New("the answer is empty")
	}
	return out, nil
}

func flagged(resp *http.Response) (out []string, err error) {
	done := false
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() {
		if sc.Text() == "[DONE]" {
			done = true
			break
		}
		out = append(out, text(sc.Text()))
	}
	if !done {
		return nil, errors.New("the answer is cut")
	}
	return out, nil
}

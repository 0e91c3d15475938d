// Package events reads a model's events by hand.
package events

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

type piece struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
		} `json:"delta"`
	} `json:"choices"`
}

type note struct {
	Name string `json:"name"`
}

func short(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body) // want `bufio.NewScanner stops at a line over 64 KiB`
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
	return sc.Err()
}

func unchecked(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() { // want `the error of Scan is never checked`
		line, ok := strings.CutPrefix(sc.Text(), "data:")
		if !ok {
			continue
		}
		var p piece
		if err := json.Unmarshal([]byte(strings.TrimSpace(line)), &p); err != nil {
			continue
		}
		for _, c := range p.Choices {
			show(c.Delta.Content)
		}
	}
	return nil
}

// The lines go to a helper, and the reader comes from one.
func helped(resp *http.Response) (all string) {
	sc := lines(resp.Body)
	for sc.Scan() { // want `the error of Scan is never checked`
		all += text(sc.Text())
	}
	return all
}

func lines(r io.Reader) *bufio.Scanner {
	return bufio.NewScanner(r) // want `stops at a line over 64 KiB`
}

func text(line string) string {
	var p piece
	if json.Unmarshal([]byte(line), &p) != nil || len(p.Choices) == 0 {
		return ""
	}
	return p.Choices[0].Delta.Content
}

// The whole answer is in memory, with its long lines.
func whole(resp *http.Response) (n int, err error) {
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	sc := bufio.NewScanner(bytes.NewReader(data)) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return n, err
		}
		n++
	}
	return n, sc.Err()
}

// A map has no shape, but the request is a model's.
func asked(ctx context.Context, url, q string) (out []any, err error) {
	type turn struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}
	body, err := json.Marshal(struct {
		Model    string `json:"model"`
		Messages []turn `json:"messages"`
	}{"m", []turn{{"user", q}}})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body) // want `stops at a line over 64 KiB`
	for sc.Scan() {
		var m map[string]any
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			return nil, err
		}
		out = append(out, m["text"])
	}
	return out, sc.Err()
}

// Only the mark of the end is a success.
func marked(resp *http.Response, show func(string)) error {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() {
		if sc.Text() == "data: [DONE]" {
			return nil
		}
		show(text(sc.Text()))
	}
	return errors.New("the stream broke off")
}

// What is no event of a model is no matter of this rule.
func names(resp *http.Response) (all []note) {
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		var n note
		if json.Unmarshal(sc.Bytes(), &n) == nil {
			all = append(all, n)
		}
	}
	return all
}

// Files, and lines that nobody decodes.
func others(resp *http.Response, f *os.File) {
	a := bufio.NewScanner(f)
	for a.Scan() {
		fmt.Println(text(a.Text()))
	}
	b := bufio.NewScanner(resp.Body)
	for b.Scan() {
		fmt.Println(b.Text())
	}
}

// One line is no loop, and the error is checked in a deferred function.
func first(resp *http.Response) (out string, err error) {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	if sc.Scan() {
		out = text(sc.Text())
	}
	return out, nil
}

func deferred(resp *http.Response) (out string, err error) {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	defer func() { err = sc.Err() }()
	for sc.Scan() {
		out += text(sc.Text())
	}
	return out, nil
}

// The method of an error belongs to no package.
func described(resp *http.Response, show func(string)) string {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	for sc.Scan() {
		var p piece
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return err.Error()
		}
		show(p.Choices[0].Delta.Content)
	}
	if err := sc.Err(); err != nil {
		return err.Error()
	}
	return ""
}

// A reader is asked for one event after the other.
type reader struct{ lines *bufio.Scanner }

func open(resp *http.Response) *reader {
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(nil, 8<<20)
	return &reader{sc}
}

func (r *reader) next() (string, error) {
	for r.lines.Scan() { // want `the error of Scan is never checked`
		if data, ok := strings.CutPrefix(r.lines.Text(), "data: "); ok {
			return data, nil
		}
	}
	return "", io.EOF
}

func all(resp *http.Response, show func(string)) error {
	r := open(resp)
	for {
		data, err := r.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var p piece
		if err := json.Unmarshal([]byte(data), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
}

package events

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
)

func byLine(resp *http.Response, show func(string)) error {
	lines := bufio.NewReader(resp.Body)
	for {
		line, err := lines.ReadString('\n') // want `every error of ReadString is treated as the end of the stream`
		if err != nil {
			return nil
		}
		var p piece
		if err := json.Unmarshal([]byte(strings.TrimPrefix(line, "data: ")), &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
}

func byLineToEnd(resp *http.Response, show func(string)) error {
	lines := bufio.NewReader(resp.Body)
	for {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var p piece
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		show(p.Choices[0].Delta.Content)
	}
}

func byValue(resp *http.Response) (text string) {
	values := json.NewDecoder(resp.Body)
	for {
		var w word
		if err := values.Decode(&w); err != nil { // want `every error of Decode is treated as the end of the stream`
			break
		}
		text += w.Message.Content
	}
	return text
}

func byValueToEnd(resp *http.Response) (text string, err error) {
	values := json.NewDecoder(resp.Body)
	for {
		var w word
		if err := values.Decode(&w); err == io.EOF {
			return text, nil
		} else if err != nil {
			return "", err
		}
		text += w.Message.Content
	}
}

// Notes of a log are no events of a model.
func notes(resp *http.Response) (names []string) {
	values := json.NewDecoder(resp.Body)
	for {
		var n note
		if err := values.Decode(&n); err != nil {
			return names
		}
		names = append(names, n.Name)
	}
}

// What is kept in memory does not break off.
func inMemory(text string) (out string) {
	values := json.NewDecoder(strings.NewReader(text))
	for {
		var w word
		if err := values.Decode(&w); err != nil {
			return out
		}
		out += w.Message.Content
	}
}

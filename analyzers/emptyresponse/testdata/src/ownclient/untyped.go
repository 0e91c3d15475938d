package ownclient

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func post(url string, body []byte) (*http.Response, error) {
	return http.Post(url+"/v1/chat/completions", "application/json", bytes.NewReader(body))
}

func untyped(url, model, prompt string) (string, error) {
	body, err := json.Marshal(map[string]any{"model": model, "messages": []map[string]any{{"role": "user", "content": prompt}}})
	if err != nil {
		return "", err
	}
	resp, err := post(url, body)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var result map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&result); err != nil {
		return "", err
	}
	first := result["choices"].([]any)[0].(map[string]any) // want `result\["choices"\].\(\[\]any\) panics if the response has none`
	return first["message"].(map[string]any)["content"].(string), nil
}

func parse(body []byte) (string, error) {
	var result map[string]any
	if err := json.Unmarshal(body, &result); err != nil {
		return "", err
	}
	choices, ok := result["choices"].([]any)
	if !ok || len(choices) == 0 {
		return "", errors.New("no choices")
	}
	first := result["choices"].([]any)[0].(map[string]any)
	text, _ := first["text"].(string)
	return text, nil
}

func parseOrNil(body []byte) (text string) {
	var result map[string]any
	if json.Unmarshal(body, &result) != nil || result["candidates"] == nil {
		return ""
	}
	text, _ = result["candidates"].([]any)[0].(map[string]any)["content"].(string)
	return text
}

// A poll has choices, and no message in them.
func poll(body []byte) (string, error) {
	var result map[string]any
	if err := json.Unmarshal(body, &result); err != nil {
		return "", err
	}
	label, _ := result["choices"].([]any)[0].(map[string]any)["label"].(string)
	return label, nil
}

// What the program made itself is as it made it.
func made(text string) string {
	result := map[string]any{"choices": []any{map[string]any{"text": text}}}
	text, _ = result["choices"].([]any)[0].(map[string]any)["text"].(string)
	return text
}

package bad

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

type event struct {
	Delta struct {
		Text string `json:"text"`
	} `json:"delta"`
}

func Read(ctx context.Context, url string, body io.Reader, out func(string)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, body)
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
		data, ok := strings.CutPrefix(sc.Text(), "data: ")
		if !ok {
			continue
		}
		var e event
		if err := json.Unmarshal([]byte(data), &e); err != nil {
			return err
		}
		out(e.Delta.Text)
	}
	return sc.Err()
}

package conversations

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
)

type Message struct{ Role, Content string }

func Save(file string, messages []Message) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	if err := gob.NewEncoder(w).Encode(messages); err != nil { // want `stores \[\]conversations.Message as gob`
		return err
	}
	return w.Flush()
}

func SaveAtOnce(file string, messages []Message) error {
	var buf bytes.Buffer
	enc := gob.NewEncoder(&buf)
	if err := enc.Encode(messages); err != nil { // want `enc.Encode stores \[\]conversations.Message as gob`
		return err
	}
	return os.WriteFile(file, buf.Bytes(), 0o600)
}

func Load(file string) (messages []Message, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&messages); err != nil {
		return nil, fmt.Errorf("decode: %w", err)
	}
	return messages, nil
}

// A deep copy touches no file.
func Clone(m Message) (out Message, err error) {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(m); err != nil {
		return out, err
	}
	return out, gob.NewDecoder(&buf).Decode(&out)
}

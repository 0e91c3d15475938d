package wire

import (
	"encoding/gob"
	"net"
	"os"
)

// Two Go programs that speak gob to each other store nothing.
func Ask(conn net.Conn, question string) (answer string, err error) {
	if err := gob.NewEncoder(conn).Encode(question); err != nil {
		return "", err
	}
	err = gob.NewDecoder(conn).Decode(&answer)
	return answer, err
}

func Reply(answer string) error { return gob.NewEncoder(os.Stdout).Encode(answer) }

package reading

import (
	"encoding/json"
	"os"
	"os/exec"
)

type config struct{ Model string }

func Read(file string, questions []string) (out []string) {
	for _, q := range questions {
		prompt, err := os.ReadFile(file) // want `os.ReadFile reads the same file on every turn of the loop; do it once`
		if err != nil {
			continue
		}
		out = append(out, string(prompt)+q)
	}
	return out
}

func Decode(data []byte, questions []string) (out []string) {
	for _, q := range questions {
		var c config
		if json.Unmarshal(data, &c) == nil { // want `json.Unmarshal decodes the same bytes`
			out = append(out, c.Model+q)
		}
	}
	return out
}

// Silent holds files that change, copies that are needed, and work that few turns do.
func Silent(files, questions []string, data []byte, events chan string) (copies []config) {
	for _, file := range files {
		os.ReadFile(file)
	}
	for range questions {
		exec.Command("make").Run()
		os.ReadFile("out")
	}
	for range questions {
		os.WriteFile("state", nil, 0o600)
		os.ReadFile("state")
	}
	for os.Getpid() > 0 {
		os.ReadFile("/proc/loadavg")
	}
	for i, q := range questions {
		if q == "?" {
			os.ReadFile("help")
		}
		<-events
		_ = i
	}
	for range questions {
		var c config
		json.Unmarshal(data, &c)
		copies = append(copies, c)
	}
	for i := range questions {
		var c config
		data[0] = byte(i)
		json.Unmarshal(data, &c)
	}
	return copies
}

// Rewrite reads anew what the turn before wrote.
func Rewrite(file string, changes []string) error {
	for _, c := range changes {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		put(file, string(text)+c)
	}
	return nil
}

func put(file, text string) { os.WriteFile(file, []byte(text), 0o600) }

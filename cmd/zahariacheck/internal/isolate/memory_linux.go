package isolate

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"strconv"
	"strings"
)

// available is the memory of the machine, or what the control groups of this process leave of it.
func available() uint64 {
	var most uint64
	meminfo, _ := os.ReadFile("/proc/meminfo")
	if _, err := fmt.Sscanf(string(meminfo), "MemTotal: %d kB", &most); err == nil {
		most <<= 10
	}
	groups, _ := os.ReadFile("/proc/self/cgroup")
	for line := range bytes.Lines(groups) {
		switch f := strings.SplitN(strings.TrimSpace(string(line)), ":", 3); {
		case len(f) < 3:
		case f[1] == "":
			most = lowest(most, "/sys/fs/cgroup", f[2], "memory.max")
		case f[1] == "memory":
			most = lowest(most, "/sys/fs/cgroup/memory", f[2], "memory.limit_in_bytes")
		}
	}
	return most
}

// lowest returns the lowest limit of a control group and those around it, if it is below most. In a container the names of
// groups may be those outside: then only the last one, the root, is found.
func lowest(most uint64, root, group, file string) uint64 {
	for at := path.Clean("/" + group); ; at = path.Dir(at) {
		if text, err := os.ReadFile(root + at + "/" + file); err == nil {
			if n, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64); err == nil && (n < most || most == 0) { // it can be "max"
				most = n
			}
		}
		if at == "/" {
			return most
		}
	}
}

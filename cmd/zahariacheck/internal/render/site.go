package render

import (
	"encoding/json"
	"fmt"
	"go/token"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A Site is the repository that a report is about, as services that show reports know it.
type Site struct {
	Root string // its folder: file names are relative to it
	Blob string // address below which the service shows its files; "" if there is none
}

// SiteOf finds the repository around a folder, which is the folder itself if there is none. The address is that of the
// commit under check where GitHub Actions or GitLab CI run; get gives the variables of the environment.
func SiteOf(dir string, get func(string) string) Site {
	s := Site{Root: dir}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			s.Root = at
			break
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	blob := ""
	switch {
	case get("GITHUB_ACTIONS") == "true":
		blob = get("GITHUB_SERVER_URL") + "/" + get("GITHUB_REPOSITORY") + "/blob/" + get("GITHUB_SHA")
	case get("GITLAB_CI") == "true":
		blob = get("CI_PROJECT_URL") + "/-/blob/" + get("CI_COMMIT_SHA")
	}
	if u, err := url.Parse(blob); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		s.Blob = u.String()
	}
	return s
}

// path is the name of a file as services spell it: with slashes, relative to the root if it lies below.
func (s Site) path(file string) string {
	if rel, err := filepath.Rel(s.Root, file); err == nil && filepath.IsLocal(rel) {
		file = rel
	}
	return analyzers.Clean(filepath.ToSlash(file), maxPath)
}

// uri is path as the reference that RFC 3986 wants: percent-encoded, and absolute if the file is not below the root.
func (s Site) uri(file string) string {
	path := s.path(file)
	segments := strings.Split(path, "/")
	for i, name := range segments {
		// A colon is legal but not in the first segment, where it would end a scheme.
		segments[i] = strings.ReplaceAll(url.PathEscape(name), ":", "%3A")
	}
	escaped := strings.Join(segments, "/")
	if filepath.IsAbs(file) && filepath.IsAbs(filepath.FromSlash(path)) {
		return "file:///" + strings.TrimPrefix(escaped, "/")
	}
	return escaped
}

// link is an address at which a line can be seen.
func (s Site) link(p token.Position) string {
	uri := fmt.Sprintf("%s#L%d", s.uri(p.Filename), p.Line)
	if s.Blob == "" || strings.HasPrefix(uri, "file:") {
		return uri
	}
	return s.Blob + "/" + uri
}

// plain encodes a value as JSON in which control and formatting characters, which a terminal or a browser would act on,
// and commands, which a CI service would, are escaped. Decoding gives them back.
func plain(v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return escape(data), nil
}

func escape(data []byte) []byte {
	var b strings.Builder
	for _, r := range string(data) {
		if r >= 0x7f && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)) {
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
			continue
		}
		b.WriteRune(r)
	}
	return []byte(commands.Replace(b.String()))
}

// commands are what runners of GitHub and Azure look for anywhere in a line. In JSON they can only stand in a string.
var commands = strings.NewReplacer("##[", `##\u005b`, "##vso[", `##vso\u005b`)

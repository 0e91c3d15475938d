package htmlreport

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// falls is a finding about a package that falls into parts, of which cart.go leaves.
func falls(out, back int, steps ...string) finding.Finding {
	f := finding.Finding{Rule: "bigpackage", Message: fmt.Sprintf("package shop exports 10 things in %d separable parts; make "+
		"the 4 exports of cart.go (Cart, Item) a package of its own (%d references lead from it to the rest, %d back)", len(steps), out, back)}
	for i, s := range steps {
		f.Trace = append(f.Trace, finding.Step{Message: fmt.Sprintf("part %d: %s", i+1, s)})
	}
	return f
}

func picture(s *split) string {
	if s == nil {
		return "none"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: height %d, out %d at %d, back %d at %d\n", s.Package, s.Height, s.Out, s.OutY, s.Back, s.BackY)
	for _, c := range s.Clusters {
		fmt.Fprintf(&b, "%d leaves %v: %s of %s, named %s, at %d,%d within %d, label %d, dots", c.Number, c.Leaves, c.Exports, c.Files(), c.Names(), c.X, c.Y, c.R, c.LabelY)
		for _, d := range c.Dots {
			fmt.Fprintf(&b, " %s,%s", d.X, d.Y)
		}
		b.WriteByte('\n')
	}
	for _, l := range s.Lines {
		fmt.Fprintf(&b, "%v %s\n", l.Back, l.Path)
	}
	return b.String()
}

// What stays is a column below 24, what leaves stands at the height of its middle, and the lines go from the right edge of
// that, 82+20, to the border at 174: those out above, those back below.
func TestPicture(t *testing.T) {
	f := falls(2, 3, "the 5 exports of shop.go (Shop, Open)", "the 4 exports of cart.go (Cart, Item)", "the 1 exports of log.go (Log)")
	want := `shop: height 162, out 2 at 36, back 3 at 114
1 leaves false: 5 of shop.go, named Shop, Open, at 262,45 within 21, label 80, dots 266.0,45.0 256.9,49.6 262.8,36.2 268.4,53.3 250.3,42.9
2 leaves true: 4 of cart.go, named Cart, Item, at 82,72 within 20, label 106, dots 86.0,72.0 76.9,76.6 82.8,63.2 88.4,80.3
3 leaves false: 1 of log.go, named Log, at 262,114 within 14, label 142, dots 266.0,114.0
false M102 70.0 C122 68.0 154 68.0 174 68.0
false M102 57.0 C122 42.0 154 42.0 174 42.0
true M102 74.0 C122 76.0 154 76.0 174 76.0
true M102 80.5 C122 89.0 154 89.0 174 89.0
true M102 87.0 C122 102.0 154 102.0 174 102.0
`
	if got := picture(newSplit(f)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := newSplit(falls(1, 41, "the 4 exports of cart.go (Cart, …", "the 1 exports of log.go (Log)")); got == nil || !got.Clusters[0].Leaves || len(got.Lines) != 1+maxLinesEach {
		t.Errorf("a step that is cut, and more lines than are drawn: %s", picture(got))
	}
}

// A part of many exports has dots that are closer, and no more than can be seen; one that leaves and is the highest makes
// the height.
func TestPictureOfMany(t *testing.T) {
	s := newSplit(falls(0, 0, "the 900 exports of shop.go (Shop)", "the 4 exports of cart.go (Cart, Item)"))
	if a, b := s.Clusters[0], s.Clusters[1]; len(a.Dots) != maxDots || a.R != maxRadius+rim || a.Exports != "900" || b.R != 6+rim || s.Height != 24+2*a.R+gap {
		t.Errorf("got %d dots within %d, %d dots within %d, height %d", len(a.Dots), a.R, len(b.Dots), b.R, s.Height)
	}
	high := falls(0, 0, "the 100 exports of cart.go (Cart, Item)", "the 1 exports of log.go (Log)")
	high.Message = strings.Replace(high.Message, "the 4", "the 100", 1)
	if s := newSplit(high); s == nil || s.Clusters[0].R != 56+rim || s.Height != 24+2*(56+rim)+gap || s.Clusters[0].Y != (s.Height-gap/2)/2 {
		t.Errorf("got %s", picture(s))
	}
}

func TestNoPicture(t *testing.T) {
	whole := falls(1, 1, "the 4 exports of cart.go (Cart, Item)", "the 1 exports of log.go (Log)")
	other := whole
	other.Rule = "vendorlock"
	said := whole
	said.Message = "package shop is large"
	unrelated := whole
	unrelated.Trace = append([]finding.Step{{Message: "is a step of another kind"}}, whole.Trace...)
	for name, c := range map[string]struct {
		f    finding.Finding
		want bool
	}{
		"whole":                 {whole, true},
		"and another step":      {unrelated, true},
		"of another rule":       {other, false},
		"another message":       {said, false},
		"one part":              {falls(1, 1, "the 4 exports of cart.go (Cart, Item)"), false},
		"none that leaves":      {falls(1, 1, "the 2 exports of shop.go (Shop)", "the 1 exports of log.go (Log)"), false},
		"nothing to part it by": {falls(1, 1), false},
	} {
		if got := newSplit(c.f); (got != nil) != c.want {
			t.Errorf("%s: %s", name, picture(got))
		}
	}
}

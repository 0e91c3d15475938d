package htmlreport

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// A split is the picture of a package that falls into parts: what could leave on the left, what stays on the right, a
// dot for each export and a line for each reference that crosses the border.
type split struct {
	Package   string
	Out, Back int
	Height    int
	Clusters  []cluster
	Lines     []crossing
	OutY      int // where the number of references out is written
	BackY     int

	distance float64 // of the dots
}

type cluster struct {
	Number  int
	Leaves  bool
	Exports string
	Text    string // its files and some of its names
	X, Y, R int
	LabelY  int
	Dots    []dot
}

type (
	dot      struct{ X, Y string }
	crossing struct {
		Back bool
		Path string
	}
)

// What the rule bigpackage says, which has no other way to hand on its numbers than in words. A test reads what it
// reports on its own example with these.
var (
	splitMessage = regexp.MustCompile(`^package (\S+) exports .*? in \d+ separable parts; make (.*) a package of its own \((\d+) references lead from it to the rest, (\d+) back\)$`)
	splitStep    = regexp.MustCompile(`^part (\d+): (the (\d+) exports of (.*))$`)
)

const (
	leftX        = 82  // middle of what leaves, of 360
	rightX       = 262 // middle of what stays
	border       = 174 // where what stays begins
	maxRadius    = 64  // of the dots of a cluster
	rim          = 9   // around them
	gap          = 34  // between clusters, with the label
	reach        = 30  // how far the lines spread, above and below
	maxDots      = 400 // dots of a cluster
	maxLinesEach = 40  // lines in a direction: the number says the rest
)

// newSplit returns the picture of a finding, or nil if it is not about a package that falls into parts.
func newSplit(f finding.Finding) *split {
	m := splitMessage.FindStringSubmatch(f.Message)
	if m == nil || f.Rule != "bigpackage" {
		return nil
	}
	s := &split{Package: m[1], distance: 5.6}
	s.Out, _ = strconv.Atoi(m[3])
	s.Back, _ = strconv.Atoi(m[4])
	for _, st := range f.Trace {
		p := splitStep.FindStringSubmatch(st.Message)
		if p == nil {
			continue
		}
		c := cluster{Leaves: strings.HasPrefix(m[2], strings.TrimSuffix(p[2], "…")), Exports: p[3], Text: p[4]} // long steps are cut
		c.Number, _ = strconv.Atoi(p[1])
		n, _ := strconv.Atoi(p[3])
		c.Dots = make([]dot, min(n, maxDots))
		s.Clusters = append(s.Clusters, c)
		s.distance = min(s.distance, maxRadius/math.Sqrt(float64(max(len(c.Dots), 1))))
	}
	leaves := func(c cluster) bool { return c.Leaves }
	if len(s.Clusters) < 2 || !slices.ContainsFunc(s.Clusters, leaves) {
		return nil
	}
	s.place()
	return s
}

// place puts what stays in a column on the right and what leaves beside its middle.
func (s *split) place() {
	for i := range s.Clusters {
		c := &s.Clusters[i]
		c.R = int(s.distance*math.Sqrt(float64(len(c.Dots)))) + rim
	}
	bottom := 24
	for i := range s.Clusters {
		if c := &s.Clusters[i]; !c.Leaves {
			c.put(rightX, bottom+c.R, s.distance)
			bottom += 2*c.R + gap
		}
	}
	s.Height = bottom
	for i := range s.Clusters {
		if c := &s.Clusters[i]; c.Leaves {
			s.Height = max(s.Height, 2*c.R+24+gap)
			c.put(leftX, (s.Height-gap/2)/2, s.distance)
			s.OutY, s.BackY = c.Y-reach-6, c.Y+reach+12
			s.cross(c)
		}
	}
}

// put places a cluster and its dots, which lie as the seeds of a sunflower do: evenly, whatever their number.
func (c *cluster) put(x, y int, distance float64) {
	c.X, c.Y, c.LabelY = x, y, y+c.R+14
	turn := math.Pi * (3 - math.Sqrt(5))
	for i := range c.Dots {
		r, angle := distance*math.Sqrt(float64(i)+.5), turn*float64(i)
		c.Dots[i] = dot{fmt.Sprintf("%.1f", float64(x)+r*math.Cos(angle)), fmt.Sprintf("%.1f", float64(y)+r*math.Sin(angle))}
	}
}

// cross draws the references from and to the part that leaves, as lines between its border and the frame around the
// rest: which declarations they join is not known.
func (s *split) cross(c *cluster) {
	fan := func(n, side int, back bool) {
		for i := range min(n, maxLinesEach) {
			spread := float64(side) * (4 + (reach-4)*float64(i)/float64(max(min(n, maxLinesEach)-1, 1)))
			x1, x2 := c.X+c.R, border
			s.Lines = append(s.Lines, crossing{back, fmt.Sprintf("M%d %.1f C%d %.1f %d %.1f %d %.1f",
				x1, float64(c.Y)+spread/2, x1+20, float64(c.Y)+spread, x2-20, float64(c.Y)+spread, x2, float64(c.Y)+spread)})
		}
	}
	fan(s.Out, -1, false)
	fan(s.Back, 1, true)
}

// Names are the exports that the label of a cluster names, and Files its files.
func (c cluster) Names() string {
	_, names, _ := strings.Cut(c.Text, " (")
	return strings.TrimSuffix(names, ")")
}

func (c cluster) Files() string {
	files, _, _ := strings.Cut(c.Text, " (")
	return files
}

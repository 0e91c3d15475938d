package growth

import (
	"math"
	"testing"
)

func TestExponent(t *testing.T) {
	sizes := []int{1, 21, 41, 81}
	for _, c := range []struct {
		cost func(n float64) float64
		want float64
	}{
		{func(n float64) float64 { return 7 + n/100 }, 0},
		{func(n float64) float64 { return 7 + 3*n }, 1},
		{func(n float64) float64 { return 7 + 3*n*n }, 2},
		{func(n float64) float64 { return 7 + n*n*n }, 3},
	} {
		var costs []float64
		for _, n := range sizes {
			costs = append(costs, c.cost(float64(n)))
		}
		if got := Exponent(sizes, costs); math.Abs(got-c.want) > 0.1 {
			t.Errorf("the exponent of %v over %v is %.3f, want %v", costs, sizes, got, c.want)
		}
	}
}

package growth

import "math"

// Exponent returns the e of cost ~ size^e, by least squares over the logarithms. The first size and its cost, which all
// others have too, are taken off before. A size that costs hardly more than the first tells nothing; where none does
// more, the cost does not grow, and the exponent is 0.
func Exponent(sizes []int, costs []float64) float64 {
	var n, x, y, xx, xy float64
	for i, size := range sizes {
		if costs[i] < 1.1*costs[0] {
			continue
		}
		lx, ly := math.Log(float64(size-sizes[0])), math.Log(costs[i]-costs[0])
		n, x, y, xx, xy = n+1, x+lx, y+ly, xx+lx*lx, xy+lx*ly
	}
	if n < 2 {
		return 0
	}
	return (n*xy - x*y) / (n*xx - x*x)
}

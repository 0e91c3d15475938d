package main

func a(x string, n int) string {
	if n == 0 {
		return x
	}
	return b(x, n-1)
}

func b(y string, n int) string { return a(y, n) }

func main() {
	sink(a("flows through a", 1))
	sink(b("flows through b", 3))
	_ = b("stays outside", 3)
}

func sink(string) {}

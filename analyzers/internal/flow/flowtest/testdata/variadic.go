package main

import "strings"

func all(sep string, list ...string) string { return strings.Join(list, sep) }

func pick(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return "flows by default"
}

func main() {
	println(all("stays between", "stays in a list"))
	sink(all(" ", "flows first", "flows second"))
	sink(pick([]string{"flows spread"}...))
}

func sink(string) {}

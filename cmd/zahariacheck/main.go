package main

import (
	"fmt"
	"github.com/zahariacheck/zahariacheck/principles"
)

func main() { fmt.Println(len(principles.All())); fmt.Println(principles.Get("lock-in").Citation()) }

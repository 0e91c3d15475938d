package main

import "sync"

var (
	once   sync.Once
	loaded string
)

func load() string {
	once.Do(func() { loaded = "flows from once" })
	return loaded
}

func main() { sink(load()) }

func sink(string) {}

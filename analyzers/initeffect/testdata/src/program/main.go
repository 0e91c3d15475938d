package main

import "os"

// A program may do at its start what it likes: nobody imports it.
func init() { os.Remove("lock") }

func main() {}

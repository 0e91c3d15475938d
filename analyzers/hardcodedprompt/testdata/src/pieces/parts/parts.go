// Package parts has a text that another package fills in.
package parts

func Place() string { return "This is the post office of the old town." }

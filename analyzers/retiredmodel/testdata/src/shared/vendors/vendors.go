// Package vendors names the defaults.
package vendors

const Default = "gpt-4-32k"

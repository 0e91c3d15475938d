package lib

import (
	"context"
	"testing"
)

// CheckModel is for tests, which go test stops.
func CheckModel(t *testing.T, a *Asker) {
	if _, err := a.ask(context.Background(), "hello"); err != nil {
		t.Fatal(err)
	}
}

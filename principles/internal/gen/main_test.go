package main

import (
	"os"
	"testing"
)

func TestUpToDate(t *testing.T) {
	want, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../ids.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("ids.go is out of date: run go generate ./principles")
	}
}

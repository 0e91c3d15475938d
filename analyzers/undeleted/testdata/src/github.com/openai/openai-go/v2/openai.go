// Package openai has what the tests need of the SDK.
package openai

import (
	"context"
	"io"
)

type Client struct {
	Files   FileService
	Batches BatchService
}

type (
	FileService   struct{}
	BatchService  struct{}
	RequestOption interface{ Apply() error }
)

type (
	FileNewParams  struct{ File io.Reader }
	FileObject     struct{ ID string }
	BatchNewParams struct{ InputFileID string }
	Batch          struct{ ID string }
)

func (*FileService) New(ctx context.Context, body FileNewParams, opts ...RequestOption) (*FileObject, error) {
	return nil, nil
}

func (*BatchService) New(ctx context.Context, body BatchNewParams, opts ...RequestOption) (*Batch, error) {
	return nil, nil
}

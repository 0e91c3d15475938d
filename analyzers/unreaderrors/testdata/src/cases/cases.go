// Package cases stores documents, and searches them.
package cases

import (
	"context"
	"errors"

	"github.com/openai/openai-go/v3"
	"github.com/weaviate/weaviate-go-client/v5/weaviate/batch"
	"github.com/weaviate/weaviate-go-client/v5/weaviate/graphql"
	"github.com/weaviate/weaviate/entities/models"
)

func dropped(ctx context.Context, b *batch.ObjectsBatcher, notes []*models.Object) error {
	_, err := b.WithObjects(notes...).Do(ctx) // want `ObjectsBatcher\)\.Do returns failures in its result, with a nil error, and nothing here reads them; check Errors before`
	return err
}

func counted(ctx context.Context, b *batch.ObjectsBatcher) (int, error) {
	objects, err := b.Do(ctx) // want `ObjectsBatcher\)\.Do returns failures in its result`
	if err != nil {
		return 0, err
	}
	for _, o := range objects {
		println(o.Class)
	}
	return len(objects), nil
}

func searched(ctx context.Context, q *graphql.GetBuilder) ([]any, error) {
	query := q.WithClassName("Note")
	response, err := query.Do(ctx) // want `GetBuilder\)\.Do returns failures in its result`
	if err != nil || response == nil {
		return nil, err
	}
	get, ok := response.Data["Get"].(map[string]any)
	if !ok {
		return nil, nil
	}
	found, _ := get["Note"].([]any)
	return found, nil
}

// Who reads the errors, or passes the result on, is not reported.

func checked(ctx context.Context, q *graphql.GetBuilder) (map[string]models.JSONObject, error) {
	response, err := q.Do(ctx)
	if err != nil {
		return nil, err
	}
	if len(response.Errors) > 0 {
		return nil, errors.New(response.Errors[0].Message)
	}
	return response.Data, nil
}

func checkedEach(ctx context.Context, b *batch.ObjectsBatcher) error {
	objects, err := b.Do(ctx)
	for _, o := range objects {
		if o.Result != nil && o.Result.Errors != nil {
			return errors.New("not stored")
		}
	}
	return err
}

func checkedStatus(ctx context.Context, b *batch.ObjectsBatcher) error {
	objects, err := b.Do(ctx)
	for i := range objects {
		o := objects[i]
		if *o.Result.Status == "FAILED" {
			return errors.New("not stored")
		}
	}
	return err
}

func passedOn(ctx context.Context, b *batch.ObjectsBatcher, check func(*models.ObjectsGetResponseAO2Result) error) error {
	objects, err := b.Do(ctx)
	for _, o := range objects {
		if err := check(o.Result); err != nil {
			return err
		}
	}
	return err
}

func returned(ctx context.Context, q *graphql.GetBuilder) (*models.GraphQLResponse, error) {
	return q.Do(ctx)
}

func named(ctx context.Context, q *graphql.GetBuilder) (response *models.GraphQLResponse, err error) {
	response, err = q.Do(ctx)
	return
}

func merged(ctx context.Context, q *graphql.GetBuilder) (map[string]models.JSONObject, error) {
	response, err := merge(q.Do(ctx))
	if err != nil {
		return nil, err
	}
	return response.Data, nil
}

func merge(r *models.GraphQLResponse, err error) (*models.GraphQLResponse, error) {
	if err == nil && len(r.Errors) > 0 {
		err = errors.New(r.Errors[0].Message)
	}
	return r, err
}

type store struct{ last *models.GraphQLResponse }

func (s *store) kept(ctx context.Context, q *graphql.GetBuilder) (err error) {
	s.last, err = q.Do(ctx)
	return err
}

func uploaded(ctx context.Context, files *openai.VectorStoreFileService, params openai.VectorStoreFileNewParams) (string, error) {
	file, err := files.NewAndPoll(ctx, "store", params, 0) // want `VectorStoreFileService\)\.NewAndPoll returns failures in its result, with a nil error, and nothing here reads them; check Status before`
	if err != nil {
		return "", err
	}
	return file.ID, nil
}

func uploadedAndChecked(ctx context.Context, files *openai.VectorStoreFileService, params openai.VectorStoreFileNewParams) (string, error) {
	file, err := files.NewAndPoll(ctx, "store", params, 0)
	if err != nil {
		return "", err
	}
	if file.Status != "completed" {
		return "", errors.New(file.LastError.Message)
	}
	return file.ID, nil
}

func batched(ctx context.Context, batches *openai.VectorStoreFileBatchService, params openai.VectorStoreFileBatchNewParams) error {
	_, err := batches.NewAndPoll(ctx, "store", params, 0) // want `check FileCounts before`
	return err
}

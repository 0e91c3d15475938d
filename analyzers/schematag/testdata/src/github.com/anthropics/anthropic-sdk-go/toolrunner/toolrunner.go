// Package toolrunner has what the tests need of the SDK's tools.
package toolrunner

import "context"

func NewBetaToolFromJSONSchema[T any](name, description string, handler func(context.Context, T) (string, error)) (any, error) {
	return nil, nil
}

package flow

import "github.com/cloudwego/eino/schema"

type Step interface {
	Run(*schema.Message) error // want `interface method Step.Run mentions schema.Message, .* convert where the framework is called.*On Framework Agnosticism`
}

package shared

import (
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/cloudwego/eino/schema"
)

// Frameworks and clouds are reported on request only.
type Turn struct{ Message *schema.Message }

type Invoker interface {
	Invoke(*bedrockruntime.InvokeModelInput) error
}

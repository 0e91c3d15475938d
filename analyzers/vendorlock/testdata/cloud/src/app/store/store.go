package store

import "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"

type Invoker interface {
	Invoke(*bedrockruntime.InvokeModelInput) error // want `interface method Invoker.Invoke mentions bedrockruntime.InvokeModelInput, so every implementation must import`
}

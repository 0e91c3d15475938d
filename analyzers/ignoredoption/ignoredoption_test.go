package ignoredoption

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

func TestRule(t *testing.T) { ruletest.Run(t, Rule) }

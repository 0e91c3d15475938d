package lookup

import "context"

// What is searched for is no name that a model gave.
func searchedByConfig(ctx context.Context, tools []tool, name string) (string, error) {
	var found tool
	for _, t := range tools {
		if t.Name() == name {
			found = t
			break
		}
	}
	return found.Run(ctx, "")
}

func searchedBy(ctx context.Context, tools []tool, fits func(tool) bool) (string, error) {
	var found tool
	for _, t := range tools {
		if fits(t) {
			found = t
			break
		}
	}
	return found.Run(ctx, "")
}

package items

type Item struct {
	Name string `json:"name"`
}

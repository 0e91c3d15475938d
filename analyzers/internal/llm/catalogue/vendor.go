package catalogue

import "cmp"

// vendorNames are the names of vendors as they write them, by those in rows.
var vendorNames = map[string]string{
	"anthropic": "Anthropic", "aws": "AWS", "azure": "Azure", "baidu": "Baidu", "cerebras": "Cerebras", "chroma": "Chroma", "cloudflare": "Cloudflare", "cohere": "Cohere",
	"deepseek": "DeepSeek", "github": "GitHub", "google": "Google", "groq": "Groq", "huggingface": "Hugging Face", "ibm": "IBM", "jina": "Jina AI", "milvus": "Milvus",
	"mistral": "Mistral AI", "ollama": "Ollama", "openai": "OpenAI", "openrouter": "OpenRouter", "oracle": "Oracle", "pinecone": "Pinecone", "qdrant": "Qdrant", "qwen": "Qwen",
	"replicate": "Replicate", "together": "Together AI", "vercel": "Vercel", "voyageai": "Voyage AI", "weaviate": "Weaviate", "xai": "xAI",
}

// VendorName returns the name of a vendor as messages show it.
func VendorName(vendor string) string { return cmp.Or(vendorNames[vendor], vendor) }

package llm

import "testing"

func TestProseWords(t *testing.T) {
	for _, test := range []struct {
		text  string
		prose bool
	}{
		{"You are a helpful assistant.", true},
		{"Translate this to French: %s", true},
		{"Answer in one word.\nQuestion: %s\nAnswer:", true},
		{"Summarize: %s\nKeep it under ten words.", true},
		{"Use the tool at http://localhost:8080/ask to look up orders.", true},
		{"(You may ask for help.) Answer the question.", true},
		{"Summarize the following letter:\n", true},
		{"\nAnswer with the name of the town that the letter came from:\n", true},
		{"[Your last answer was cut off. Any call of a tool in it was lost. Repeat the calls.]", true},
		{"<letter id=%d><written by>%s</written by><sent on>%s</sent on></letter>", false},
		{"你是邮局的助手，请把每封信按城市分类。", true},
		{"请用一句话概括来信", true},
		{"一句话说明", false},
		{"来信：%s\n城市：%s\n今天收到的信件：\n%s", false},
		{"以下是今天收到的所有信件：\n%s", false},
		{"请整理以下今天收到的所有信件：\n%s", true},
		{"【今天收到的来信（按城市排列）】\n", false},
		{"寄信人的住址（只给邮递员看）：\n%s\n寄信人的家人：%s\n", false},
		{"寄信人的住址（回信之前先核对城市、街道和门牌号码，不要写错）：\n%s\n", true},
		{"【今天收到的来信】\n%s\n【昨天收到的来信】\n%s", false},
		{"The state of the post office: day=%d, weather=%s, letters = %.1f\n", false},
		{"| Town | Street | House | Letters of today |\n", false},
		{"Say hello", false},
		{"\n\nLetters from the same town:\n", false},
		{"- Towns by the number of letters:\n", false},
		{"%s letters a year (%d of %d are read):\n", false},
		{"First letter (as it came in):\n%s\n\nLast letter:\n%s", false},
		{"Letter (of a long one only the first page is shown here, so ask the archive when the answer may stand on another page):\n%s", true},
		{"[the user attached two files]", false},
		{"（请只读今天收到的来信）", true},
		{"[the film that was asked for, ", false},
		{", cannot be shown on this screen]", false},
		{"answer with a list of names as in [Ada, Max]", true},
		{"(no answer from this person)", false},
		{"Name: %s\nDate: %s\nOpen tickets: %d\nOwner: %s\n", false},
		{"Previous conversation:\n%s\nHuman: %s\nAI:", false},
		{"- %s by %s on %s with %s", false},
		{"%s said to %s and %s", false},
		{"## Open orders:\n## Closed orders:\n", false},
		{"\n\n## Letters of the last round (not answered)\n\n", false},
		{"# Sort the letters by town", true},
		{"[POST] ALL LETTERS OF THIS YEAR:\n", false},
		{"SORT ALL LETTERS OF THIS YEAR.", true},
		{"Post office: [closed today]\n", false},
		{"Letter list of today: ", false},
		{"Sort these letters by town: %s", true},
		{"The letter that came in first is: %s\n\nThe answer to it was:\n%s", false},
		{"\nHere are the three letters of this week:\n%s\n\nAnd the answer is between the <answer> tags below:\n<answer>\n%s\n</answer>", false},
		{"Based on all of these letters:\n", false},
		{"The letter is wrong. Write a better one for this person:\n%s", true},
		{"Say where the letter that came in first was written:\n%s", true},
		{"This is what you do with each letter: read it and sort it by town.", true},
	} {
		if got := proseWords(test.text) >= minWords; got != test.prose {
			t.Errorf("%q is prose: %v, want %v (%d words)", test.text, got, test.prose, proseWords(test.text))
		}
	}
}

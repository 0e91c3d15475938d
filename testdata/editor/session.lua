-- What Neovim does in the test of this folder. It writes what it saw to $RESULT and exits 1 where it waited in vain.
local result = {}

local function must(ok, what)
  if not ok then
    io.stderr:write("waited in vain: " .. what .. "\n")
    vim.cmd("cquit 1")
  end
end

-- The diagnostics of the file, as "LINE RULE".
local function found()
  local out = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(out, (d.lnum + 1) .. " " .. d.code)
  end
  table.sort(out)
  return out
end

local function await(count)
  must(vim.wait(60000, function() return #found() == count end, 50), count .. " findings, not " .. vim.inspect(found()))
  return found()
end

-- Chooses the action at a line whose title begins with some words, as a user does.
local function act(line, title, done)
  vim.api.nvim_win_set_cursor(0, { line, 20 })
  vim.ui.select = function(items, _, choose)
    for i, item in ipairs(items) do
      if vim.startswith(item[2].title, title) then
        return choose(item, i)
      end
    end
    must(false, "an action " .. title .. " among " .. vim.inspect(items))
  end
  vim.lsp.buf.code_action()
  must(vim.wait(60000, done, 50), title)
end

local client = vim.lsp.start_client({ name = "zahariacheck", cmd = { vim.env.TOOL, "lsp", "-preview" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)

result.First = await(2)
local at = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 20, character = 20 } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", at, 60000)
result.Hover = answers[client].result.contents.value

act(37, "Move question", function() return vim.api.nvim_buf_get_lines(0, 35, 36, false)[1]:find("MustCompile") ~= nil end)
result.Second = await(1)

vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "func init() { http.Get(\"https://example.com\") }" })
result.Edited = await(2)
vim.api.nvim_buf_set_lines(0, -3, -1, false, {})
await(1)
vim.cmd("write")

vim.o.autoread = true
act(21, "Move the prompt", function()
  vim.cmd("checktime")
  return vim.fn.search("go:embed", "nw") > 0
end)
result.Third = await(0)

vim.fn.writefile({ vim.json.encode(result) }, vim.env.RESULT)
vim.lsp.stop_client(client)
vim.cmd("qall!")

-- Makes a page of the site of a Markdown page (pandoc): links between pages lead to pages, links to files to the page that shows the file,
-- pictures are put into the page. What is asked for in the environment is said in make-site.sh.
local source = os.getenv("SITE_SOURCE") -- the page, from the top of the repository
local from = os.getenv("SITE_FROM")     -- where its links start: the same, but for pages that are made
local page = os.getenv("SITE_PAGE")     -- what is written, from the top of the site
local top = os.getenv("SITE_TOP")       -- the repository

local pages = {} -- page of the site by the path of what it shows
for line in io.lines(os.getenv("SITE_PAGES")) do
  local shown, written = line:match("^(.-)\t(.*)$")
  pages[shown] = written
end

local function folder_of(path)
  return path:match("^(.*)/[^/]*$") or ""
end

-- The path from the top of something that is named from a folder, or nothing where it leads out of the top.
local function resolved(folder, path)
  local parts = {}
  for part in ((folder == "" and "" or folder .. "/") .. path):gmatch("[^/]+") do
    if part == ".." then
      if #parts == 0 then return nil end
      table.remove(parts)
    elseif part ~= "." then
      parts[#parts + 1] = part
    end
  end
  return table.concat(parts, "/")
end

local function to_top()
  local _, depth = page:gsub("/", "")
  return ("../"):rep(depth)
end

local function refuse(what)
  io.stderr:write(("%s: %s\n"):format(source, what))
  os.exit(1)
end

local function is_elsewhere(target)
  return target:match("^%a[%w+.-]*:") or target:match("^//")
end

local function link_leads_on(link)
  local target = link.target
  local beside = target:match("^SITE:(.*)") -- a file of the site, beside the page
  if beside then
    link.target = beside
    return link
  end
  if is_elsewhere(target) or target:match("^#") then return link end
  local path, fragment = target:match("^([^#]*)(.*)$")
  local shown = resolved(folder_of(from), path)
  local written = shown and (pages[shown] or pages[shown .. "/README.md"])
  if not written then
    local file = shown and io.open(top .. "/" .. shown)
    if not file or not file:read(0) then refuse("a link leads nowhere: " .. target) end
    file:close()
    written = shown .. ".html"
    local wanted = io.open(os.getenv("SITE_WANTED"), "a")
    wanted:write(shown, "\n")
    wanted:close()
  end
  link.target = to_top() .. written .. fragment
  return link
end

local kinds = {png = "image/png", svg = "image/svg+xml"}

local function picture_inside(image)
  local shown = resolved(folder_of(from), image.src)
  local kind = kinds[image.src:match("[^.]*$")]
  local file = shown and kind and io.open(top .. "/" .. shown, "rb")
  if not file then refuse("a picture that cannot be shown: " .. image.src) end
  local bytes = file:read("a")
  file:close()
  image.src = "data:" .. kind .. ";base64," .. pandoc.pipe("base64", {"-w", "0"}, bytes)
  return image
end

-- Comments of a page are not for its readers; any other markup is shown as it stands.
local function raw_left_out(raw)
  if raw.text:match("^%s*<!%-%-") then return {} end
  return raw.t == "RawBlock" and pandoc.Para({pandoc.Str(raw.text)}) or pandoc.Str(raw.text)
end

-- doi:10.1234/some.where becomes a link; what closes the sentence stays outside.
local function doi_leads_on(text)
  local before, doi, after = text.text:match("^(.-)doi:(10%.%d+/%S-)([%].,;:)]*)$")
  if not doi then return nil end
  local _, opened = doi:gsub("%(", "")
  local _, closed = doi:gsub("%)", "")
  if opened > closed and after:sub(1, 1) == ")" then
    doi, after = doi .. ")", after:sub(2)
  end
  return {pandoc.Str(before), pandoc.Link({pandoc.Str("doi:"), pandoc.Str(doi)}, "https://doi.org/" .. doi), pandoc.Str(after)}
end

local classes = {AlignRight = "n", AlignCenter = "c"}
local many_columns = 5

-- Widths and alignments as classes: the policy of our pages allows no style at an element. A wide table scrolls by itself.
local function table_scrolls(grid)
  local class_of = {}
  for i, spec in ipairs(grid.colspecs) do
    class_of[i] = classes[tostring(spec[1])]
    grid.colspecs[i] = {pandoc.AlignDefault, nil}
  end
  local function dress(rows)
    for _, row in ipairs(rows) do
      for i, cell in ipairs(row.cells) do
        if class_of[i] then cell.attr = pandoc.Attr("", {class_of[i]}) end
      end
    end
  end
  dress(grid.head.rows)
  for _, body in ipairs(grid.bodies) do dress(body.body) end
  if #grid.colspecs >= many_columns then grid.attr = pandoc.Attr("", {"many"}) end
  return pandoc.Div({grid}, pandoc.Attr("", {"scroll"}, {tabindex = "0"}))
end

local function code_scrolls(block)
  block.attributes.tabindex = "0"
  return block
end

-- "Groundswell / models / people": the folders above, each with its page.
local function where()
  local inlines = pandoc.List({pandoc.Link({pandoc.Str("Groundswell")}, to_top() .. "index.html")})
  local path = ""
  for part in folder_of(page):gmatch("[^/]+") do
    path = path == "" and part or path .. "/" .. part
    local above = pages[path] or pages[path .. "/README.md"]
    local name = pandoc.Str(part)
    inlines:extend({pandoc.Str(" / "), above and above ~= page and pandoc.Link({name}, to_top() .. above) or name})
  end
  return inlines
end

function Pandoc(doc)
  local try = os.getenv("SITE_TRY") == "yes"
  doc.blocks = pandoc.List(doc.blocks):filter(function(block)
    return try or not (block.t == "Div" and block.classes:includes("try"))
  end)
  local heading
  for i, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      heading = block
      doc.blocks:remove(i)
      break
    end
  end
  if not heading then refuse("it has no heading of its own") end
  doc = doc:walk({Link = link_leads_on, Image = picture_inside, RawBlock = raw_left_out, RawInline = raw_left_out, Table = table_scrolls,
                  CodeBlock = code_scrolls})
  doc = doc:walk({Link = function(link) return link, false end, Str = doi_leads_on, traverse = "topdown"})
  local meta = doc.meta
  meta.heading = pandoc.MetaInlines(heading.content)
  meta.anchor = heading.identifier
  local name = pandoc.utils.stringify(heading.content)
  meta.pagetitle = name == "Groundswell" and page == "index.html" and name or name .. " · Groundswell"
  meta.root = to_top()
  if page ~= "index.html" then meta.where = pandoc.MetaInlines(where()) end
  if not os.getenv("SITE_MADE") then meta.source = source end
  if try then meta.try = true end
  meta.start = page == "index.html"
  return pandoc.Pandoc(doc.blocks, meta)
end

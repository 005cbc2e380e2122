-- What Lua may do inside LuaTeX: read the TeX installation and the job's own folder, and nothing else.
-- Run by `lualatex --lua=guard.lua`, before LuaTeX's own start-up code and before any font loader.
--
-- `--safer` alone falls short both ways: luaotfload refuses to run under it, and what it takes away can be had back
-- through `package.loaded.debug`. So every function that opens something is replaced here by one that looks at the
-- name first, and `typeset_close` then takes away all that could reach the originals. It runs before the first line
-- of the document.

local roots = {}
for root in string.gmatch(os.getenv("TYPESET_ROOTS"), "[^\n]+") do roots[#roots + 1] = root .. "/" end

local type, error, find, sub, gsub, pairs, rawset = type, error, string.find, string.sub, string.gsub, pairs, rawset

local function is_allowed(name)
  if type(name) ~= "string" or find(name, "\0", 1, true) or find("/" .. name .. "/", "/../", 1, true) then
    return false
  end
  if sub(name, 1, 1) ~= "/" then return true end
  for _, root in pairs(roots) do
    if sub(name .. "/", 1, #root) == root then return true end
  end
  return false
end

-- Return `original`, asked only for names that are allowed; for others it gives nil and a message.
local function looking(original)
  return function(name, ...)
    if is_allowed(name) then return original(name, ...) end
    return nil, "not allowed"
  end
end

local function refused() return nil, "not allowed" end

local function keep(from, names)
  local kept = {}
  for name in string.gmatch(names, "%S+") do kept[name] = from[name] end
  for name in pairs(from) do from[name] = kept[name] end
end

local load_text, open, find_file = load, io.open, kpse.find_file

local function open_to_read(name, how)
  if not is_allowed(name) or find(how or "r", "[wa+]") then return nil, "not allowed" end
  return open(name, how)
end
local function lines(name, ...)
  return assert(open_to_read(name)):lines(...)
end
keep(io, "close flush type write stderr stdin stdout")
local own = {open = open_to_read, lines = lines, input = refused, output = refused, popen = refused, tmpfile = refused}
-- LuaTeX's own start-up code would put functions of its own in their place: they are found, and cannot be set.
setmetatable(io, {
  __index = own,
  __newindex = function(io, key, value) if own[key] == nil then rawset(io, key, value) end end,
  __metatable = false,
})
loadfile = looking(function(name, _, ...)
  local file = open(name, "rb")
  if not file then return nil, "cannot open" end
  local text = file:read("a")
  file:close()
  return load_text(gsub(text, "^#[^\n]*", ""), "@" .. name, "t", ...)
end)
dofile = function(name) return assert(loadfile(name))() end

-- Bytecode can be forged; only what was dumped here may be loaded.
local dump, dumped = string.dump, {}
string.dump = function(...)
  local code = dump(...)
  dumped[code] = true
  return code
end
load = function(chunk, name, _, ...)
  return load_text(chunk, name, dumped[chunk] and "b" or "t", ...)
end
loadstring = load

keep(os, "clock date difftime env exit getenv gettimeofday name selfdir time times type uname")
keep(lfs, "attributes symlinkattributes dir currentdir")
lfs.attributes, lfs.symlinkattributes = looking(lfs.attributes), looking(lfs.symlinkattributes)
lfs.isreadablefile = function(name)
  local file = open_to_read(name)
  return file and file:close() or lfs.isdir(name)
end
lfs.iswritablefile = function(name) return lfs.isdir(name) end  -- luaotfload does not start without a cache
local dir = lfs.dir
lfs.dir = function(name) if is_allowed(name) then return dir(name) end error("not allowed") end

keep(kpse, "find_file var_value expand_var expand_path version set_program_name init_prog"
  .. " check_permission record_input_file record_output_file show_path lookup readable_file")
kpse.find_file = function(...)
  local found = find_file(...)
  return is_allowed(found) and found or nil
end
kpse.readable_file, kpse.lookup = looking(kpse.readable_file), kpse.find_file

fontloader, gzip, zip, mplib, socket, mime, ltn12 = nil, nil, nil, nil, nil, nil, nil
local harfbuzz = package.loaded.luaharfbuzz
if harfbuzz then
  harfbuzz.Face.new = looking(harfbuzz.Face.new)
  harfbuzz.Blob.new_from_file = looking(harfbuzz.Blob.new_from_file)
end
img.scan, img.new = refused, img.new
local pdfe_open = pdfe.open
pdfe.open = looking(pdfe_open)

-- Objects of the PDF are made of strings, not of files.
local function of_strings(make)
  return function(...)
    for _, argument in pairs({...}) do
      local kind = type(argument) == "table" and (argument.file and "file" or argument.type) or argument
      if kind == "file" or kind == "streamfile" then error("not allowed") end
    end
    return make(...)
  end
end
pdf.obj, pdf.immediateobj = of_strings(pdf.obj), of_strings(pdf.immediateobj)

-- LuaTeX's own start-up code shall see that it is safer, luaotfload that it is not. That code ends by making
-- `lfs.isdir`, and calls a function that it forgot to define.
local said = status
status = setmetatable({}, {__index = function(_, key)
  if key == "safer_option" then return lfs.isdir and 0 or 1 end
  return said[key]
end})
fio_recordfilename = function() end

local true_package, true_require, true_debug, register = package, require, debug, callback.register
local is_closed = false
callback.register = function(name, ...)
  if is_closed and (find(name, "^find_") or find(name, "^read_") or find(name, "^open_")) then return refused() end
  return register(name, ...)
end

-- Take away what has only served to load fonts and formats.
function typeset_close()
  typeset_close = nil
  is_closed = true
  local loaded = true_package.loaded
  for _, name in pairs({"debug", "ffi", "fontloader", "gzip", "zip", "mplib", "socket", "socket.core", "mime",
      "mime.core", "ltn12"}) do
    loaded[name] = nil
  end
  -- lua-ul looks which callbacks there are, and nothing else looks into a function.
  loaded.debug = {
    getupvalue = function(of, number)
      if of == luatexbase.disable_callback then return true_debug.getupvalue(of, number) end
    end,
  }
  debug, ffi = nil, nil
  for _, name in pairs({"set_program_name", "init_prog", "record_output_file"}) do kpse[name] = nil end
  package = {loaded = loaded, preload = true_package.preload, config = true_package.config, path = "", cpath = ""}
  loaded.package = package
  require = function(name)
    if type(name) ~= "string" or find(name, "[/\\]") or find(name, "..", 1, true) then error("not allowed") end
    return true_require(name)
  end
  register("find_image_file", function(name)
    return is_allowed(name) and find_file(name, "tex", true) or nil
  end)
  register("find_data_file", function(name) return name end)
  register("read_data_file", function(name)
    local file = is_allowed(name) and open(name, "rb")
    if not file then return false, "", 0 end
    local data = file:read("a")
    file:close()
    return true, data, #data
  end)
end

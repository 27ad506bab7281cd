# Makes the pages that show files (make-site.sh): of each file that is named, its text in the frame of its folder, with what it is called.
#   awk -v top=REPOSITORY -v site=SITE -v frames=FOLDER -v words=FOLDER -f files.awk LIST
function html(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    gsub(/"/, "\\&quot;", text)
    return text
}

# What stands in `text` for `sign`; no sign in `instead` means anything.
function put(text, sign, instead,    at, done) {
    while ((at = index(text, sign)) > 0) {
        done = done substr(text, 1, at - 1) instead
        text = substr(text, at + length(sign))
    }
    return done text
}

# What a scenario or method is called, else the name of the file.
function title_of(path, name,    line, title) {
    title = name
    while ((getline line < path) > 0)
        if (line ~ /^title: */) {
            title = line
            sub(/^title: */, "", title)
            if (title ~ /^".*"$/ || title ~ /^'.*'$/)
                title = substr(title, 2, length(title) - 2)
            break
        }
    close(path)
    return title
}

function copied(path, page,    line) {
    while ((getline line < path) > 0)
        print html(line) > page
    close(path)
}

function show(file, name, stem, page) {
    if (file ~ /^scenarios\/methods\//) {
        printf "<pre class=\"wraps\"><code>" > page
        copied(words "/" stem, page)
        print "</code></pre>\n<p>The file, to copy and change:</p>" > page
    } else if (file ~ /^scenarios\/([^\/]*|null\/.*)\.yaml$/)
        printf "<p>A scenario, to copy and change. Run it with <code>groundswell run %s</code>.</p>\n", file ~ /null/ ? name : stem > page
    printf "<p><code>%s</code> (<a href=\"%s\">the file itself</a>)</p>\n<pre class=\"wraps\"><code>", html(file), name > page
    copied(top "/" file, page)
    print "</code></pre>" > page
}

{
    file = folder = name = stem = $0
    if (!sub(/\/[^\/]*$/, "", folder))
        folder = "."
    sub(/.*\//, "", name)
    sub(/.*\//, "", stem)
    sub(/\.yaml$/, "", stem)
    page = site "/" file ".html"
    frame = frames "/" folder "/frame"
    title = html(title_of(top "/" file, name))
    while ((getline line < frame) > 0)
        if (line == "<p>@TEXT@</p>")
            show(file, name, stem, page)
        else
            print put(put(line, "@TITLE@", title), "@FILE@", html(file)) > page
    close(frame)
    close(page)
}

/* Designs in the text: what they are called, copied, renamed, removed.
 */
function designNodes(tree) {
    const designs = nodeChild(tree, 'designs');
    return designs && designs.kind === 'map' ? designs.of : [];
}

/* How the name stands in the text, with its quotes: its width, or 0 where that cannot be told. */
function designKeyWidth(text, node) {
    const line = textLines(text)[node.key_line - 1] || '', rest = line.slice(textOffset(line, node.key_column));
    const written = rest.match(/^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:"'][^:#]*?)\s*:/);
    return written ? [...written[1]].length : 0;
}

function designIsWritable(text, node) {
    return keyBegins(text, node) && designKeyWidth(text, node) > 0;
}

function designRename(text, node, name) {
    return textReplace(text, node.key_line, node.key_column, designKeyWidth(text, node), textQuote(name));
}

function designRemove(text, node) {
    return textPutLines(text, node.key_line, keyEnd(text, node), []);
}

function designCopy(text, node, name) {
    const end = keyEnd(text, node), lines = textLines(text).slice(node.key_line - 1, end);
    const width = designKeyWidth(text, node), at = textOffset(lines[0], node.key_column);
    lines[0] = lines[0].slice(0, at) + textQuote(name) + lines[0].slice(textOffset(lines[0], node.key_column + width));
    return textPutLines(text, end + 1, end, lines);
}

/* A name that no design has. */
function designNewName(tree, name) {
    const taken = designNodes(tree).map(node => node.key.toLowerCase());
    let free = say('copied', {name});
    for (let i = 2; taken.includes(free.toLowerCase()); i++)
        free = say('copied', {name}) + ` ${i}`;
    return free;
}

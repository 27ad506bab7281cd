/* Changes of the scenario text, at the places that the core's tree names. Everything else in the text, comments too, stays as it is.
 * Lines and columns count from 1, columns in characters.
 */
function textLines(text) {
    return text.split('\n');
}

/* Where a column lies in a line of UTF-16. */
function textOffset(line, column) {
    let offset = 0;
    for (const character of line) {
        if (--column < 1)
            break;
        offset += character.length;
    }
    return offset;
}

function textPiece(text, line, column, width) {
    const words = textLines(text)[line - 1] || '';
    return words.slice(textOffset(words, column), textOffset(words, column + width));
}

function textReplace(text, line, column, width, words) {
    const lines = textLines(text), old = lines[line - 1];
    lines[line - 1] = old.slice(0, textOffset(old, column)) + words + old.slice(textOffset(old, column + width));
    return lines.join('\n');
}

/* Lines `first` to `last` give way to others; last = first - 1 puts them in before the first. */
function textPutLines(text, first, last, words) {
    const lines = textLines(text);
    lines.splice(first - 1, last - first + 1, ...words);
    return lines.join('\n');
}

function nodeChild(node, key) {
    if (!node || node.kind !== 'map')
        return null;
    return node.of.find(child => child.key === key) || null;
}

/* The node at "sites[0].people", as far as the path is there: {node, rest: keys that are missing}. */
function nodeFind(tree, path) {
    const keys = path.match(/[^.[\]]+/g);
    let node = tree;
    for (let i = 0; i < keys.length; i++) {
        const next = node.kind === 'list' ? node.of[Number(keys[i])] : nodeChild(node, keys[i]);
        if (!next)
            return {node, rest: keys.slice(i)};
        node = next;
    }
    return {node, rest: []};
}

function nodeText(tree, path) {
    const found = nodeFind(tree, path);
    return found.rest.length === 0 && found.node.kind === 'scalar' ? found.node.text : null;
}

/* Whether a key is the first thing in its line, so that it can be followed by lines. */
function keyBegins(text, node) {
    const line = textLines(text)[node.key_line - 1] || '';
    return /^\s*$/.test(line.slice(0, textOffset(line, node.key_column)));
}

function keyIndent(node) {
    return ' '.repeat(node.key_column - 1);
}

/* The last line of what a key in block style holds. */
function keyEnd(text, node) {
    const lines = textLines(text), indent = node.key_column - 1;
    let last = node.key_line;
    for (let number = node.key_line + 1; number <= lines.length; number++) {
        const line = lines[number - 1], words = line.trimStart();
        if (words === '')
            continue;
        const deep = line.length - words.length;
        if (deep > indent || (deep === indent && /^-(\s|$)/.test(words)))
            last = number;
        else if (!words.startsWith('#') || deep < indent)
            break;
    }
    return last;
}

/* Written so that YAML reads it as these very words. */
function textQuote(words) {
    if (/^[\p{L}][\p{L}\p{N} _()+/.-]*$/u.test(words) && !/\s$/.test(words) &&
        !/^(true|false|yes|no|on|off|null|y|n)$/i.test(words))
        return words;
    const escaped = words.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/[\\"]/g, '\\$&');
    return `"${escaped}"`;
}

/* Sets a value; where the key is missing, it is put beside its neighbours. */
function textSet(text, tree, path, value) {
    const {node, rest} = nodeFind(tree, path);
    if (rest.length === 0)
        return node.kind === 'scalar' ? textReplace(text, node.line, node.column, node.width, value) : text;
    if (node === tree)
        return textSetTop(text, tree, rest, value);
    const first = node.kind === 'map' ? node.of[0] : null, words = rest.length === 1 ? `${rest[0]}: ${value}` : null;
    if (words === null || (first === null && !keyBegins(text, node)))
        return text;
    if (first === null)
        return textPutLines(text, node.key_line + 1, node.key_line, [`${keyIndent(node)}  ${words}`]);
    if (keyBegins(text, first))
        return textPutLines(text, first.key_line, first.key_line - 1, [`${keyIndent(first)}${words}`]);
    return textReplace(text, first.key_line, first.key_column, 0, `${words}, `);
}

function textSetTop(text, tree, keys, value) {
    const designs = nodeChild(tree, 'designs'), lines = textLines(text);
    const added = keys.map((key, depth) => '  '.repeat(depth) + `${key}:`);
    added[added.length - 1] += ` ${value}`;
    if (designs && keyBegins(text, designs))
        return textPutLines(text, designs.key_line, designs.key_line - 1, added);
    const end = lines[lines.length - 1] === '' ? lines.length : lines.length + 1;
    return textPutLines(text, end, end - 1, added);
}

/* A value in flow style, from where it stands: scalars keep their quotes. */
function nodeFlow(text, node) {
    if (node.kind === 'list')
        return `[${node.of.map(one => nodeFlow(text, one)).join(', ')}]`;
    if (node.kind === 'map')
        return `{${node.of.map(one => `${textQuote(one.key)}: ${nodeFlow(text, one)}`).join(', ')}}`;
    const written = textPiece(text, node.line, node.column, node.width);
    return /^["']/.test(written) || !/[,[\]{}]/.test(written) ? written : textQuote(node.text);
}

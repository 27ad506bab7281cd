/* The calendar of a design as sessions on seven days, and back to lines of the text. A line that was not touched keeps its bytes; a line
 * that no grid of a week can show is fixed: it is named, and stays as it is.
 *
 *   {place, shared, lines: [{hold, at, lasts, days: [7 x boolean], extras: [[key, words]], source: [lines] | null, comment, fixed, words}]}
 *
 * at and lasts are minutes; lasts is null where the session ends when its method is done.
 */
const GRID_KEYS = ['every', 'at', 'on', 'except', 'hold', 'for'];
const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function dayNumber(word) {
    return DAY_NAMES.findIndex(name => word.trim().length >= 2 && name.startsWith(word.trim().toLowerCase()));
}

/* The days that `on` or `except` names; null where one is not understood. */
function daysOf(node) {
    const days = new Array(7).fill(false);
    for (const one of node === null ? [] : node.kind === 'list' ? node.of : [node]) {
        const day = one.kind === 'scalar' ? dayNumber(one.text) : -1;
        if (day < 0)
            return null;
        days[day] = true;
    }
    return days;
}

function heldDays(node, firstDay) {
    const every = quantityMinutes((nodeChild(node, 'every') || {text: ''}).text || '');
    const on = nodeChild(node, 'on'), except = daysOf(nodeChild(node, 'except'));
    let days = on === null ? null : daysOf(on);
    if (except === null || (on !== null && days === null) || (every !== MINUTES.day && every !== MINUTES.week))
        return null;
    if (on === null)
        days = DAY_NAMES.map((name, day) => every === MINUTES.day || day === firstDay);
    return days.map((held, day) => held && !except[day]);
}

function calendarLine(text, node, source, firstDay) {
    const line = {source, node, fixed: true, words: source ? source.join(' ').trim() : nodeFlow(text, node), comment: ''};
    const word = key => (nodeChild(node, key) || {}).text;
    if (node.kind !== 'map')
        return line;
    const at = word('at') === undefined ? 0 : quantityClock(word('at'));
    const lasts = word('for') === undefined ? null : quantityMinutes(word('for'));
    const days = heldDays(node, firstDay), held = word('held');
    if (!word('hold') || at === null || at >= MINUTES.day || (word('for') !== undefined && lasts === null) || days === null ||
        !days.includes(true) || (held !== undefined && !/^(yes|true|on)$/i.test(held)))
        return line;
    if (source && source.length === 1)
        line.comment = (source[0].match(/\}(\s+#.*)$/) || ['', ''])[1];
    const extras = node.of.filter(one => !GRID_KEYS.includes(one.key)).map(one => [one.key, nodeFlow(text, one)]);
    return Object.assign(line, {fixed: false, hold: word('hold'), at, lasts, days, extras});
}

/* Whether each item begins a line with its dash. */
function itemsBegin(text, list) {
    const lines = textLines(text);
    return list.of.every(item => /^\s*-\s+$/.test(lines[item.line - 1].slice(0, textOffset(lines[item.line - 1], item.column))));
}

/* Where the calendar of a design stands; `calendar` of the whole scenario where the design has none. */
function calendarPlace(text, tree, design) {
    let node = nodeChild(design, 'calendar'), shared = false;
    if (node === null && nodeChild(tree, 'calendar') !== null) {
        node = nodeChild(tree, 'calendar');
        shared = true;
    }
    if (node === null)
        return {node, shared, missing: true, writable: designIsWritable(text, design)};
    return {node, shared, missing: false, writable: keyBegins(text, node) && node.kind !== 'map'};
}

function calendarRead(text, tree, design, firstDay) {
    const place = calendarPlace(text, tree, design), lines = [];
    if (place.missing || place.node.kind !== 'list')
        return {...place, lines};
    const all = textLines(text), list = place.node, apart = itemsBegin(text, list);
    const end = keyBegins(text, list) ? keyEnd(text, list) : list.key_line;
    list.of.forEach((item, i) => {
        const last = i + 1 < list.of.length ? list.of[i + 1].line - 1 : end;
        lines.push(calendarLine(text, item, apart ? all.slice(item.line - 1, last) : null, firstDay));
    });
    return {...place, lines};
}

/* --- changes: each gives the lines anew --- */

function sameSession(one, other) {
    return !one.fixed && !other.fixed && one.hold === other.hold && one.at === other.at && one.lasts === other.lasts &&
        JSON.stringify(one.extras) === JSON.stringify(other.extras);
}

/* A line that was touched and another that differs in nothing but its days become one. */
function calendarMerge(lines) {
    const merged = [];
    for (const line of lines.filter(one => one.fixed || one.days.includes(true))) {
        const same = merged.find(one => (one.source === null || line.source === null) && sameSession(one, line));
        if (same && !same.days.some((held, day) => held && line.days[day])) {
            same.days = same.days.map((held, day) => held || line.days[day]);
            same.source = null;
        } else {
            merged.push(line);
        }
    }
    return merged;
}

function calendarChange(calendar, number, change) {
    return calendarMerge(calendar.lines.map((line, i) => (i === number ? {...line, ...change, source: null} : line)));
}

/* One day of a line becomes a session of its own that differs by `change`; change.day moves it. */
function calendarMoveDay(calendar, number, day, change) {
    const line = calendar.lines[number], days = new Array(7).fill(false);
    const target = change.day === undefined ? day : change.day;
    days[target] = true;
    const moved = {...line, ...change, days, source: null};
    delete moved.day;
    const rest = calendar.lines.map((one, i) => (i !== number ? one
        : {...one, days: one.days.map((held, i) => held && i !== day), source: null}));
    if (line.days.filter(Boolean).length === 1)
        rest.splice(number, 1, moved);
    else
        rest.push({...moved, comment: ''}); /* the others keep their numbers, by which a scenario may name them */
    return calendarMerge(rest);
}

function calendarAdd(calendar, session) {
    return calendarMerge([...calendar.lines, {fixed: false, extras: [], source: null, comment: '', ...session}]);
}

/* --- back to text --- */

function writeDays(days) {
    const held = DAY_NAMES.filter((name, day) => days[day]), off = DAY_NAMES.filter((name, day) => !days[day]);
    if (off.length === 0)
        return 'every: 1 d';
    if (off.length <= 2)
        return `every: 1 d, except: ${off.length === 1 ? off[0] : `[${off.join(', ')}]`}`;
    return `every: 7 d, on: ${held.length === 1 ? held[0] : `[${held.join(', ')}]`}`;
}

function writeLine(line, indent) {
    if (line.source)
        return line.source;
    if (line.fixed)
        return [`${indent}- ${line.words}`];
    const days = writeDays(line.days).split(', except');
    const parts = [days[0].startsWith('every: 1 d') ? days[0] : writeDays(line.days), `at: "${writeClock(line.at)}"`, `hold: ${textQuote(line.hold)}`];
    if (line.lasts !== null)
        parts.push(`for: ${writeMinutes(line.lasts)}`);
    if (days.length > 1)
        parts.push(`except${days[1]}`);
    for (const [key, words] of line.extras)
        parts.push(`${key}: ${words}`);
    return [`${indent}- {${parts.join(', ')}}${line.comment}`];
}

function calendarWrite(text, design, calendar, lines) {
    const own = calendar.missing ? null : calendar.node;
    const indent = own ? keyIndent(own) : `${keyIndent(design)}  `;
    const apart = own && own.kind === 'list' && own.of.length > 0 && itemsBegin(text, own) && own.of[0].line > own.key_line;
    const first = apart ? own.of[0].line : 0, all = textLines(text);
    const item = apart ? all[first - 1].match(/^\s*/)[0] : `${indent}  `;
    const head = apart ? all.slice(own.key_line - 1, first - 1) : [`${indent}calendar:`]; /* with what stands before the first line */
    const written = lines.length === 0 ? [`${indent}calendar: []`] : [...head, ...lines.flatMap(line => writeLine(line, item))];
    if (own)
        return textPutLines(text, own.key_line, keyEnd(text, own), written);
    if (design.kind === 'map' && design.of.length > 0 && !keyBegins(text, design.of[0]))
        return text;
    return textPutLines(text, design.key_line + 1, design.key_line, written);
}

/* What is set up: the text, and the switches laid over it. Every change goes through stateChange, which has the core read it and starts
 * the runs; nothing else parses a scenario.
 */
const READ_PAUSE = 200; /* ms of quiet before a text that is being typed is read */
const MOST_UNDO = 100;
const state = {
    text: '', settings: [], read: null, readText: null, mistakes: [], methods: [], rows: {}, undo: [], asked: 0, shown: 0, timer: null,
    view: 'weeks', chosen: null,
};

function stateSettings() {
    return state.settings.map(one => `${one.path}=${one.value}`).join('\n');
}

/* What the core says of a scenario, as the page uses it. */
function stateTaken(read) {
    const variants = (read.variants || []).filter(variant => variant.is_assumption && variant.changes.length === 1);
    const why = path => {
        const rows = nodeChild(read.tree, 'assumptions');
        const row = rows && rows.kind === 'list' ? rows.of.find(one => (nodeChild(one, 'set') || {}).text === path) : null;
        return row ? (nodeChild(row, 'why') || {}).text || '' : '';
    };
    return {...read, variants: variants.map(({label, changes}) => ({label, path: changes[0].path, value: changes[0].value, why: why(changes[0].path)}))};
}

/* change: {text} or {settings}, or both. */
function stateChange(change) {
    const before = {text: state.text, settings: state.settings};
    const after = {...before, ...change};
    if (after.text === before.text && after.settings === before.settings)
        return Promise.resolve();
    state.undo.push(before);
    state.undo.splice(0, Math.max(0, state.undo.length - MOST_UNDO));
    return stateTake(after);
}

function stateUndo() {
    const before = state.undo.pop();
    return before === undefined ? Promise.resolve() : stateTake(before);
}

function stateTake(after) {
    state.text = after.text;
    state.settings = after.settings;
    sourceShow();
    return stateRead();
}

/* Text that is being typed: one step back is one pause. */
function stateType(text) {
    if (state.timer === null) {
        state.undo.push({text: state.text, settings: state.settings});
        crewHalt();
    }
    clearTimeout(state.timer);
    state.text = text;
    state.timer = setTimeout(stateRead, READ_PAUSE);
}

async function stateRead() {
    clearTimeout(state.timer);
    state.timer = null;
    const asked = ++state.asked, text = state.text, settings = stateSettings();
    crewHalt();
    let read;
    try {
        read = await crewClerk().ask('read', text, settings);
    } catch (trouble) {
        read = {mistakes: [{line: 1, column: 1, width: 0, sentence: say('crashed'), hint: '', of: 'page'}]};
    }
    if (asked !== state.asked || state.timer !== null)
        return;
    state.mistakes = read.mistakes || [];
    const draws = [mistakesShow];
    if (state.mistakes.length === 0) {
        read = stateTaken(read);
        state.read = read;
        state.readText = text;
        draws.unshift(titleShow, weeksShow, fieldsShow, dependsShow, notesShow);
    } else if (read.tree && state.read !== null) { /* a mistake that was made in a field can be put right there */
        state.read = {...state.read, tree: read.tree};
        state.readText = text;
        draws.push(weeksShow, fieldsShow);
    }
    byId('weeks').inert = state.readText !== text;
    if (state.read === null)
        viewShow('text');
    for (const draw of draws) {
        draw();
        await nextTask(); /* so that nothing takes long at a time */
        if (asked !== state.asked || state.timer !== null)
            return;
    }
    setShown(byId('undo'), state.undo.length > 0);
    answerStale(state.mistakes.length > 0);
    if (state.mistakes.length === 0)
        crewBegin(text, settings, read);
    state.shown = asked;
}

function titleShow() {
    const read = state.read;
    setText(byId('title'), read.title);
    setText(byId('question'), read.question === read.title ? '' : read.question || '');
    document.title = read.title;
}

/* What is worth knowing of a scenario without mistakes. */
function notesShow() {
    const asked = Number(nodeText(state.read.tree, 'replications')), all = state.read.replications;
    const notes = (state.read.notes || []).map(note => note.sentence);
    if (asked > all)
        notes.push(say('capped', {asked, all}));
    byId('notes').replaceChildren(...notes.map(note => makeNamed('li', note)));
    setShown(byId('notes'), notes.length > 0);
}

/* The text that fields and grids change: the one that was read last. */
function stateEdit(edit) {
    if (state.readText !== state.text)
        return Promise.resolve();
    return stateChange({text: edit(state.text, state.read.tree)});
}

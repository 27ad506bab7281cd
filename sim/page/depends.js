/* What the answer depends on: numbers that the scenario names as ones that may be others. Each is a switch that lays it over everything; how
 * the answer fares with it is told when its runs are in.
 */
function dependsRows() {
    const rows = [];
    for (const variant of state.read.variants || []) {
        if (!variant.path)
            continue;
        const row = rows.find(one => one.path === variant.path);
        if (row)
            row.variants.push(variant);
        else
            rows.push({path: variant.path, why: variant.why, variants: [variant]});
    }
    return rows;
}

/* The setting that a path names: "sites[0].people" is a row of "sites.people". */
function rowPath(path) {
    return path.replace(/\[[^\]]*\]/g, '');
}

async function dependsLoad() {
    for (const {path} of dependsRows()) {
        const name = rowPath(path);
        if (state.rows[name] !== undefined)
            continue;
        state.rows[name] = {};
        try {
            const found = await crewClerk().ask('setting', name), rows = Array.isArray(found) ? found : [found];
            state.rows[name] = rows.find(row => row.path === name) || rows[0] || {};
        } catch (trouble) {
            continue;
        }
        dependsShow();
    }
}

function dependsBase(path) {
    const said = nodeText(state.read.tree, path);
    return said === null ? (state.rows[rowPath(path)] || {}).default || '–' : said;
}

function dependsMeaning(path) {
    const meaning = (state.rows[rowPath(path)] || {}).meaning;
    return meaning ? meaning.split(/[;:,]/)[0] : path;
}

function dependsIsOn(variant) {
    return state.settings.some(one => one.path === variant.path && one.value === variant.value);
}

function dependsPress(variant) {
    const others = state.settings.filter(one => one.path !== variant.path);
    state.focusSwitch = `${variant.path}=${variant.value}`;
    stateChange({settings: dependsIsOn(variant) ? others : [...others, {path: variant.path, value: variant.value}]});
}

function dependsSwitch(variant, base) {
    const label = say('switchLabel', {meaning: dependsMeaning(variant.path), value: variant.value, base});
    return make('span', {class: 'switch'},
                makeButton(variant.value, () => dependsPress(variant), {
                    class: 'toggle', 'aria-pressed': String(dependsIsOn(variant)), 'aria-label': label, 'data-key': `${variant.path}=${variant.value}`,
                }),
                make('span', {class: 'turn', 'data-variant': variant.label}));
}

function dependsShow() {
    const rows = dependsRows(), place = byId('switches');
    keepFocus(place, () => place.replaceChildren(...rows.map(row => {
        const base = dependsBase(row.path);
        return make('div', {class: 'row', role: 'group', 'aria-label': dependsMeaning(row.path)},
                    make('p', null, dependsMeaning(row.path), ' ', make('span', {class: 'small'}, say('insteadOf', {value: base}))),
                    make('div', {class: 'toggles'}, ...row.variants.map(variant => dependsSwitch(variant, base))),
                    row.why ? make('p', {class: 'small'}, row.why) : null);
    })), state.focusSwitch);
    state.focusSwitch = null;
    setText(byId('depends-help'), rows.length > 0 ? say('dependsHelp') : say('noneTried'));
    dependsLoad();
}

/* In one line, right below the answer: with how many of the other numbers it is another one. */
function dependsDoubt(job, checks) {
    const place = byId('doubt'), tried = checks.length;
    const around = checks.filter(one => one.turn === 'turns around').length, unclear = checks.filter(one => one.turn === 'becomes unclear').length;
    const key = around + unclear === 0 ? 'doubtNone' : 'doubt';
    setShown(place, tried > 0);
    if (tried > 0)
        place.replaceChildren(say(key, {around, unclear, tried}), ' ', make('a', {href: '#depends'}, say('doubtWhich')));
}

/* Where alternatives are in: what each does to the answer, and the sentence. */
function dependsTell(job) {
    const comparison = job.answer.comparison, pair = answerPair(comparison);
    if (!pair)
        return;
    const hangs = (comparison.hangs_on || []).find(one => one.design === pair.told);
    const sentence = byId('hangs');
    if (hangs)
        sentence.replaceChildren(...makeNamed('p', sentenceCase(hangs.sentence)).childNodes);
    else
        sentence.replaceChildren();
    setShown(sentence, Boolean(hangs));
    dependsDoubt(job, (comparison.assumptions || []).filter(one => one.contrast && one.contrast.design === pair.told && one.contrast.verdict !== 'unknown'));
    for (const mark of byId('switches').querySelectorAll('.turn')) {
        const check = (comparison.assumptions || []).find(one => one.variant === mark.dataset.variant && (!one.contrast || one.contrast.design === pair.told));
        const turn = check && !(job.running && check.contrast && check.contrast.verdict === 'unknown') ? check.turn : '';
        setText(mark, WORDS.turns[turn] || turn);
        mark.dataset.turn = turn;
        mark.title = check && check.contrast ? sentenceCase(check.contrast.sentence) : '';
    }
}

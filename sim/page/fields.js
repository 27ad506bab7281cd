/* Settings that an organizer knows of her place, as fields with units. What they mean, and what is usual, is said by the core's own table.
 */
const FIELDS = [
    {key: 'people', path: 'sites[0].people', row: 'sites.people', unit: 'unitPeople', least: 2, step: 1, ...plainField()},
    {key: 'attendance', path: 'people.attendance', unit: 'unitShare', least: 0, read: quantityShare, write: value => `${writeNumber(value)} %`},
    {key: 'aWeek', path: 'proposals.per_day', unit: 'unitAWeek', least: 0, read: quantityAWeek, write: value => `${writeNumber(value / 7)} /d`},
    {key: 'facets', path: 'proposals.facets', unit: 'unitFacets', least: 1, step: 1, ...plainField()},
    {key: 'turn', path: 'conversation.facet_minutes', unit: 'unitMinutes', least: 0, more: true, read: quantityMinutes, write: value => `${writeNumber(value)} min`},
    {key: 'timeBox', path: 'decisions.time_box', unit: 'unitMinutes', least: 0, more: true, read: quantityMinutes, write: value => `${writeNumber(value)} min`},
    {key: 'lasts', path: 'lasts', unit: 'unitDays', least: 1, more: true, read: text => quantityMinutes(text) / MINUTES.day, write: value => `${writeNumber(value)} d`},
    {key: 'replications', path: 'replications', unit: 'unitRuns', least: 1, step: 1, more: true, ...plainField()},
];

function plainField() {
    return {read: quantityNumber, write: value => String(Math.round(value))};
}

/* The row of a setting: what it means, its unit, default, usual range. */
async function fieldsLoad() {
    for (const field of FIELDS) {
        const path = field.row || field.path, found = await crewClerk().ask('setting', path);
        const rows = Array.isArray(found) ? found : [found];
        state.rows[path] = rows.find(row => row.path === path) || rows[0] || {};
    }
}

function fieldRow(field) {
    return state.rows[field.row || field.path] || {};
}

function fieldBuild(field) {
    const id = `field-${field.key}`;
    const input = make('input', {
        id, type: 'number', inputmode: 'decimal', step: field.step || 'any', min: field.least, autocomplete: 'off', 'data-key': id,
        'aria-describedby': `${id}-help`, on: {change: () => fieldChange(field)},
    });
    const raw = make('p', {class: 'small', id: `${id}-raw`, hidden: true});
    return make('div', {class: 'field'}, make('label', {for: id}, say(field.key)),
                make('span', {class: 'with-unit'}, input, make('span', {class: 'unit'}, say(field.unit))), raw,
                make('p', {class: 'small', id: `${id}-help`}));
}

function fieldsBuild() {
    byId('fields').replaceChildren(...FIELDS.filter(field => !field.more).map(fieldBuild), decidersBuild());
    byId('more-fields').replaceChildren(...FIELDS.filter(field => field.more).map(fieldBuild));
}

function fieldHelp(field, said) {
    const row = fieldRow(field), parts = [row.meaning ? `${row.meaning.split(/[;,]/)[0]}.` : ''];
    if (row.plausible)
        parts.push(say('usual', {least: row.plausible.least, most: row.plausible.most}));
    if (!said && row.default)
        parts.push(say('notSaid'));
    return parts.join(' ').trim();
}

function fieldShow(field) {
    const id = `field-${field.key}`, input = byId(id), said = nodeText(state.read.tree, field.path);
    const written = said === null ? fieldRow(field).default : said;
    const value = written === null || written === undefined ? null : field.read(written);
    const known = value !== null && Number.isFinite(value);
    if (document.activeElement !== input || known)
        input.value = known ? String(Number(value.toPrecision(6))) : '';
    input.disabled = !known && said !== null;
    input.removeAttribute('aria-invalid');
    setText(byId(`${id}-raw`), known || said === null ? '' : say('inText', {value: said}));
    setShown(byId(`${id}-raw`), !known && said !== null);
    setText(byId(`${id}-help`), fieldHelp(field, said !== null));
}

function fieldsShow() {
    FIELDS.forEach(fieldShow);
    decidersShow();
}

function fieldChange(field) {
    const input = byId(`field-${field.key}`), value = input.value.trim() === '' ? NaN : Number(input.value);
    if (!Number.isFinite(value)) {
        input.setAttribute('aria-invalid', 'true');
        setText(byId(`field-${field.key}-raw`), say('notNumber'));
        setShown(byId(`field-${field.key}-raw`), true);
        return;
    }
    stateEdit((text, tree) => textSet(text, tree, field.path, field.write(value)));
}

/* What a decision took, as the runs have it: to compare with one's own. */
function fieldsTook(comparison) {
    const measure = comparison.measures.find(one => one.name === 'decisions_per_hour');
    const rate = measure && measure.base_mean ? measure.base_mean.value : null, field = FIELDS.find(one => one.key === 'facets');
    const help = fieldHelp(field, nodeText(state.read.tree, field.path) !== null);
    setText(byId('field-facets-help'),
            rate > 0 ? `${help} ${say('took', {design: comparison.base, minutes: Math.round(60 / rate)})}` : help);
}

/* --- who decides --- */

function decidersBuild() {
    const select = make('select', {id: 'deciders', 'data-key': 'deciders', on: {change: decidersChange}});
    return make('div', {class: 'field'}, make('label', {for: 'deciders', id: 'deciders-label'}), select);
}

function methodOf(name) {
    return state.methods.find(method => method.name === name) || null;
}

/* Who decides in the sessions of a calendar that decide; null where there are several, or none. */
function decidersOf(calendar) {
    const found = new Set(calendar.lines.filter(line => !line.fixed).map(line => methodOf(line.hold))
        .filter(method => method !== null && method.deciders).map(method => method.deciders));
    return found.size === 1 ? [...found][0] : null;
}

function decidersShow() {
    const select = byId('deciders'), design = designNodes(state.read.tree)[0];
    const options = [...new Set(state.methods.filter(method => method.use === 'decisions' && method.deciders).map(method => method.deciders))];
    select.closest('.field').hidden = !design || options.length === 0;
    if (!design)
        return;
    const now = decidersOf(weekCalendar(design));
    if (now !== null && !options.includes(now))
        options.push(now);
    setText(byId('deciders-label'), say('decidesToday', {design: design.key}));
    select.replaceChildren(...(now === null ? [make('option', {value: ''}, say('decidesMixed'))] : []),
                           ...options.map(one => make('option', {value: one}, one)));
    select.value = now === null ? '' : now;
}

/* The method by which these decide: one that the scenario holds already, or the first of the library. */
function decidersMethod(deciders) {
    const held = designNodes(state.read.tree).flatMap(design => weekCalendar(design).lines.map(line => line.hold));
    const fitting = state.methods.filter(method => method.use === 'decisions' && method.deciders === deciders);
    return fitting.find(method => held.includes(method.name)) || fitting[0];
}

function decidersChange() {
    const deciders = byId('deciders').value, method = decidersMethod(deciders);
    if (!method)
        return;
    stateEdit((text, tree) => {
        const design = designNodes(tree)[0], calendar = weekCalendar(design);
        const decide = line => !line.fixed && (methodOf(line.hold) || {}).deciders;
        const lines = calendar.lines.map(line => (decide(line) ? {...line, hold: method.name, source: null} : line));
        return calendarWrite(text, design, calendar, calendarMerge(lines));
    });
}

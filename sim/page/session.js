/* What one session is, in fields below its week; the library of methods to choose from; and names of designs.
 */
const LENGTHS = [30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480, 600, 720]; /* minutes */
const NEW_SESSION = {at: 19 * 60, lasts: 120};

function sessionIsOpen(name, number) {
    return state.chosen !== null && state.chosen.name === name && state.chosen.number === number;
}

function sessionOpen(name, number, day) {
    state.chosen = sessionIsOpen(name, number) && state.chosen.day === day ? null : {name, number, day};
    weeksShow(state.chosen === null ? null : 'session-hold');
}

function sessionClose() {
    state.chosen = null;
}

/* Changes of the whole line, on all its days. It stays open, wherever it lies afterwards. */
function sessionChange(view, change, focus) {
    const chosen = state.chosen, line = {...view.calendar.lines[chosen.number], ...change};
    weekEdit(view.name, calendar => {
        const lines = calendarChange(calendar, chosen.number, change);
        const number = lines.findIndex(one => sameSession(one, line));
        state.chosen = number < 0 ? null : {...chosen, number, day: lines[number].days[chosen.day] ? chosen.day : lines[number].days.indexOf(true)};
        return lines;
    }, focus);
}

function sessionDays(view, line) {
    const toggle = day => {
        const days = line.days.map((held, other) => (other === day ? !held : held));
        if (days.includes(true))
            sessionChange(view, {days}, `session-day-${day}`);
    };
    return make('fieldset', null, make('legend', null, say('heldOn')), ...WORDS.shortDays.map((name, day) =>
        makeButton(name, () => toggle(day), {'aria-pressed': String(line.days[day]), 'aria-label': WORDS.days[day], 'data-key': `session-day-${day}`, class: 'toggle'})));
}

function sessionLength(view, line) {
    const lengths = [...LENGTHS];
    if (line.lasts !== null && !lengths.includes(line.lasts))
        lengths.push(line.lasts);
    lengths.sort((one, other) => one - other);
    const select = make('select', {
        id: 'session-length', 'data-key': 'session-length',
        on: {change: () => sessionChange(view, {lasts: select.value === '' ? null : Number(select.value)}, 'session-length')},
    }, ...lengths.map(minutes => make('option', {value: minutes}, sayMinutes(minutes))), make('option', {value: ''}, say('untilDone')));
    select.value = line.lasts === null ? '' : String(line.lasts);
    return make('div', {class: 'field'}, make('label', {for: 'session-length'}, say('length')), select);
}

function sessionBegins(view, line) {
    const input = make('input', {
        id: 'session-begins', type: 'time', step: 300, value: writeClock(line.at).padStart(5, '0'), 'data-key': 'session-begins',
        on: {change: () => {
            const at = quantityClock(input.value);
            if (at !== null && at !== line.at)
                sessionChange(view, {at}, 'session-begins');
        }},
    });
    return make('div', {class: 'field'}, make('label', {for: 'session-begins'}, say('begins')), input);
}

function sessionHold(view, line) {
    const method = methodOf(line.hold);
    const choose = makeButton(`${lineTitle(line)} …`, () => chooserOpen(name => sessionChange(view, {hold: name}, 'session-hold')),
                              {'data-key': 'session-hold', id: 'session-hold', 'aria-describedby': 'session-meaning'});
    return make('div', {class: 'field whole-row'}, make('label', {for: 'session-hold'}, say('held')), choose,
                make('p', {class: 'small', id: 'session-meaning'}, method ? method.meaning : say('unknownMethod')),
                method ? make('p', {class: 'small'}, sentenceCase(sayDeciders(line))) : null);
}

function sessionForm(view) {
    const chosen = state.chosen;
    if (chosen === null || chosen.name !== view.name || !view.calendar.lines[chosen.number] || view.calendar.lines[chosen.number].fixed)
        return null;
    const line = view.calendar.lines[chosen.number];
    const form = make('div', {class: 'session', role: 'group', 'aria-label': say('session')}, sessionHold(view, line), sessionDays(view, line),
                      sessionBegins(view, line), sessionLength(view, line));
    const buttons = make('div', {class: 'buttons whole-row'},
                         makeButton(say('done'), () => { sessionClose(); weeksShow(blockKey(view.name, line, chosen.day)); }, {'data-key': 'session-done'}),
                         makeButton(say('remove'), () => {
                             sessionClose();
                             weekEdit(view.name, calendar => calendar.lines.filter((one, i) => i !== chosen.number), `add\n${view.name}`);
                         }, {class: 'quiet', 'data-key': 'session-remove'}));
    if (line.days.filter(Boolean).length > 1)
        buttons.append(makeButton(say('onlyThis', {day: WORDS.days[chosen.day]}), () => sessionSplit(view, chosen, line), {class: 'quiet', 'data-key': 'session-split'}));
    form.append(buttons);
    form.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            sessionClose();
            weeksShow(blockKey(view.name, line, chosen.day));
        }
    });
    return form;
}

/* A day on its own must differ from the others, else it would be one line with them again: it begins half an hour later. */
function sessionSplit(view, chosen, line) {
    const at = Math.min(line.at + 2 * STEP, MINUTES.day - STEP);
    weekEdit(view.name, calendar => {
        const lines = calendarMoveDay(calendar, chosen.number, chosen.day, {at});
        const number = lines.findIndex(one => sameSession(one, {...line, at}));
        state.chosen = number < 0 ? null : {...chosen, number};
        return lines;
    }, 'session-begins');
}

function sessionAdd(name) {
    chooserOpen(hold => weekEdit(name, calendar => {
        const busy = calendar.lines.filter(line => !line.fixed);
        let day = DAY_NAMES.findIndex((one, i) => !busy.some(line => line.days[i]));
        const free = day >= 0;
        day = free ? day : 5;
        const first = busy.filter(line => line.days[day]).map(line => line.at);
        const at = free ? NEW_SESSION.at : Math.max(0, Math.min(...first, NEW_SESSION.at) - NEW_SESSION.lasts - 60);
        const session = {hold, lasts: NEW_SESSION.lasts, at, days: DAY_NAMES.map((one, i) => i === day)};
        const lines = calendarAdd(calendar, session);
        state.chosen = {name, number: lines.findIndex(one => sameSession(one, {...session, extras: []}) && one.days[day]), day};
        return lines;
    }, 'session-begins'));
}

/* --- the library --- */

function chooserRow(method, choose) {
    return make('li', null, make('button', {type: 'button', class: 'method', on: {click: () => choose(method.name)}},
        make('b', null, method.title), make('span', {class: 'small'}, method.deciders ? say('decide', {who: method.deciders}) : say('nothingDecided')),
        make('span', null, method.meaning),
        method.recommended_for ? make('span', {class: 'small'}, say('recommended', {for: method.recommended_for})) : null));
}

function chooserOpen(choose) {
    const dialog = byId('chooser'), list = byId('chooser-list'), find = byId('chooser-find');
    const take = name => {
        dialog.close();
        choose(name);
    };
    const show = () => {
        const words = find.value.trim().toLowerCase();
        const found = state.methods.filter(method => [method.name, method.title, method.meaning, method.deciders, method.recommended_for]
            .some(one => one && one.toLowerCase().includes(words)));
        const uses = [...new Set([...Object.keys(WORDS.uses), ...found.map(method => method.use)])];
        list.replaceChildren(...uses.flatMap(use => {
            const rows = found.filter(method => method.use === use);
            return rows.length === 0 ? [] : [make('h3', null, WORDS.uses[use] || say('otherUse')), make('ul', null, ...rows.map(method => chooserRow(method, take)))];
        }));
        if (found.length === 0)
            list.append(make('p', null, say('chooseNone')));
    };
    find.value = '';
    find.oninput = show;
    show();
    dialog.showModal();
    find.focus();
}

/* --- names of designs --- */

function nameAsk(name, what) {
    state.naming = {name, what};
    weeksShow('name-input');
}

function nameEnd(focus) {
    state.naming = null;
    weeksShow(focus);
}

function nameForm(design) {
    const naming = state.naming;
    if (!naming || naming.name !== design.key)
        return null;
    const copying = naming.what === 'copy', suggested = copying ? designNewName(state.read.tree, design.key) : design.key;
    const input = make('input', {id: 'name-input', type: 'text', value: suggested, 'data-key': 'name-input', autocomplete: 'off', maxlength: 60});
    const take = () => {
        const name = input.value.trim();
        if (name === '')
            return;
        state.naming = null;
        state.chosen = null;
        state.focus = `${naming.what}\n${name}`;
        stateEdit(text => (copying ? designCopy(text, design, name) : designRename(text, design, name)));
        if (state.text === state.readText)
            weeksShow();
    };
    const form = make('div', {class: 'name'}, make('label', {for: 'name-input'}, say(copying ? 'newDesign' : 'nameOf', {design: design.key})), input,
                      makeButton(say('save'), take), makeButton(say('cancel'), () => nameEnd(`${naming.what}\n${design.key}`), {class: 'quiet'}));
    input.addEventListener('keydown', event => {
        if (event.key === 'Enter')
            take();
        if (event.key === 'Escape')
            nameEnd(`${naming.what}\n${design.key}`);
    });
    return form;
}

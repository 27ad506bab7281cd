/* The week of each design as a grid of seven days. Each session of a day is a button in it: a click or Enter opens what it is, arrow keys and
 * the mouse move it.
 */
const HOUR_HEIGHT = {least: 13, most: 24, grid: 250}; /* px */
const SHORTEST_SPAN = 6, STEP = 15;                   /* hours; minutes */
const DRAWN_LASTS = 60;                               /* minutes, of a session that ends when it is done */

function weekCalendar(design) {
    return calendarRead(state.readText, state.read.tree, design, weekFirstDay());
}

/* Monday 0: the day on which the scenario begins. */
function weekFirstDay() {
    const weeks = state.read.weeks;
    return weeks && Number.isInteger(weeks.first_weekday) ? weeks.first_weekday : 0;
}

function lineLasts(line) {
    return line.lasts === null ? DRAWN_LASTS : line.lasts;
}

/* The hours that all weeks lie in, so that they can be compared. */
function weekSpan(calendars) {
    const lines = calendars.flatMap(calendar => calendar.lines.filter(line => !line.fixed));
    let from = Math.min(...lines.map(line => Math.floor(line.at / 60))) - 1;
    let to = Math.max(...lines.map(line => Math.ceil((line.at + lineLasts(line)) / 60))) + 1;
    if (lines.length === 0)
        [from, to] = [9, 21];
    from = Math.max(0, Math.min(from, 18));
    to = Math.min(Math.max(to, from + SHORTEST_SPAN), Math.max(24, to - 1));
    return {from, to, height: Math.min(HOUR_HEIGHT.most, Math.max(HOUR_HEIGHT.least, HOUR_HEIGHT.grid / (to - from)))};
}

function sayDays(days) {
    const held = days.map((on, day) => (on ? WORDS.shortDays[day] : null)).filter(name => name !== null);
    const off = days.map((on, day) => (on ? null : WORDS.days[day])).filter(name => name !== null);
    if (off.length === 0)
        return say('everyDay');
    if (off.length <= 2)
        return say('everyDayBut', {days: off.join(say('and'))});
    if (held.length === 1)
        return say('everyOne', {day: WORDS.days[days.indexOf(true)]});
    return held.slice(0, -1).join(', ') + say('and') + held[held.length - 1];
}

function lineTitle(line) {
    const method = methodOf(line.hold);
    return method ? method.title : line.hold;
}

function sayDeciders(line) {
    const method = methodOf(line.hold);
    if (method === null)
        return say('unknownMethod');
    return method.deciders ? say('decide', {who: method.deciders}) : say('nothingDecided');
}

function sayWhen(line) {
    const values = {days: sayDays(line.days), at: writeClock(line.at), lasts: line.lasts === null ? '' : sayMinutes(line.lasts)};
    return say(line.lasts === null ? 'atUntil' : 'at', values);
}

/* Methods in the order in which they appear have a colour each. */
function weekColours(calendars) {
    const holds = [...new Set(calendars.flatMap(calendar => calendar.lines.filter(line => !line.fixed).map(line => line.hold)))];
    return hold => `m${holds.indexOf(hold) % 6}`;
}

function weekLetter(number) {
    return String.fromCharCode(97 + number % 26);
}

/* Sessions of one day side by side where they overlap. */
function weekLanes(lines, day) {
    const held = lines.map((line, number) => ({line, number})).filter(({line}) => !line.fixed && line.days[day]);
    held.sort((one, other) => one.line.at - other.line.at || one.number - other.number);
    const ends = [];
    for (const one of held) {
        let lane = ends.findIndex(end => end <= one.line.at);
        if (lane < 0)
            lane = ends.push(0) - 1;
        ends[lane] = one.line.at + lineLasts(one.line);
        one.lane = lane;
    }
    for (const one of held)
        one.lanes = held.some(other => other !== one && other.line.at < one.line.at + lineLasts(one.line) &&
                              one.line.at < other.line.at + lineLasts(other.line)) ? ends.length : 1;
    return held;
}

function blockKey(design, line, day) {
    return ['block', design, line.hold, line.at, day].join('\n');
}

function weekBlock(view, one, day) {
    const {line, number, lane, lanes} = one, top = (line.at / 60 - view.span.from) * view.span.height;
    const lasts = line.lasts === null ? say('untilDone') : sayMinutes(line.lasts);
    const label = say('block', {title: lineTitle(line), day: WORDS.days[day], at: writeClock(line.at), lasts});
    const block = make('button', {
        type: 'button', class: `block ${view.colour(line.hold)}${line.lasts === null ? ' open' : ''}`, 'data-key': blockKey(view.name, line, day),
        'aria-label': label, title: label, 'aria-describedby': 'block-help', disabled: !view.calendar.writable,
        'aria-expanded': String(sessionIsOpen(view.name, number)),
    }, make('b', null, weekLetter(number)), make('span', null, lineTitle(line)), make('i', {class: 'grip'}));
    block.style.top = `${top}px`;
    block.style.height = `${Math.max(12, lineLasts(line) / 60 * view.span.height - 1)}px`;
    block.style.left = `${100 * lane / lanes}%`;
    block.style.width = `${100 / lanes}%`;
    block.addEventListener('click', () => sessionOpen(view.name, number, day));
    block.addEventListener('keydown', event => weekKey(event, view, number, day));
    block.addEventListener('pointerdown', event => dragBegin(event, view, number, day, block));
    return block;
}

function weekGrid(view) {
    const grid = make('div', {class: 'week', role: 'group', 'aria-label': say('weekOf', {design: view.name})});
    const hours = make('div', {class: 'clock', 'aria-hidden': 'true'}), step = view.span.height < 18 ? 3 : 2;
    const height = (view.span.to - view.span.from) * view.span.height;
    for (let hour = view.span.from; hour <= view.span.to; hour++) {
        if (hour % step !== 0)
            continue;
        const mark = make('span', null, `${hour}:00`);
        mark.style.top = `${(hour - view.span.from) * view.span.height}px`;
        hours.append(mark);
    }
    grid.append(hours);
    WORDS.shortDays.forEach((name, day) => {
        const column = make('div', {class: 'day'}), slots = make('div', {class: 'slots', 'data-day': day});
        slots.style.height = `${height}px`;
        slots.style.backgroundSize = `100% ${step * view.span.height}px`;
        slots.style.backgroundPositionY = `${((step - view.span.from % step) % step) * view.span.height}px`;
        for (const one of weekLanes(view.calendar.lines, day))
            slots.append(weekBlock(view, one, day));
        column.append(make('span', {class: 'day-name', 'aria-hidden': 'true'}, name), slots);
        grid.append(column);
    });
    return grid;
}

/* What is held, by whom it is decided, and what it takes. */
function weekLegend(view) {
    const list = make('ul', {class: 'legend'});
    view.calendar.lines.forEach((line, number) => {
        if (line.fixed)
            return;
        list.append(make('li', null, make('b', {class: `letter ${view.colour(line.hold)}`}, weekLetter(number)),
                         make('span', null, `${lineTitle(line)}: ${sayWhen(line)}; ${sayDeciders(line)}`)));
    });
    return list;
}

function weekSum(view) {
    const lines = view.calendar.lines.filter(line => !line.fixed);
    const count = lines.reduce((sum, line) => sum + line.days.filter(Boolean).length, 0);
    const minutes = lines.reduce((sum, line) => sum + line.days.filter(Boolean).length * (line.lasts || 0), 0);
    if (count === 0)
        return say('sumNone');
    const planned = weekPersonHours(view);
    return say(count === 1 ? 'sumOne' : 'sum', {count, hours: sayMinutes(minutes)}) + (planned === null ? '' : say('personHours', {hours: planned})) + '.';
}

/* Lines of a design as the core planned them. */
function weekPlanned(name) {
    const design = state.read.designs.indexOf(name);
    return (state.read.weeks && state.read.weeks.lines || []).filter(line => line.design === design);
}

/* With as many people as the core expects; null where it does not say. */
function weekPersonHours(view) {
    let sum = 0;
    for (const line of view.calendar.lines.filter(one => !one.fixed)) {
        const planned = weekPlanned(view.name).find(one => one.method === line.hold);
        if (!planned || !Number.isFinite(planned.heads) || line.lasts === null)
            return null;
        sum += planned.heads * line.lasts / 60 * line.days.filter(Boolean).length;
    }
    return sayNumber(sum);
}

/* A line that the grid cannot show, in the core's words where these are known. */
function weekFixed(view) {
    const planned = weekPlanned(view.name), known = planned.length === view.calendar.lines.length;
    return view.calendar.lines.flatMap((line, i) => (!line.fixed ? []
        : [known ? make('li', null, `${planned[i].title}: ${planned[i].when}`) : make('li', null, make('code', null, line.words))]));
}

function weekButtons(view, design) {
    const buttons = make('div', {class: 'buttons'}), key = name => ({'data-key': `${name}\n${view.name}`, class: 'quiet'});
    if (view.calendar.writable)
        buttons.append(makeButton(say('add'), () => sessionAdd(view.name), key('add')));
    if (!designIsWritable(state.readText, design))
        return buttons;
    buttons.append(makeButton(say('copy'), () => nameAsk(view.name, 'copy'), key('copy')),
                   makeButton(say('rename'), () => nameAsk(view.name, 'rename'), key('rename')));
    if (designNodes(state.read.tree).length > 1)
        buttons.append(makeButton(say('remove'), () => stateEdit(text => designRemove(text, design)), key('remove')));
    return buttons;
}

function weekSection(design, calendar, span, colour) {
    const view = {name: design.key, calendar, span, colour};
    const fixed = weekFixed(view);
    const section = make('section', {class: 'design', 'aria-label': design.key},
                         make('h3', null, design.key), weekButtons(view, design), nameForm(design),
                         calendar.writable || calendar.lines.length > 0 ? weekGrid(view) : make('p', null, say('noGrid')));
    section.append(sessionForm(view, design) || '', weekLegend(view), make('p', {class: 'small'}, weekSum(view)));
    if (calendar.shared)
        section.append(make('p', {class: 'small'}, say('sameForAll')));
    if (fixed.length > 0)
        section.append(make('p', {class: 'small'}, say('otherLines')), make('ul', {class: 'small'}, ...fixed));
    return section;
}

function weeksShow(wanted) {
    const designs = designNodes(state.read.tree), calendars = designs.map(weekCalendar);
    const span = weekSpan(calendars), colour = weekColours(calendars), place = byId('designs');
    keepFocus(place, () => place.replaceChildren(...designs.map((design, i) => weekSection(design, calendars[i], span, colour))),
              wanted || state.focus);
    state.focus = null;
}

/* --- changes --- */

/* Puts other lines in place of a calendar: `change` is given what is there, and gives what will be. */
function weekEdit(name, change, focus) {
    state.focus = focus || null;
    return stateEdit((text, tree) => {
        const design = designNodes(tree).find(node => node.key === name);
        if (!design)
            return text;
        const calendar = weekCalendar(design), lines = change(calendar);
        return lines === null ? text : calendarWrite(text, design, calendar, lines);
    });
}

/* One session of one day, to another day or hour. */
function weekMove(view, number, day, change) {
    const line = view.calendar.lines[number], lasts = change.lasts === undefined ? line.lasts : change.lasts;
    const at = Math.min(Math.max(0, change.at === undefined ? line.at : change.at), MINUTES.day - STEP);
    const target = change.day === undefined ? day : Math.min(6, Math.max(0, change.day));
    sessionClose();
    return weekEdit(view.name, calendar => calendarMoveDay(calendar, number, day, {at, lasts, day: target}),
                    blockKey(view.name, {...line, at}, target));
}

function weekKey(event, view, number, day) {
    const line = view.calendar.lines[number];
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key], across = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey)
        return;
    if (event.key === 'Delete' || event.key === 'Backspace')
        weekEdit(view.name, calendar => calendarMerge(calendar.lines.map((one, i) => (i !== number ? one
            : {...one, days: one.days.map((held, other) => held && other !== day), source: null}))), `add\n${view.name}`);
    else if (step && event.shiftKey)
        weekMove(view, number, day, {lasts: Math.max(STEP, lineLasts(line) + 2 * STEP * step)});
    else if (step)
        weekMove(view, number, day, {at: line.at + 2 * STEP * step});
    else if (across)
        weekMove(view, number, day, {day: day + across});
    else
        return;
    event.preventDefault();
}

/* --- with the mouse: the block follows in steps, and the text changes where it is let go --- */

function dragBegin(event, view, number, day, block) {
    if (event.button !== 0 || event.pointerType === 'touch' || !view.calendar.writable)
        return;
    const line = view.calendar.lines[number], longer = event.target.classList.contains('grip');
    const begin = {x: event.clientX, y: event.clientY}, width = block.closest('.day').getBoundingClientRect().width;
    let change = null;
    const move = now => {
        const minutes = STEP * Math.round((now.clientY - begin.y) / view.span.height * 60 / STEP);
        const days = longer ? 0 : Math.min(6 - day, Math.max(-day, Math.round((now.clientX - begin.x) / width)));
        if (change === null && Math.hypot(now.clientX - begin.x, now.clientY - begin.y) < 4)
            return;
        block.classList.add('moving');
        if (longer) {
            change = {lasts: Math.max(STEP, lineLasts(line) + minutes)};
            block.style.height = `${change.lasts / 60 * view.span.height - 1}px`;
        } else {
            change = {at: Math.min(Math.max(0, line.at + minutes), MINUTES.day - STEP), day: day + days};
            block.style.transform = `translate(${days * width}px, ${(change.at - line.at) / 60 * view.span.height}px)`;
        }
    };
    const end = up => {
        block.removeEventListener('pointermove', move);
        block.removeEventListener('pointerup', end);
        block.removeEventListener('pointercancel', end);
        if (change === null)
            return;
        block.addEventListener('click', click => click.stopImmediatePropagation(), {once: true, capture: true});
        if (up.type === 'pointerup')
            weekMove(view, number, day, change);
        else
            weeksShow();
    };
    block.setPointerCapture(event.pointerId);
    block.addEventListener('pointermove', move);
    block.addEventListener('pointerup', end);
    block.addEventListener('pointercancel', end);
}

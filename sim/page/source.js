/* The scenario as text, with the numbers of its lines and marks at its mistakes.
 */
function sourceBuild() {
    const area = byId('text');
    area.addEventListener('input', () => {
        sourceNumbers();
        stateType(area.value);
    });
    area.addEventListener('scroll', sourceScroll);
    byId('view-weeks').addEventListener('click', () => viewShow('weeks'));
    byId('view-text').addEventListener('click', () => viewShow('text'));
}

function viewShow(view) {
    state.view = view;
    setShown(byId('weeks'), view === 'weeks');
    setShown(byId('source'), view === 'text');
    byId('view-weeks').setAttribute('aria-pressed', String(view === 'weeks'));
    byId('view-text').setAttribute('aria-pressed', String(view === 'text'));
    sourceShow();
}

function sourceShow() {
    const area = byId('text');
    if (area.value !== state.text)
        area.value = state.text;
    sourceNumbers();
}

function sourceNumbers() {
    const count = textLines(byId('text').value).length, numbers = byId('numbers'), wrong = new Set(mistakesInText().map(one => one.line));
    const rows = [];
    for (let line = 1; line <= count; line++)
        rows.push(make('span', wrong.has(line) ? {class: 'wrong'} : null, `${line}\n`));
    numbers.replaceChildren(...rows);
    const shade = byId('shade'), height = parseFloat(getComputedStyle(byId('text')).lineHeight);
    shade.replaceChildren(...[...wrong].map(line => {
        const row = make('span', {class: 'wrong'});
        row.style.top = `${(line - 1) * height}px`;
        row.style.height = `${height}px`;
        return row;
    }));
    sourceScroll();
}

function sourceScroll() {
    const top = byId('text').scrollTop;
    byId('numbers').style.transform = `translateY(${-top}px)`;
    byId('shade').style.transform = `translateY(${-top}px)`;
}

function mistakeHasLine(mistake) {
    return (!mistake.of || mistake.of === 'scenario') && mistake.line > 0;
}

function mistakesInText() {
    return state.mistakes.filter(mistakeHasLine);
}

function sourceGo(mistake) {
    const area = byId('text'), lines = textLines(state.text), line = lines[mistake.line - 1] || '';
    const before = lines.slice(0, mistake.line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const from = before + textOffset(line, mistake.column), to = before + textOffset(line, mistake.column + Math.max(1, mistake.width));
    viewShow('text');
    area.focus();
    area.setSelectionRange(from, Math.min(to, before + line.length));
    area.scrollTop = Math.max(0, (mistake.line - 4) * parseFloat(getComputedStyle(area).lineHeight));
}

function sayMistake(mistake) {
    const sentence = mistake.hint ? `${mistake.sentence} (${mistake.hint})` : mistake.sentence;
    if (mistake.of === '--set')
        return say('ofSwitch', {sentence});
    return !mistakeHasLine(mistake) ? sentence : say('atLine', {line: mistake.line, sentence});
}

function mistakesShow() {
    const place = byId('mistakes'), count = state.mistakes.length, inText = mistakesInText();
    setShown(place, count > 0);
    byId('text').setAttribute('aria-invalid', String(inText.length > 0));
    place.replaceChildren(make('h3', null, count === 1 ? say('mistakes') : say('mistakesMany', {count})),
                          make('ul', null, ...state.mistakes.map(mistake => make('li', null,
                              !mistakeHasLine(mistake) ? makeNamed('span', sayMistake(mistake))
                                  : fill(makeNamed('button', sayMistake(mistake), {type: 'button', class: 'link'}), {on: {click: () => sourceGo(mistake)}}, [])))));
    sourceNumbers();
    if (count > 0)
        announce(say(count === 1 ? 'mistakes' : 'mistakesMany', {count}) + '. ' + sayMistake(state.mistakes[0]));
}

/* Where the page begins: words into their places, then the scenario that came with the page or with the link.
 */
function startWords() {
    for (const place of document.querySelectorAll('[data-say]'))
        place.replaceChildren(...makeNamed('span', say(place.dataset.say)).childNodes);
    for (const place of document.querySelectorAll('[data-label]'))
        place.setAttribute('aria-label', say(place.dataset.label));
    byId('limits').replaceChildren(...WORDS.limit.map(words => make('li', null, words)));
}

/* What the page was given: its own scenario, and switches where it was saved with some. */
function startOwn() {
    let settings = [];
    try {
        settings = JSON.parse(byId('settings').defaultValue || '[]');
    } catch (trouble) {
        settings = [];
    }
    const own = {text: byId('scenario').defaultValue, settings};
    return linkIsSetup(own) ? own : {...own, settings: []};
}

async function startFrom(fallback) {
    const linked = await linkRead();
    setText(byId('notice'), linked && linked.broken ? say('badLink') : '');
    setShown(byId('notice'), Boolean(linked && linked.broken));
    if (linked && !linked.broken)
        return stateTake(linked);
    return fallback ? stateTake(fallback) : null;
}

/* On a small screen the answer lies below the weeks: the foot of the page leads to the other one. */
function startJumps() {
    const watch = new IntersectionObserver(entries => {
        byId('dock').dataset.at = entries[entries.length - 1].isIntersecting ? 'results' : 'setup';
    }, {rootMargin: '0px 0px -50% 0px'});
    watch.observe(byId('results'));
}

async function start() {
    startWords();
    sourceBuild();
    answerBuild();
    fieldsBuild();
    keepBuild();
    startJumps();
    byId('undo').addEventListener('click', stateUndo);
    byId('chooser-close').addEventListener('click', () => byId('chooser').close());
    window.addEventListener('hashchange', () => startFrom(null));
    viewShow('weeks');
    answerClear();
    try {
        state.methods = (await crewClerk().ask('methods')).map(method => ({...method, deciders: method.who_decides || null}));
        await fieldsLoad();
    } catch (trouble) {
        setText(byId('broken'), say('crashed'));
        setShown(byId('broken'), true);
        return;
    }
    await startFrom(startOwn());
}

start();

/* What came out: the answer, its price, whether the designs keep up. All sentences are the core's.
 */
const MOST_LINES = 3, SMALLEST_RATIO = 0.02;
const answerTimer = {progress: null, last: ''};

function answerBuild() {
    byId('run').addEventListener('click', answerPress);
    byId('dots-details').addEventListener('toggle', () => {
        if (crew.job !== null)
            dotsShow(crew.job);
    });
}

function answerPress() {
    const job = crew.job;
    if (job === null)
        return;
    if (job.running) {
        crewStop();
        answerProgress(job);
    } else if (job.queue.length > 0) {
        job.broken = null;
        crewGoOn(job);
    } else if (answerMore(job) > 0) {
        stateEdit((text, tree) => textSet(text, tree, 'replications', String(answerMore(job))));
    }
}

/* Twice as many runs of each design, as far as the page goes; 0: no more. */
function answerMore(job) {
    const most = 200, now = job.read.replications;
    return now >= most ? 0 : Math.min(most, 2 * now);
}

/* --- progress: at most ten times a second --- */

function answerProgress(job) {
    if (answerTimer.progress !== null || crew.job !== job)
        return;
    answerTimer.progress = setTimeout(() => {
        answerTimer.progress = null;
        if (crew.job !== null)
            answerDraw(crew.job);
    }, 100);
}

function answerDraw(job) {
    const all = job.read.runs.length, got = job.got.size, base = job.baseDone >= job.base, bar = byId('bar'), run = byId('run');
    bar.max = base ? Math.max(1, all - job.base) : job.base;
    bar.value = base ? got - job.base : job.baseDone;
    setShown(bar, job.running);
    const words = job.running ? (got === 0 ? say('starting') : base && all > job.base ? say('tryingOthers', {done: got - job.base, all: all - job.base})
        : say('runsOf', {done: job.baseDone, all: job.base})) : got === all ? say('allIn', {all}) : say('stoppedShort', {done: got, all});
    setText(byId('progress'), words);
    const more = answerMore(job);
    setText(run, job.running ? say('stop') : job.queue.length > 0 ? say('goOn') : more > 0 ? say('moreRuns', {count: more, now: job.read.replications}) : say('run'));
    run.disabled = !job.running && job.queue.length === 0 && more === 0;
    setText(byId('broken'), job.broken || '');
    setShown(byId('broken'), job.broken !== null);
    answerStale(job.answer === null && job.running);
    answerAfter(job);
    dotsShow(job);
    document.body.dataset.state = job.running ? 'running' : got === all ? 'done' : 'stopped';
}

/* How many replications of all designs stand behind the answer. */
function answerAfter(job) {
    const all = job.read.replications, done = Math.min(all, answerDone(job)), place = byId('after');
    const words = done === 0 ? '' : done === all ? say('complete', {all}) : say(job.running ? 'after' : 'stopped', {done, all});
    setText(place, [words, job.settings ? say('withSwitches', {count: job.settings.split('\n').length}) : ''].join(' ').trim());
}

function answerDone(job) {
    let done = 0;
    for (const [key, count] of job.parts)
        done += key.startsWith('0/') && count === job.count ? 1 : 0;
    return done;
}

/* What came out before a change stays until there is a newer answer, marked so; or for good, where the change cannot be run. */
function answerStale(stale) {
    setShown(byId('stale'), stale && byId('sentence').dataset.known === 'yes');
    byId('results').classList.toggle('old', stale && byId('sentence').dataset.known === 'yes');
    if (state.mistakes.length > 0) {
        byId('run').disabled = true;
        setText(byId('short'), say(state.mistakes.length === 1 ? 'mistakes' : 'mistakesMany', {count: state.mistakes.length}));
    } else if (byId('sentence').dataset.known === 'yes') {
        setText(byId('short'), byId('sentence').textContent);
    }
}

/* --- the answer --- */

function headlineOf(comparison) {
    return comparison.measures.find(measure => measure.name === comparison.headline) || comparison.measures[0];
}

/* The best design and the first one; where the first is the best, the next one and the first. */
function answerPair(comparison) {
    const ranking = comparison.ranking || [];
    if (ranking.length < 2)
        return null;
    const best = ranking[0].design;
    return {best, told: best === comparison.base ? ranking[1].design : best, base: comparison.base};
}

function contrastOf(measure, design) {
    return measure.contrasts.find(contrast => contrast.design === design) || null;
}

/* 1: better than the first design, -1: worse, 0: not clearly either. */
function contrastSign(measure, contrast) {
    if (!['higher', 'lower'].includes(contrast.verdict) || !['more', 'less'].includes(measure.better))
        return 0;
    return (contrast.verdict === 'higher') === (measure.better === 'more') ? 1 : -1;
}

function contrastSize(contrast) {
    return contrast.ratio && contrast.ratio.value > 0 ? Math.abs(Math.log(contrast.ratio.value)) : 0;
}

function sentenceCase(words) {
    return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.');
}

function answerShow(job) {
    const comparison = job.answer.comparison, place = byId('sentence'), pair = answerPair(comparison);
    const measure = headlineOf(comparison), contrast = pair && measure ? contrastOf(measure, pair.told) : null;
    if (contrast && contrast.verdict === 'unknown' && job.running)
        return;
    const words = contrast ? sentenceCase(contrast.sentence) : comparison.measures.length > 0 && job.count < 2 ? say('oneDesign') : say('noAnswer');
    setText(place, words);
    place.classList.toggle('open', !contrast || contrastSign(measure, contrast) === 0);
    place.dataset.known = 'yes';
    setText(byId('short'), words);
    setText(byId('order'), comparison.order ? sentenceCase(comparison.order) : '');
    if (pair)
        priceShow(comparison, pair);
    pacesShow(comparison);
    dependsTell(job);
    fieldsTook(comparison);
    answerProgress(job);
    if (!performance.getEntriesByName('groundswell-answer').length)
        performance.mark('groundswell-answer');
    if (!job.announced || (!job.running && answerTimer.last !== words)) {
        job.announced = true;
        answerTimer.last = words;
        announce(words);
    }
}

function answerClear() {
    setText(byId('sentence'), say('noAnswer'));
    byId('sentence').classList.add('open');
    setText(byId('order'), '');
    setShown(byId('doubt'), false);
    for (const id of ['price', 'paces'])
        byId(id).replaceChildren();
}

/* What the better design costs: sentences of the measures in which it is worse, the largest first; and what it gains besides. */
function priceShow(comparison, pair) {
    const head = headlineOf(comparison), flip = pair.told === pair.best ? 1 : -1;
    const told = comparison.measures.filter(measure => measure !== head).map(measure => ({measure, contrast: contrastOf(measure, pair.told)}))
        .filter(({contrast}) => contrast !== null && contrast.ratio !== null && contrastSize(contrast) >= SMALLEST_RATIO)
        .sort((one, other) => contrastSize(other.contrast) - contrastSize(one.contrast));
    const lines = sign => told.filter(({measure, contrast}) => flip * contrastSign(measure, contrast) === sign).slice(0, MOST_LINES)
        .map(({contrast}) => make('li', null, sentenceCase(contrast.sentence)));
    const costs = lines(-1), gains = lines(1);
    byId('price').replaceChildren(make('h3', null, say('price', {design: pair.best})),
                                  costs.length > 0 ? make('ul', null, ...costs) : make('p', null, say('priceNone')));
    if (gains.length > 0)
        byId('price').append(make('p', null, say('gains')), make('ul', null, ...gains));
}

function paceRow(row) {
    const words = {'keeps up': say('keepsUp'), 'falls behind': say('fallsBehind', {trend: sayNumber((row.open_a_day || {}).value)})}[row.pace] || say('notClear');
    return make('tr', null, make('th', {scope: 'row'}, row.design), cell(row.came_in), cell(row.decided), cell(row.open),
                make('td', {title: row.sentence}, row.pace === 'falls behind' ? make('strong', null, words) : words));
}

function pacesShow(comparison) {
    const rows = comparison.keeping_up || [];
    if (rows.length === 0) {
        byId('paces').replaceChildren();
        return;
    }
    const heads = ['design', 'cameIn', 'decided', 'open'].map(key => make('th', {scope: 'col'}, say(key)));
    byId('paces').replaceChildren(make('h3', null, say('paces')),
                                  make('div', {class: 'scroll'}, make('table', null, make('thead', null, make('tr', null, ...heads, make('td', null))), make('tbody', null, ...rows.map(paceRow)))));
}

/* Every run as a dot, a row a design, with mean and 95 % range. Places are in percent of the width, so nothing is measured.
 */
const ROW_HEIGHT = 46, DOT = 3.2; /* px */
const EDGE = 2.5;                 /* % left free on both sides */

/* Round numbers that divide a range into about `wanted` parts. */
function tickStep(span, wanted) {
    const rough = span / wanted, power = 10 ** Math.floor(Math.log10(rough)), lead = rough / power;
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

/* From zero, unless all values lie far from it. */
function dotsScale(values) {
    let least = Math.min(...values), most = Math.max(...values);
    if (least >= 0 && least < 0.7 * most)
        least = 0;
    if (most <= 0 && most > 0.7 * least)
        most = 0;
    if (least === most)
        [least, most] = [least - 0.5, most + 0.5];
    const step = tickStep(most - least, 4), from = step * Math.floor(least / step + 1e-9), to = step * Math.ceil(most / step - 1e-9), ticks = [];
    for (let i = 0; from + i * step <= to + step / 2; i++)
        ticks.push(Number((from + i * step).toPrecision(12)));
    return {place: value => EDGE + (100 - 2 * EDGE) * (value - from) / (to - from), ticks};
}

/* The values that came in for the scenario itself: of each design a list by replication. */
function dotsValues(job) {
    const values = job.read.designs.map(() => []);
    for (const [number, value] of job.got) {
        const run = job.read.runs[number];
        if (run.variant === 0)
            values[run.design][run.replication] = value;
    }
    return values;
}

function dotsRow(name, values, mean, scale, design) {
    const known = values.map((value, run) => ({value, run})).filter(one => Number.isFinite(one.value));
    const middle = ROW_HEIGHT / 2, dots = known.map(({value, run}) =>
        makeDrawn('circle', {cx: `${scale.place(value).toFixed(2)}%`, cy: middle + (run * 7 % 13 - 6), r: DOT, class: 'dot'},
                  makeDrawn('title', null, say('dot', {run: run + 1, value: sayNumber(value)}))));
    const drawn = makeDrawn('svg', {height: ROW_HEIGHT, width: '100%', class: `d${design % 6}`, 'aria-hidden': 'true'});
    for (const tick of scale.ticks)
        drawn.append(makeDrawn('line', {x1: `${scale.place(tick)}%`, x2: `${scale.place(tick)}%`, y1: 0, y2: ROW_HEIGHT, class: 'rule'}));
    drawn.append(...dots);
    if (mean && Number.isFinite(mean.value)) {
        if (Number.isFinite(mean.low))
            drawn.append(makeDrawn('line', {x1: `${scale.place(mean.low)}%`, x2: `${scale.place(mean.high)}%`, y1: middle, y2: middle, class: 'range'}));
        drawn.append(makeDrawn('line', {x1: `${scale.place(mean.value)}%`, x2: `${scale.place(mean.value)}%`, y1: middle - 13, y2: middle + 13, class: 'mean'}));
    }
    const words = mean && Number.isFinite(mean.value) ? say('mean', {mean: sayEstimate(mean.value), low: sayEstimate(mean.low), high: sayEstimate(mean.high)}) : '';
    const missing = values.filter(value => value !== undefined).length - known.length;
    return make('div', {class: 'dots-row'}, make('p', null, make('b', null, name), ' ', make('span', {class: 'small'}, words)), drawn,
                missing > 0 ? make('p', {class: 'small'}, say('noValue', {count: missing})) : null);
}

/* Means and ranges of the core; none before the first answer. */
function dotsMeans(job) {
    const means = new Map();
    for (const place of job.answer === null ? [] : job.answer.comparison.ranking || [])
        means.set(place.design, place.mean);
    return means;
}

function dotsShow(job) {
    const values = dotsValues(job), all = values.flat().filter(Number.isFinite), place = byId('dots');
    const headline = job.read.headline, means = dotsMeans(job);
    setText(byId('dots-title'), headline.meaning);
    setText(byId('dots-better'), [unitWords(headline.unit), WORDS.better[headline.better] || ''].filter(Boolean).join('; '));
    if (all.length === 0) {
        place.replaceChildren();
        return;
    }
    for (const mean of means.values())
        for (const value of [mean.low, mean.high])
            if (Number.isFinite(value))
                all.push(value);
    const scale = dotsScale(all), names = job.read.designs;
    const axis = make('div', {class: 'axis', 'aria-hidden': 'true'}, ...scale.ticks.map(tick => {
        const mark = make('span', null, sayNumber(tick));
        mark.style.left = `${scale.place(tick)}%`;
        return mark;
    }));
    place.replaceChildren(...names.map((name, i) => dotsRow(name, values[i], means.get(name), scale, i)), axis);
    dotsTable(job, values, means);
}

function unitWords(unit) {
    const words = {h: 'hours', d: 'days', min: 'minutes', 'h-1': '', 'd-1': ''}; /* "per hour" stands in the meaning */
    return unit === '1' || !unit ? '' : words[unit] === undefined ? unit : words[unit];
}

function cell(value, attributes) {
    return make('td', {class: 'n', ...attributes}, sayNumber(value));
}

/* Filled only while it is open. */
function dotsTable(job, values, means) {
    const place = byId('dots-table');
    if (!place.closest('details').open)
        return;
    const names = job.read.designs, most = Math.max(...values.map(one => one.length));
    const head = words => make('th', {scope: 'col'}, words);
    const summary = make('table', null, make('thead', null, make('tr', null, ...['design', 'meanHead', 'range', 'runs'].map(key => head(say(key))))),
                         make('tbody', null, ...names.map((name, i) => {
                             const mean = means.get(name) || {}, known = values[i].filter(Number.isFinite).length;
                             return make('tr', null, make('th', {scope: 'row'}, name), cell(mean.value), make('td', {class: 'n'}, say('fromTo', {low: sayEstimate(mean.low), high: sayEstimate(mean.high)})), cell(known));
                         })));
    const rows = [];
    for (let run = 0; run < most; run++)
        rows.push(make('tr', null, make('th', {scope: 'row'}, String(run + 1)), ...names.map((name, i) => cell(values[i][run]))));
    const each = make('table', null, make('thead', null, make('tr', null, head(say('runHead')), ...names.map(head))), make('tbody', null, ...rows));
    place.replaceChildren(summary, each);
}

/* Web workers, each with a core of its own. One of them, the clerk, reads scenarios and says what the runs add up to; the hands carry out
 * runs. A job is one scenario being played: {read, text, settings, queue, got, ...}. What belongs to an older job is left where it lies.
 * A worker has no fetch: the core carries its bytes with it, and asks the network for nothing.
 */
const MOST_HANDS = 4, ANSWER_PAUSE = 400; /* ms */
const crew = {source: null, module: null, clerk: null, hands: [], job: null};

/* Methods of the folder of the scenario, which the program put into the page. */
function crewMethods() {
    return [...document.querySelectorAll('textarea.method')].map(method => ({name: method.dataset.name, text: method.value}));
}

function crewWorker() {
    if (crew.source === null)
        crew.source = URL.createObjectURL(new Blob(['self.fetch = undefined;\n', byId('core').textContent, '\n;', byId('worker').textContent], {type: 'text/javascript'}));
    const worker = new Worker(crew.source), waiting = new Map();
    let last = 0, over = false, dead = null;
    const end = why => {
        over = true;
        dead = why;
        worker.terminate();
        for (const {reject} of waiting.values())
            reject(why);
        waiting.clear();
    };
    worker.onmessage = event => {
        const {id, value, failed, module} = event.data, asked = waiting.get(id);
        if (module !== undefined) {
            crew.module = module;
            crewHands(crewProcessors()); /* they begin while the clerk reads */
        }
        waiting.delete(id);
        if (!asked)
            return;
        if (failed === undefined) {
            asked.resolve(value);
            return;
        }
        asked.reject(new Error(failed));
        end(new Error(failed));
    };
    worker.onerror = event => {
        event.preventDefault();
        end(new Error(event.message || 'worker'));
    };
    worker.postMessage({wasm: crew.module || byId('wasm').textContent, methods: crewMethods()});
    return {
        job: null,
        busy: () => waiting.size > 0,
        dead: () => over,
        end: () => end(null),
        ask: (call, ...args) => new Promise((resolve, reject) => {
            if (over)
                return reject(dead);
            waiting.set(++last, {resolve, reject});
            worker.postMessage({id: last, call, args});
        }),
    };
}

function crewClerk() {
    if (crew.clerk === null || crew.clerk.dead())
        crew.clerk = crewWorker();
    return crew.clerk;
}

function crewProcessors() {
    return Math.max(1, Math.min(navigator.hardwareConcurrency || 1, MOST_HANDS));
}

/* Hands that are in the middle of something older are sent home; others take their place. */
function crewHands(count) {
    crew.hands = crew.hands.filter(hand => {
        if (hand.busy())
            hand.end();
        return !hand.busy() && !hand.dead();
    });
    while (crew.hands.length < count)
        crew.hands.push(crewWorker());
    return crew.hands.slice(0, count);
}

function crewBegin(text, settings, read) {
    const count = read.designs.length;
    const base = read.runs.filter(run => run.variant === 0).length;
    crew.job = {
        text, settings, read, base, count, queue: read.runs.map((run, number) => number), got: new Map(), running: true, stopped: false,
        answer: null, answering: false, broken: null, baseDone: 0, complete: 0, parts: new Map(),
    };
    crewGoOn(crew.job);
}

function crewGoOn(job) {
    job.running = true;
    job.stopped = false;
    for (const hand of crewHands(Math.min(crewProcessors(), Math.max(1, job.queue.length))))
        crewWork(hand, job);
    answerProgress(job);
}

async function crewWork(hand, job) {
    let number = null;
    try {
        if (hand.job !== job.text + '\0' + job.settings) {
            await hand.ask('read', job.text, job.settings);
            hand.job = job.text + '\0' + job.settings;
        }
        while (crew.job === job && job.running && job.queue.length > 0) {
            number = job.queue.shift();
            const came = await hand.ask('run', number);
            if (crew.job === job)
                crewTake(job, number, came);
            number = null;
        }
    } catch (trouble) {
        if (number !== null)
            job.queue.unshift(number);
        if (crew.job === job && trouble !== null)
            crewBroken(job, say('crashed'));
    }
}

function crewBroken(job, sentence) {
    job.broken = sentence;
    crewStop();
    answerProgress(job);
}

/* A run is in: into the picture, and to the clerk. */
function crewTake(job, number, came) {
    if (came.broken !== undefined) {
        crewBroken(job, say('broken', {sentence: came.broken}));
        return;
    }
    const run = job.read.runs[number], key = `${run.variant}/${run.replication}`;
    job.got.set(number, came.headline);
    job.parts.set(key, (job.parts.get(key) || 0) + 1);
    job.baseDone += run.variant === 0 ? 1 : 0;
    job.complete += job.parts.get(key) === job.count ? 1 : 0;
    crewClerk().ask('add', number, came.outcome).catch(() => {});
    if (job.queue.length === 0 && job.got.size === job.read.runs.length)
        job.running = false;
    answerProgress(job);
    crewAnswer(job);
}

/* Asks the clerk what it adds up to, as often as it keeps pace. */
async function crewAnswer(job) {
    if (job.answering || job.complete === job.told)
        return;
    job.answering = true;
    const told = job.complete, began = performance.now();
    try {
        const answer = await crewClerk().ask('answer');
        if (crew.job === job && !answer.too_few) {
            job.answer = answer;
            answerShow(job);
        }
        const took = performance.now() - began;
        const first = job.answer === null && job.running;
        await new Promise(done => setTimeout(done, first ? 0 : job.running ? Math.max(ANSWER_PAUSE, 2 * took) : 0));
    } catch (trouble) {
        if (crew.job === job && trouble !== null && !job.broken)
            crewBroken(job, say('crashed'));
    }
    job.told = told;
    job.answering = false;
    if (crew.job === job)
        crewAnswer(job);
}

/* What came in stays. */
function crewStop() {
    const job = crew.job;
    if (job === null)
        return;
    job.running = false;
    job.stopped = job.queue.length > 0 || crew.hands.some(hand => hand.busy());
    for (const hand of crew.hands)
        if (hand.busy())
            hand.end();
    crew.hands = crew.hands.filter(hand => !hand.dead() && !hand.busy());
}

/* The scenario changed: nothing of the old one comes in any more. */
function crewHalt() {
    crewStop();
    crew.job = null;
}

/* Runs in a web worker, behind the core in one script: carries out what the page asks for, one call after the other.
 * {id, call, args} comes in; {id, value} or {id, failed} goes out.
 */
'use strict';
const CALLS = {
    read: core => (text, settings) => JSON.parse(core.ccall('page_read', 'string', ['string', 'string'], [text, settings])),
    methods: core => () => JSON.parse(core.ccall('page_methods', 'string', [], [])),
    setting: core => path => JSON.parse(core.ccall('page_setting', 'string', ['string'], [path])),
    run: core => number => JSON.parse(core.ccall('page_run', 'string', ['number'], [number])),
    add: core => (number, outcome) => core.ccall('page_add', null, ['number', 'string'], [number, outcome]),
    answer: core => () => JSON.parse(core.ccall('page_answer', 'string', [], [])),
};
const loaded = Groundswell({print: () => {}, printErr: () => {}});

self.onmessage = async event => {
    const {id, call, args} = event.data;
    try {
        const core = await loaded;
        const value = CALLS[call](core)(...args);
        self.postMessage({id, value: value === undefined ? null : value});
    } catch (trouble) {
        self.postMessage({id, failed: String(trouble && trouble.message || trouble)});
    }
};

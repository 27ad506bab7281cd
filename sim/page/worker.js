/* Runs in a web worker, behind the core in one script: carries out what the page asks for, one call after the other.
 * {wasm, methods} comes in first: the core's bytes, or the module that another worker made of them, and the methods that are not shipped. Then {id, call, args} comes in, and {id, value}
 * or {id, failed} goes out.
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
let loaded = null;

/* The bytes of the core, packed, in base64: unpacked and compiled once, by the first worker; the others are given the module. */
async function compiled(given) {
    if (given instanceof WebAssembly.Module)
        return given;
    const packed = Uint8Array.from(atob(given), character => character.charCodeAt(0));
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader(), parts = [];
    for (let part = await reader.read(); !part.done; part = await reader.read())
        parts.push(part.value);
    const module = await WebAssembly.compile(await new Blob(parts).arrayBuffer());
    self.postMessage({module});
    return module;
}

/* The core, with methods beside those that it holds. */
async function begun(given, methods) {
    const core = await load(given);
    for (const {name, text} of methods)
        core.ccall('page_method', 'string', ['string', 'string'], [name, text]);
    return core;
}

/* Fails where the core cannot begin: the page must not wait for ever. */
async function load(given) {
    const module = await compiled(given);
    return new Promise((resolve, reject) => {
        Groundswell({
            print: () => {},
            printErr: () => {},
            onAbort: reject,
            instantiateWasm: (imports, done) => {
                WebAssembly.instantiate(module, imports).then(instance => done(instance, module)).catch(reject);
                return {};
            },
        }).then(resolve, reject);
    });
}

self.onmessage = async event => {
    const {id, call, args, wasm, methods} = event.data;
    if (wasm !== undefined) {
        loaded = begun(wasm, methods);
        loaded.catch(() => {});
        return;
    }
    try {
        const core = await loaded;
        const value = CALLS[call](core)(...args);
        self.postMessage({id, value: value === undefined ? null : value});
    } catch (trouble) {
        self.postMessage({id, failed: String(trouble && trouble.message || trouble)});
    }
};

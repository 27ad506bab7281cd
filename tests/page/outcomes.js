// usage: outcomes.js CORE.js OUTCOMES SCENARIO RUNS: the runs of a scenario in WebAssembly leave the numbers that they leave as a
// native program (OUTCOMES prints these), one by one, up to a relative difference of 1e-12; counts exactly.
'use strict';
const {execFileSync} = require('child_process');
const fs = require('fs');
const [core, native, scenario, count] = process.argv.slice(2);

// The numbers of an outcome: letters a to p are four bits each, eight bytes a number.
function numbersOf(letters) {
    const bytes = Buffer.alloc(letters.length / 2);
    for (let i = 0; i < bytes.length; i++)
        bytes[i] = (letters.charCodeAt(2 * i) - 97) << 4 | (letters.charCodeAt(2 * i + 1) - 97);
    return Array.from({length: bytes.length / 8}, (_, i) => bytes.readDoubleLE(8 * i));
}

function apart(one, other) {
    if (Number.isNaN(one) || Number.isNaN(other))
        return Number.isNaN(one) && Number.isNaN(other) ? 0 : Infinity;
    return one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
}

// The program prints each JSON over several lines.
function runsOf(text) {
    return JSON.parse('[' + text.trim().replace(/\n}\s*\n?{/g, '\n},{') + ']');
}

require(core)({wasmBinary: fs.readFileSync(core.replace(/js$/, 'wasm'))}).then(module => {
    module.ccall('page_read', 'string', ['string', 'string'], [fs.readFileSync(scenario, 'utf8'), '']);
    const others = runsOf(execFileSync(native, [scenario, count], {encoding: 'utf8', maxBuffer: 1 << 28}));
    let compared = 0, different = 0, worst = 0;
    for (let i = 0; i < Number(count); i++) {
        const run = JSON.parse(module.ccall('page_run', 'string', ['number'], [i]));
        const ours = numbersOf(run.outcome), theirs = numbersOf(others[i].outcome);
        if (ours.length !== theirs.length || ours.length === 0)
            throw new Error(`run ${i} has ${ours.length} numbers, and as a native program ${theirs.length}`);
        ours.forEach((number, j) => {
            const distance = apart(number, theirs[j]);
            compared++;
            different += distance > 0 ? 1 : 0;
            worst = Math.max(worst, distance);
        });
    }
    console.log(`${compared} numbers of ${count} runs, ${different} differ; the largest relative difference is ${worst}`);
    process.exitCode = worst <= 1e-12 ? 0 : 1;
}).catch(error => {
    console.error(error.message);
    process.exitCode = 1;
});

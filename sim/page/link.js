/* The set-up in a link: "#s=" and {text, settings} as JSON, deflated, in base64url. Nothing of it is ever sent: what stands behind # stays
 * in the browser.
 */
const LARGEST_SETUP = 512 * 1024; /* bytes, unpacked: a link could hold more than a device can */

async function linkPump(bytes, stream, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(), parts = [];
    let length = 0;
    for (;;) {
        const {done, value} = await reader.read();
        if (done)
            break;
        length += value.length;
        if (length > most) {
            await reader.cancel();
            throw new Error('too large');
        }
        parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function linkMake() {
    const bytes = new TextEncoder().encode(JSON.stringify({text: state.text, settings: state.settings}));
    const packed = await linkPump(bytes, new CompressionStream('deflate-raw'), LARGEST_SETUP);
    let words = '';
    for (const byte of packed)
        words += String.fromCharCode(byte);
    const hash = btoa(words).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    return `${location.href.split('#')[0]}#s=${hash}`;
}

function linkIsSetup(found) {
    return found !== null && typeof found === 'object' && typeof found.text === 'string' && Array.isArray(found.settings) &&
        found.settings.every(one => one && typeof one.path === 'string' && typeof one.value === 'string' && !/[\n=]/.test(one.path) && !/\n/.test(one.value));
}

/* What the address holds: null for nothing; `broken` where it cannot be read. */
async function linkRead() {
    const hash = location.hash.match(/^#s=(.*)$/);
    if (!hash)
        return null;
    try {
        const words = atob(hash[1].replace(/-/g, '+').replace(/_/g, '/'));
        const bytes = Uint8Array.from(words, character => character.charCodeAt(0));
        const unpacked = await linkPump(bytes, new DecompressionStream('deflate-raw'), LARGEST_SETUP);
        const found = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(unpacked));
        return linkIsSetup(found) ? found : {broken: true};
    } catch (trouble) {
        return {broken: true};
    }
}

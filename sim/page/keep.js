/* Keeping a set-up, or passing it on: link, text, file, the page itself, paper.
 */
const pristine = document.documentElement.cloneNode(true); /* as it was opened, before anything was drawn */

function keepBuild() {
    const acts = {'copy-link': keepLink, 'copy-text': () => keepCopy(state.text, say('textCopied')), 'save-text': keepText, 'save-page': keepPage, print: () => window.print()};
    for (const [id, act] of Object.entries(acts))
        byId(id).addEventListener('click', act);
}

function keepTell(words) {
    setText(byId('kept'), words);
}

/* Where the browser does not let us copy, the words are shown for the reader to copy. */
async function keepCopy(words, told) {
    const field = byId('to-copy');
    try {
        await navigator.clipboard.writeText(words);
        setShown(field, false);
        keepTell(told);
    } catch (trouble) {
        field.value = words;
        setShown(field, true);
        field.focus();
        field.select();
        keepTell(say('copyYourself'));
    }
}

async function keepLink() {
    let link;
    try {
        link = await linkMake();
    } catch (trouble) {
        keepTell(say('noStreams'));
        return;
    }
    keepCopy(link, say(location.protocol === 'file:' ? 'linkOfFile' : 'linkCopied'));
}

function keepName(ending) {
    const title = state.read === null ? '' : state.read.title;
    const plain = title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
    return (plain || 'groundswell') + ending;
}

function keepFile(bytes, type, name) {
    const address = URL.createObjectURL(new Blob([bytes], {type}));
    const link = make('a', {href: address, download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function keepText() {
    keepFile(state.text, 'text/yaml', keepName('.yaml'));
}

/* The page as it was opened, with what is set up now; its scripts, and so their hashes, stay the same. A first line break in a text area is
 * dropped when it is read. */
function keepPage() {
    const page = pristine.cloneNode(true);
    page.querySelector('#scenario').textContent = '\n' + state.text;
    page.querySelector('#settings').textContent = '\n' + JSON.stringify(state.settings);
    page.querySelector('title').textContent = state.read === null ? '' : state.read.title;
    keepFile(`<!doctype html>\n${page.outerHTML}\n`, 'text/html', keepName('.html'));
}

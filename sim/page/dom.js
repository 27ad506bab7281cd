'use strict';
/* Elements of the page. Text goes in as text only, so what a scenario says can never become markup.
 */
function byId(id) {
    return document.getElementById(id);
}

function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
        if (name === 'on')
            for (const [event, act] of Object.entries(value))
                element.addEventListener(event, act);
        else if (value === true)
            element.setAttribute(name, '');
        else if (value !== false && value !== null && value !== undefined)
            element.setAttribute(name, String(value));
    }
    for (const child of children)
        if (child !== null && child !== undefined)
            element.append(child);
    return element;
}

/* make('p', {class: 'small'}, 'words', element ...); `on: {click: act}` listens. */
function make(tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
}

function makeDrawn(tag, attributes, ...children) {
    return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function makeButton(words, act, attributes) {
    return make('button', {type: 'button', on: {click: act}, ...attributes}, words);
}

/* Text in which `names` stand between backquotes. */
function makeNamed(tag, words, attributes) {
    const parts = String(words).split('`');
    return make(tag, attributes, ...parts.map((part, i) => (i % 2 === 1 ? make('code', null, part) : part)));
}

/* Puts new content into a place only where it differs, so that the focus stays. */
function setText(element, words) {
    if (element.textContent !== words)
        element.textContent = words;
}

function setShown(element, shown) {
    element.hidden = !shown;
}

function nextTask() {
    return new Promise(done => setTimeout(done, 0));
}

/* Keeps the focus over a redraw: an element is known by its data-key. */
function keepFocus(place, redraw, wanted) {
    const had = document.activeElement;
    const key = wanted || (place.contains(had) ? had.dataset.key : null);
    redraw();
    if (!key)
        return;
    for (const element of place.querySelectorAll('[data-key]'))
        if (element.dataset.key === key) {
            element.focus();
            return;
        }
}

/* Read aloud by a screen reader, seen by nobody. */
function announce(words) {
    setText(byId('announced'), words);
}

"""Small screens, keyboards, screen readers."""
from browser import Keys
from case import BLOCK, same, test


@test
def at_360_pixels_nothing_scrolls_sideways(case):
    browser = case.opened(width=360, height=740)
    def fits(where):
        wide = browser.js("return [document.documentElement.scrollWidth, [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 361 && !one.closest('.sheet, .scroll, .unseen, dialog')).map(one => one.tagName + '#' + one.id + '.' + one.className)]")
        same((where, wide), (where, [360, []]))
    fits('weeks')
    browser.labelled(BLOCK).click()
    fits('a session')
    browser.click('#session-hold')
    same(browser.js("const one = document.querySelector('#chooser'); return one.scrollWidth <= one.clientWidth"), True)
    browser.press(Keys.ESCAPE)
    browser.js("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    fits('tables')
    browser.click('#view-text')
    fits('text')
    least = browser.js("return Math.min(...[...document.querySelectorAll('main *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && one.getClientRects().length && !one.closest('.block')).map(one => parseFloat(getComputedStyle(one).fontSize)))")
    assert least >= 12, f'text of {least} px'


@test
def the_keyboard_alone_leads_from_opening_to_another_answer(case):
    browser = case.opened()
    before = browser.text('#dots')
    browser.js('document.activeElement.blur()')
    seen = []
    def tab_to(what, condition):
        for _ in range(80):
            browser.press(Keys.TAB)
            seen.append(browser.js("const one = document.activeElement; return one.id || one.getAttribute('aria-label') || one.textContent"))
            if browser.js(f'const one = document.activeElement; return {condition}'):
                assert browser.js("return document.activeElement.matches(':focus-visible')"), f'{what} does not show the focus'
                return
        raise AssertionError(f'no {what} on the way: {seen}')
    tab_to('text', "one.id === 'view-text'")
    tab_to('people', "one.id === 'field-people'")
    browser.press(Keys.CONTROL + 'a' + Keys.NULL, '30', Keys.TAB)
    browser.settled()
    same(browser.js("return document.activeElement.id"), 'field-attendance')
    tab_to('adding', "one.textContent === 'Add a session'")
    browser.press(Keys.ENTER)
    browser.wait('the library', "return document.querySelector('#chooser').open && document.activeElement.id === 'chooser-find'")
    browser.press('open space decides')
    browser.press(Keys.TAB)
    browser.press(Keys.ENTER)
    browser.settled()
    browser.wait('fields of the session', "return document.activeElement.id === 'session-begins'")
    assert 'people: 30' in browser.scenario() and browser.scenario().count('open-space-decides') == 2
    browser.press(Keys.ESCAPE)
    browser.wait('the block', "return document.activeElement.classList.contains('block')")
    browser.done()
    assert browser.text('#dots') != before
    assert browser.text('#announced') == browser.text('#sentence')
    same(browser.complaints(), [])


@test
def everything_that_can_be_pressed_has_a_name(case):
    browser = case.opened()
    browser.labelled(BLOCK).click()
    nameless = browser.js("""
        return [...document.querySelectorAll('button, input, select, textarea, a, [role=group], section')].filter(one => !one.hidden && one.id !== 'scenario' && one.id !== 'settings')
            .filter(one => !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.textContent.trim() || (one.labels && one.labels.length)))
            .map(one => one.outerHTML.slice(0, 80))""")
    same(nameless, [])
    same(browser.js("return [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, i, all) => all.indexOf(id) !== i)"), [])
    same(browser.js("return [...document.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]')].flatMap(one => (one.getAttribute('aria-describedby') || one.getAttribute('aria-labelledby') || one.htmlFor).split(' ')).filter(id => !document.getElementById(id))"), [])

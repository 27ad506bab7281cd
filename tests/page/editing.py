"""What is changed on the page, and what becomes of the text."""
import re

from browser import Keys
from case import BLOCK, SHORT, changed, same, test


@test
def a_session_dragged_with_the_mouse_changes_its_line_alone_and_the_answer(case):
    browser = case.opened()
    before, answer, text = browser.text('#dots'), browser.text('#paces'), browser.scenario()
    block = browser.labelled('Open Space decides, Sunday at 14:00, 4 h')
    hour = browser.js('return parseFloat(arguments[0].style.height) + 1', block) / 4
    width = browser.js("return arguments[0].closest('.day').getBoundingClientRect().width", block)
    browser.drag(block, -2 * width, -3 * hour)
    browser.settled()
    same(changed(text, browser.scenario()),
         [('      - {every: 7 d, on: sunday, at: "14:00", hold: open-space-decides, for: 4 h}',
           '      - {every: 7 d, on: friday, at: "11:00", hold: open-space-decides, for: 4 h}')])
    browser.done()
    assert browser.text('#dots') != before or browser.text('#paces') != answer, 'the answer is the same as before'
    browser.click('#undo')
    browser.settled()
    same(browser.scenario(), text)
    same(browser.complaints(), [])


@test
def a_session_made_longer_by_its_lower_edge_takes_longer(case):
    browser = case.opened()
    text = browser.scenario()
    block = browser.labelled('Open Space decides, Sunday at 14:00, 4 h')
    hour = browser.js('return parseFloat(arguments[0].style.height) + 1', block) / 4
    browser.drag(block.find_element('css selector', '.grip'), 0, hour)
    browser.settled()
    same([new for _, new in changed(text, browser.scenario())],
         ['      - {every: 7 d, on: sunday, at: "14:00", hold: open-space-decides, for: 5 h}'])


@test
def a_session_is_moved_with_arrow_keys_and_keeps_the_focus(case):
    browser = case.opened()
    browser.labelled('Open Space decides, Sunday at 14:00, 4 h')
    browser.js("document.querySelector('[aria-label^=\"Open Space decides\"]').focus()")
    for key, wanted in ((Keys.ARROW_LEFT, 'Open Space decides, Saturday at 14:00, 4 h'), (Keys.ARROW_UP, 'Open Space decides, Saturday at 13:30, 4 h')):
        browser.press(key)
        browser.wait(wanted, "return document.activeElement.getAttribute('aria-label') === arguments[0]", wanted)
    browser.press(Keys.ARROW_DOWN, held=Keys.SHIFT)
    browser.wait('a longer one', "return document.activeElement.getAttribute('aria-label') === 'Open Space decides, Saturday at 13:30, 4 h 30 min'")
    assert '      - {every: 7 d, on: saturday, at: "13:30", hold: open-space-decides, for: 4 h 30 min}\n' in browser.scenario()
    browser.press(Keys.DELETE)
    browser.wait('no such session', "return !document.querySelector('[aria-label^=\"Open Space decides\"]')")
    assert 'open-space-decides' not in browser.scenario()
    browser.done()
    same(browser.complaints(), [])


@test
def one_day_of_many_becomes_a_line_of_its_own_and_comments_stay(case):
    browser = case.opened()
    block = browser.labelled(BLOCK)
    height = browser.js('return parseFloat(arguments[0].style.height) + 1', block) / 2
    browser.drag(block, 0, -height)
    browser.settled()
    whole = '      - {every: 1 d, at: "19:00", hold: general-assembly, for: 2 h}  # all together\n'
    same(browser.scenario(), SHORT.replace(whole, whole.replace('2 h}', '2 h, except: monday}') + '      - {every: 7 d, on: monday, at: "18:00", hold: general-assembly, for: 2 h}\n'))


@test
def a_session_is_added_from_the_library_changed_in_fields_and_removed(case):
    browser = case.opened()
    browser.button('Add a session', '[aria-label="assembly only"]')
    browser.find('#chooser-find').send_keys('world')
    titles = browser.texts('#chooser .method b')
    assert titles and len(titles) < 30 and 'World Cafe' in titles, titles
    assert all('decide' in row for row in browser.texts('#chooser .method .small:nth-child(2)'))
    browser.js("[...document.querySelectorAll('#chooser .method')].find(one => one.querySelector('b').textContent === 'World Cafe').click()")
    browser.settled()
    browser.wait('the fields', "return document.querySelector('#session-begins')")
    assert re.search(r'\n      - \{every: 7 d, on: saturday, at: "\d+:00", hold: [a-z-]*cafe[a-z-]*, for: 2 h\}', browser.scenario()), browser.scenario()
    browser.js("const begins = document.querySelector('#session-begins'); begins.value = '10:15'; begins.dispatchEvent(new Event('change'))")
    browser.settled()
    browser.js("const takes = document.querySelector('#session-length'); takes.value = '180'; takes.dispatchEvent(new Event('change'))")
    browser.settled()
    browser.click('.session [aria-label="Wednesday"]')
    browser.settled()
    assert re.search(r'on: \[wednesday, saturday\], at: "10:15", hold: [a-z-]*cafe[a-z-]*, for: 3 h\}', browser.scenario()), browser.scenario()
    browser.button('Remove', '.session')
    browser.settled()
    same(browser.scenario(), SHORT)
    same(browser.complaints(), [])


@test
def a_design_is_copied_renamed_and_removed(case):
    browser = case.opened()
    browser.button('Copy', '[aria-label="assembly only"]')
    browser.type_over('#name-input', 'a: "council"')
    browser.button('Save', '.name')
    browser.settled()
    same(browser.texts('.design h3'), ['assembly only', 'a: "council"', 'circles on Sundays'])
    assert '  "a: \\"council\\"":   # as today\n' in browser.scenario(), browser.scenario()
    browser.button('Rename', '.design:nth-of-type(2)')
    browser.type_over('#name-input', 'council')
    browser.button('Save', '.name')
    browser.settled()
    same(browser.texts('.design h3'), ['assembly only', 'council', 'circles on Sundays'])
    browser.done()
    same(browser.texts('#paces tbody th'), ['assembly only', 'council', 'circles on Sundays'])
    browser.button('Remove', '[aria-label="council"]')
    browser.settled()
    same(browser.scenario(), SHORT)
    same(browser.complaints(), [])


@test
def fields_change_their_value_and_nothing_else(case):
    browser = case.opened()
    for field, typed, old, new in (('people', '80', 'people: 60}', 'people: 80}'), ('attendance', '25', 'attendance: 50 %   #', 'attendance: 25 %   #'),
                                   ('aWeek', '14', 'per_day: 4 /d', 'per_day: 2 /d'), ('facets', '12', 'facets: 10}', 'facets: 12}')):
        before = browser.scenario()
        browser.type_over(f'#field-{field}', typed)
        browser.settled()
        same(browser.scenario(), before.replace(old, new))
        same(browser.js('return document.querySelector(arguments[0]).value', f'#field-{field}'), typed)
    browser.js("document.querySelector('#weeks details').open = true")
    before = browser.scenario()
    browser.type_over('#field-timeBox', '25')
    browser.settled()
    same(browser.scenario(), before.replace('designs:\n', 'decisions:\n  time_box: 25 min\ndesigns:\n'))
    browser.done()
    same(browser.complaints(), [])


@test
def who_decides_today_changes_what_is_held(case):
    browser = case.opened()
    same(browser.js("return document.querySelector('#deciders').value"), 'all together')
    browser.js("const who = document.querySelector('#deciders'); who.value = 'each circle by itself'; who.dispatchEvent(new Event('change'))")
    browser.settled()
    same(browser.scenario(), SHORT.replace('general-assembly, for: 2 h}  # all', 'open-space-decides, for: 2 h}  # all'))


@test
def a_mistake_is_shown_at_its_line_and_a_press_goes_there(case):
    browser = case.opened()
    sentence = browser.text('#sentence')
    browser.click('#view-text')
    browser.js("const text = document.querySelector('#text'); text.value = text.value.replace('50 %', 'half'); text.dispatchEvent(new Event('input'))")
    browser.wait('the mistake', 'return state.mistakes.length === 1')
    same(browser.texts('#numbers .wrong'), ['9\n'])
    shown = browser.texts('#mistakes li')
    assert len(shown) == 1 and shown[0].startswith('Line 9: ') and 'half' in shown[0], shown
    browser.click('#mistakes button')
    same(browser.js("const text = document.querySelector('#text'); return document.activeElement === text ? text.value.slice(text.selectionStart, text.selectionEnd) : null"), 'half')
    same(browser.text('#sentence'), sentence)
    assert browser.js("return !document.querySelector('#stale').hidden && document.querySelector('#run').disabled")
    browser.js("const text = document.querySelector('#text'); text.value = text.value.replace('half', '50 %'); text.dispatchEvent(new Event('input'))")
    browser.wait('no mistake', "return state.mistakes.length === 0 && document.querySelector('#mistakes').hidden && document.querySelector('#stale').hidden")
    browser.done()
    same(browser.text('#sentence'), sentence)
    same(browser.complaints(), [])


@test
def what_is_too_large_for_a_page_is_said_in_a_sentence(case):
    browser = case.opened()
    browser.type_over('#field-people', '5000000')
    browser.wait('a mistake', 'return state.mistakes.length > 0')
    assert browser.texts('#mistakes li')[0] != '', browser.texts('#mistakes li')
    browser.settled()
    same(browser.js('return crew.job'), None)
    browser.type_over('#field-people', '60')
    browser.settled()
    same(browser.scenario(), SHORT)
    browser.done()
    same(browser.complaints(), [])


@test
def more_runs_than_a_page_plays_are_told(case):
    browser = case.browser()
    browser.open(case.page(SHORT.replace('replications: 8', 'replications: 900')))
    browser.answered()
    same(browser.texts('#notes li')[-1], 'The scenario asks for 900 runs of each design. A page plays 200 at most.')
    same(browser.js('return crew.job.read.replications'), 200)
    browser.click('#run')


@test
def a_page_that_opens_with_a_mistake_shows_the_text(case):
    browser = case.browser()
    browser.open(case.page(SHORT.replace('designs:', 'desings:')))
    browser.wait('the mistake', 'return state.mistakes.length > 0 && state.shown === state.asked')
    same(browser.js("return [document.querySelector('#source').hidden, document.querySelector('#weeks').hidden]"), [False, True])
    assert 'desings' in ' '.join(browser.texts('#mistakes li')), browser.texts('#mistakes li')
    browser.js("const text = document.querySelector('#text'); text.value = text.value.replace('desings', 'designs'); text.dispatchEvent(new Event('input'))")
    browser.answered()
    same(browser.complaints(), [])

"""Links, saved pages, and what must not get through."""
import base64
import json
import re
import urllib.parse
import zlib

from browser import write_page
from case import SHORT, same, test


@test
def hostile_text_stays_text(case):
    evil = '</textarea></script><script>window.harmed = 1</script><img src=x onerror="window.harmed = 2"><b>'
    scenario = SHORT.replace('A short one', json.dumps(evil + ' title')).replace('  assembly only:', f'  {json.dumps(evil)}:').replace('why: count it', f'why: {json.dumps(evil)}')
    browser = case.browser()
    path = case.folder / 'page.html'
    write_page(case.template, scenario, evil, path)
    browser.open(path)
    browser.answered()
    browser.done()
    same(browser.text('#title'), evil + ' title')
    assert evil in browser.texts('.design h3')[0] and evil in browser.text('#sentence') + browser.text('#price')
    same(browser.js("return [window.harmed === undefined, document.querySelectorAll('img, #designs b b, #sentence *').length, document.scripts.length]"), [True, 0, 4])
    same(browser.complaints(), [])


@test
def a_link_carries_text_and_switches_to_another_browser(case):
    browser = case.opened()
    browser.type_over('#field-people', '77')
    browser.settled()
    browser.click('[data-key="proposals.per_day=1 /d"]')
    browser.settled()
    browser.done()
    answer, dots = browser.text('#sentence'), browser.text('#dots')
    link = browser.js('return linkMake()')
    assert re.fullmatch(r'file:///.*/page\.html#s=[A-Za-z0-9_-]+', link), link
    other = case.browser()
    other.open(case.folder / 'page.html', '#' + link.split('#')[1])
    other.answered()
    other.done()
    same(other.scenario(), SHORT.replace('people: 60', 'people: 77'))
    same(other.js('return state.settings'), [{'path': 'proposals.per_day', 'value': '1 /d'}])
    same(other.js("return document.querySelector('[data-key=\"proposals.per_day=1 /d\"]').getAttribute('aria-pressed')"), 'true')
    same((other.text('#sentence'), other.text('#dots')), (answer, dots))
    same(browser.complaints() + other.complaints(), [])


def packed(data):
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return '#s=' + base64.urlsafe_b64encode(deflate.compress(data) + deflate.flush()).decode().rstrip('=')


@test
def a_damaged_link_gives_one_sentence_and_the_own_scenario(case):
    good = packed(json.dumps({'text': SHORT, 'settings': []}).encode())
    bad = ['#s=', '#s=!!!', good[:-20], packed(b'not json'), packed(b'{"text": 7, "settings": []}'), packed(b'{"text": "", "settings": [{"path": "a\\nb", "value": "1"}]}'),
           packed(b'\xff\xfe'), packed(json.dumps({'text': 'x' * 3000000, 'settings': []}).encode())]
    browser = case.browser()
    path = case.page()
    for fragment in bad:
        browser.open(path, fragment)
        browser.answered()
        assert browser.js("return !document.querySelector('#notice').hidden"), fragment[:40]
        same(browser.text('#notice'), 'The link is damaged, so the page shows its own scenario. Ask for the link again.')
        same(browser.scenario(), SHORT)
    browser.open(path, good)
    browser.answered()
    assert browser.js("return document.querySelector('#notice').hidden")
    same(browser.complaints(), [])


@test
def a_saved_page_opens_with_the_same_set_up(case):
    browser = case.opened()
    browser.type_over('#field-people', '88')
    browser.settled()
    browser.click('[data-key="proposals.per_day=1 /d"]')
    browser.settled()
    browser.done()
    answer = browser.text('#sentence')
    browser.command('Browser.setDownloadBehavior', behavior='allow', downloadPath=str(case.folder))
    browser.click('#save-page')
    saved = case.folder / 'a-short-one.html'
    for _ in range(200):
        if saved.exists():
            break
        browser.js('return new Promise(done => setTimeout(done, 50))')
    other = case.browser()
    other.open(saved)
    other.answered()
    other.done()
    same(other.scenario(), SHORT.replace('people: 60', 'people: 88'))
    same(other.text('#sentence'), answer)
    same(other.js('return document.title'), 'A short one')
    same(other.complaints(), [])


@test
def links_and_files_of_this_page_are_sent_nowhere(case):
    browser = case.opened()
    policy = browser.js("return document.querySelector('meta[http-equiv]').content")
    for rule in ("default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'", 'worker-src blob:'):
        assert rule in policy, policy
    assert "'unsafe-inline'" not in policy and "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", ''), policy
    browser.js("fetch('https://example.org/').catch(() => {}); new Image().src = 'https://example.org/a.png'; return 1")
    browser.wait('two violations', "return window.complaints.filter(one => one.startsWith('policy:')).length === 2")
    same(urllib.parse.urlparse(browser.driver.current_url).scheme, 'file')


@test
def methods_that_are_not_shipped_are_carried_along(case):
    method = (case.scenarios / 'methods' / 'general-assembly.yaml').read_text(encoding='utf-8').replace('title: General Assembly', 'title: Our </textarea> circle')
    browser = case.browser()
    browser.open(case.page(SHORT.replace('hold: general-assembly', 'hold: our-circle'), methods=[('our-circle', method)]))
    browser.answered()
    assert 'Our </textarea> circle' in browser.text('#designs')
    same(browser.complaints(), [])


@test
def a_core_that_cannot_begin_is_told(case):
    path = case.page()
    text = path.read_text(encoding='utf-8')
    begin = text.index('id="wasm">') + len('id="wasm">')
    path.write_text(text[:begin] + 'AAAA' + text[text.index('<', begin):], encoding='utf-8')
    browser = case.browser()
    browser.open(path)
    browser.wait('a sentence', "return !document.querySelector('#broken').hidden")
    assert browser.text('#broken').startswith('The simulator had to stop.'), browser.text('#broken')

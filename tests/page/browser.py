"""A page in Debian's Chromium: opened from a file, without a network, and whatever it complains of is kept."""
import html
import json
import pathlib
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

LONGEST_WAIT = 60  # s, on a busy machine
WATCH = """
window.complaints = [];
document.addEventListener('securitypolicyviolation', event => window.complaints.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
window.addEventListener('error', event => window.complaints.push('error: ' + event.message));
window.addEventListener('unhandledrejection', event => window.complaints.push('rejected: ' + event.reason));
"""


def write_page(template, scenario, title, path, methods=()):
    """What `groundswell page` does: places are filled in with escaped text."""
    page = pathlib.Path(template).read_text(encoding='utf-8')
    own = ''.join(f'<textarea class="method" hidden data-name="{html.escape(name)}">\n{html.escape(text)}</textarea>' for name, text in methods)
    for place, text in (('{{title}}', html.escape(title)), ('{{scenario}}', html.escape(scenario)), ('{{settings}}', ''), ('{{version}}', '0'), ('{{methods}}', own)):
        assert page.count(place) == 1, f'{place} stands {page.count(place)} times in the page'
        page = page.replace(place, text)
    pathlib.Path(path).write_text(page, encoding='utf-8')


class Browser:
    def __init__(self, width=1280, height=900, downloads=None, traced=False):
        options = Options()
        for argument in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=en-GB'):
            options.add_argument(argument)
        if downloads is not None:
            options.add_experimental_option('prefs', {'download.default_directory': str(downloads)})
        logs = {'browser': 'ALL', 'performance': 'ALL'} if traced else {'browser': 'ALL'}
        options.set_capability('goog:loggingPrefs', logs)
        if traced:
            options.add_experimental_option('perfLoggingPrefs', {'traceCategories': 'toplevel,blink.user_timing', 'enableNetwork': False, 'enablePage': False})
        self.driver = webdriver.Chrome(service=Service('/usr/bin/chromedriver'), options=options)
        self.command('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.command('Page.addScriptToEvaluateOnNewDocument', source=WATCH)
        self.command('Network.enable')
        self.command('Network.emulateNetworkConditions', offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)

    def command(self, name, **arguments):
        return self.driver.execute_cdp_cmd(name, arguments)

    def open(self, path, fragment=''):
        self.driver.get('about:blank')
        self.driver.get(pathlib.Path(path).absolute().as_uri() + fragment)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, what, script, *arguments):
        """Until the script gives something true; what it gave."""
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            got = self.js(script, *arguments)
            if got:
                return got
            time.sleep(0.02)
        raise AssertionError(f'not in {LONGEST_WAIT} s: {what}; the page says: {self.text("#progress")} {self.text("#mistakes")} {self.text("#broken")}')

    def answered(self):
        self.wait('an answer', "return document.querySelector('#sentence').dataset.known === 'yes'")

    def done(self):
        self.wait('all runs', '''const job = crew.job;
            return job !== null && job.got.size === job.read.runs.length && !job.answering && job.told === job.complete && answerTimer.progress === null &&
                document.body.dataset.state === 'done' && !document.querySelector('#results').classList.contains('old')''')

    def settled(self):
        """The scenario was read after the last change, and its runs have begun or its mistakes are shown."""
        self.wait('the scenario to be read', 'return state.timer === null && state.shown === state.asked')

    def text(self, selector):
        return self.js('const one = document.querySelector(arguments[0]); return one ? one.textContent : null', selector)

    def texts(self, selector):
        return self.js('return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)', selector)

    def scenario(self):
        return self.js('return state.text')

    def find(self, selector):
        element = self.driver.find_element('css selector', selector)
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        return element

    def labelled(self, label):
        return self.find(f'[aria-label="{label}"]')

    def click(self, selector):
        self.find(selector).click()

    def button(self, words, within='body'):
        for element in self.driver.find_elements('css selector', f'{within} button'):
            if element.text == words:
                self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
                element.click()
                return
        raise AssertionError(f'no button “{words}” in {within}')

    def press(self, *keys, held=None):
        actions = ActionChains(self.driver)
        if held is not None:
            actions.key_down(held)
        for key in keys:
            actions.send_keys(key)
        if held is not None:
            actions.key_up(held)
        actions.perform()

    def drag(self, element, right, down):
        ActionChains(self.driver, duration=20).move_to_element(element).click_and_hold().move_by_offset(right / 2, down / 2).move_by_offset(right - right / 2, down - down / 2).release().perform()

    def type_over(self, selector, words):
        element = self.find(selector)
        element.click()
        element.send_keys(Keys.CONTROL, 'a')
        element.send_keys(words, Keys.TAB)

    def longest_task(self):
        """Of the thread that draws pages, in ms of processor time: a machine that is busy with other work does not count."""
        events = [json.loads(one['message'])['message'] for one in self.driver.get_log('performance')]
        events = [one['params'] for one in events if one['method'] == 'Tracing.dataCollected']
        drawing = {(one['pid'], one['tid']) for one in events if one['name'] == 'groundswell-answer'}  # the thread that made this mark
        tasks = [one['tdur'] / 1000 for one in events if one.get('ph') == 'X' and 'tdur' in one and (one['pid'], one['tid']) in drawing]
        assert len(tasks) > 100, f'{len(tasks)} tasks were seen'
        return max(tasks)

    def complaints(self):
        """All that the console, the policy and uncaught errors said."""
        return self.js('return window.complaints') + [f"{one['level']}: {one['message']}" for one in self.driver.get_log('browser')]

    def close(self):
        self.driver.quit()

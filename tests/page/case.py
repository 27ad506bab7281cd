"""What a test is given, and how it says that it failed."""
import pathlib

from browser import Browser, write_page

TESTS = {}
BLOCK = "General Assembly, Monday at 19:00, 2 h"
SHORT = """title: A short one
question: Are circles ahead?
headline: decisions_per_hour
lasts: 7 d
replications: 8
sites:
  - {name: Our camp, people: 60}
people:
  attendance: 50 %   # counted
proposals: {per_day: 4 /d, facets: 10}
designs:
  assembly only:   # as today
    calendar:
      # in the evening
      - {every: 1 d, at: "19:00", hold: general-assembly, for: 2 h}  # all together
  circles on Sundays:
    calendar:
      - {every: 1 d, at: "19:00", hold: general-assembly, for: 2 h, except: sunday}
      - {every: 7 d, on: sunday, at: "14:00", hold: open-space-decides, for: 4 h}
assumptions:
  - {set: proposals.per_day, to: [1 /d], why: count it}
"""


def test(function):
    TESTS[function.__name__] = function
    return function


class Case:
    """What a test is given: a page in a folder of its own, and a browser."""

    def __init__(self, template, scenarios, folder):
        self.template, self.scenarios, self.folder = template, pathlib.Path(scenarios), pathlib.Path(folder)
        self.browsers = []

    def page(self, scenario=SHORT, title='A page', methods=()):
        path = self.folder / 'page.html'
        write_page(self.template, scenario, title, path, methods)
        return path

    def browser(self, **how):
        self.browsers.append(Browser(downloads=self.folder, **how))
        return self.browsers[-1]

    def opened(self, scenario=SHORT, **how):
        browser = self.browser(**how)
        browser.open(self.page(scenario))
        browser.answered()
        browser.done()
        return browser


def same(got, wanted):
    assert got == wanted, f'\n  got    {got!r}\n  wanted {wanted!r}'


def changed(before, after):
    """The lines that differ, as (old, new)."""
    old, new = before.split('\n'), after.split('\n')
    assert len(old) == len(new), f'{len(old)} lines became {len(new)}:\n{after}'
    return [(one, other) for one, other in zip(old, new) if one != other]

"""page.py TEMPLATE SCENARIOS TEST: one sentence about the page, tried in Chromium. `list` in place of TEST names them all."""
import pathlib
import sys
import tempfile

SKIPPED = 77
try:
    import answering, editing, passing_on, reaching  # noqa: E401, F401: each adds its tests
    from case import TESTS, Case
except ImportError as missing:
    print(f'not tried: {missing}')
    sys.exit(SKIPPED)


def main():
    template, scenarios, name = sys.argv[1:4]
    if name == 'list':
        print('\n'.join(TESTS))
        return 0
    if not pathlib.Path(template).exists():
        print('not tried: the page was not built')
        return SKIPPED
    if not all(pathlib.Path(path).exists() for path in ('/usr/bin/chromium', '/usr/bin/chromedriver')):
        print('not tried: no Chromium')
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        case = Case(template, scenarios, folder)
        try:
            TESTS[name](case)
        finally:
            for browser in case.browsers:
                browser.close()
    return 0


if __name__ == '__main__':
    sys.exit(main())

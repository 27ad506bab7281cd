"""check.py SITE SOURCE: what holds of every page of the site, each broken rule in one sentence with its page.

Every link and fragment leads to something; every page has one title and one h1; nothing is loaded from elsewhere; pages of ours hold no
script, and no style but the one that their policy names; every id is there once; every .md of the repository can be reached from the start page.
"""
import base64
import hashlib
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

OURS = '<meta name="generator" content="Groundswell site">'
POLICY = "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'"
LOADS = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest"}
LEFT_OUT = ("build/", "cmake/site/", "tests/doors/broken/", "tests/site/broken/")  # what is built, the text of the start page, what is broken on purpose


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.loads, self.styled, self.tags = [], [], [], [], []
        self.titles, self.policy, self.source, self.style, self.inside = [], "", "", "", ""
        self.text = path.read_text(encoding="utf-8")
        self.ours = OURS in self.text
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name == "style" or name.startswith("on"):
                self.styled.append(f"{tag} {name}")
            if name in LOADS or (tag in ("link", "image", "use") and name in ("href", "xlink:href")):
                self.loads.append(value)
        named = dict(attributes)
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if tag == "meta" and named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"]
        if tag == "meta" and named.get("name") == "dcterms.source":
            self.source = named["content"]
        if tag in ("title", "style"):
            self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "title" and "svg" not in self.tags:
            self.titles.append(data)
        elif self.inside == "style":
            self.style += data


def broken_of(page):
    if len(page.titles) != 1 or not page.titles[0].strip():
        yield f"has {len(page.titles)} titles"
    if page.tags.count("h1") != 1:
        yield f"has {page.tags.count('h1')} headings h1"
    for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
        yield f"has the id {name} more than once"
    for load in page.loads:
        if not load.startswith(("data:", "#")):
            yield f"loads {load[:60]}"
    if page.style and re.search(r"@import|url\((?!['\"]?(data:|#))", page.style):
        yield "has a style that loads something"
    if not page.ours:
        return
    if "script" in page.tags:
        yield "has a script"
    for styled in page.styled:
        yield f"has {styled}, which its policy refuses"
    if page.policy != POLICY % base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode():
        yield "has a policy that does not fit to it"


def place_of(site, name, target):
    """The file that a link of a page leads to, from the top of the site, and its fragment."""
    path, _, fragment = target.partition("#")
    there = os.path.normpath(os.path.join(os.path.dirname(name), unquote(path))) if path else name
    return there, unquote(fragment)


def main():
    site, source = Path(sys.argv[1]), Path(sys.argv[2])
    pages = {str(path.relative_to(site)): Page(path) for path in sorted(site.rglob("*.html"))}
    said = []
    for name, page in pages.items():
        said += [f"{name} {why}" for why in broken_of(page)]
        for target in page.links:
            if re.match(r"https?://|mailto:", target):
                continue
            there, fragment = place_of(site, name, target)
            if there.startswith("..") or not (site / there).is_file():
                said.append(f"{name} has a link that leads nowhere: {target}")
            elif fragment and (there not in pages or fragment not in pages[there].ids):
                said.append(f"{name} has a link to a place that is not there: {target}")
    reached, ahead = set(), ["index.html"]
    while ahead:
        name = ahead.pop()
        if name in pages and name not in reached:
            reached.add(name)
            ahead += [place_of(site, name, target)[0] for target in pages[name].links if not re.match(r"\w+:", target)]
    said += [f"{name} cannot be reached from the start page" for name in sorted(set(pages) - reached)]
    shown = {pages[name].source for name in reached}
    texts = [path.relative_to(source).as_posix() for path in source.rglob("*.md")]
    for text in sorted(text for text in texts if not text.startswith(LEFT_OUT + (".",))):
        if text not in shown:
            said.append(f"{text} has no page that can be reached from the start page")
    print("\n".join(said + [f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links, {len(said)} broken"]))
    return 1 if said or not pages else 0


sys.exit(main())

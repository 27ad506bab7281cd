"""terminal.py PROGRAM FILE: what people read folds at the width of their terminal, and tables that do not fit become blocks."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

program, results = sys.argv[1:3]


def shown(columns, words, **surroundings):
    """What a terminal of so many columns would show."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.environ.pop("COLUMNS", None)
        os.environ.update({"TERM": "xterm", "NO_COLOR": "1", **surroundings})
        os.execv(program, [program, *words])
    text = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        text += more
    os.waitpid(child, 0)
    os.close(terminal)
    return text.decode().replace("\r\n", "\n")


def width(line):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def too_long(text, columns):
    """Lines that could have been folded and were not: with two words, each of which would fit."""
    return [line for line in text.split("\n")
            if width(line) > columns and len(line.split()) > 1 and all(width(word) < columns - 8 for word in line.split())]


COMMANDS = [["compare", results], ["summary", results], ["explain"], ["explain", "stages"], ["explain", "facilitator"], ["methods"],
            ["methods", "world-cafe"], ["help"], ["help", "run"], ["help", "explain"], ["check", "no-such-file.yaml"], ["run", "x", "--replic", "4"]]
for columns in (40, 60, 100):
    for words in COMMANDS:
        text = shown(columns, words)
        assert text.strip(), words
        assert not too_long(text, columns), (columns, words, too_long(text, columns)[:3])
        assert not [line for line in text.split("\n") if line.endswith(" ")], (columns, words)

wide, narrow = shown(100, ["compare", results]), shown(40, ["compare", results])
assert re.search(r"^  design +mean +95 % range", wide, re.M), wide
assert not re.search(r"^  design +mean", narrow, re.M) and re.search(r"^    mean +[0-9.]+$", narrow, re.M), narrow
# COLUMNS is believed before the terminal; what is too narrow or too wide to read is not.
assert shown(60, ["explain", "stages"], COLUMNS="40") == shown(40, ["explain", "stages"])
assert shown(10, ["explain", "stages"]) == shown(40, ["explain", "stages"])
assert shown(300, ["explain", "stages"]) == shown(100, ["explain", "stages"])
# What programs read keeps its lines, on a terminal too, and a file is as it always was.
assert shown(40, ["explain", "--json"]) == subprocess.run([program, "explain", "--json"], capture_output=True, text=True).stdout
assert shown(40, ["schema", "scenario"]) == subprocess.run([program, "schema", "scenario"], capture_output=True, text=True).stdout
plain = subprocess.run([program, "methods"], capture_output=True, text=True, env={**os.environ, "COLUMNS": "40"}).stdout
assert max(width(line) for line in plain.split("\n")) > 80
print("folded")

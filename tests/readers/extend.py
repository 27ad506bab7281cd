"""extend.py PROGRAM SCENARIO: results that another build made, or that were changed after they were made, are not extended. Ends with 77 where
h5py is missing."""

import os
import shutil
import subprocess
import sys
import tempfile

try:
    import h5py
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

program, scenario = sys.argv[1:3]


def another_build(file):
    old = file.attrs["commit"]
    file.attrs["commit"] = old[:-1] + (b"0" if not old.endswith(b"0") else b"1") if len(old) > 1 else b"abc"


def another_scenario(file):
    text = file["provenance/scenario_text"].asstr()[()]
    text = text if isinstance(text, str) else text[0]
    changed = text.replace("people: 40", "people: 41")
    assert changed != text
    file["provenance/scenario_text"][...] = changed


def another_number(file):
    file["decided"][0, 0, 0] += 1


def another_row(file):
    file["proposal_site"][0] = 99


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("small.yaml", "w", encoding="utf-8") as file:
        file.write(scenario.replace("\\n", "\n"))
    subprocess.run([program, "run", "small.yaml", "-q"], check=True, stdout=subprocess.DEVNULL)
    for change, words in ((another_build, "another build of the program"), (another_scenario, "not what its own scenario gives"),
                          (another_number, "not what its own scenario gives"), (another_row, "cannot be extended")):
        shutil.copy("small.h5", "changed.h5")
        with h5py.File("changed.h5", "r+") as file:
            change(file)
        before = open("changed.h5", "rb").read()
        said = subprocess.run([program, "extend", "changed.h5", "-r", "6", "-q"], capture_output=True, text=True)
        assert said.returncode == 65 and words in said.stderr and len(said.stderr.split("\n")) <= 3, (change, said)
        assert open("changed.h5", "rb").read() == before and not os.path.exists("changed.h5.partial"), change
print("refused")

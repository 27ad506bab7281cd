"""weeks.py PROGRAM SCENARIO: the means of the finalists, their front and which of them keep the limits, worked out from the HDF5 file alone,
are those of `compare --json`; and no number of the search is among them. Ends with 77 where h5py is missing."""

import json
import os
import subprocess
import sys
import tempfile

try:
    import h5py
    import numpy
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

program, scenario = sys.argv[1], os.path.abspath(sys.argv[2])


def better(one, other, signs):
    gains = [sign * (one[i] - other[i]) for i, sign in enumerate(signs) if sign]
    return min(gains) >= 0 and max(gains) > 0


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    subprocess.run([program, "run", scenario, "-o", "weeks.h5", "-q"], check=True, stdout=subprocess.DEVNULL)
    said = json.loads(subprocess.run([program, "compare", "weeks.h5", "--json"], check=True, capture_output=True).stdout)["choice"]
    with h5py.File("weeks.h5") as file:
        choice, worlds = file["choice"], file["worlds"]
        assert worlds["world"].attrs["by"] in (b"choice", "choice")
        searched, names = int(choice["searched"][()]), [name.decode() for name in choice["asked_measure"][:]]
        kinds, least, most = choice["asked_kind"][:], choice["asked_least"][:], choice["asked_most"][:]
        signs = [{0: 1, 1: -1, 2: 0}[int(kind)] for kind in kinds]
        runs = worlds["runs"][:].astype(int)
        means, lows = [], []
        for week in range(len(runs)):
            means.append([float(numpy.nanmean(worlds[name][week, 0, : runs[week], 0])) for name in names])
        fresh, seen = means[searched:], means[:searched]
        base = [float(numpy.nanmean(file[name][0, :, 0])) for name in names]
        pairs = [[float(numpy.nanmean(worlds[name][searched + i, 0, : runs[searched + i], 0] - file[name][0, : runs[searched + i], 0]))
                  for name in names] for i in range(len(fresh))]
        tried = choice["finalist_tried"][:].astype(int) - 1
        values = worlds["value"][:]
        sections = [text.decode() for text in choice["finalist_sections"][:]]

    assert len(said["finalists"]) == len(fresh) > 2
    apart = 0
    for i, finalist in enumerate(said["finalists"]):
        assert (values[searched + i] == values[tried[i]]).all()
        assert finalist["sections"] == sections[i]
        for which, number in enumerate(finalist["numbers"]):
            assert number["measure"] == names[which]
            assert abs(number["mean"]["value"] - fresh[i][which]) < 1e-9 * max(1, abs(fresh[i][which])), (i, which)
            assert abs(number["difference"]["value"] - pairs[i][which]) < 1e-9 * max(1, abs(pairs[i][which])), (i, which)
            apart += fresh[i][which] != seen[tried[i]][which]
    assert apart > len(fresh), "the search and the fresh runs have the same luck"
    for which, number in enumerate(said["as_it_is"]):
        assert abs(number["mean"]["value"] - base[which]) < 1e-9 * max(1, abs(base[which]))

    # A limit is kept surely where the whole range keeps it; and the front is that of the weeks that do.
    kept = []
    for finalist in said["finalists"]:
        sure = True
        for which, number in enumerate(finalist["numbers"]):
            if number["kind"] == "limit":
                mean = number["mean"]
                low = mean["low"] if mean["low"] is not None else mean["value"]
                high = mean["high"] if mean["high"] is not None else mean["value"]
                sure = sure and not low < least[which] and not high > most[which]
        assert (finalist["kept"] == "surely") == sure, finalist["finalist"]
        kept.append(sure)
    assert any(kept) and not all(kept), "the scenario should have weeks of both kinds"
    front = [i for i in range(len(fresh)) if kept[i] and
             not any(kept[j] and better(fresh[j], fresh[i], signs) for j in range(len(fresh)))]
    assert front == [i for i, finalist in enumerate(said["finalists"]) if finalist["on_front"]]
    held = {one["as"]: one["finalist"] - 1 for one in said["held"]}
    first, second = [i for i, sign in enumerate(signs) if sign][:2]
    assert held["first goal"] == max(front, key=lambda i: signs[first] * fresh[i][first])
    assert held["next goal"] == max(front, key=lambda i: signs[second] * fresh[i][second])
    print(f"{len(fresh)} finalists, {len(front)} on the front, {sum(kept)} keep the limit")

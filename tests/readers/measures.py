"""measures.py PROGRAM SCENARIO: runs everything.yaml and recomputes its measures from the tables of the results file, as somebody would who
has only the file and the meaning of each measure. Every measure of the file is either recomputed here (within rounding) or named below with
the reason why no table can tell. Ends with 77 where h5py is missing."""

import subprocess
import sys
import tempfile

try:
    import h5py  # noqa: F401
    import numpy
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

from measures_events import Tables
from measures_of_movement import Movement, climate
from measures_of_site import Site

# Measures that the tables cannot tell, by what is not written down.
FACETS = "who knows or has voiced which facet is not written down"
UNTOLD = {
    "voiced_by_knowers": FACETS,
    "question_voiced": FACETS,
    "question_coverage": FACETS,
    "question_common": FACETS,
    "question_reach": FACETS,
    "shared_facets": FACETS,
    "transformation": FACETS,
    "covered_by_one_group": FACETS,
    "mean_transformation": "the mean of transformation; checked against its moments only",
    "know_how_at_hand": FACETS,
    "learned_in_work": FACETS,
    "rework_share": "how much is added to a task is not written down",
    "question_agreement": "the leaning of each person on each question is not written down",
    "question_spread": "the opinion of each person on each question is not written down",
    "question_extreme": "the opinion of each person on each question is not written down",
    "question_clusters": "the leaning of each person on each question is not written down",
    "newcomer_repeats": FACETS,
    "experiments": "why a site changed its practice is not written down",
    "experiments_kept": "why a site changed its practice is not written down",
    "nothing_to_compare": "who told which other site of its practice is not written down",
    "work_on_conditions": "the conditions of a task are those of its proposal when it was decided, not in the end",
}


def check(path):
    tables = Tables(path)
    tables.topics, tables.spreads, tables.practice_at_start = 6, 2, [1, 1, 1, 2, 0]
    tables.news = 1.0  # hours that word takes to other sites: lookahead
    tables.raid = {"attendance": 3.0, "elsewhere": 2.0, "lasts": 0.0, "half_life": 72.0}
    tables.cold = {"attendance": 0.5, "elsewhere": 1.0, "lasts": 96.0, "half_life": 0.0}
    sites = [Site(tables, site) for site in range(tables.sites)]
    movement, factors = Movement(tables, sites), climate(tables, sites)
    for site, factor in zip(sites, factors):
        site.measured["attendance_climate_at"] = factor
    recomputed, wrong, idle = set(movement.measured), [], []

    def compare(name, found, expected, where):
        if not numpy.allclose(found, expected, rtol=1e-7, atol=1e-9, equal_nan=True):
            wrong.append(f"{name}{where}: {numpy.asarray(expected)} in the file, {numpy.asarray(found)} from the tables")

    for name, found in movement.measured.items():
        compare(name, found, tables.value(name), "")
    guests_gone = 0
    for site in sites:
        for name, found in site.measured.items():
            recomputed.add(name)
            if name == "tension" and site.guests:
                continue
            guests_gone += name == "tension"
            compare(name, found, tables.value(name, site.site), f" of site {site.site}")
    for name in sorted(recomputed):
        values = tables.value(name)
        if numpy.all(numpy.isnan(values)) or not numpy.any(numpy.nan_to_num(values)):
            idle.append(name)
    for name in tables.measures():
        if (name in recomputed) == (name in UNTOLD):
            wrong.append(f"{name}: is neither recomputed here nor named with a reason" if name not in UNTOLD
                         else f"{name}: is recomputed, and named as if it could not be")
    for name in set(UNTOLD) - set(tables.measures()):
        wrong.append(f"{name}: there is no such measure")
    for name in ("decided_on_visit", "circle_sizes", "voice_by_tenure"):  # shares sum to 1
        compare("sum of " + name, numpy.sum(tables.value(name), axis=-1), 1.0, "")
    compare("mean_transformation", numpy.nanmean(tables.value("transformation")), tables.value("mean_transformation"), "")
    if guests_gone == 0:
        idle.append("tension")
    print(f"{len(recomputed)} measures recomputed, {len(UNTOLD)} that no table can tell")
    return wrong, set(idle)


wrong, idle = [], None
with tempfile.TemporaryDirectory() as folder:
    # groups that keep links, and groups that go over to others
    for name, links in (("linked", None), ("merging", "links: {form: supergroup, per_day: 0.5 /d}")):
        results, scenario = f"{folder}/{name}.h5", f"{folder}/{name}.yaml"
        with open(sys.argv[2]) as source, open(scenario, "w") as copy:
            copy.writelines(links + "\n" if links and line.startswith("links:") else line for line in source)
        subprocess.run([sys.argv[1], "run", scenario, "-o", results], check=True, stdout=subprocess.DEVNULL)
        differs, nothing = check(results)
        wrong += [f"{name}: {words}" for words in differs]
        idle = nothing if idle is None else idle & nothing
if idle:
    wrong.append("nothing happens in the scenario that could be measured by: " + ", ".join(sorted(idle)))
print("\n".join(wrong))
sys.exit(1 if wrong else 0)

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
from measures_of_more import of_all_sparks, of_common_work
from measures_of_movement import Movement, climate
from measures_of_site import Site

# Measures that the tables cannot tell, by what is not written down.
FACETS = "who knows or has voiced which facet is not written down"
HOSTS = "who hosts which circle, and how well, is not written down"
SIDES = "the side of a person, and how warm she is to others, are not written down"
TIES = "ties are not written down"
CASCADES = "from whom somebody has a spark is not written down"
OVERVIEW = "what strategy groups know of is not written down"
WORTH = "what an item of work is worth is not written down"
NOUGHT = {"integration_within"}  # integration is exact where a scenario is as small as those here
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
    "inquiry_voiced": FACETS,
    "inquiry_voiced_by": FACETS,
    "inquiry_coverage": FACETS,
    "inquiry_coverage_at": FACETS,
    "inquiry_common": FACETS,
    "inquiry_common_at": FACETS,
    "insights_noticed": FACETS,
    "insights_noticed_at": FACETS,
    "insights_voiced": FACETS,
    "insights_voiced_by": FACETS,
    "insights_common": FACETS,
    "insights_common_at": FACETS,
    "insight_reach": FACETS,
    "insight_reach_at": FACETS,
    "insights_per_person_hour": FACETS,
    "insights_per_person_hour_by": FACETS,
    "aspects_touched": FACETS,
    "aspects_touched_at": FACETS,
    "outside_known": FACETS,
    "learned_by_reading": FACETS,
    "crossed_levels": FACETS,
    "days_to_cross": FACETS,
    "harvest_coverage": FACETS,
    "harvest_insights": FACETS,
    "spark_contributed": FACETS,
    "informants_missing": "who found no place is not written down",
    "posts_top_percent": "which places of guests were ever taken is not written down",
    "posts_top_tenth": "which places of guests were ever taken is not written down",
    "hosted": HOSTS,
    "all_hosted": HOSTS,
    "host_hours": HOSTS,
    "host_skill_at": HOSTS,
    "strayed": HOSTS,
    "warmth_at": SIDES,
    "warmth_gain": SIDES,
    "turns_across": SIDES,
    "jarred": SIDES,
    "side_gap": SIDES,
    "spread_within": SIDES,
    "extremity": SIDES,
    "both_sides": SIDES,
    "passed_both": SIDES,
    "tie_degree": TIES,
    "tie_degree_at": TIES,
    "tie_sum": TIES,
    "tie_component": TIES,
    "tie_component_at": TIES,
    "tie_clustering": TIES,
    "ties_across": TIES,
    "need_reach": "what people have in mind of the needs of others is not written down",
    "sparks_missed": "a spark that somebody did not notice is not written down",
    "spark_outside": "people of the public have no rows; their sum over sites is checked against the table of sparks",
    "spark_talks": "which session of a spark is a talk is not written down",
    "cascades_alone": CASCADES,
    "cascades_of_hundred": CASCADES,
    "cascade_size": CASCADES,
    "cascade_sizes": CASCADES,
    "without_word": "with whom a member had word is not written down",
    "signal_hours": "signals are not written down",
    "word_hours": "signals are not written down",
    "overview": OVERVIEW,
    "overview_at": OVERVIEW,
    "advised": "a group that is about to take up a common item and asks nobody is not written down",
    "told_from_elsewhere": OVERVIEW,
    "community_delegates": "which sessions are communities is not written down",
    "worth_done": WORTH,
    "worth_done_by": WORTH,
    "worth_named": WORTH,
    "worth_per_hour": WORTH,
    "work_on_conditions": "the conditions of a task are those of its proposal when it was decided, not in the end",
}


def check(path, after=False):
    """`after`: tasks are heard when they are finished, and taken up in sprints of two."""
    tables = Tables(path)
    tables.after, tables.sprint = after, 2 if after else 0
    tables.topics, tables.spreads, tables.practice_at_start = 6, 2, [1, 1, 1, 2, 0]
    tables.kind_of_spark = {(row["site"], row["number"]): row["kind"] for row in tables.rows("spark")}
    tables.news = 1.0  # hours that word takes to other sites: lookahead
    tables.raid = {"attendance": 3.0, "elsewhere": 2.0, "lasts": 0.0, "half_life": 72.0}
    tables.cold = {"attendance": 0.5, "elsewhere": 1.0, "lasts": 96.0, "half_life": 0.0}
    sites = [Site(tables, site) for site in range(tables.sites)]
    movement, factors = Movement(tables, sites), climate(tables, sites)
    movement.measured.update(of_all_sparks(tables, sites))
    of_common_work(tables, sites)
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
        if numpy.all(numpy.isnan(values)) or not (name in NOUGHT or numpy.any(numpy.nan_to_num(values))):
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


# groups that keep links, groups that go over to others, and groups whose work is heard when it is finished
VARIANTS = {
    "linked": [],
    "merging": [("links:", "links: {form: supergroup, per_day: 0.5 /d}")],
    "afterwards": [("  work:", "  work: {approval_when: after, sprint: 2, redo: 40 %, common_items: 2, content: 20 h}"),
                   ("teamwork:", "  plannings: {hold: retrospective-and-planning, every: 6 d, for: 2 h 50 min}\n{line}")],
}

wrong, idle = [], None
with tempfile.TemporaryDirectory() as folder:
    for name, changes in VARIANTS.items():
        results, scenario = f"{folder}/{name}.h5", f"{folder}/{name}.yaml"
        with open(sys.argv[2]) as source, open(scenario, "w") as copy:
            for line in source:
                for begins, instead in changes:
                    if line.startswith(begins):
                        line = instead.replace("{line}", line.rstrip()) + "\n"
                copy.write(line)
        subprocess.run([sys.argv[1], "run", "-q", scenario, "-o", results], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        differs, nothing = check(results, after=name == "afterwards")
        wrong += [f"{name}: {words}" for words in differs]
        idle = nothing if idle is None else idle & nothing
if idle:
    wrong.append("nothing happens in the scenario that could be measured by: " + ", ".join(sorted(idle)))
print("\n".join(wrong))
sys.exit(1 if wrong else 0)

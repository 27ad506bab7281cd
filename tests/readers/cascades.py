"""cascades.py PROGRAM SCENARIO: runs cascades.yaml, as it is and with people who travel, and draws the trees of its sparks from the table `heard_spark` alone, as somebody would
who has only the file. What the measures and the table of sparks say of cascades has to come out of these trees, and every cascade has its
people in one place. Ends with 77 where h5py is missing."""

import subprocess
import sys
import tempfile
from collections import Counter, defaultdict, deque

try:
    import h5py  # noqa: F401
    import numpy
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

from measures_events import Tables

BINS = 20


def mean_distance(people, children):
    """Mean distance of two people in the tree of a spark, whose root is the announcement: from each by breadth first, as it is defined."""
    near = defaultdict(list)
    for person in people:
        for child in children[person]:
            near[person].append(child)
            near[child].append(person)
        if person[2] is None:
            near[person].append("announced")
            near["announced"].append(person)
    total = 0
    for start in people:
        steps, queue = {start: 0}, deque([start])
        while queue:
            here = queue.popleft()
            for other in near[here]:
                if other not in steps:
                    steps[other] = steps[here] + 1
                    queue.append(other)
        total += sum(steps[person] for person in people)
    return total / (len(people) * (len(people) - 1))


class Trees:
    """All sparks of one run: who became active by whom."""

    def __init__(self, rows, wrong):
        self.by_spark, self.children, self.depth = defaultdict(list), defaultdict(list), {}
        self.row_of = {(row["site"], row["number"]): row for row in rows if row["active"]}
        self.wrong = wrong
        for row in rows:
            self.look_at(row)
        self.sizes = {}
        for person in sorted(self.depth, key=self.depth.get, reverse=True):
            self.sizes[person] = 1 + sum(self.sizes[child] for child in self.children[person])
            if self.sizes[person] != self.row_of[person[:2]]["people"]:
                wrong.append(f"{person}: {self.sizes[person]} people in her tree, {self.row_of[person[:2]]['people']} in the file")

    @staticmethod
    def name(row):
        told = row["from_site"] >= 0  # a missing whole number is far below 0
        return row["site"], row["number"], (row["from_site"], row["from_number"]) if told else None

    def look_at(self, row):
        told = row["from_site"] >= 0  # a missing whole number is far below 0
        teller = self.row_of.get((row["from_site"], row["from_number"])) if told else None
        if told != (row["way"] == "person") or (told and teller is None):
            self.wrong.append(f"who told is not there, or should not be: {row}")
        if teller is not None and (teller["spark_site"], teller["spark"]) != (row["spark_site"], row["spark"]):
            self.wrong.append(f"told of another spark: {row}")
        if teller is not None and not teller["at"] <= row["at"]:
            self.wrong.append(f"was told before who told her heard of it: {row}")
        if row["generation"] != (0 if teller is None else teller["generation"] + 1):
            self.wrong.append(f"generation: {row}")
        if row["active"]:
            person = self.name(row)
            self.by_spark[row["spark_site"], row["spark"]].append(person)
            self.depth[person] = row["generation"]
            if teller is not None:
                self.children[self.name(teller)].append(person)


def check(path, travels):
    wrong = []
    tables = Tables(path)
    ways = tables.text(tables.file["heard_spark_way"].attrs["flag_meanings"]).split()
    replications = tables.file["cascade_size"].shape[1]
    heard, sparks = tables.rows("heard_spark"), tables.rows("spark")
    seen = Counter()
    for row in heard:
        row["way"] = ways[int(row["way"])]
        seen[row["way"], bool(row["active"])] += 1
    for run in range(replications):
        rows = [row for row in heard if row["replication"] == run]
        trees = Trees(rows, wrong)

        def same(name, found, expected):
            if not numpy.allclose(found, expected, rtol=1e-9, atol=1e-12, equal_nan=True):
                wrong.append(f"run {run}, {name}: {expected} in the file, {found} from the table")

        value = lambda name: tables.file[name][0, run]
        roots = [person for person in trees.depth if person[2] is None]
        for site in range(tables.sites):
            begun = Counter(min(trees.sizes[person], BINS) for person in roots if person[0] == site)
            same("cascade_sizes", [begun[size] for size in range(1, BINS + 1)], value("cascade_sizes")[site])
            same("sparks_heard", sum(row["site"] == site for row in rows), value("sparks_heard")[site])
            same("spark_active", sum(person[0] == site for person in trees.depth), value("spark_active")[site])
            reached = {row["person"] for row in rows if row["home"] == site}
            under_way = len(reached) - value("spark_reach")[site]  # who travels when the run ends and heard of one elsewhere only
            if not 0 <= under_way <= (2 if travels else 0):
                wrong.append(f"run {run}, site {site}: {under_way} more people heard of a spark than the file says")
        sizes = [trees.sizes[person] for person in roots]
        same("cascade_size", numpy.mean(sizes), value("cascade_size")[0])
        same("cascades_alone", numpy.mean([size == 1 for size in sizes]), value("cascades_alone")[0])
        steps = [max(trees.depth[person] for person in people) for people in trees.by_spark.values()]
        same("generations", numpy.mean(steps), value("generations")[0])
        virality = {spark: mean_distance(people, trees.children) for spark, people in trees.by_spark.items() if len(people) > 1}
        same("structural_virality", numpy.mean(list(virality.values())), value("structural_virality")[0])
        for row in sparks:
            if row["replication"] == run:
                spark = row["site"], row["number"]
                same(f"size of spark {spark}", len(trees.by_spark[spark]), row["size"])
                same(f"virality of spark {spark}", virality.get(spark, numpy.nan), row["virality"])
    guests = sum(row["home"] != row["site"] for row in heard)
    if (guests > 0) != travels:
        wrong.append(f"{guests} rows of guests")
    for way in ways:
        if seen[way, True] == 0 or (way != "began" and seen[way, False] == 0):
            wrong.append(f"nobody heard of a spark that way, or nobody who did was active, or was not: {way}")
    print(f"{len(heard)} rows, {len(sparks)} sparks")
    return wrong


TRAVEL = """visits: {per_day: 0.2 /d, lasts: 1 d}
people: {guest_room: 20}
"""

wrong = []
with tempfile.TemporaryDirectory() as folder:
    for travels in (False, True):
        results, scenario = f"{folder}/{travels}.h5", f"{folder}/{travels}.yaml"
        with open(sys.argv[2]) as source, open(scenario, "w") as copy:
            text = source.read()
            copy.write(TRAVEL + text.replace("  lasts: 1 d\n", "  lasts: 1 d\n  travel: yes\n") if travels else text)
        subprocess.run([sys.argv[1], "run", scenario, "-o", results], check=True, stdout=subprocess.DEVNULL)
        wrong += check(results, travels)
print("\n".join(wrong[:20]))
sys.exit(1 if wrong else 0)

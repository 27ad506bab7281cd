#!/usr/bin/env python3
"""random_methods.py PROGRAM FOLDER COUNT [FIRST]: scenarios with random methods, in which all mechanisms are on.

A scenario is accepted, and then has the same bytes on one thread and on three, or it is refused with a sentence.
Rules that mechanisms have for each other are met here in combinations that nobody thought of. The numbers of the
scenarios are their seeds: with FIRST, one that failed is made again.
"""

import os
import random
import subprocess
import sys

REFUSED = 65
LEAST_ACCEPTED = 0.4  # of the scenarios; with fewer this test would see little


def a_conversation(dice):
    seating = dice.choice(
        ["random", "mixed", "alike", "chosen", "pairs", "stay", "plenary", "inner", "sides", "merge", "hosts"]
        + ["across", "teams", "delegates", "sides-in-circles"]
    )
    words = {"do": "converse", "lasts": dice.choice(["5 min", "20 min", "45 min"]), "seating": seating}
    words["floor"] = dice.choice(["open", "stack", "round", "progressive-stack", "talking-piece"])
    if seating in ("random", "mixed", "alike", "chosen", "across", "sides-in-circles"):
        words["circle_size"] = dice.choice([3, 5, 9])
    if seating == "inner":
        words["inner_size"] = dice.choice([2, 5])
    if seating in ("inner", "sides", "sides-in-circles", "hosts", "delegates"):
        words["outer"] = dice.choice(["hears", "nothing"])
    if seating == "delegates" and dice.random() < 0.5:
        words["confer"] = "3 min"
    if dice.random() < 0.3:
        words["times"] = dice.choice([2, 3])
        if seating != "hosts" and dice.random() < 0.4:
            words["repeats"] = "no"
    move(dice, words)
    content(dice, words)
    return words


def move(dice, words):
    kind = dice.random()
    around = "outer" in words
    if kind < 0.15:
        words["movement"] = "two-feet"
    elif kind < 0.3 and not around:
        words.update({"movement": "mingle", "join_rate": "20 /h", "leave_rate": "10 /h"})
    elif kind < 0.4 and words["seating"] == "inner":
        words.update({"movement": "empty-chair", "join_rate": "15 /h"})
    if words.get("movement") != "mingle" and dice.random() < 0.2:
        words["turns_each"] = 1
    if words.get("movement") != "mingle" and not around and dice.random() < 0.2:
        words["facilitated"] = "no"


def content(dice, words):
    kind = dice.random()
    if kind < 0.6:
        words["matter"] = dice.choice(["inquiry", "aspect"])
        if words.get("movement") is None and "confer" not in words and dice.random() < 0.4:
            words["informants"] = dice.choice([1, 2])
        if dice.random() < 0.3:
            words["record"] = "yes"
    elif kind < 0.8:
        words["shares"] = dice.choice(["feelings", "stories", "nothing"])
    elif kind < 0.95:
        words["shares"] = dice.choice(["needs", "needs", "offers", "thanks"])


def another_stage(dice):
    return dice.choice(
        [
            {"do": "reflect", "lasts": "10 min", "matter": "inquiry"},
            {"do": "harvest"},
            {"do": "harvest", "record": "yes"},
            {"do": "commit", "lasts": "5 min", "into": dice.choice(["group", "task"])},
            {"do": "decide", "lasts": "40 min", "floor": "stack", "matter": "agenda", "decision": "modified-consensus"}
            | {"seating": dice.choice(["plenary", "delegates", "inner"])},
        ]
    )


def flow(words):
    return "{" + ", ".join(f"{key}: {value}" for key, value in words.items()) + "}"


def a_method(dice):
    stages = [{"do": "converse", "lasts": "10 min", "seating": "random", "circle_size": 4, "matter": "inquiry"}]
    if dice.random() < 0.4:
        stages.insert(0, {"do": "market", "cap": "20 s", "circle_size": 4, "posts": "40 %", "matter": "inquiry"})
    for _ in range(dice.randint(1, 5)):
        stages.append(a_conversation(dice) if dice.random() < 0.75 else another_stage(dice))
    lines = "".join(f"  - {flow(stage)}\n" for stage in stages)
    return f"title: Random\nmeaning: stages by lot\nsource: this test\nstages:\n{lines}"


def a_calendar(dice, methods, practices):
    lines = []
    for number, (hour, method) in enumerate(zip([7, 12, 17, 22], methods)):
        words = {"every": "1 d", "at": f'"{hour:02}:00"', "hold": method, "for": dice.choice(["1 h", "2 h", "4 h"])}
        words["inquiry"] = "the winter"
        if dice.random() < 0.2:
            words.update({"who": "same", "returns": "80 %"})
        elif dice.random() < 0.3:
            words.update({"who": "delegates", "category": dice.choice(["any", "sectorial", "strategy"])})
            words["of"] = dice.choice(["here", "all"])
        if practices:
            words["practice"] = "p" if number % 2 == 0 else "q"
        lines.append(f"  - {flow(words)}\n")
    return "".join(lines)


def work(dice, stages):
    """What working groups do: with approval where a session decides, in sprints where one plans."""
    pick = dice.choice
    approval = f"{{approval: {pick([0, 50, 100])} %}}" if "do: decide" in stages else "{approval: 0 %}"
    sprint = pick([1, 3]) if "into: task" in stages else 0
    words = {"hours": pick(["2 h", "12 h"]), "content": pick(["1 h", "10 h"]), "sprint": sprint}
    words |= {"approval_when": pick(["before", "after"]), "redo": pick(["0 %", "50 %", "100 %"])}
    each = "".join(f"  {name}: {approval}\n" for name in ["operational", "sectorial", "strategy"])
    meetings = pick(["", "  meetings: {hold: stand-up, every: 12 h, for: 15 min}\n"])
    if sprint != 0:
        meetings += pick(["", "  plannings: {hold: retrospective-and-planning, every: 1 d, for: 3 h}\n"])
    members = f"  membership: {{leave_rate: {pick([0, 7])} /week, death_after: 12 h}}\n"
    share_out = {"assign": pick(["together", "pull", "pull"]), "parts": pick([1, 4, 20, 64]), "wip": pick([1, 3])}
    share_out |= {"coupled": pick(["0 %", "60 %"]), "rework": pick(["0 %", "50 %", "100 %"])}
    share_out |= {"signal": pick(["0 %", "50 %", "100 %"]), "help": pick(["0 %", "50 %"])}
    start = f"  start: {{groups: {pick([0, 1])}, members: 3}}\n"
    return f"groups:\n  form: yes\n{start}  work: {flow(words)}\n{members}{each}{meetings}teamwork: {flow(share_out)}\n"


def gifts(dice):
    pick = dice.choice
    if dice.random() < 0.3:
        return ""
    ways = ["people", "ties", "mesh", "tree"]
    return f"""gifts: {{needs: {pick([1, 20])} /week, gifts: 10 /week, types: {pick([1, 3, 20])}, minds: {pick([0, 2, 8])}, donations: {pick([0, 5])} /d, retell: 50 %, start_needs: {pick([0, 30])}}}
cards: {{use: {pick([0, 100])} %, along: {pick(ways)}, hop: {pick([1, 60])} min, hand: {pick([1, 5])}}}
board: {{use: {pick([0, 80])} %, reads: 5 /d}}
resources: {{lack: {pick([0, 80])} %, short_pace: {pick([0, 0.5])}, ask: {pick(["circle", "assembly", "both", "nobody"])}}}"""


def an_adoption(dice):
    judged = dice.choice(["", ", judge: {voice: 1, tasks: 1, coverage: 1, correct: 1, days_to_decision: 1}"])
    best = dice.choice(["yes", "no"])
    return f"adoption: {{rule: compare, start: p, every: 6 h, experiment: 1 /d, trial: 12 h, told_best: {best}{judged}}}"


def a_scenario(dice, methods, stages):
    pick = dice.choice
    practices = len(methods) > 1 and dice.random() < 0.4
    return f"""title: Random
lasts: {pick([2, 4])} d
seed: {dice.randint(1, 99999)}
replications: 2
sites:
  - {{name: A, people: {pick([3, 8, 25, 60])}}}
  - {{name: B, people: {pick([5, 20])}}}
  - {{name: net, people: 6, online: yes, forum: yes}}
people: {{attendance: {pick([30, 80, 100])} %, leave_below: {pick([0, 0, 40, 80, 95])} %, guest_room: {pick([5, 20])}}}
proposals: {{per_day: {pick([1, 6])} /d, endorsers: {pick([0, 0, 3])}}}
conversation: {{amplified: {pick(["yes", "no"])}}}
tension: {{start: {pick([0, 0.5, 1])}}}
arrivals: {{per_day: {pick([0, 5])} /d}}
hosts: {{needed: {pick(["yes", "no"])}, can_host: {pick([0, 20])} %, novice: {pick([0, 0.2])}, stray: 0.5, slip: {pick([2, 30])} %}}
ties: {{gain: {pick([0, 0.05, 1])}, most: {pick([1, 3, 24])}}}
reflection: {{calm: 0.01 /min, own_mind: 0.01 /min, incubation: 0.05 /min}}
sides:
  contested_proposals: 50 %
  contested_questions: 100 %
  side_bias: 4
  kinds: [{{name: x, share: 50 %, support: 70 %}}, {{name: y, share: 50 %, support: 30 %}}]
{work(dice, stages)}visits: {{per_day: {pick([0, 0.2])} /d}}
links: {{per_day: {pick([0, 0.5])} /d{pick(["", ", form: lateral", ", form: lateral, same_topic: no, category: strategy"])}, calls: {{hold: link-call, every: 12 h}}}}
strategy: {{advice: {pick([0, 50, 100])} %, reports: {pick([0, 50])} %, worth: yes, inquiry: the winter, outdated: {pick([0, 1])} d}}
{an_adoption(dice) if practices else ""}
{pick(["", "shocks: {cold: [{at: 1 d, lasts: 1 d}], raids: [{at: 30 h}]}"])}
records: {{to: {pick(["all", "nowhere", "[B]"])}, reads: 5 /d}}
forum: {{posts: 20 /week}}
{pick(["", "", "knowledge: {each: 3}"])}
{sparks(dice) if dice.random() < 0.6 else ""}
{gifts(dice)}
decisions: {{abstain: {pick([0, 50])} %, indifferent: 0.2}}
inquiries:
  - {{name: the winter, facets: {pick([24, 60])}, aspects: {pick([2, 4, 6])}, outside: 30 %, insights: {pick([0, 30])}}}
calendar:
{a_calendar(dice, methods, practices)}"""


def sparks(dice):
    pick = dice.choice
    routes = ["{by: outside, first: 5 h, every: 9 h}"]
    calls = f"{{by: anybody, calls: 4 /week, asks: {pick([5, 60])}, hold: {pick(['spark-circle', 'heart-circle'])}}}"
    approval = f"approval: {pick(['yes', 'no'])}, hold: spark-choice"
    routes.append(f"{{by: group, category: {pick(['any', 'strategy'])}, first: 12 h, every: 1 d, {approval}}}")
    routes += [calls, "{by: harvest, every: 18 h, take: 2}"]
    return f"""spark_kinds:
  - {{name: talk, asks: talk, people: {pick([2, 3])}, inquiry: the winter}}
  - {{name: act, asks: act, takes: 1 h, share: {pick([0, 1])}}}
  - {{name: support, asks: support, inquiry: the winter}}
sparks:
  routes: [{", ".join(dice.sample(routes[:2], 1) + pick([routes[2:], []]) + routes[:1])}]
  talks: {{hold: spark-circle}}
  stale: {pick([0, 20])} h
  silence: 3 h
  reads: 9 /d
  reach: {{public: {pick([0, 50])}}}
  attention: {pick([1, 3])}
  lasts: {pick(["0 h", "5 h", "3 d"])}
  passes: {pick([0, 2, 4])}
  mass: 3
  anchor: 30 %
  breadth: {pick([1, 12])}
  contributes: 2 /d
  urgent: 1 d
  urgency: {pick([0, 3])}
"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def run(program, scenario, threads):
    target = f"{threads}.h5"
    for left in (target, target + ".partial"):
        if os.path.exists(left):
            os.remove(left)
    return subprocess.run(
        [program, "run", scenario, "--quiet", "-o", target, "--threads", str(threads)], capture_output=True, text=True
    )


def fails(program, number):
    """Whether the scenario was accepted, and what is wrong; None where nothing is."""
    dice = random.Random(number)
    methods = [f"random-{number}-{i}" for i in range(dice.randint(1, 4))]
    stages = [a_method(dice) for _ in methods]
    for method, text in zip(methods, stages):
        write(f"methods/{method}.yaml", text)
    scenario = f"random-{number}.yaml"
    write(scenario, a_scenario(dice, methods, "".join(stages)))
    once = run(program, scenario, 1)
    if once.returncode == REFUSED:
        return False, None if f"{number}" in once.stderr else "it was refused, and nobody said why"
    if once.returncode != 0:
        return True, f"exit {once.returncode}: {once.stderr.strip()[-300:]}"
    if run(program, scenario, 3).returncode != 0 or read("1.h5") != read("3.h5"):
        return True, "three threads make other bytes than one"
    return True, None


def main():
    program, folder, count = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    os.makedirs(os.path.join(folder, "methods"), exist_ok=True)
    os.chdir(folder)
    accepted = failed = 0
    for number in range(first, first + count):
        ran, wrong = fails(program, number)
        accepted += ran
        if wrong is not None:
            failed += 1
            print(f"{folder}/random-{number}.yaml: {wrong}")
    print(f"{accepted} of {count} scenarios were accepted, {failed} failed")
    sys.exit(failed > 0 or accepted < LEAST_ACCEPTED * count)


main()

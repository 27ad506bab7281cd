#!/usr/bin/env python3
"""random_methods.py PROGRAM FOLDER COUNT [FIRST]: scenarios with random methods and settings, in which all mechanisms are on.

A scenario is accepted, and then has the same bytes on one thread and on three, or it is refused with a sentence.
Rules that mechanisms have for each other are met here in combinations that nobody thought of. The numbers of the
scenarios are their seeds: with FIRST, one that failed is made again. With ONCE=yes each is run on one thread only, for
a program that is slow because it looks for mistakes of memory.
"""

import os
import random
import subprocess
import sys

import random_settings

REFUSED = 65
CHOICES = {}  # of words of stages, as the program lists them
LEAST_ACCEPTED = 0.4  # of the scenarios; with fewer this test would see little


def a_conversation(dice):
    seating = dice.choice(CHOICES["seating"])
    words = {"do": "converse", "lasts": dice.choice(["5 min", "20 min", "45 min"]), "seating": seating}
    words["floor"] = dice.choice(CHOICES["floor"])
    if dice.random() < 0.2:
        words["cap"] = dice.choice(["10 s", "2 min"])
    if dice.random() < 0.1:
        words["work"] = words.pop("lasts")
    if seating in ("random", "mixed", "alike", "chosen", "across", "sides-in-circles"):
        words["circle_size"] = dice.choice([3, 5, 9])
    if seating == "inner":
        words["inner_size"] = dice.choice([2, 5])
    if seating in ("inner", "sides", "sides-in-circles", "hosts", "delegates"):
        words["outer"] = dice.choice(["hears", "nothing"])
    if seating == "delegates" and dice.random() < 0.5:
        words["confer"] = "3 min"
    if seating in ("random", "mixed", "chosen") and dice.random() < 0.3:
        words["circles"] = dice.choice([1, 2, 7])
    if dice.random() < 0.3:
        words["times"] = dice.choice([2, 3])
        if seating in ("random", "mixed") and dice.random() < 0.4:
            words["host_stays"] = "yes"
        if seating != "hosts" and dice.random() < 0.4:
            words["repeats"] = "no"
    move(dice, words)
    content(dice, words)
    return words


def move(dice, words):
    kind = dice.random()
    around = "outer" in words
    if kind < 0.15:
        words["movement"] = dice.choice(["two-feet", "two-feet", "uniform"])
        if dice.random() < 0.3:
            words.update({"leave_rate": "30 /h", "join_rate": "40 /h"})
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
    if kind < 0.15:
        words["matter"] = dice.choice(["agenda", "question", "question", "own", "task"])
    elif kind < 0.65:
        words["matter"] = dice.choice(["inquiry", "aspect"])
        if words.get("movement") is None and "confer" not in words and dice.random() < 0.4:
            words["informants"] = dice.choice([1, 2])
            if dice.random() < 0.5:
                words["informants_know"] = dice.choice(["0 %", "100 %"])
            if dice.random() < 0.3:
                words["informants_side"] = dice.choice(["x", "y"])
        if dice.random() < 0.3:
            words["record"] = "yes"
    elif kind < 0.8:
        words["shares"] = dice.choice(["feelings", "stories", "nothing"])
    elif kind < 0.95:
        words["shares"] = dice.choice(["needs", "needs", "offers", "thanks"])


def a_decision(dice):
    words = {"do": "decide", "lasts": dice.choice(["10 min", "40 min", "2 h"]), "floor": dice.choice(["stack", "open", "round"])}
    words["decision"] = dice.choice(CHOICES["decision"])
    words["matter"] = "agenda"
    words["seating"] = dice.choice(["plenary", "delegates", "inner", "random", "stay"])
    if words["seating"] in ("delegates", "inner") and dice.random() < 0.5:
        words["outer"] = "hears"
    if words["seating"] == "delegates" and dice.random() < 0.4:
        words["confer"] = "3 min"
    if dice.random() < 0.2:
        words["most_items"] = dice.choice([1, 3])
    return words


def another_stage(dice):
    return dice.choice(
        [
            {"do": "reflect", "lasts": "10 min", "matter": "inquiry"},
            {"do": "harvest"},
            {"do": "harvest", "record": "yes"},
            {"do": "arrive", "lasts": "5 min"},
            {"do": "present", "lasts": "10 min"},
            {"do": "show", "lasts": "5 min", "matter": dice.choice(["question", "inquiry"])},
            {"do": "close"},
            {"do": "commit", "lasts": "5 min", "into": dice.choice(["group", "group", "task"])},
            a_decision(dice),
            a_decision(dice),
        ]
    )


def flow(words):
    return "{" + ", ".join(f"{key}: {value}" for key, value in words.items()) + "}"


def a_method(dice):
    stages = [{"do": "converse", "lasts": "10 min", "seating": "random", "circle_size": 4, "matter": "inquiry"}]
    if dice.random() < 0.4:
        stages.insert(0, {"do": "market", "cap": "20 s", "circle_size": 4, "posts": dice.choice(["0 %", "40 %"])})
        if dice.random() < 0.6:
            stages[0]["matter"] = "inquiry"
    for _ in range(dice.randint(1, 5)):
        stages.append(a_conversation(dice) if dice.random() < 0.7 else another_stage(dice))
        if stages[0]["do"] == "market" and stages[-1].get("matter") in ("agenda", "question") and dice.random() < 0.5:
            stages[-1]["matter"] = "posted"
    lines = "".join(f"  - {flow(stage)}\n" for stage in stages)
    return f"title: Random\nmeaning: stages by lot\nsource: this test\nstages:\n{lines}"


def a_line(dice, hour, method):
    words = {"every": "1 d", "at": f'"{hour:02}:00"', "hold": method, "for": dice.choice(["1 h", "2 h", "4 h"])}
    words["inquiry"] = dice.choice(["the winter", "the winter", "the spring"])
    kind = dice.random()
    if kind < 0.15:
        words.update({"who": "same", "returns": "80 %"})
    elif kind < 0.25:
        words.update({"who": "delegates", "category": dice.choice(["any", "sectorial", "strategy"])})
        words["of"] = dice.choice(["here", "all"])
    elif kind < 0.35:
        words["heads"] = dice.choice([1, 2, 5, 200])
    elif kind < 0.45:
        words["attendance"] = dice.choice(["1 %", "100 %"])
    if dice.random() < 0.05:
        words["aspect"] = dice.choice(["chosen", "next"])
    if dice.random() < 0.15:
        words["series"] = "days"
    if dice.random() < 0.1:
        words["except"] = "[monday, tuesday]"
    return words


def a_calendar(dice, methods, practices):
    lines = [a_line(dice, hour, method) for hour, method in zip([7, 12, 17, 22], methods)]
    lines.append({"every": "1 d", "at": '"3:00"', "hold": dice.choice(["general-assembly", "spokes-council-confers"]), "for": "2 h"})
    for line, practice in zip(lines, practices):
        line["practice"] = practice
    if not practices and dice.random() < 0.1:
        del lines[1:]
        lines[0] = {"again_after": "3 h"} | {key: lines[0][key] for key in ("hold", "for", "inquiry")}
    return "".join(f"  - {flow(words)}\n" for words in lines)


def what_comes_over_them(dice):
    cold = dice.choice(["", "cold: [{at: 1 d, lasts: 1 d}]", "cold: [{per_day: 1 /d, leaving: 20, site: A}]"])
    raids = dice.choice(["", "raids: [{at: 30 h}]", "raids: [{per_day: 2 /d, closes: 100 %, closed_for: 5 h, leave: 90 %}]"])
    media = dice.choice(["", "media: [{at: 12 h, arrivals: 50, lasts: 1 d, half_life: 0 d}]"])
    shocks = ", ".join(one for one in (cold, raids, media) if one)
    return f"shocks: {{{shocks}}}" if shocks else ""


def inquiries(dice):
    pick = dice.choice
    spring = {"name": "the spring", "facets": pick([12, 200]), "aspects": pick([1, 4]), "outside": "30 %"}
    if dice.random() < 0.5:
        spring["begins"] = pick(["10 h", "30 h"])
    if dice.random() < 0.5:
        spring["due"] = pick(["35 h", "47 h"])
    if dice.random() < 0.5:
        spring.update({"becomes": "proposal", "endorsers": pick([1, 3])})
    if dice.random() < 0.4:
        spring["sites"] = pick(["A", "[A, net]"])
    return f"""inquiries:
  - {{name: the winter, facets: {pick([24, 60])}, aspects: {pick([2, 4, 6])}, outside: 30 %, insights: {pick([0, 30])}}}
  - {flow(spring)}
"""


def adoption(dice, practices):
    if not practices:
        return ""
    judge = dice.choice(["", ", judge: {voice: 1, tasks: 1, coverage: 1, correct: 1, days_to_decision: 1}"])
    compare = f"every: 6 h, rule: compare, experiment: 1 /d, trial: 12 h, told_best: {dice.choice(['yes', 'no'])}{judge}"
    rule = dice.choice(["every: 1 d, rule: compare", compare, "rule: bass, innovation: 0.2 /d, imitation: 1 /d, spread: one way"])
    rule = dice.choice([rule, "rule: threshold, spread: one way"])
    return f"adoption: {{{rule}, start: other way}}"


def links(dice):
    per_day = f"per_day: {dice.choice([0, 0.5])} /d"
    calls = f"calls: {{hold: link-call, every: {dice.choice(['5 h', '2 d'])}}}"
    some = f"links: {{form: lateral, {per_day}, same_topic: no, category: strategy, {calls}}}"
    lateral = f"links: {{form: lateral, {per_day}, {calls}}}"
    return dice.choice([lateral, some, f"links: {{form: supergroup, {per_day}}}"])


def groups(dice, methods, stages):
    """Working groups, and what they do: with approval where a session decides, in sprints where one plans."""
    pick = dice.choice
    lines = ["groups:", "  form: yes", f"  start: {{groups: {pick([0, 0, 1])}, members: {pick([2, 3])}}}"]
    held = pick(["working-group", "working-group", "stand-up", pick(methods)])
    lines.append(f"  meetings: {{hold: {held}, every: {pick(['6 h', '1 d'])}, for: 1 h}}")
    sprint = pick([1, 3]) if "into: task" in stages else 0
    if sprint != 0 and dice.random() < 0.5:
        lines.append("  plannings: {hold: retrospective-and-planning, every: 1 d, for: 3 h}")
    lines.append(f"  membership: {{leave_rate: {pick([0, 7])} /week, death_after: 12 h}}")
    work = {"hours": pick(["2 h", "12 h"]), "content": pick(["1 h", "10 h"]), "sprint": sprint, "at_once": pick([1, 1, 2, 5])}
    work |= {"approval_when": pick(["before", "after"]), "redo": pick(["0 %", "50 %", "100 %"])}
    lines.append(f"  work: {flow(work)}")
    lines += [f"  {kind}: {{approval: {pick([0, 50, 100])} %}}" for kind in ("operational", "sectorial", "strategy")]
    share_out = {"assign": pick(["together", "pull", "pull"]), "parts": pick([1, 4, 20, 64]), "wip": pick([1, 3])}
    share_out |= {"coupled": pick(["0 %", "60 %"]), "rework": pick(["0 %", "50 %", "100 %"])}
    share_out |= {"signal": pick(["0 %", "50 %", "100 %"]), "help": pick(["0 %", "50 %"])}
    return "\n".join(lines) + f"\nteamwork: {flow(share_out)}"


def strategy(dice):
    pick = dice.choice
    return f"strategy: {{advice: {pick([0, 50, 100])} %, reports: {pick([0, 50])} %, worth: yes, inquiry: the winter, outdated: {pick([0, 1])} d}}"


def gifts(dice):
    pick = dice.choice
    if dice.random() < 0.3:
        return ""
    ways = ["people", "ties", "mesh", "tree"]
    return f"""gifts: {{needs: {pick([1, 20])} /week, gifts: 10 /week, types: {pick([1, 3, 20])}, minds: {pick([0, 2, 8])}, donations: {pick([0, 5])} /d, retell: 50 %, start_needs: {pick([0, 30])}, travel: {pick(['yes', 'no'])}, uses: {pick([1, 3])}}}
cards: {{use: {pick([0, 100])} %, along: {pick(ways)}, hop: {pick([1, 60])} min, hand: {pick([1, 5])}}}
board: {{use: {pick([0, 80])} %, reads: 5 /d}}
resources: {{lack: {pick([0, 80])} %, short_pace: {pick([0, 0.5])}, ask: {pick(["circle", "assembly", "both", "nobody"])}}}"""


def sparks(dice):
    pick = dice.choice
    routes = ["{by: outside, first: 5 h, every: 9 h}"]
    calls = f"{{by: anybody, calls: 4 /week, asks: {pick([5, 60])}, hold: {pick(['spark-circle', 'heart-circle'])}}}"
    approval = f"approval: {pick(['yes', 'no'])}, hold: spark-choice"
    routes.append(f"{{by: group, category: {pick(['any', 'strategy'])}, first: 12 h, every: 1 d, {approval}}}")
    routes += [calls, f"{{by: harvest, every: 18 h, take: 2, record: {pick(['yes', 'no'])}}}"]
    return f"""spark_kinds:
  - {{name: talk, asks: talk, people: {pick([2, 3])}, inquiry: the winter}}
  - {{name: act, asks: act, takes: 1 h, share: {pick([0, 1])}}}
  - {{name: support, asks: support, inquiry: the winter}}
sparks:
  routes: [{", ".join(dice.sample(routes[:2], 1) + pick([routes[2:], []]) + routes[:1])}]
  talks: {{hold: spark-circle, contribute: {pick(['yes', 'no'])}}}
  travel: {pick(['yes', 'yes', 'no'])}
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


def a_scenario(dice, methods, stages):
    pick = dice.choice
    practices = pick([[], ["one way", "other way"]])
    return f"""title: Random
lasts: {pick([2, 4])} d
starts_on: {pick(["monday", "saturday"])}
lookahead: {pick(["1 h", "1 h", "10 min", "5 h"])}
seed: {dice.randint(1, 99999)}
{pick(["", "", "measure_from: 1 h", "measure_from: 30 h"])}
replications: 2
record_people: {pick(["yes", "no"])}
record_events: {pick(["yes", "no", "no"])}
follow: {{session: {pick([0, 0, 1, 2, 5, 30])}}}
limits: {{steps: 1e8, events: 3e6, results: 1 GB}}
sites:
  - {{name: A, people: {pick([3, 8, 25, 60])}{pick(["", ", practice: one way"]) if practices else ""}}}
  - {{name: B, people: {pick([2, 5, 20])}, count: {pick([1, 1, 4])}, north: 30, around: {pick([0, 5])}}}
  - {{name: net, people: 6, online: yes, forum: yes}}
people: {{attendance: {pick([30, 80, 100])} %, leave_below: {pick([0, 0, 40, 80, 95])} %, guest_room: {pick([5, 20])}}}
proposals: {{per_day: {pick([1, 6])} /d, endorsers: {pick([0, 0, 3])}, waiting: {pick([0, 4])}}}
conversation: {{amplified: {pick(["yes", "no"])}}}
tension: {{start: {pick([0, 0.5, 1])}}}
arrivals: {{per_day: {pick([0, 5])} /d}}
presence: {{daily: {pick([0, 50])} %, occasional: {pick([0, 30])} %}}
hosts: {{needed: {pick(["yes", "no"])}, can_host: {pick([0, 20])} %, novice: {pick([0, 0.2])}, stray: 0.5, slip: {pick([2, 30])} %}}
ties: {{gain: {pick([0, 0.05, 1])}, most: {pick([1, 3, 24])}}}
reflection: {{calm: 0.01 /min, own_mind: 0.01 /min, incubation: 0.05 /min}}
sides:
  contested_proposals: 50 %
  contested_questions: 100 %
  side_bias: 4
  kinds: [{{name: x, share: 50 %, support: 70 %}}, {{name: y, share: 50 %, support: 30 %}}]
{groups(dice, methods, stages)}
visits: {{per_day: {pick([0, 0.2, 3])} /d, lasts: {pick(["1 d", "2 h"])}, online_per_day: {pick([0, 1])} /d}}
{links(dice)}
{strategy(dice)}
experts: {{per_day: {pick([0, 2])} /d}}
problems: {{count: {pick([0, 20])}}}
{adoption(dice, practices)}
{what_comes_over_them(dice)}
records: {{to: {pick(["all", "nowhere", "[B]"])}, reads: 5 /d}}
forum: {{posts: 20 /week}}
{pick(["", "", "knowledge: {each: 3}"])}
{sparks(dice) if dice.random() < 0.6 else ""}
{gifts(dice)}
decisions: {{abstain: {pick([0, 50])} %, indifferent: 0.2, threshold: {pick([50, 90, 100])} %, least_left: 5 min}}
{inquiries(dice)}calendar:
{a_calendar(dice, methods, practices)}"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def run(program, scenario, drawn, threads):
    target = f"{threads}.h5"
    for left in (target, target + ".partial"):
        if os.path.exists(left):
            os.remove(left)
    words = [program, "run", scenario, "--quiet", "-o", target, "--threads", str(threads)]
    for path, value in drawn.items():
        words += ["--set", f"{path}={value}"]
    return subprocess.run(words, capture_output=True, text=True, errors="replace")


def accepted_at_last(program, scenario, drawn):
    """Settings that a refusal shows are left out, until it is accepted, or shows none of them. What is left, and what it says."""
    once = run(program, scenario, drawn, 1)
    while once.returncode == REFUSED and random_settings.without_those_named(drawn, once.stderr) != drawn:
        drawn = random_settings.without_those_named(drawn, once.stderr)
        once = run(program, scenario, drawn, 1)
    return drawn, once


def fails(program, settings, number):
    """Whether the scenario was accepted, and what is wrong; None where nothing is."""
    dice = random.Random(number)
    methods = [f"random-{number}-{i}" for i in range(dice.randint(1, 4))]
    stages = [a_method(dice) for _ in methods]
    for method, text in zip(methods, stages):
        write(f"methods/{method}.yaml", text)
    scenario = f"random-{number}.yaml"
    write(scenario, a_scenario(dice, methods, "".join(stages)))
    drawn, once = accepted_at_last(program, scenario, random_settings.draw(dice, settings))
    write(f"random-{number}.set", "".join(f"--set '{path}={value}' " for path, value in drawn.items()))
    if once.returncode == REFUSED:
        return False, None if f"{number}" in once.stderr else "it was refused, and nobody said why"
    if once.returncode != 0:
        return True, f"exit {once.returncode}: {once.stderr.strip()[-300:]}"
    if os.environ.get("ONCE") == "yes":
        return True, None
    if run(program, scenario, drawn, 3).returncode != 0 or read("1.h5") != read("3.h5"):
        return True, "three threads make other bytes than one"
    return True, None


def main():
    program, folder, count = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    os.makedirs(os.path.join(folder, "methods"), exist_ok=True)
    os.chdir(folder)
    settings = random_settings.settings_of(program)
    CHOICES.update(random_settings.words_of_stages(program))
    accepted = failed = 0
    for number in range(first, first + count):
        ran, wrong = fails(program, settings, number)
        accepted += ran
        if wrong is not None:
            failed += 1
            print(f"{folder}/random-{number}.yaml, with what random-{number}.set says: {wrong}", flush=True)
    print(f"{accepted} of {count} scenarios were accepted, {failed} failed")
    sys.exit(failed > 0 or accepted < LEAST_ACCEPTED * count)


main()

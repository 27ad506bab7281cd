"""Settings by lot, for random_methods.py: from the schema that the program prints, so that no setting is forgotten.

Each has a value of what is allowed: near what is usual, at one of the ends, or a choice. What a scenario of this size
cannot hold is left out.
"""

import json
import math
import re
import subprocess

# How long, how much and how often it is run, and what belongs to no single number.
LEFT_ALONE = {"title", "question", "headline", "show", "lasts", "seed", "replications", "first_replication", "variant_replications", "limits", "sample_every"}
LEFT_ALONE |= {"assumptions", "sweep", "sensitivity", "over", "precision", "best", "fit", "found", "designs"}
# Lists, which random_methods.py writes itself; and texts that name something else of the scenario.
LEFT_ALONE |= {"sites", "calendar", "inquiries", "shocks"}
NAMES = re.compile(r"adoption\.(start|spread)|records\.to|\.hold$|sides\.kinds|weights$|susceptibility$|leanings$|problems\.topics")
# What makes memory or work grow beyond a test, and how much of it is enough.
AT_MOST = {"proposals.facets": 256, "proposals.waiting": 30, "people.guest_room": 40, "interests.topics": 60}
AT_MOST |= {"groups.start.groups": 8, "groups.start.members": 30, "problems.count": 30, "groups.founding.size": 30}
RANGE = re.compile(r"Range: (\S+) ?(\S*?) to (\S+) ?(\S*?)\. Ground")


def number_of(text):
    """A number and its unit, of a text such as `5 min` or `20 %`."""
    found = re.match(r"\s*([-+0-9.eE]+)\s*(.*)$", str(text))
    return (float(found.group(1)), found.group(2).strip()) if found else (None, "")


def kind_of(leaf):
    kinds = json.dumps(leaf)
    if leaf.get("type") == "array":
        return None
    if '"boolean"' in kinds:
        return "switch"
    if "oneOf" in leaf:
        return "choice"
    return "whole" if leaf.get("type") == "integer" else "number" if RANGE.search(leaf.get("description", "")) else None


def settings_of(program):
    """Path and leaf of every single number, switch and choice."""
    schema = json.loads(subprocess.run([program, "schema", "scenario"], capture_output=True, text=True, check=True).stdout)
    found = []

    def walk(node, path):
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] | {"at": path} if "$ref" in node else node
        if "properties" in node:
            for name, inside in node["properties"].items():
                walk(inside, f"{path}.{name}" if path else name)
        elif not NAMES.search(path) and kind_of(node) is not None:
            found.append((path, node))

    for name, node in schema["properties"].items():
        if name not in LEFT_ALONE:
            walk(node, name)
    return found


def words_of_stages(program):
    """The choices of every word of a stage, as the program lists them."""
    schema = json.loads(subprocess.run([program, "schema", "method"], capture_output=True, text=True, check=True).stdout)
    words = schema["$defs"]["stages"]["properties"]
    return {name: [one["const"] for one in leaf["oneOf"]] for name, leaf in words.items() if "oneOf" in leaf}


def a_number(dice, path, leaf):
    least, unit, most, unit_of_most = RANGE.search(leaf["description"]).groups()
    usual, usual_unit = number_of(leaf["default"]) if "default" in leaf else (1.0, unit_of_most)
    high = min(float(most), AT_MOST.get(path, float(most)))
    place = dice.random()
    if place < 0.12:
        return f"{least} {unit or unit_of_most}"
    if place < 0.2 and high <= 1000:
        return f"{high:.6g} {unit_of_most}"
    if place < 0.5 and high <= 1000 and unit in ("", unit_of_most):
        value, usual_unit = dice.uniform(float(least), high), unit_of_most
    else:
        value = (usual or 1.0) * math.exp(dice.uniform(-3, 2))
        value = min(value, AT_MOST.get(path, value))
    if kind_of(leaf) == "whole":
        return f"{round(value)}"
    return f"{value:.6g} {usual_unit}"


def a_value(dice, path, leaf):
    kind = kind_of(leaf)
    if kind == "switch":
        return dice.choice(["yes", "no"])
    if kind == "choice":
        return dice.choice([one["const"] for one in leaf["oneOf"]])
    return a_number(dice, path, leaf).strip()


def draw(dice, settings):
    """A few settings, or many, or nearly all."""
    share = dice.choice([0, 0.02, 0.1, 0.4])
    return {path: a_value(dice, path, leaf) for path, leaf in settings if dice.random() < share}


def without_those_named(drawn, words):
    """What is left when those go that a refusal shows."""
    return {path: value for path, value in drawn.items() if f"{path}=" not in words}

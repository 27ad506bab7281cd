"""export.py PROGRAM FILE: exports a results file, reads the tables back with csv and with pandas, and sets every number and text against
the file itself. Ends with 77 where h5py or pandas is missing."""

import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile

try:
    import h5py
    import numpy
    import pandas
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)


def undo(text):
    """The text that was written: one leading apostrophe is taken away."""
    return text[1:] if text.startswith("'") else text


def harmless(text):
    """What the export makes of a text with characters that nobody sees."""
    text = text.replace("\r\n", "\n")
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", "\ufffd", text)


def is_text(column):
    """A category is a text of which it is known what it may hold."""
    return column["datatype"] == "string" or isinstance(column["datatype"], dict)


def number(cell):
    return math.nan if cell == "" else float(cell)


class Export:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "csv-metadata.json"), encoding="utf-8") as file:
            self.metadata = {table["url"]: table["tableSchema"] for table in json.load(file)["tables"]}

    def rows(self, table):
        with open(os.path.join(self.folder, table + ".csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        for row in rows:
            for column in self.metadata[table + ".csv"]["columns"]:
                if is_text(column):
                    row[column["name"]] = undo(row[column["name"]])
        return rows

    def frame(self, table):
        columns = self.metadata[table + ".csv"]["columns"]
        texts = [c["name"] for c in columns if is_text(c)]
        frame = pandas.read_csv(os.path.join(self.folder, table + ".csv"), dtype={name: str for name in texts},
                                keep_default_na=False, na_values={c["name"]: [""] for c in columns if c["name"] not in texts},
                                float_precision="round_trip")
        for name in texts:
            frame[name] = frame[name].map(undo)
        return frame


def texts_of(file, name):
    return [harmless(text) for text in file[name].asstr()[()]]


def axes_of(variable, file):
    return [file[variable.attrs["DIMENSION_LIST"][i][0]].name.rsplit("/", 1)[-1] for i in range(variable.ndim)]


def same(found, expected):
    return found == expected or (math.isnan(found) and math.isnan(expected))


def check_measures(file, export):
    """Every number of every measure of the scenario itself, from the long tables."""
    designs, sites = texts_of(file, "design"), texts_of(file, "site")
    first = file["variants/replications"][0] if "variants" in file else len(file["replication"])
    found = {}
    for table in ("runs_by_site", "courses", "histograms"):
        if not os.path.exists(os.path.join(export.folder, table + ".csv")):
            continue
        for row in export.rows(table):
            last = row.get("time", row.get("bin", ""))
            found[row["measure"], row["design"], int(row["replication"]), row["site"], last] = number(row["value"])
    whole = {(row["measure"], row["design"], int(row["replication"])): number(row["value"]) for row in export.rows("runs")}
    count = 0
    for row in export.rows("measures"):
        variable = file[row["measure"]]
        axes, values = axes_of(variable, file), variable[()]
        for index in numpy.ndindex(*values.shape):
            at = dict(zip(axes, index))
            if at["replication"] >= first:
                continue
            last = "" if axes[-1] in ("replication", "site") else file[axes[-1]][index[-1]]
            last = "" if isinstance(last, str) else f"{last:.17g}" if last != int(last) else str(int(last))
            if row["of"] == "movement" and row["kind"] == "run":
                value = whole[row["measure"], designs[at["design"]], at["replication"] + 1]
            else:
                site = sites[at["site"]] if row["of"] == "site" else ""
                key = (row["measure"], designs[at["design"]], at["replication"] + 1, site)
                value = found.get((*key, last))
                if value is None:  # the shortest digits of an instant may be fewer than 17
                    value = found[(*key, repr(float(last)))]
            assert same(value, float(values[index])), (row, index, value, values[index])
            count += 1
    return count


def check_variants(file, export):
    designs, sites = texts_of(file, "design"), texts_of(file, "site")
    labels = texts_of(file, "variants/variant")
    assert [row["label"] for row in export.rows("variants")] == labels
    count = 0
    for row in export.rows("variant_runs"):
        at = [int(row["variant"]), designs.index(row["design"]), int(row["replication"]) - 1]
        at += [] if file[row["measure"]].ndim == 2 else [sites.index(row["site"])]
        assert same(number(row["value"]), float(file["variants/" + row["measure"]][tuple(at)])), row
        count += 1
    runs = file["variants/replications"][1:].sum() * len(designs)
    measures = [row for row in export.rows("measures") if row["kind"] == "run"]
    assert count == runs * sum(1 if row["of"] == "movement" else len(sites) for row in measures), count
    axes, written = texts_of(file, "variants/axis"), file["variants/axis_text"].asstr()[()]
    changed = [(v, axes[a], written[v, a]) for v in range(len(labels)) for a in range(len(axes)) if written[v, a] != ""]
    assert [(int(r["variant"]), r["setting"], r["text"]) for r in export.rows("variant_settings")] == changed
    return count


def check_worlds(file, export):
    designs, sites = texts_of(file, "design"), texts_of(file, "site")
    count = 0
    for row in export.rows("world_runs"):
        at = [int(row["world"]) - 1, designs.index(row["design"]), int(row["repeat"]) - 1]
        at += [] if file[row["measure"]].ndim == 2 else [sites.index(row["site"])]
        assert same(number(row["value"]), float(file["worlds/" + row["measure"]][tuple(at)])), row
        count += 1
    factors = texts_of(file, "worlds/factor")
    for row in export.rows("world_settings"):
        at = int(row["world"]) - 1, factors.index(row["setting"])
        assert same(number(row["number"]), float(file["worlds/value"][at])), row
        assert same(number(row["position"]), float(file["worlds/position"][at])), row
    assert [float(row["runs"]) for row in export.rows("worlds")] == list(file["worlds/runs"][()])
    return count


def check_table(file, export, name):
    """Every cell of a table, with csv and with pandas."""
    designs, sites = texts_of(file, "design"), texts_of(file, "site")
    rows, frame = export.rows(name), export.frame(name)
    assert len(rows) == len(file[name]) == len(frame), name
    count = 0
    for column in export.metadata[name + ".csv"]["columns"]:
        variable = file[f"{name}_{column['name']}"]
        values, fill = variable[()], variable.attrs.get("_FillValue")
        words = variable.attrs["flag_meanings"].decode().split(" ") if "flag_meanings" in variable.attrs else None
        for row, value, of_frame in zip(rows, values, frame[column["name"]]):
            cell = row[column["name"]]
            if column["name"] in ("design", "site"):
                expected = {"design": designs, "site": sites}[column["name"]][value]
                assert cell == of_frame == expected, (name, column, cell, expected)
            elif column["name"] == "replication":
                assert int(cell) == of_frame == value + 1
            elif words is not None:
                assert cell == of_frame == ("" if value == fill else words[value]), (name, column, cell, of_frame, value)
            elif value == fill or value != value:
                assert cell == "" and pandas.isna(of_frame), (name, column, cell)
            else:
                assert float(cell) == float(of_frame) == float(value) and int(float(cell)) == int(value), (name, column, cell, of_frame, value)
                if column["datatype"] == "integer":
                    assert int(cell) == int(value)
            count += 1
    return count


def check_provenance(file, export):
    about = {}
    for row in export.rows("about"):
        about.setdefault(row["item"], []).append(row["text"])
    assert about["title"] == [harmless(file.attrs["title"].decode())]
    assert about["seed"] == [file.attrs["seed"].decode()]
    assert about["scenario_text"] == texts_of(file, "provenance/scenario_text") or about["scenario_text"] == [
        harmless(file["provenance/scenario_text"].asstr()[()])]
    settings = export.rows("settings")
    for column, variable in (("setting", "path"), ("value", "value"), ("unit", "unit"), ("source", "source"), ("ground", "ground")):
        assert [row[column] for row in settings] == texts_of(file, "provenance/setting_" + variable), column
    assert [row["given"] == "true" for row in settings] == [bool(g) for g in file["provenance/setting_given"]]
    for row in export.rows("measures"):
        attrs = file[row["measure"]].attrs
        for column, attribute in (("unit", "units"), ("meaning", "long_name"), ("source", "source")):
            assert row[column] == harmless(attrs[attribute].decode()), (row, attribute)


def check_schema(export, url, schema):
    """Header, keys and references are as the metadata say, and every cell is of its datatype."""
    names = [column["name"] for column in schema["columns"]]
    with open(os.path.join(export.folder, url), "rb") as file:
        bytes_ = file.read()
    assert bytes_.startswith(",".join(names).encode() + b"\r\n") and bytes_.endswith(b"\r\n"), url
    with open(os.path.join(export.folder, url), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for column in schema["columns"]:
        assert column["dc:description"], (url, column)
        pattern = {"integer": r"-?\d+", "double": r"-?(\d+(\.\d+)?(e[+-]\d+)?|INF)", "boolean": "true|false", "string": "(?s:.*)"}.get(
            column["datatype"] if isinstance(column["datatype"], str) else None, isinstance(column["datatype"], dict)
            and column["datatype"].get("format"))
        wrong = [row[column["name"]] for row in rows if row[column["name"]] != "" and not re.fullmatch(pattern, row[column["name"]])]
        assert not wrong, (url, column, wrong[:3])
    if "primaryKey" in schema:
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys)), (url, "keys are not unique")
    for key in schema.get("foreignKeys", []):
        table = key["reference"]["resource"][:-4]
        there = {row[key["reference"]["columnReference"]] for row in export.rows(table)}
        for row in export.rows(url[:-4]):
            assert row[key["columnReference"]] in there, (url, key, row)


def check(program, path):
    with tempfile.TemporaryDirectory() as folder:
        tables = os.path.join(folder, "tables")
        subprocess.run([program, "export", path, "-o", tables, "-q"], check=True, stdout=subprocess.DEVNULL)
        export = Export(tables)
        listed = set(export.metadata) | {"csv-metadata.json"}
        assert listed == set(os.listdir(tables)), listed ^ set(os.listdir(tables))
        for url, schema in export.metadata.items():
            check_schema(export, url, schema)
        with h5py.File(path) as file:
            count = check_measures(file, export)
            count += check_variants(file, export) if "variants" in file else 0
            count += check_worlds(file, export) if "worlds" in file else 0
            for name in [n[:-7] for n in file if n.endswith("_design") and n[:-7] in file]:
                count += check_table(file, export, name)
            check_provenance(file, export)
    print(f"{os.path.basename(path)}: {count} values are the same")
    assert count > 100


for path in sys.argv[2:]:
    check(sys.argv[1], path)

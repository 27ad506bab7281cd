"""check.py FILE READER: every number and text of the sample, by value. Ends with 77 when the reader is not installed."""

import math
import sys

DESIGNS = ["assembly only", 'with "open" space\nand a line', "\U0001f331 bad \ufffd byte"]
REPLICATIONS = [4, 2, 3]  # of each variant
SITES = ["Liberty Plaza", ""]
DAYS = [0, 0.25, 0.5, 1, 30]
SIZES = [2, 3, 4, 5, 6, 7]
VARIANTS = ["the scenario itself", "conversation.digest_ratio = 4", "proposals.facets = many"]
AXES = ["conversation.digest_ratio", "proposals.facets"]
MEASURES = {"decided": 0, "backlog": 1, "agreement": 2, "circles": 3, "silent_circles": 4, "time_to_unity": 5, "integration": 6,
            "distances": 7}
LAST = {"backlog": "time", "circles": "circle_size", "silent_circles": "circle_size", "integration": "time",
        "distances": "circle_size"}
OF_MOVEMENT = ("time_to_unity", "integration", "distances")  # no dimension `site`
ATTRIBUTES = {
    "decided": {"units": "h-1", "long_name": "proposals decided per hour of session", "source": "model",
                "cell_methods": "time: mean", "better": "more", "valid_min": 0,
                "title": "Proposals decided", "verb": "decided", "noun": "proposals", "equal": "as many", "less": "fewer",
                "role": "decided"},
    "backlog": {"units": "1", "long_name": "proposals that wait", "source": "model", "cell_methods": "time: point",
                "better": "less"},
    "time_to_unity": {"units": "d", "long_name": "first integration of a half", "source": "model",
                      "cell_methods": "time: point", "better": "less"},
    "agreement": {"units": "1", "long_name": "agreement \u2014 1 is consensus", "source": "model", "better": "neither",
                  "valid_min": -1, "valid_max": 1e6, "shown": "price"},
}
ROOT = {"Conventions": "CF-1.10", "title": 'A "title"\nof two lines, \u6625', "question": "", "headline": "decided",
        "seed": "18446744073709551615", "version": "0.1.0", "commit": "abcdef",
        "libraries": "GSL 2.7.1, HDF5 1.10.8", "source": "Groundswell 0.1.0"}


def number(measure, variant, design, replication, site, index=0):
    if measure == "backlog" and site == 1 and index == 2:
        return math.nan
    if replication >= REPLICATIONS[variant]:
        return math.nan
    return 1e5 * MEASURES[measure] + 1e4 * variant + 1e3 * design + 100 * replication + 10 * site + index + 0.5


def expected_measure(measure):
    length = {"time": len(DAYS), "circle_size": len(SIZES)}.get(LAST.get(measure))

    def of_site(d, r, s):
        return number(measure, 0, d, r, s) if length is None else [number(measure, 0, d, r, s, k) for k in range(length)]
    return [[of_site(d, r, 0) if measure in OF_MOVEMENT else [of_site(d, r, s) for s in range(2)]
             for r in range(4)] for d in range(3)]


def expected_variants(measure):
    return [[[number(measure, v, d, r, 0) if measure in OF_MOVEMENT else [number(measure, v, d, r, s) for s in range(2)]
              for r in range(4)] for d in range(3)] for v in range(3)]


def proposals():
    """Columns of the table: run r of the scenario itself has r % 3 rows."""
    columns = {name: [] for name in ("design", "replication", "site", "submitted", "visits", "fate", "instant")}
    for run in range(12):
        for row in range(run % 3):
            columns["design"].append(run % 3)
            columns["replication"].append(run // 3)
            columns["site"].append((run + row) % 2)
            columns["submitted"].append(run + row / 4)
            columns["visits"].append(math.nan if row == 1 else run)
            columns["fate"].append(math.nan if row == 1 else 1 + row)
            columns["instant"].append(10**12 + run)
    return columns


def flat(values):
    if isinstance(values, (list, tuple)):
        return [one for value in values for one in flat(value)]
    return [values]


def shape(values):
    return (len(values),) + shape(values[0]) if isinstance(values, list) and values else ()


def same(got, wanted, what):
    one = flat(got.tolist() if hasattr(got, "tolist") else got)
    two = flat(wanted)
    equal = len(one) == len(two) and all(
        a == b or (isinstance(b, float) and math.isnan(b) and (a is None or math.isnan(a))) for a, b in zip(one, two))
    if not equal:
        raise SystemExit(f"{what}: got {one[:12]}, expected {two[:12]}")


class Sample:
    """What a reader must offer: values (missing as NaN), texts, dimension names, attributes, by path."""

    def check(self):
        for name, value in ROOT.items():
            same([self.root_attribute(name)], [value], f"attribute {name}")
        for name in MEASURES:
            dimensions = ["design", "replication"] + ([] if name in OF_MOVEMENT else ["site"])
            dimensions += [LAST[name]] if name in LAST else []
            same(self.dimensions(name), dimensions, f"dimensions of {name}")
            same(self.numbers(name), expected_measure(name), name)
            for attribute, value in ATTRIBUTES.get(name, {}).items():
                same([self.attribute(name, attribute)], [value], f"{name}:{attribute}")
        same(self.texts("design"), DESIGNS, "design")
        same(self.texts("site"), SITES, "site")
        same(self.texts("design_meaning"), ["as it was", "", "`rm -rf` <script>"], "design_meaning")
        same(self.numbers("replication"), [1, 2, 3, 4], "replication")
        same(self.numbers("time"), DAYS, "time")
        same([self.attribute("time", "units")], ["d"], "units of time")
        same(self.numbers("circle_size"), SIZES, "circle_size")
        self.check_tables()
        self.check_variants()
        self.check_provenance()

    def check_tables(self):
        for column, values in proposals().items():
            same(self.dimensions(f"proposal_{column}"), ["proposal"], f"dimensions of proposal_{column}")
            same(self.numbers(f"proposal_{column}"), values, f"proposal_{column}")
        same(self.numbers("proposal"), list(range(12)), "proposal")
        same(self.raw_attribute("proposal_fate", "flag_values"), [0, 1, 2], "flag_values")
        same([self.attribute("proposal_fate", "flag_meanings")], ["open passed failed"], "flag_meanings")
        for column in ("design", "replication", "site", "reach", "kind", "life"):
            same(self.dimensions(f"spark_{column}"), ["spark"], f"dimensions of spark_{column}")
            same(self.numbers(f"spark_{column}"), [], f"spark_{column}")

    def check_variants(self):
        same(self.texts("variants/variant"), VARIANTS, "variant")
        same(self.texts("variants/axis"), AXES, "axis")
        same(self.numbers("variants/kind"), [0, 1, 2], "kind")
        same([self.attribute("variants/kind", "flag_meanings")], ["scenario assumption sweep"], "kinds")
        same(self.numbers("variants/replications"), REPLICATIONS, "replications")
        same(self.numbers("variants/axis_value"), [math.nan, math.nan, 4.0, math.nan, math.nan, math.nan], "axis_value")
        same(self.texts("variants/axis_text"), ["", "", "4", "", "", "many"], "axis_text")
        for name in ("decided", "agreement", "time_to_unity"):
            site = [] if name in OF_MOVEMENT else ["site"]
            same(self.dimensions(f"variants/{name}"), ["variant", "design", "replication"] + site,
                 f"dimensions of variants/{name}")
            same(self.numbers(f"variants/{name}"), expected_variants(name), f"variants/{name}")
            same([self.attribute(f"variants/{name}", "units")], [ATTRIBUTES[name]["units"]], f"units of variants/{name}")

    def check_provenance(self):
        texts = {
            "scenario_text": ["title: A\n# caf\u00e9, \ufffd is not UTF-8\n"], "scenario_file": ["sample.yaml"],
            "command": ["groundswell run sample.yaml --set people=300"], "overrides": ["people=300", "title='quoted'"],
            "method_name": ["assembly", "ours"], "method_folder": ["library", "own"],
            "method_file": ["methods/assembly.yaml", "ours.yaml"],
            "method_text": ["title: Assembly\nstages:\n  - {do: converse, lasts: 1 h}\n",
                            'title: "Ours"\n# \\ caf\u00e9, \ufffd is not UTF-8\n'],
            "assumption": ["nobody tells lies", "the digest ratio is assumed"],
            "setting_path": ["people", "facets", "question"], "setting_value": ["300", "40", '\u00e9t\u00e9 "?"'],
            "setting_unit": ["1", "1", ""], "setting_source": ["", "Stasser, Cruz", ""],
            "setting_ground": ["free choice", "assumed", ""],
            "setting_meaning": ["people at the place", "facets of a proposal", ""],
        }
        for name, values in texts.items():
            same(self.texts(f"provenance/{name}"), values, f"provenance/{name}")
        same(self.numbers("provenance/setting_given"), [1, 0, 1], "setting_given")


class Xarray(Sample):
    def __init__(self, path, engine):
        import xarray
        __import__(engine if engine == "h5netcdf" else "netCDF4")
        self.groups = {group: xarray.open_dataset(path, engine=engine, group=group or None)
                       for group in ("", "variants", "provenance")}
        assert str(self.groups[""]["time"].dtype) == "float64", "days must stay numbers"
        assert self.groups[""]["decided"].sel(design="assembly only", replication=2).shape == (2,)

    def variable(self, path):
        group, _, name = path.rpartition("/")
        return self.groups[group][name]

    def numbers(self, path):
        return self.variable(path).values

    texts = numbers

    def dimensions(self, path):
        return list(self.variable(path).dims)

    def attribute(self, path, name):
        return self.variable(path).attrs[name]

    raw_attribute = attribute

    def root_attribute(self, name):
        return self.groups[""].attrs[name]


class Netcdf4(Sample):
    def __init__(self, path):
        import netCDF4
        self.file = netCDF4.Dataset(path)
        same(list(self.file.dimensions),
             ["design", "replication", "site", "time", "circle_size", "proposal", "spark"], "order of dimensions")

    def numbers(self, path):
        values = self.file[path][...]
        return values.astype(float).filled(math.nan) if hasattr(values, "filled") else values

    def texts(self, path):
        return self.file[path][...]

    def dimensions(self, path):
        return list(self.file[path].dimensions)

    def attribute(self, path, name):
        return self.file[path].getncattr(name)

    raw_attribute = attribute

    def root_attribute(self, name):
        return self.file.getncattr(name)


class H5py(Sample):
    def __init__(self, path):
        import h5py
        self.file = h5py.File(path)
        for name in ("decided", "backlog", "variants/decided", "proposal_submitted"):
            variable = self.file[name]
            assert variable.chunks and variable.shuffle and variable.fletcher32 and variable.compression_opts == 1, name

    def numbers(self, path):
        variable = self.file[path]
        fill = variable.attrs.get("_FillValue")
        return [math.nan if fill is not None and one == fill[0] else one for one in flat(variable[()].tolist())]

    def texts(self, path):
        return self.file[path].asstr()[()] if self.file[path].shape else [self.file[path].asstr()[()]]

    def dimensions(self, path):
        variable = self.file[path]
        return [axis[0].name.rpartition("/")[2] for axis in variable.dims]

    def attribute(self, path, name):
        value = self.file[path].attrs[name]
        return value.decode() if hasattr(value, "decode") else value

    def raw_attribute(self, path, name):
        return self.file[path].attrs[name]

    def root_attribute(self, name):
        return self.file.attrs[name].decode()


READERS = {
    "xarray_h5netcdf": lambda path: Xarray(path, "h5netcdf"),
    "xarray_netcdf4": lambda path: Xarray(path, "netcdf4"),
    "h5py": H5py,
    "netcdf4": Netcdf4,
}

if __name__ == "__main__":
    try:
        sample = READERS[sys.argv[2]](sys.argv[1])
    except ImportError as missing:
        print(f"skipped: {missing}")
        sys.exit(77)
    sample.check()

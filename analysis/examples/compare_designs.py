"""Compares two designs of a results file, run by run, and draws how the proposals that wait grow.

    python3 compare_designs.py camp.h5 camp-csv figure.png

camp.h5 is what `groundswell run` writes; camp-csv is the folder that `groundswell export camp.h5 -o camp-csv` writes. Needs xarray, h5netcdf,
pandas, numpy and matplotlib. The two ways give the same numbers: take the one that you like better.
"""

import sys

import matplotlib
import numpy
import pandas
import xarray

matplotlib.use("Agg")
import matplotlib.pyplot as plot  # noqa: E402

results, tables, picture = sys.argv[1:4]

# --- from the results file: one array a measure, with named dimensions ---
runs = xarray.open_dataset(results, engine="h5netcdf")
first, second = runs["design"].values[:2]
headline = runs.attrs["headline"]
value = runs[headline]
if "site" in value.dims:  # what grows as time passes is added up over the sites; of all else it is the mean
    value = value.sum("site") if "time: sum" in value.attrs.get("cell_methods", "") else value.mean("site")
# Replication i of both designs has the same people and luck: compare in pairs.
difference = (value.sel(design=second) - value.sel(design=first)).values

# --- from the export: one row a value; text cells that begin with an apostrophe have one too many ---
rows = pandas.read_csv(f"{tables}/runs.csv", float_precision="round_trip")
rows["design"] = rows["design"].str.replace("^'", "", regex=True)
wide = rows[rows["measure"] == headline].pivot(index="replication", columns="design", values="value")
assert numpy.allclose(wide[second] - wide[first], difference, equal_nan=True)

count = numpy.isfinite(difference).sum()
mean, error = numpy.nanmean(difference), numpy.nanstd(difference, ddof=1) / numpy.sqrt(count)
draws = numpy.random.default_rng(1).choice(difference[numpy.isfinite(difference)], (10000, count)).mean(axis=1)
low, high = numpy.quantile(draws, [0.025, 0.975])  # bootstrap over pairs
print(f"{headline}: “{second}” minus “{first}” is {mean:.3g} (95 % range {low:.3g} to {high:.3g}, standard error {error:.2g}) "
      f"in {count} paired runs")

# --- one figure: the middle and the middle half of all runs over time ---
course = runs["backlog_at"].sum("site")
figure, axes = plot.subplots(figsize=(7, 4), layout="constrained")
for design in (first, second):
    low, middle, high = course.sel(design=design).quantile([0.25, 0.5, 0.75], "replication").values
    axes.fill_between(runs["time"], low, high, alpha=0.25)
    axes.plot(runs["time"], middle, label=design)
axes.set(xlabel="days", ylabel="open proposals", title=runs.attrs["title"], ylim=(0, None))
axes.legend(frameon=False, loc="upper left")
figure.savefig(picture, dpi=150)

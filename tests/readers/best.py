"""best.py PROGRAM SCENARIO: where designs have different numbers of runs, foreign readers find them in `design_runs`; what was not made is NaN in
every measure and has no row in any table. Ends with 77 where h5py, xarray or h5netcdf is missing."""

import os
import subprocess
import sys
import tempfile

try:
    import h5py
    import numpy
    import xarray
    import h5netcdf  # noqa: F401: the engine of xarray below
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

program, scenario = sys.argv[1:3]

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    subprocess.run([program, "run", scenario, "-o", "best.h5", "--base-only", "-q"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "run", scenario, "-o", "plain.h5", "--base-only", "-q", "-r", "10"], check=True, stdout=subprocess.DEVNULL)
    with h5py.File("plain.h5", "r") as plain:
        assert "design_runs" not in plain and "design_state" not in plain and "best_of" not in plain.attrs
    with h5py.File("best.h5", "r") as file, h5py.File("plain.h5", "r") as plain:
        runs, states = file["design_runs"][:], file["design_state"][:]
        most = len(file["replication"])
        assert runs.max() == most and runs.min() >= 10 and len(set(runs)) > 1, runs
        assert (states == 0).sum() == 1 and set(states) == {0, 1}, states
        leader = list(file["design"].asstr()[:]).index(file.attrs["best_design"].decode() if isinstance(file.attrs["best_design"], bytes)
                                                       else file.attrs["best_design"])
        assert states[leader] == 0 and runs[leader] == most

        # every design has the measures of its runs, and nothing beyond them
        decided = file["decided"][:]
        for design, count in enumerate(runs):
            assert not numpy.isnan(decided[design, :count]).any() and numpy.isnan(decided[design, count:]).all()
        for name, variable in file.items():
            if isinstance(variable, h5py.Dataset) and variable.ndim >= 3 and variable.shape[:2] == (len(runs), most):
                numbers = variable[:]
                assert all(numpy.isnan(numbers[design, count:]).all() for design, count in enumerate(runs)), name
                assert numpy.array_equal(numbers[:, :10], plain[name][:], equal_nan=True), name

        # rows of people: one for each in each run that was made, and none of others
        rows = numpy.zeros((len(runs), most))
        numpy.add.at(rows, (file["person_design"][:], file["person_replication"][:]), 1)
        for design, count in enumerate(runs):
            assert (rows[design, :count] > 0).all() and (rows[design, count:] == 0).all()

    with xarray.open_dataset("best.h5", engine="h5netcdf") as best:
        assert best.design_runs.dims == ("design",) and best.design_state.attrs["flag_meanings"] == "in out without_values"
        assert (best.decided.notnull().all("site").sum("replication") == best.design_runs).all()
        first = best.decisions_per_hour.isel(replication=slice(0, 10)).mean("site").mean("replication")
        wanted = float(best.attrs["best_worth"]) * abs(float(first.max()))
        assert abs(float(best.attrs["best_delta"]) - wanted) < 1e-12
print("as many runs of each design as are said")

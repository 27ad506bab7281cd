"""check_movement.py FILE: the made-up movement of write_movement.c in xarray, with both engines. Ends with 77 when none is
installed."""

import sys

try:
    import numpy
    import xarray
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

DESIGNS, REPLICATIONS, SITES, DAYS, GROUPS = 2, 6, 5, 30, 40


def check(file):
    assert file["integration"].dims == ("design", "replication", "time"), file["integration"].dims
    assert file["time_to_unity"].dims == ("design", "replication")
    assert file["decided"].dims == ("design", "replication", "site")
    ends = file["integration"].sel(design="with link calls").isel(time=-1)
    assert ends.shape == (REPLICATIONS,) and (abs(ends - 0.6) < 0.02).all()
    assert numpy.isnan(file["time_to_unity"].sel(design="camps alone")).all()
    per_run = [GROUPS + 3 * replication for replication in range(REPLICATIONS)]
    assert file.sizes["group"] == DESIGNS * sum(per_run)
    for replication in range(REPLICATIONS):
        rows = (file["group_design"] == 1) & (file["group_replication"] == replication)
        assert int(rows.sum()) == per_run[replication]
        assert file["group_number"].values[rows.values][SITES] == 1
    alive = file["group_ending"].values == 0
    assert (numpy.isnan(file["group_ended"].values) == alive).all()
    assert (file["group_born"].values <= 24 * DAYS).all()
    assert file["group_category"].attrs["flag_meanings"] == "operational sectorial strategy"
    assert file.sizes["place"] == DESIGNS * REPLICATIONS * SITES
    assert list(file["place_east"].values[:SITES]) == [0, -4100, 200, 5700, 7900]
    assert list(file["place_online"].values[:SITES]) == [0, 1, 0, 1, 0]
    assert set(file["link_other_site"].values) <= set(range(SITES))
    assert (file["link_site"].values != file["link_other_site"].values).all()
    assert list(file["event_time"].values[:2]) == [1, 2]
    assert list(file["event_amount"].values[:1]) == [4] and numpy.isnan(file["event_amount"].values[1])
    assert "group_born" in file["event_kind"].attrs["flag_meanings"].split()


tried = 0
for engine, module in (("h5netcdf", "h5netcdf"), ("netcdf4", "netCDF4")):
    try:
        __import__(module)
    except ImportError as missing:
        print(f"skipped: {missing}")
        continue
    check(xarray.open_dataset(sys.argv[1], engine=engine))
    tried += 1
sys.exit(0 if tried else 77)

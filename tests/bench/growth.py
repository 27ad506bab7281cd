#!/usr/bin/python3
"""growth.py PROGRAM [--brief] [FIGURE]: how the cost of an experiment grows with its designs and with the points of a sweep: time of
the processor, memory and size of the results file, with slopes on logarithmic axes (1: twice as much costs twice as much). A table
goes to the standard output, a figure to FIGURE. `--brief` takes the small end, for a test: it fails where memory grows faster than points."""

import math
import os
import subprocess
import sys
import tempfile

SCENARIO = """title: growth
lasts: 3 d
replications: 2
sites: [{name: camp, people: 60}]
proposals: {per_day: 2 /d}
calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 3 h}]
"""
DESIGNS = [2, 8, 32, 128, 512]
POINTS = [2, 10, 50, 250, 1250]


def designs(count):
    return SCENARIO + "designs:\n" + "".join(
        f"  design {i}: {{people: {{talk_sd: {0.5 + i / count:.4f}}}}}\n" for i in range(count))


def points(count):
    values = ", ".join(f"{0.5 + i / count:.5f}" for i in range(count))
    return SCENARIO + f"sweep: [{{set: people.talk_sd, to: [{values}]}}]\n"


def cost(program, text):
    """Seconds of the processor, bytes of memory at the highest, bytes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        scenario, results = os.path.join(folder, "growth.yaml"), os.path.join(folder, "growth.h5")
        with open(scenario, "w") as file:
            file.write(text)
        child = subprocess.Popen([program, "run", "-q", scenario, "-o", results, "--threads", "1"], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
        said = child.stderr.read().decode()
        _, status, used = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit(f"growth.py: {said}")
        return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, os.path.getsize(results)


def slope(sizes, costs):
    x, y = [math.log(size) for size in sizes], [math.log(one) for one in costs]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def draw(path, lines):
    script = ["set terminal svg size 900,330 dynamic background rgb 'white' font 'sans-serif,12'", "set multiplot layout 1,3",
              "set logscale xy", "set border 3", "set grid lc rgb '#dddddd'", "set tics nomirror", "set key tmargin left vertical",
              "set xlabel 'designs, or points of a sweep'"]
    for name, rows in lines.items():
        script += [f"${name} << EOD"] + [" ".join(f"{value:g}" for value in row) for row in rows] + ["EOD"]
    for column, label, by in ((2, "s", 1), (3, "MB", 1e6), (4, "kB of the file", 1e3)):
        plots = [f"${name} using 1:(${column}/{by:g}) with linespoints lc rgb '{colour}' pt {point} ps 0.6 title '{name}, slope "
                 f"{slope([row[0] for row in rows], [row[column - 1] for row in rows]):.2f}'"
                 for (name, rows), colour, point in zip(lines.items(), ("#0072B2", "#D55E00"), (7, 5))]
        script += [f"set ylabel '{label}'", "plot " + ", ".join(plots)]
    script.append("unset multiplot")
    with open(path, "w") as file:
        subprocess.run(["gnuplot"], input="\n".join(script), text=True, stdout=file, check=True)


def main():
    program, brief = sys.argv[1], "--brief" in sys.argv
    figures = [word for word in sys.argv[2:] if word != "--brief"]
    lines = {}
    print("| | how many | s | MB | kB of the file |\n|---|--:|--:|--:|--:|")
    for name, sizes, make in (("designs", DESIGNS, designs), ("points", POINTS, points)):
        rows = lines[name] = []
        for size in sizes[:3] if brief else sizes:
            rows.append((size, *cost(program, make(size))))
            seconds, memory, file = rows[-1][1:]
            print(f"| {name} | {size} | {seconds:.3g} | {memory / 1e6:.3g} | {file / 1e3:.3g} |", flush=True)
        found = [slope([row[0] for row in rows], [row[i] for row in rows]) for i in (1, 2, 3)]
        print("| **slope** | | " + " | ".join(f"**{one:.2f}**" for one in found) + " |")
        if brief and max(found[1:]) > 1.1:
            sys.exit(f"growth.py: memory or the file grows faster than {name}: slopes {found[1]:.2f} and {found[2]:.2f}")
    for path in figures:
        draw(path, lines)


main()

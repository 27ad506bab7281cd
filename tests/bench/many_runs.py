"""many_runs.py PROGRAM SOURCE [RUNS...]: what a run of a very small scenario costs in memory, file and journal, for ever more runs (a
thousand and ten thousand). Nothing may cost more a run when there are more of them; what is the same however many there are makes it less."""

import os
import sys
import tempfile

SCENARIO = """
title: A small circle
lasts: 1 d
seed: 7
sites: [{name: Square, people: 5}]
proposals: {waiting: 2, per_day: 0 /d, facets: 2}
calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 30 min}]
"""


def carried_out(program, *words):
    """Seconds of the processor, and bytes of memory at its highest, of one command."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 1)
        os.execv(program, [program, *words])
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{words}: {status}\n{open('said').read()}")
    return usage.ru_utime + usage.ru_stime, 1024 * usage.ru_maxrss


def measured(program, runs):
    settings = ["camp.yaml", "--replications", str(runs), "--set", "limits.results=1000", "--threads", "2", "-q", "-o", "camp.h5"]
    seconds, memory = carried_out(program, "run", *settings)
    size = os.stat("camp.h5").st_size
    carried_out(program, "run", *settings, "--part", "1/1") # a part stays as a journal
    journal = os.stat("camp.h5.part-1-of-1").st_size
    for name in ("camp.h5", "camp.h5.part-1-of-1"):
        os.remove(name)
    return {"processor, us": 1e6 * seconds / runs, "memory, bytes": memory / runs, "file, bytes": size / runs, "journal, bytes": journal / runs}


def main():
    program = os.path.abspath(sys.argv[1])
    os.environ.update(GROUNDSWELL_LIBRARY=os.path.join(os.path.abspath(sys.argv[2]), "scenarios"), OMP_WAIT_POLICY="passive")
    counts = [int(word) for word in sys.argv[3:]] or [1000, 10000]
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("camp.yaml", "w") as file:
            file.write(SCENARIO)
        before = None
        for runs in counts:
            costs = measured(program, runs)
            print(f"{runs} runs, each: " + ", ".join(f"{value:.0f} {what}" for what, value in costs.items()), flush=True)
            for what, value in costs.items():
                allowed = 1.5 if what.startswith("processor") else 1.0 # the processor is shared with others
                if before is not None and value > allowed * before[what]:
                    print(f"  {what} a run: more than {allowed:g} times as much as with fewer runs")
                    broken += 1
            before = costs
        os.chdir("/")
    sys.exit(broken > 0)


main()

"""The listener loop of bench_movement as an array program, for a yardstick: needs python3-numpy.

One turn heard by all of a circle: energy drains, tension decays and spreads, opinions move, a facet is learned with a
draw for each listener, and the weight for the next turn is made. Same arrays, same formulas, 32-bit numbers.
"""
import time

import numpy as np


def nanoseconds_per_listener(listeners, turns):
    draws = np.random.Generator(np.random.Philox(1))
    one = np.float32(1)
    energy, tension, leaning, opinion, talk, known, agreed = (
        np.full(listeners, 0.5, np.float32) for _ in range(7))
    facets = np.zeros(listeners, np.uint64)
    begun = time.perf_counter()
    for turn in range(turns):
        bit = np.uint64(1 << (turn % 64))
        speaker = turn % listeners
        energy *= np.float32(0.9999)
        tension *= np.float32(0.9999)
        learns = (draws.random(listeners, np.float32) < np.float32(0.5) * energy) & ((facets & bit) == 0)
        facets |= np.where(learns, bit, np.uint64(0))
        known += learns
        agreed += learns
        position, mood = opinion[speaker], tension[speaker]
        apart = np.abs(position - opinion)
        tension += np.float32(0.1) * (mood - tension) + np.where(apart >= 0.5, np.float32(0.01), np.float32(0))
        np.minimum(tension, one, out=tension)
        leaning += np.float32(0.07) * (position - leaning)
        opinion = np.float32(0.5) * leaning + np.float32(0.5) * agreed / np.maximum(known, one)
        bid = talk * energy * (one - np.float32(0.5) * tension)
        bid *= np.where((facets & ~bit) != 0, np.float32(9), one)
    spent = time.perf_counter() - begun
    assert bid.sum() > 0 and known.sum() > 0
    return spent / turns / listeners * 1e9


for people in (10, 30, 300, 3000):
    runs = sorted(nanoseconds_per_listener(people, 600000 // people) for _ in range(5))
    print(f"a listener hears a turn, circle of {people:5d}  {runs[2]:8.4g}  ({runs[0]:.4g} to {runs[4]:.4g})  ns")

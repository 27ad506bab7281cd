/* What anybody can measure on any machine, to read the other numbers by. */
#ifndef BENCH_YARDSTICKS_H
#define BENCH_YARDSTICKS_H

#include <stdint.h>

/* Nanoseconds since some moment. */
double clock_ns(void);
/* Nanoseconds that processors have worked for this process: unlike the clock on the wall, it stands still
 * while others have the processor. */
double processor_ns(void);

/* ns to take the least of `size` doubles out of a plain binary heap and put a larger one in, with the same
 * draws as the hold model of the queue. */
double yardstick_binary_heap(uint64_t size, uint64_t holds);

/* ns to copy a byte, from a memory larger than the caches to another. */
double yardstick_copy(uint64_t bytes, uint64_t times);

/* ns of a uniform from GSL's Mersenne twister. */
double yardstick_mersenne_twister(uint64_t draws);

#endif

#include "bench/yardsticks.h"

#include <gsl/gsl_rng.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/require.h"
#include "random/draw.h"

double clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

double processor_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void heap_sink(double *heap, uint64_t size, uint64_t at, double key)
{
    for (uint64_t child; (child = 2 * at + 1) < size; at = child) {
        if (child + 1 < size && heap[child + 1] < heap[child])
            child++;
        if (heap[child] >= key)
            break;
        heap[at] = heap[child];
    }
    heap[at] = key;
}

double yardstick_binary_heap(uint64_t size, uint64_t holds)
{
    double *heap = must_allocate(size, sizeof *heap);
    struct luck luck = luck_of(1, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (uint64_t i = 0; i < size; i++)
        heap[i] = draw_exponential(&draw, 1);
    for (uint64_t i = size / 2; i-- > 0;)
        heap_sink(heap, size, i, heap[i]);
    double before = heap[0], begun = processor_ns();
    for (uint64_t i = 0; i < holds; i++)
        heap_sink(heap, size, 0, heap[0] + draw_exponential(&draw, 1));
    double spent = processor_ns() - begun;
    require(heap[0] > before);
    free(heap);
    return spent / (double)holds;
}

double yardstick_copy(uint64_t bytes, uint64_t times)
{
    unsigned char *from = must_allocate(bytes, 1), *to = must_allocate(bytes, 1);
    memset(from, 1, bytes);
    memset(to, 2, bytes);
    double begun = processor_ns();
    for (uint64_t i = 0; i < times; i++) {
        from[i % bytes] = (unsigned char)i;
        memcpy(to, from, bytes);
        require(to[i % bytes] == (unsigned char)i);
    }
    double spent = processor_ns() - begun;
    free(from);
    free(to);
    return spent / (double)(bytes * times);
}

double yardstick_mersenne_twister(uint64_t draws)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    double sum = 0, begun = processor_ns();
    for (uint64_t i = 0; i < draws; i++)
        sum += gsl_rng_uniform(rng);
    double spent = processor_ns() - begun;
    require(sum > 0 && sum < (double)draws);
    gsl_rng_free(rng);
    return spent / (double)draws;
}

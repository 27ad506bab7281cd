#include "kernel/later.h"

#include <stdlib.h>
#include <string.h>

#include "base/pages.h"
#include "base/require.h"
#include "base/sorting.h"

enum {
    A_BLOCK = 64,   /* keys */
    A_BUCKET = 512, /* keys, about: a heap of these lies in the nearest cache */
    MOST_BUCKETS = 4096,
    FEW = 1024, /* keys not worth buckets */
    SAMPLES = 512,
    WITHIN = SAMPLES * 9 / 10,
    KEY_TIME_SHIFT = 64,
};

struct block {
    event_key keys[A_BLOCK];
    uint32_t slots[A_BLOCK];
    uint32_t before; /* 1-based: the block of this bucket that was filled before, or the next free one */
};

struct bucket {
    uint32_t last; /* 1-based; 0: it is empty */
    uint32_t filled;
};

struct later {
    uint64_t start; /* of bucket 0, which is the heap */
    uint32_t shift; /* a bucket spans two to the power of this */
    uint32_t buckets, next;
    uint32_t count;
    uint32_t used, free; /* blocks */
    uint32_t room;       /* buckets there may be; behind them the one for what is later than all */
    size_t bytes;
    struct bucket *row;
    struct block *blocks;
};

static inline uint64_t time_of(event_key key)
{
    return (uint64_t)(key >> KEY_TIME_SHIFT);
}

static uint32_t buckets_for(uint32_t keys)
{
    uint32_t buckets = 1;
    while (buckets < MOST_BUCKETS && buckets * A_BUCKET < keys)
        buckets *= 2;
    return buckets;
}

struct later *later_new(uint32_t most)
{
    struct later *later = must_allocate(1, sizeof *later);
    later->room = buckets_for(most);
    later->row = must_allocate(later->room + 1, sizeof *later->row);
    /* each bucket may have one block that is not full */
    later->bytes = ((size_t)most / A_BLOCK + later->room + 2) * sizeof *later->blocks;
    later->blocks = pages_take(later->bytes, LARGE_PAGE);
    if (later->blocks == NULL)
        out_of_memory(later->bytes, 1);
    later->bytes += sizeof *later + (later->room + 1) * sizeof *later->row;
    return later;
}

void later_free(struct later *later)
{
    if (later == NULL)
        return;
    free(later->blocks);
    free(later->row);
    free(later);
}

size_t later_bytes(const struct later *later)
{
    return later->bytes;
}

uint32_t later_count(const struct later *later)
{
    return later->count;
}

/* How far most keys reach behind the first. */
static uint64_t span_of(const event_key *keys, uint32_t count, uint64_t first)
{
    double samples[SAMPLES], room[SAMPLES];
    for (uint32_t i = 0; i < SAMPLES; i++)
        samples[i] = (double)(time_of(keys[(uint64_t)i * count / SAMPLES]) - first);
    sort_numbers(samples, room, SAMPLES);
    return (uint64_t)samples[WITHIN];
}

uint64_t later_plan(struct later *later, const event_key *keys, uint32_t count)
{
    require(later->count == 0);
    uint64_t first = time_of(keys[0]), last = first, end;
    for (uint32_t i = 1; i < count; i++) {
        const uint64_t time = time_of(keys[i]);
        first = time < first ? time : first;
        last = time > last ? time : last;
    }
    later->start = first;
    later->shift = later->buckets = later->next = 0;
    if (count < FEW)
        return last + 1;
    const uint64_t span = span_of(keys, count, first);
    const uint32_t wanted = buckets_for(count), buckets = wanted < later->room ? wanted : later->room;
    uint32_t shift = 0;
    while (span >> shift >= buckets)
        shift++;
    if (__builtin_add_overflow(first, (uint64_t)buckets << shift, &end) ||
        (uint64_t)buckets << shift >> shift != buckets)
        return last + 1;
    later->shift = shift;
    later->buckets = buckets;
    later->next = 1;
    return first + ((uint64_t)1 << shift);
}

static uint32_t block_take(struct later *later)
{
    if (later->free == 0)
        return ++later->used;
    const uint32_t block = later->free;
    later->free = later->blocks[block - 1].before;
    return block;
}

void later_put(struct later *later, event_key key, uint32_t slot)
{
    const uint64_t place = (time_of(key) - later->start) >> later->shift;
    struct bucket *bucket = &later->row[place < later->buckets ? place : later->room];
    if (bucket->last == 0 || bucket->filled == A_BLOCK) {
        const uint32_t block = block_take(later);
        later->blocks[block - 1].before = bucket->last;
        *bucket = (struct bucket){block, 0};
    }
    struct block *block = &later->blocks[bucket->last - 1];
    block->keys[bucket->filled] = key;
    block->slots[bucket->filled++] = slot;
    later->count++;
}

static uint32_t empty(struct later *later, struct bucket *bucket, event_key *keys, uint32_t *slots)
{
    uint32_t count = 0, filled = bucket->filled;
    for (uint32_t at = bucket->last; at != 0; filled = A_BLOCK) {
        struct block *block = &later->blocks[at - 1];
        const uint32_t before = block->before;
        memcpy(keys + count, block->keys, filled * sizeof *keys);
        memcpy(slots + count, block->slots, filled * sizeof *slots);
        count += filled;
        block->before = later->free;
        later->free = at;
        at = before;
    }
    *bucket = (struct bucket){0, 0};
    later->count -= count;
    return count;
}

uint32_t later_take(struct later *later, event_key *keys, uint32_t *slots, uint64_t *horizon)
{
    while (later->next < later->buckets) {
        struct bucket *bucket = &later->row[later->next++];
        *horizon = later->start + ((uint64_t)later->next << later->shift);
        if (bucket->last != 0)
            return empty(later, bucket, keys, slots);
    }
    return empty(later, &later->row[later->room], keys, slots);
}

uint32_t later_take_all(struct later *later, event_key *keys, uint32_t *slots)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i <= later->room; i++)
        count += empty(later, &later->row[i], keys + count, slots + count);
    return count;
}

#include "kernel/team.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/require.h"

enum { LINE = 64, MOST_MISSES = 6 };

/* Each of the counters that are looked at while others change them has a cache line of its own. */
struct team {
    _Alignas(LINE) atomic_uint arrived;
    _Alignas(LINE) atomic_uint turn;
    _Alignas(LINE) atomic_uint asleep;
    atomic_uint misses; /* spins in vain, one after the other */
    uint32_t spin;
    uint32_t size;
    pthread_mutex_t lock;
    pthread_cond_t moved;
};

struct team *team_new(uint32_t spin)
{
    struct team *team = aligned_alloc(LINE, sizeof *team);
    if (team == NULL)
        out_of_memory(1, sizeof *team);
    team->spin = spin;
    team->size = 1;
    atomic_init(&team->misses, 0);
    atomic_init(&team->arrived, 0);
    atomic_init(&team->turn, 0);
    atomic_init(&team->asleep, 0);
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->moved, NULL);
    return team;
}

void team_free(struct team *team)
{
    if (team == NULL)
        return;
    pthread_cond_destroy(&team->moved);
    pthread_mutex_destroy(&team->lock);
    free(team);
}

void team_gather(struct team *team, uint32_t size)
{
    require(size >= 1 && atomic_load(&team->arrived) == 0);
    team->size = size;
}

static bool spin(struct team *team, uint32_t turn)
{
    uint32_t misses = atomic_load_explicit(&team->misses, memory_order_relaxed);
    if (turn % (1u << misses) != 0)
        return false;
    for (uint32_t i = 0; i < team->spin; i++) {
        if (atomic_load_explicit(&team->turn, memory_order_acquire) != turn) {
            if (misses > 0)
                atomic_store_explicit(&team->misses, 0, memory_order_relaxed);
            return true;
        }
        team_rest();
    }
    if (misses < MOST_MISSES)
        atomic_store_explicit(&team->misses, misses + 1, memory_order_relaxed);
    return false;
}

/* A thread that falls asleep says so before it looks at the turn a last time, and the thread that wakes the
 * others moves the turn before it looks for sleepers: one of the two sees the other. */
static void sleep_through(struct team *team, uint32_t turn)
{
    pthread_mutex_lock(&team->lock);
    atomic_fetch_add(&team->asleep, 1);
    while (atomic_load(&team->turn) == turn)
        pthread_cond_wait(&team->moved, &team->lock);
    atomic_fetch_sub(&team->asleep, 1);
    pthread_mutex_unlock(&team->lock);
}

bool team_meet(struct team *team)
{
    uint32_t turn = atomic_load_explicit(&team->turn, memory_order_relaxed);
    if (atomic_fetch_add_explicit(&team->arrived, 1, memory_order_acq_rel) + 1 == team->size)
        return true;
    if (!spin(team, turn))
        sleep_through(team, turn);
    return false;
}

void team_go(struct team *team)
{
    atomic_store_explicit(&team->arrived, 0, memory_order_relaxed);
    atomic_fetch_add(&team->turn, 1);
    if (atomic_load(&team->asleep) == 0)
        return;
    pthread_mutex_lock(&team->lock);
    pthread_cond_broadcast(&team->moved);
    pthread_mutex_unlock(&team->lock);
}

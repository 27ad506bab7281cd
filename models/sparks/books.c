/* What must hold at the end of a run. */
#include "base/require.h"
#include "sparks/sparks_parts.h"

static void require_queue(struct sparks *sparks, sim_time ends)
{
    struct spark_queue *queue = &sparks->queue;
    int64_t still = 0;
    queue->area += (ends - queue->changed) * (int64_t)queue->count;
    queue->changed = ends;
    for (uint32_t i = 0; i < queue->count; i++)
        still += ends - sparks->own[queue->waiting[i]].proposed;
    require(queue->area == queue->stays + still); /* Little's law, by counting */
    require(queue->count == sparks->tally.by_state[SPARK_WAITS]);
}

static void require_states(const struct sparks *sparks)
{
    uint64_t all = 0, states[SPARK_STATES] = {0};
    for (uint32_t i = 0; i < sparks->count; i++)
        states[sparks->own[i].state]++;
    for (int state = 0; state < SPARK_STATES; state++) {
        require(states[state] == sparks->tally.by_state[state]);
        all += states[state];
    }
    require(all == sparks->tally.proposed);
}

static uint64_t active_in_minds(const struct sparks *sparks)
{
    uint64_t active = 0, all = sparks->persons.count;
    for (uint64_t i = 0; i < all * (uint64_t)sparks->terms.settings->attention; i++) {
        const struct mind *mind = &sparks->persons.minds[i];
        if (mind->spark == 0 || (mind->word & IS_ACTIVE) == 0)
            continue;
        const struct burning *one = burning_at(sparks, (mind->word & ~IS_ACTIVE) - 1);
        require(one->burns && one->spark + 1 == mind->spark);
        active++;
    }
    return active;
}

static void require_active(const struct sparks *sparks)
{
    uint64_t heard = 0, taken = 0, active = 0, outside = 0;
    for (uint32_t i = 0; i < sparks->heard.count; i++) {
        heard += local_at(sparks, i)->heard;
        taken += local_at(sparks, i)->taken;
        active += local_at(sparks, i)->active;
        outside += local_at(sparks, i)->outside;
    }
    require(heard == sparks->tally.heard && taken == sparks->tally.taken);
    require(taken == sparks->burnt - sparks->carried);
    require(outside == sparks->tally.outside);
    require(active == sparks_active(&sparks->tally));
    require(active == active_in_minds(sparks));
}

void sparks_settle(struct site *site, sim_time ends)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    require_queue(sparks, ends);
    require_states(sparks);
    require_active(sparks);
}

void sparks_settle_all(struct parts *const *parts, uint32_t sites)
{
    uint64_t sent = 0, come = 0, people = 0, active = 0, went = 0, brought = 0;
    for (uint32_t i = 0; i < sites; i++) {
        const struct sparks *sparks = sparks_of(parts[i]);
        sent += sparks->tally.sent - sparks->tally.sent_late;
        come += sparks->tally.come;
        went += sparks->tally.went - sparks->tally.went_late;
        brought += sparks->tally.brought;
        people += sparks->cascades.people;
        active += sparks->tally.taken + sparks->tally.outside;
    }
    require(sent == come && went == brought);
    require(people == active); /* each is in one cascade */
}

/* What a shock does at its instant. What it does for a while is in the climate. */
#include "base/require.h"
#include "chronicle.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "parts.h"
#include "shocks/numbers.h"
#include "shocks/shocks.h"

static bool draw_lot(const struct site *site, uint32_t purpose, uint32_t entity, const struct shock *shock,
                     double chance)
{
    struct draw draw = draw_for(site_luck(site), purpose, entity, shock->luck);
    return draw_uniform(&draw) < chance;
}

/* --- a site is closed --- */

/* Each group continues without the place, or ends. Groups that are founded in this loop are left out. */
static void scatter_groups(struct site *site, const struct shock *shock)
{
    const struct groups *groups = groups_of(parts_of(site));
    uint32_t count = groups == NULL ? 0 : groups_count(groups);
    for (uint32_t i = 0; i < count; i++) {
        const struct group *group = group_numbered(groups, i);
        if (group_lives(group) &&
            !draw_lot(site, DRAW_SCATTERING, group->luck, shock, shock->settings->scattered))
            group_dissolve(site, group, GROUP_EVICTED);
    }
}

static void drive_people_off(struct site *site, const struct shock *shock)
{
    const struct people *people = people_of(parts_of(site));
    for (uint32_t person = 0; person < people->count; person++)
        if (person_belongs(people, person) && person_is_here(people, person) &&
            draw_lot(site, DRAW_EVICTION, person_luck(people, person), shock, shock->settings->leave))
            person_leaves(site, person, LEFT_RAIDED);
}

static void close_site(struct site *site, struct shocks *shocks, const struct shock *shock)
{
    sim_time now = site_now(site), until = now + shock->settings->closed_for;
    sim_time before = shocks->closed_until > now ? shocks->closed_until : now;
    shocks->closings++;
    chronicle_tell(site, TOLD_SITE_CLOSED, CHRONICLE_NOBODY, CHRONICLE_NOBODY,
                   sim_hours(shock->settings->closed_for));
    if (until > before) {
        shocks->closed_time += until - before;
        shocks->closed_until = until;
    }
    gathering_close_place(site, until);
    scatter_groups(site, shock);
    drive_people_off(site, shock);
}

/* --- one after the other --- */

static void schedule_next(struct site *site)
{
    const struct shocks *shocks = shocks_of(parts_of(site));
    if (shocks->next < shocks->count)
        site_schedule(site, shocks->all[shocks->next].at, EVENT_SHOCK, NULL, 0);
}

void shocks_start(struct site *site)
{
    if (shocks_of(parts_of(site)) != NULL)
        schedule_next(site);
}

static void shock_tell(struct site *site, const struct shock *shock)
{
    static const enum told_kind kinds[SHOCK_KINDS] = {TOLD_RAID, TOLD_COLD, TOLD_MEDIA};
    const double amounts[SHOCK_KINDS] = {shock->settings->attendance, shock->settings->attendance,
                                         shock->settings->arrivals};
    chronicle_tell(site, kinds[shock->kind], CHRONICLE_NOBODY, CHRONICLE_NOBODY, amounts[shock->kind]);
}

void on_shock(struct site *site, const struct event *event)
{
    struct shocks *shocks = shocks_of(parts_of(site));
    require(shocks->next < shocks->count && shocks->all[shocks->next].at == event->time);
    const struct shock *shock = &shocks->all[shocks->next++];
    shocks->came[shock->kind]++;
    shock_tell(site, shock);
    if (draw_lot(site, DRAW_CLOSING, site_index(site), shock, shock->settings->closes))
        close_site(site, shocks, shock);
    schedule_next(site);
}

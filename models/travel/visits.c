#include "travel/visits.h"

#include "parts.h"
#include "places/sites.h"
#include "travel/travel_parts.h"

/* One kind of visits of a site. */
struct visit_kind {
    bool online;
    double rate; /* per hour, of all people together */
    uint64_t *drawn;
    uint32_t purpose; /* of the draws */
};

struct visit_card {
    uint32_t online;
};

static struct visit_kind kind_of(struct site *site, bool online)
{
    const struct parts *parts = parts_of(site);
    struct travel *travel = travel_of(parts);
    double people = people_of(parts)->begun + people_of(parts)->arriving;
    if (online)
        return (struct visit_kind){true, travel->plan.visits->online_per_hour * people,
                                   &travel->tally.online_drawn, DRAW_GOING_ONLINE};
    return (struct visit_kind){false, travel->plan.visits->per_hour * people, &travel->tally.visits_drawn,
                               DRAW_VISITING};
}

static void expect_visit(struct site *site, const struct visit_kind *kind)
{
    const struct travel *travel = travel_of(parts_of(site));
    if (kind->rate <= 0)
        return;
    struct draw draw = draw_for(travel->luck, kind->purpose, travel->site, 2 * (uint32_t)*kind->drawn);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / kind->rate));
    struct visit_card card = {kind->online};
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_PERSON_VISITS, &card, sizeof card);
}

void visits_start(struct site *site)
{
    struct visit_kind there = kind_of(site, false), online = kind_of(site, true);
    expect_visit(site, &there);
    expect_visit(site, &online);
}

static void visits_go(struct site *site, uint32_t person, uint32_t to, bool online)
{
    const struct parts *parts = parts_of(site);
    struct travel *travel = travel_of(parts);
    const struct people *people = people_of(parts);
    if (to == travel->site || !person_belongs(people, person) || !person_is_here(people, person) ||
        !person_is_free(people, person))
        return;
    travel->tally.visits += online ? 0 : 1;
    travel->tally.online += online ? 1 : 0;
    person_travels(site, person, to, online ? TRAVEL_ONLINE : TRAVEL_VISIT, 0);
}

void on_person_visits(struct site *site, const struct event *event)
{
    struct visit_card card;
    event_read(event, &card, sizeof card);
    const struct parts *parts = parts_of(site);
    struct travel *travel = travel_of(parts);
    struct visit_kind kind = kind_of(site, card.online != 0);
    struct draw draw = draw_for(travel->luck, kind.purpose, travel->site, 2 * (uint32_t)*kind.drawn + 1);
    uint32_t person = draw_below(&draw, people_of(parts)->begun + people_of(parts)->arriving);
    uint32_t to = kind.online ? site_draw_online(travel->plan.map, travel->site, &draw)
                              : site_draw(&travel->others, &draw);
    ++*kind.drawn;
    visits_go(site, person, to, kind.online);
    expect_visit(site, &kind);
}

void visit_begins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    (void)number;
    const struct visit_settings *visits = travel_of(parts_of(site))->plan.visits;
    if (purpose == TRAVEL_VISIT || purpose == TRAVEL_ONLINE)
        guest_goes_home_at(
            site, guest, site_now(site) + (purpose == TRAVEL_ONLINE ? visits->online_lasts : visits->lasts));
}

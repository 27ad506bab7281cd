/* All sites together: how many are active on the same, looked at once a day; and what came of it at the end.
 */
#include <math.h>

#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "sparks/sparks_parts.h"

struct spark_view {
    struct sparks **sparks; /* by site */
    uint32_t sites;
    sim_time next, ends;
    struct arena *arena;
    const struct field_list *inquiries;
    double looks, concert, live_looks, effective, largest;
};

void *sparks_begin(const struct setup *setups, uint32_t sites)
{
    struct arena *arena = setups[0].arena;
    if (sparks_of(setups[0].parts) == NULL)
        return NULL;
    struct spark_view *view = ARENA_NEW(arena, struct spark_view, 1);
    *view = (struct spark_view){
        .sparks = ARENA_NEW(arena, struct sparks *, sites),
        .sites = sites,
        .next = setups[0].ends < SIM_DAY ? setups[0].ends : SIM_DAY,
        .ends = setups[0].ends,
        .arena = arena,
        .inquiries = setup_settings(&setups[0], &inquiry_section),
    };
    for (uint32_t i = 0; i < sites; i++)
        view->sparks[i] = sparks_of(setups[i].parts);
    return view;
}

sim_time sparks_due(const void *all)
{
    return ((const struct spark_view *)all)->next;
}

/* --- how concerted they are --- */

static void add_active(const struct spark_view *view)
{
    for (uint32_t site = 0; site < view->sites; site++) {
        const struct sparks *sparks = view->sparks[site];
        for (uint32_t i = 0; i < sparks->heard.count; i++) {
            const struct local_spark *local = local_at(sparks, i);
            view->sparks[local->origin]->own[local->number].totals.active += local->active;
        }
    }
}

static void look_now(struct spark_view *view)
{
    double people = 0, active = 0, squared = 0, most = 0;
    add_active(view);
    for (uint32_t site = 0; site < view->sites; site++) {
        struct sparks *sparks = view->sparks[site];
        people += people_here(sparks->terms.people);
        for (uint32_t i = 0; i < sparks->count; i++) {
            double of_spark = sparks->own[i].totals.active;
            sparks->own[i].totals.active = 0;
            active += of_spark;
            squared += of_spark * of_spark;
            most = of_spark > most ? of_spark : most;
        }
    }
    view->looks++;
    view->concert += people > 0 ? squared / (people * people) : 0;
    view->live_looks += active > 0 ? 1 : 0;
    view->effective += active > 0 ? active * active / squared : 0;
    view->largest = people > 0 && most / people > view->largest ? most / people : view->largest;
}

/* --- when it is over --- */

static void sum_trees(const struct spark_view *view, struct spark_whole *whole)
{
    double cascades = 0, alone = 0, hundred = 0, people = 0;
    double taken = 0, steps = 0, pairs = 0, virality = 0;
    cascades_close(view->sparks, view->sites, view->arena);
    for (uint32_t site = 0; site < view->sites; site++) {
        const struct sparks *sparks = view->sparks[site];
        cascades += (double)sparks->cascades.count;
        alone += (double)sparks->cascades.alone;
        hundred += (double)sparks->cascades.hundred;
        people += (double)sparks->cascades.people;
        for (uint32_t i = 0; i < sparks->count; i++) {
            const struct spark_totals *totals = &sparks->own[i].totals;
            taken += totals->size > 0 ? 1 : 0;
            steps += totals->steps;
            pairs += totals->size > 1 ? 1 : 0;
            virality += totals->size > 1 ? spark_virality(totals) : 0;
        }
    }
    whole->alone = row_ratio(alone, cascades);
    whole->hundred = row_ratio(hundred, cascades);
    whole->mean = row_ratio(people, cascades);
    whole->steps = row_ratio(steps, taken);
    whole->virality = row_ratio(virality, pairs);
}

/* What came in at any site, of all inquiries that sparks are about. */
static void sum_harvest(const struct spark_view *view, struct spark_whole *whole)
{
    const struct inquiry_settings *all = view->inquiries->items;
    double facets = 0, given = 0, insights = 0, seen = 0, active = 0, gave = 0;
    for (uint32_t i = 0; view->sparks[0]->harvest != NULL && i < view->sparks[0]->inquiries; i++) {
        struct facet_set in = {{0}};
        double here = 0;
        for (uint32_t site = 0; site < view->sites; site++) {
            const struct spark_harvest *harvest = &view->sparks[site]->harvest[i];
            in = facet_or(&in, &harvest->given);
            here += (double)harvest->active;
            gave += (double)harvest->gave;
        }
        active += here;
        facets += here > 0 ? (double)all[i].facets : 0;
        insights += here > 0 ? (double)all[i].insights : 0;
        for (uint32_t facet = 0; facet < MOST_FACETS; facet++) {
            given += facet < all[i].facets && facet_in(&in, facet) ? 1 : 0;
            seen += facet >= all[i].facets && facet_in(&in, facet) ? 1 : 0;
        }
    }
    whole->harvest_coverage = row_ratio(given, facets);
    whole->harvest_insights = row_ratio(seen, insights);
    whole->contributed = row_ratio(gave, active);
}

/* Who is still away has heard and done there what she does not know at home. */
static void join_guests(const struct spark_view *view)
{
    for (uint32_t site = 0; site < view->sites; site++) {
        const struct sparks *sparks = view->sparks[site];
        for (uint32_t i = people_ever(sparks->terms.people); i < most_people(sparks); i++) {
            if (sparks->terms.people->standing.of_person[i] != STANDING_GUEST)
                continue;
            const struct guest_home who = travel_home_of(sparks->terms.parts, i);
            view->sparks[who.site]->persons.hearers[who.person].ever |= sparks->persons.hearers[i].ever;
        }
    }
}

static void look_back(const struct spark_view *view)
{
    struct spark_whole whole = {
        .concert = row_ratio(view->concert, view->looks),
        .effective = row_ratio(view->effective, view->live_looks),
        .largest = view->largest,
    };
    join_guests(view);
    sum_trees(view, &whole);
    sum_harvest(view, &whole);
    for (uint32_t site = 0; site < view->sites; site++)
        view->sparks[site]->whole = whole;
}

void sparks_look(void *all)
{
    struct spark_view *view = all;
    look_now(view);
    if (view->next == view->ends)
        look_back(view);
    else
        view->next = view->ends - view->next > SIM_DAY ? view->next + SIM_DAY : view->ends;
}

#include "informants/informants_parts.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "conversation/telling.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "mechanism.h"
#include "random/draw.h"

struct informants *informants_new(const struct setup *setup)
{
    struct informants *informants = ARENA_NEW(setup->arena, struct informants, 1);
    *informants = (struct informants){
        .people = people_of(setup->parts),
        .sides = setup_settings(setup, &side_section),
        .inquiries = inquiries_of(setup->parts),
    };
    return informants;
}

uint32_t informants_side(const struct side_settings *sides, const char *name)
{
    const struct side_kind *kinds = sides->kinds.items;
    for (size_t i = 0; name != NULL && i < sides->kinds.count; i++)
        if (kinds[i].name != NULL && strcmp(kinds[i].name, name) == 0)
            return (uint32_t)i;
    return NOBODY;
}

static bool is_from_outside(const struct informants *informants, uint32_t person)
{
    return informants->people->standing.of_person[person] == STANDING_INFORMANT;
}

/* --- what one knows --- */

/* What is outside; of a contested inquiry, only what speaks for the side that the stage names. */
static struct facet_set may_know(const struct informants *informants, const struct matter *matter,
                                 const struct stage *stage)
{
    struct facet_set outside = inquiry_outside(inquiry_settings(matter->inquiry));
    uint32_t side = informants_side(informants->sides, stage->informants_side);
    if (side == NOBODY || !matter->contested)
        return outside;
    const struct side_kind *kinds = informants->sides->kinds.items;
    struct facet_set in_favour = facets_for(matter);
    return kinds[side].support > 0.5 ? facet_and(&outside, &in_favour) : facet_without(&outside, &in_favour);
}

/* A fixed number of these facets, each set of so many equally likely. */
static void teach(struct site *site, struct matter *matter, uint32_t person, double share,
                  const struct facet_set *from, struct draw *draw)
{
    uint32_t facets[MOST_FACETS], count = facet_count(from);
    for (uint32_t i = 0; i < count; i++)
        facets[i] = facet_pick(from, i);
    draw_shuffle(draw, facets, count);
    uint32_t known = (uint32_t)floor(share * count + 0.5);
    for (uint32_t i = 0; i < known; i++)
        person_brings(conversation_of(parts_of(site)), matter, person, facets[i]);
}

/* Who is on no side that a stage names is on one as the people of the site are. */
static void take_side(struct site *site, const struct informants *informants, uint32_t person,
                      const struct stage *stage, struct draw *draw)
{
    const struct sides *sides = sides_of(parts_of(site));
    if (sides == NULL)
        return;
    uint32_t side = informants_side(informants->sides, stage->informants_side);
    if (side == NOBODY)
        side = sides_of_person(sides, draw_below(draw, informants->people->begun));
    sides_take_in(site, person, side);
}

/* --- coming and going --- */

/* Names the seat of an informant. The round is not part of it: the same person sits there in all of them, and
 * does not remember the one before. */
static uint32_t seat_number(const struct session *session, uint32_t circle, uint32_t seat)
{
    return ((session->at.stage << 12) + circle) * 64 + seat;
}

static void comes(struct site *site, const struct session *session, uint32_t index, uint32_t seat)
{
    struct informants *informants = informants_of(parts_of(site));
    const struct stage *stage = session_stage(session);
    struct circle *circle = session->circles.all[index];
    uint32_t luck = session->origin.luck, number = seat_number(session, index, seat);
    uint32_t person = guest_comes_from_outside(site, number, luck);
    if (person == NOBODY) {
        informants->tally.missing++;
        return;
    }
    informants->tally.came++;
    struct draw side = draw_for(site_luck(site), DRAW_INFORMANT_SIDE, luck, number);
    take_side(site, informants, person, stage, &side);
    struct facet_set from = may_know(informants, circle->matter, stage);
    struct draw knows = draw_for(site_luck(site), DRAW_INFORMANT_KNOWS, luck, number);
    teach(site, circle->matter, person, stage->informants_know, &from, &knows);
    circle_join(site, circle, person);
}

/* The next one in her place begins without what she knew and whom she had heard of. */
static void goes(struct site *site, struct circle *circle, uint32_t person)
{
    struct parts *parts = parts_of(site);
    struct informants *informants = informants_of(parts);
    circle_leave(site, circle, person);
    informants->tally.went++;
    informants->tally.sat += site_now(site) - informants->people->standing.since[person];
    if (groups_of(parts) != NULL)
        groups_guest_goes(site, person);
    knowledge_forget(knowledge_of(parts), person);
    guest_goes_outside(people_of(parts), person);
}

static uint32_t wanted_in(const struct stage *stage, const struct circle *circle)
{
    bool about = circle->matter != NULL && circle->matter->inquiry != NULL;
    return stage->verb->talks && about ? (uint32_t)stage->informants : 0;
}

/* Who sits there, last first; those beyond `most` go. Returns how many stay. */
static uint32_t keep_at_most(struct site *site, struct circle *circle, uint32_t most)
{
    const struct informants *informants = informants_of(parts_of(site));
    uint32_t count = 0;
    for (uint32_t i = circle->seats.count; i-- > 0;)
        count += is_from_outside(informants, circle->seats.person[i]) ? 1 : 0;
    for (uint32_t i = circle->seats.count; i-- > 0 && count > most;) {
        uint32_t person = circle->seats.person[i];
        if (!is_from_outside(informants, person))
            continue;
        goes(site, circle, person);
        count--;
    }
    return count;
}

void informants_sit_down(struct site *site, const struct session *session)
{
    const struct stage *stage = session_stage(session);
    for (uint32_t i = 0; i < session->circles.count; i++) {
        uint32_t wanted = wanted_in(stage, session->circles.all[i]);
        for (uint32_t seat = keep_at_most(site, session->circles.all[i], wanted); seat < wanted; seat++)
            comes(site, session, i, seat);
    }
}

void informants_go(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)session;
    struct conversation *conversation = conversation_of(parts_of(site));
    keep_at_most(site, conversation_circle(conversation, circle->id.index), 0);
}

/* --- books --- */

sim_time informants_sat(const struct informants *informants, sim_time now)
{
    const struct people *people = informants->people;
    sim_time sat = informants->tally.sat;
    for (uint32_t person = people->begun + people->arriving; person < people->count; person++)
        sat += is_from_outside(informants, person) ? now - people->standing.since[person] : 0;
    return sat;
}

void informants_require_laws(struct site *site)
{
    const struct informants *informants = informants_of(parts_of(site));
    const struct informants_tally *tally = &informants->tally;
    require(tally->came - tally->went == informants->people->standing.count[STANDING_INFORMANT]);
}

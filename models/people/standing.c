/* Coming and going: who is here, and which moments let others know. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "moments.h"
#include "parts.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/people_parts.h"

void person_stand_as(struct people *people, uint32_t person, enum standing standing)
{
    struct own_standing *own = &people->own->standing;
    require(person < people->count && own->count[own->of_person[person]] > 0);
    own->count[own->of_person[person]]--;
    own->count[standing]++;
    own->of_person[person] = (uint8_t)standing;
    own->changes++;
}

static void stand_up(struct site *site, uint32_t person)
{
    MOMENT(site, person_stands_up, person);
}

void person_leaves(struct site *site, uint32_t person, enum departure why)
{
    struct people *people = people_of(parts_of(site));
    require(person_belongs(people, person) && person_is_here(people, person));
    stand_up(site, person);
    MOMENT(site, person_leaves, person, why);
    people->own->standing.departures[why]++;
    chronicle_tell(site, TOLD_PERSON_LEAVES, person, CHRONICLE_NOBODY, why);
    person_stand_as(people, person, STANDING_GONE);
}

void person_enters(struct site *site, uint32_t person)
{
    struct people *people = people_of(parts_of(site));
    enum told_kind told =
        people->standing.of_person[person] == STANDING_NOT_YET ? TOLD_PERSON_ARRIVES : TOLD_PERSON_RETURNS;
    people->own->standing.since[person] = site_now(site);
    person_stand_as(people, person, STANDING_NEWCOMER);
    chronicle_tell(site, told, person, CHRONICLE_NOBODY, NAN);
    MOMENT(site, person_comes, person);
}

void person_goes_away(struct site *site, uint32_t person)
{
    struct people *people = people_of(parts_of(site));
    require(person_belongs(people, person) && person_is_here(people, person));
    stand_up(site, person);
    people->own->standing.was[person] = people->standing.of_person[person];
    person_stand_as(people, person, STANDING_AWAY);
}

void person_comes_home(struct site *site, uint32_t person)
{
    struct people *people = people_of(parts_of(site));
    require(people->standing.of_person[person] == STANDING_AWAY);
    person_stand_as(people, person, people->own->standing.was[person]);
}

/* The first free place goes to somebody with these traits; NOBODY: there is none. */
static uint32_t take_place(struct site *site, uint32_t home, uint32_t person, enum standing standing)
{
    struct people *people = people_of(parts_of(site));
    uint32_t guest = people->begun + people->arriving;
    if (people->standing.count[STANDING_SLOT] == 0)
        return NOBODY;
    while (people->standing.of_person[guest] != STANDING_SLOT)
        guest++;
    person_draw_voice(people, guest, person, home);
    if (people->interest != NULL)
        interests_draw(people->terms.interest_settings, people->terms.luck, person, home,
                       &people->own->interest[(size_t)guest * people->topics]);
    people->own->standing.since[guest] = people->own->body.touched[guest] = site_now(site);
    person_stand_as(people, guest, standing);
    return guest;
}

uint32_t guest_comes(struct site *site, uint32_t home, uint32_t person)
{
    uint32_t guest = take_place(site, home, person, STANDING_GUEST);
    if (guest != NOBODY)
        MOMENT(site, guest_comes, guest, home, person);
    return guest;
}

uint32_t guest_comes_from_outside(struct site *site, uint32_t number, uint32_t luck)
{
    const uint32_t beyond = UINT32_C(1) << 31; /* no person of a site has such a number */
    return take_place(site, luck, number | beyond, STANDING_INFORMANT);
}

void guest_goes_outside(struct people *people, uint32_t guest)
{
    require(people->standing.of_person[guest] == STANDING_INFORMANT);
    person_stand_as(people, guest, STANDING_SLOT);
}

void guest_goes(struct site *site, uint32_t guest)
{
    struct people *people = people_of(parts_of(site));
    require(people->standing.of_person[guest] == STANDING_GUEST);
    stand_up(site, guest);
    person_stand_as(people, guest, STANDING_SLOT);
}

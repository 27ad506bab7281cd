#include "travel/travel_parts.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/telling.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "inquiries/inquiries.h"
#include "moments.h"
#include "parts.h"

struct traveller {
    uint32_t home, person;
    uint64_t knows[COMMONS_WORDS];
    float energy, tension;
    uint32_t purpose, number;
};

/* What she knows of an inquiry, a word of its facets in each card: it follows her. */
struct carried_card {
    uint32_t home, person;
    uint32_t inquiry, word;
    uint64_t facets;
};

struct stay_card {
    uint32_t guest, stay;
};

struct travel *travel_new(const struct travel_plan *plan, const struct people *people,
                          const struct luck *luck, uint32_t site, struct arena *arena)
{
    struct travel *travel = ARENA_NEW(arena, struct travel, 1);
    *travel = (struct travel){
        .plan = *plan, .luck = luck, .site = site, .others = {plan->map, site, plan->nearness, arena, NULL}};
    travel->first = people->begun + people->arriving;
    travel->room = people->count - travel->first;
    travel->guests = ARENA_NEW(arena, struct guest, (size_t)travel->room + 1);
    return travel;
}

static struct guest *guest_of(const struct travel *travel, uint32_t guest)
{
    require(guest >= travel->first && guest - travel->first < travel->room);
    return &travel->guests[guest - travel->first];
}

bool guest_came_for(const struct travel *travel, uint32_t guest, uint32_t purpose)
{
    const struct guest *stay = guest_of(travel, guest);
    return stay->purpose == purpose && stay->stay != 0;
}

struct guest_home guest_home_of(const struct travel *travel, uint32_t guest)
{
    const struct guest *stay = guest_of(travel, guest);
    return (struct guest_home){stay->home, stay->person};
}

struct guest_home travel_home_of(const struct parts *parts, uint32_t person)
{
    const struct travel *travel = travel_of(parts);
    if (travel == NULL || person_belongs(people_of(parts), person))
        return (struct guest_home){people_of(parts)->terms.site, person};
    return guest_home_of(travel, person);
}

/* --- what she takes with her --- */

static void pack(const struct parts *parts, uint32_t person, struct traveller *traveller)
{
    commons_pack(knowledge_commons(knowledge_of(parts)), person, traveller->knows);
    traveller->energy = people_of(parts)->body.energy[person];
    traveller->tension = people_of(parts)->body.tension[person];
}

/* What she knows is added to what is known here under her number. */
static void unpack(struct site *site, uint32_t person, const struct traveller *traveller)
{
    const struct parts *parts = parts_of(site);
    commons_unpack(knowledge_commons(knowledge_of(parts)), person, traveller->knows);
    person_feels(people_of(parts), person, traveller->energy, traveller->tension, site_now(site));
}

static void carry_inquiry(struct site *site, uint32_t to, uint32_t local, struct carried_card card)
{
    const struct parts *parts = parts_of(site);
    const struct matter *matter = inquiry_matter(inquiries_of(parts), card.inquiry);
    if (matter == NULL)
        return;
    struct facet_set known = facets_known(matter, local);
    for (card.word = 0; card.word < FACET_WORDS; card.word++) {
        card.facets = known.word[card.word];
        if (card.facets != 0)
            site_tell(site, to, EVENT_INQUIRY_CARRIED, &card, sizeof card);
    }
}

/* What `local` knows of inquiries goes after her. */
static void carry_inquiries(struct site *site, uint32_t to, uint32_t local, const struct traveller *traveller)
{
    uint32_t count = inquiries_count(inquiries_of(parts_of(site)));
    for (uint32_t inquiry = 1; inquiry <= count; inquiry++)
        carry_inquiry(site, to, local,
                      (struct carried_card){traveller->home, traveller->person, inquiry, 0, 0});
}

uint32_t travel_place_of(const struct parts *parts, const struct guest_home *who)
{
    const struct travel *travel = travel_of(parts);
    if (who->site == travel->site)
        return who->person;
    for (uint32_t i = 0; i < travel->room; i++)
        if (travel->guests[i].stay != 0 && travel->guests[i].home == who->site &&
            travel->guests[i].person == who->person)
            return travel->first + i;
    return NOBODY;
}

void on_inquiry_carried(struct site *site, const struct event *event)
{
    struct carried_card card;
    event_read(event, &card, sizeof card);
    struct parts *parts = parts_of(site);
    struct matter *matter = inquiry_matter(inquiries_of(parts), card.inquiry);
    const struct guest_home who = {card.home, card.person};
    uint32_t person = travel_place_of(parts, &who);
    if (matter == NULL || person == NOBODY)
        return;
    for (uint64_t bits = card.facets; bits != 0; bits &= bits - 1)
        person_brings(conversation_of(parts), matter, person,
                      card.word * 64 + (uint32_t)__builtin_ctzll(bits));
}

/* --- going --- */

void person_travels(struct site *site, uint32_t person, uint32_t to, uint32_t purpose, uint32_t number)
{
    struct parts *parts = parts_of(site);
    struct travel *travel = travel_of(parts);
    require(person_is_here(people_of(parts), person) && person_is_free(people_of(parts), person));
    struct traveller traveller = {
        .home = site_index(site), .person = person, .purpose = purpose, .number = number};
    person_rest(people_of(parts), person, site_now(site));
    pack(parts, person, &traveller);
    person_goes_away(site, person);
    chronicle_tell(site, TOLD_PERSON_AWAY, person, to, purpose);
    travel->sent++;
    travel->sent_late += site_now(site) + site_lookahead(site) >= travel->plan.ends ? 1 : 0;
    site_tell(site, to, EVENT_TRAVELLER_COMES, &traveller, sizeof traveller);
    carry_inquiries(site, to, person, &traveller);
    const struct guest_home who = {traveller.home, person};
    MOMENT(site, traveller_goes, person, to, &who);
}

static void send_home(struct site *site, const struct traveller *traveller)
{
    struct travel *travel = travel_of(parts_of(site));
    travel->went++;
    travel->went_late += site_now(site) + site_lookahead(site) >= travel->plan.ends ? 1 : 0;
    site_tell(site, traveller->home, EVENT_TRAVELLER_COMES, traveller, sizeof *traveller);
}

void guest_goes_home(struct site *site, uint32_t guest)
{
    struct parts *parts = parts_of(site);
    struct guest *stay = guest_of(travel_of(parts), guest);
    struct traveller traveller = {.home = stay->home, .person = stay->person, .purpose = TRAVEL_HOME};
    stay->stay = 0;
    if (groups_of(parts) != NULL)
        groups_guest_goes(site, guest);
    guest_goes(site, guest);
    chronicle_tell(site, TOLD_GUEST_GOES, guest, stay->home, NAN);
    person_rest(people_of(parts), guest, site_now(site));
    pack(parts, guest, &traveller);
    send_home(site, &traveller);
    carry_inquiries(site, traveller.home, guest, &traveller);
    const struct guest_home who = {traveller.home, traveller.person};
    MOMENT(site, traveller_goes, guest, traveller.home, &who);
    knowledge_forget(knowledge_of(parts), guest); /* the next guest in this place begins without it */
    inquiries_forget(inquiries_of(parts), guest);
}

void guest_goes_home_at(struct site *site, uint32_t guest, sim_time at)
{
    struct stay_card card = {guest, guest_of(travel_of(parts_of(site)), guest)->stay};
    site_schedule(site, at, EVENT_GUEST_LEAVES, &card, sizeof card);
}

void on_guest_leaves(struct site *site, const struct event *event)
{
    struct stay_card card;
    event_read(event, &card, sizeof card);
    const struct parts *parts = parts_of(site);
    if (guest_of(travel_of(parts), card.guest)->stay != card.stay)
        return;
    if (person_is_free(people_of(parts), card.guest))
        guest_goes_home(site, card.guest);
    else
        guest_goes_home_at(site, card.guest, site_now(site) + SIM_MINUTE);
}

/* --- arriving --- */

static void comes_home(struct site *site, const struct traveller *traveller)
{
    require(traveller->home == site_index(site));
    travel_of(parts_of(site))->returned++;
    person_comes_home(site, traveller->person);
    chronicle_tell(site, TOLD_PERSON_HOME, traveller->person, CHRONICLE_NOBODY, NAN);
    unpack(site, traveller->person, traveller);
}

void on_traveller_comes(struct site *site, const struct event *event)
{
    struct traveller traveller;
    event_read(event, &traveller, sizeof traveller);
    const struct parts *parts = parts_of(site);
    struct travel *travel = travel_of(parts);
    if (traveller.purpose == TRAVEL_HOME) {
        comes_home(site, &traveller);
        return;
    }
    uint32_t guest = guest_comes(site, traveller.home, traveller.person);
    if (guest == NOBODY) {
        travel->turned_away++;
        chronicle_tell(site, TOLD_GUEST_TURNED_AWAY, CHRONICLE_NOBODY, traveller.home, NAN);
        MOMENT(site, traveller_turned_away, traveller.purpose, traveller.number);
        traveller.purpose = TRAVEL_HOME;
        send_home(site, &traveller);
        return;
    }
    travel->came++;
    chronicle_tell(site, TOLD_GUEST_COMES, guest, traveller.home, NAN);
    *guest_of(travel, guest) = (struct guest){traveller.home, traveller.person, traveller.purpose,
                                              traveller.number, ++travel->stays};
    unpack(site, guest, &traveller);
    MOMENT(site, traveller_comes, guest, traveller.purpose, traveller.number);
}

/* --- books --- */

void travel_settle(struct parts *const *parts, uint32_t sites)
{
    uint64_t sent = 0, arrived = 0, went = 0, returned = 0;
    for (uint32_t i = 0; i < sites; i++) {
        const struct travel *travel = travel_of(parts[i]);
        const struct people *people = people_of(parts[i]);
        require(people->standing.count[STANDING_AWAY] == travel->sent - travel->returned);
        require(people->standing.count[STANDING_GUEST] == travel->came + travel->turned_away - travel->went);
        sent += travel->sent - travel->sent_late;
        arrived += travel->came + travel->turned_away;
        went += travel->went - travel->went_late;
        returned += travel->returned;
    }
    require(sent == arrived && went == returned);
}

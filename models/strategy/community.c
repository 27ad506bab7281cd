/* A community: groups of all sites send delegates to a session at a site that is online.
 *
 * That site calls the others early enough for delegates to be there a minute before it opens: its call takes
 * one lookahead, and so do they. What the group of a delegate knows comes after her, and goes home before
 * her. In the session she tells, in each turn, of a few groups, those of her own site first, and all who hear
 * it and are delegates of strategy groups take it home.
 */
#include "gathering/gathering.h"
#include "people/presence.h"
#include "strategy/strategy_parts.h"
#include "travel/travel.h"

struct calls_card {
    uint32_t line;
    sim_time opens;
};

struct invites_card {
    uint32_t host, line;
    uint32_t occasion;
};

/* What is known of one group, brought by a delegate. */
struct brings_card {
    uint32_t home, person;
    uint32_t site, group;
    uint16_t topic, at;
    uint64_t done;
    sim_time seen;
};

static const struct calendar_entry *line_numbered(struct site *site, uint32_t line)
{
    const struct calendar_entry *lines = gathering_calendar(gathering_of(parts_of(site)))->items;
    return &lines[line];
}

/* --- at the site where it is held: calling --- */

static void expect_call(struct site *site, uint32_t line, sim_time after)
{
    const struct gathering *gathering = gathering_of(parts_of(site));
    const struct calendar_entry *entry = line_numbered(site, line);
    sim_time early = 2 * site_lookahead(site) + SIM_MINUTE;
    sim_time opens = calendar_next(entry, gathering_first_day(gathering), after);
    while (opens < SIM_NEVER && opens - early < site_now(site))
        opens = calendar_next(entry, gathering_first_day(gathering), opens + 1);
    struct calls_card card = {line, opens};
    if (opens < SIM_NEVER)
        site_schedule(site, opens - early, EVENT_COMMUNITY_CALLS, &card, sizeof card);
}

void community_start(struct site *site)
{
    const struct strategy *strategy = strategy_of(parts_of(site));
    const struct field_list *calendar = gathering_calendar(gathering_of(parts_of(site)));
    for (uint32_t line = 0; line < calendar->count && strategy->delegates != NULL; line++)
        if (calendar_calls_all_sites(line_numbered(site, line)))
            expect_call(site, line, 0);
}

void on_community_calls(struct site *site, const struct event *event)
{
    struct calls_card card;
    event_read(event, &card, sizeof card);
    const struct strategy *strategy = strategy_of(parts_of(site));
    struct invites_card invitation = {strategy->site, card.line, (uint32_t)(card.opens / SIM_HOUR)};
    bool holds = gathering_holds(gathering_of(parts_of(site)), line_numbered(site, card.line));
    for (uint32_t other = 0; other < strategy->sites && holds; other++)
        if (other != strategy->site)
            site_tell(site, other, EVENT_COMMUNITY_INVITES, &invitation, sizeof invitation);
    expect_call(site, card.line, card.opens + 1);
}

/* --- at home: sending --- */

/* A member who is free and belongs here; they take turns. */
static uint32_t find_delegate(struct site *site, const struct group *group, uint32_t occasion)
{
    const struct people *people = people_of(parts_of(site));
    for (uint32_t i = 0; i < group->members.count; i++) {
        uint32_t person = group->members.all[(occasion + i) % group->members.count];
        if (person_is_free(people, person) && person_is_here(people, person) &&
            person_belongs(people, person) && person_can_come(people, person, site_now(site)))
            return person;
    }
    return NOBODY;
}

static void bring(struct site *site, uint32_t to, uint32_t person, const struct known_group *known)
{
    struct brings_card card = {site_index(site),       person, known->site, known->group,
                               (uint16_t)known->topic, 0,      known->done, known->seen};
    for (uint32_t i = 0; overview_cards(known->at, i, &card.at); i++)
        site_tell(site, to, EVENT_DELEGATE_BRINGS, &card, sizeof card);
}

/* Those of her own site first; a group that keeps no overview knows of itself. */
static void bring_all(struct site *site, uint32_t to, uint32_t person, const struct group *group)
{
    struct known_group own = overview_known_now(site, group);
    bring(site, to, person, &own);
    if (!is_strategic(group))
        return;
    const struct group_overview *overview = overview_of(site, group);
    for (int own_site = 1; own_site >= 0; own_site--)
        for (uint32_t i = 0; i < overview->count; i++) {
            bool here = overview->items[i].site == own.site;
            if (here == (own_site != 0) && !(here && overview->items[i].group == own.group))
                bring(site, to, person, &overview->items[i]);
        }
}

void on_community_invites(struct site *site, const struct event *event)
{
    struct invites_card card;
    event_read(event, &card, sizeof card);
    struct strategy *strategy = strategy_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    const struct category_rule *category = line_numbered(site, card.line)->category;
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *group = group_numbered(groups, i);
        uint32_t person = group_lives(group) && group_is_of(group, category)
                              ? find_delegate(site, group, card.occasion)
                              : NOBODY;
        if (person == NOBODY)
            continue;
        strategy->tally.sent++;
        person_travels(site, person, card.host, TRAVEL_COMMUNITY, group->number);
        bring_all(site, card.host, person, group);
    }
}

/* --- at the site where it is held: arriving --- */

static struct delegate *place_of(struct strategy *strategy, uint32_t guest)
{
    bool is_place =
        strategy->delegates != NULL && guest >= strategy->first && guest - strategy->first < strategy->places;
    return is_place ? &strategy->delegates[guest - strategy->first] : NULL;
}

void community_guest_comes(struct site *site, uint32_t guest, uint32_t home, uint32_t person)
{
    struct delegate *delegate = place_of(strategy_of(parts_of(site)), guest);
    if (delegate == NULL)
        return;
    delegate->here = false;
    delegate->home = home;
    delegate->person = person;
    delegate->knows.count = delegate->knows.told = 0;
}

/* She goes home after the session, or, should none be held, after an hour. */
void community_traveller_comes(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    if (purpose != TRAVEL_COMMUNITY)
        return;
    struct delegate *delegate = place_of(strategy_of(parts_of(site)), guest);
    if (delegate != NULL) {
        delegate->here = true;
        delegate->group = number;
    }
    guest_goes_home_at(site, guest, site_now(site) + SIM_HOUR);
}

void on_delegate_brings(struct site *site, const struct event *event)
{
    struct brings_card card;
    event_read(event, &card, sizeof card);
    struct strategy *strategy = strategy_of(parts_of(site));
    struct known_group known = {card.site, card.group, card.topic, 0, card.done, card.seen, false};
    for (uint32_t i = 0; i < strategy->places && strategy->delegates != NULL; i++) {
        struct delegate *delegate = &strategy->delegates[i];
        if (delegate->here && delegate->home == card.home && delegate->person == card.person)
            overview_is_told(&delegate->knows, known, card.at, strategy->arena);
    }
}

bool community_is_sent_here(struct site *site, uint32_t guest)
{
    const struct parts *parts = parts_of(site);
    return people_of(parts)->standing.of_person[guest] == STANDING_GUEST &&
           guest_came_for(travel_of(parts), guest, TRAVEL_COMMUNITY);
}

/* --- in the session --- */

/* What somebody who sits there speaks for; NULL: for nothing. */
static struct group_overview *voice_of(struct site *site, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    struct delegate *delegate = place_of(strategy_of(parts), person);
    if (delegate != NULL)
        return delegate->here ? &delegate->knows : NULL;
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        const struct group *group = group_of_person(groups_of(parts), person, which);
        if (group != NULL && is_strategic(group))
            return overview_of(site, group);
    }
    return NULL;
}

static void hear(struct strategy *strategy, struct group_overview *hears, const struct known_group *known)
{
    const struct known_group *before = overview_find(hears, known->site, known->group);
    if (before != NULL && before->seen >= known->seen)
        return;
    struct known_group news = *known;
    news.heard = true;
    overview_learn(hears, &news, strategy->arena);
}

static bool is_community(const struct session *session)
{
    return session != NULL && session->origin.of_calendar > 0 &&
           calendar_calls_all_sites(session->origin.entry);
}

void community_turn_heard(struct site *site, const struct circle *circle, const struct turn *turn)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    if (turn->speaker == NOBODY || turn->strays || !is_community(circle_session(circle)))
        return;
    struct group_overview *tells = voice_of(site, turn->speaker);
    if (tells == NULL || tells->told >= tells->count)
        return;
    uint32_t most = (uint32_t)strategy->settings->tells, from = tells->told, left = tells->count - from;
    tells->told += most == 0 || left < most ? left : most;
    for (uint32_t seat = 0; seat < circle->seats.count; seat++) {
        struct group_overview *hears = voice_of(site, circle->seats.person[seat]);
        for (uint32_t i = from; hears != NULL && hears != tells && i < tells->told; i++)
            hear(strategy, hears, &tells->items[i]);
    }
    site_charge(site, circle->seats.count);
}

static void take_home(struct site *site, const struct delegate *delegate)
{
    for (uint32_t i = 0; i < delegate->knows.count; i++)
        if (delegate->knows.items[i].heard)
            strategy_tell_there(site, delegate->home, delegate->group, &delegate->knows.items[i]);
}

void community_closes(struct site *site, const struct session *session)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    if (!is_community(session) || strategy->delegates == NULL)
        return;
    strategy->tally.communities++;
    for (uint32_t group = 0; group < strategy->room; group++)
        strategy->groups[group].told = 0;
    for (uint32_t i = 0; i < strategy->places; i++) {
        struct delegate *delegate = &strategy->delegates[i];
        if (!delegate->here || !community_is_sent_here(site, strategy->first + i))
            continue;
        bool sits = session_has(people_of(parts_of(site)), session, strategy->first + i);
        strategy->tally.came += sits ? 1 : 0;
        take_home(site, delegate);
        delegate->here = false;
        guest_goes_home_at(site, strategy->first + i, site_now(site));
    }
}

/* Seating rules: who sits with whom. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

/* Hosts of the round before keep their seats; the people without a seat are listed in `people`. */
static uint32_t seat_hosts(struct site *site, struct session *session, uint32_t *people)
{
    const struct stage *stage = session_stage(session);
    const struct people *people_here = people_of(parts_of(site));
    if (stage->host_stays && session->at.round > 0)
        for (uint32_t i = 0; i < session->circles.count && i < session->circles.host_count; i++)
            if (session->circles.hosts[i] != NOBODY &&
                session_has(people_here, session, session->circles.hosts[i]))
                session_sit(site, session->circles.all[i], session->circles.hosts[i]);
    MOMENT(site, circles_open, session);
    return session_without_seat(site, session, people);
}

/* Deals people over the circles like cards, always to the next of those with the fewest. */
static void deal(struct site *site, struct session *session, const uint32_t *people, uint32_t count)
{
    uint32_t next = 0, size = 0;
    for (uint32_t i = 0; i < count;) {
        struct circle *circle = session->circles.all[next];
        if (circle->seats.count <= size)
            session_sit(site, circle, people[i++]);
        if (++next == session->circles.count) {
            next = 0;
            size++;
        }
    }
}

static void seat_random(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site);
    session_open_circles(site, session, session_circles_wanted(site, session));
    uint32_t count = seat_hosts(site, session, people);
    struct draw draw = seat_draw(site, session);
    draw_shuffle(&draw, people, count);
    deal(site, session, people, count);
}

struct stance {
    uint32_t side; /* the same for all where there are no sides */
    float leaning;
    uint32_t person;
};

static int by_leaning(const void *a, const void *b)
{
    const struct stance *one = a, *other = b;
    if (one->side != other->side)
        return one->side < other->side ? -1 : 1;
    if (one->leaning < other->leaning || one->leaning > other->leaning)
        return one->leaning < other->leaning ? -1 : 1;
    return one->person < other->person ? -1 : one->person > other->person;
}

/* People without a seat, ordered by their leaning on the matter; without a matter, by how much they talk.
 * Where there are sides, side by side: who seats people knows which side they are on, and it is not left
 * to chance where they lean. */
static uint32_t in_order_of_stance(struct site *site, struct session *session, uint32_t *people)
{
    struct parts *parts = parts_of(site);
    uint32_t count = seat_hosts(site, session, people);
    const struct matter *matter = session->circles.all[0]->matter;
    struct stance *stances = session_stances(site);
    for (uint32_t i = 0; i < count; i++) {
        float leaning = matter != NULL ? matter_leaning(matter, people[i])
                                       : people_of(parts)->voice.propensity[people[i]];
        stances[i] = (struct stance){gathering_ask_side(site, people[i]), leaning, people[i]};
    }
    qsort(stances, count, sizeof *stances, by_leaning);
    for (uint32_t i = 0; i < count; i++)
        people[i] = stances[i].person;
    return count;
}

/* Of those who stand next to each other each goes to another circle, and which is left to the lot: who meets
 * again has other company. */
static void seat_mixed(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site);
    session_open_circles(site, session, session_circles_wanted(site, session));
    uint32_t count = in_order_of_stance(site, session, people), circles = session->circles.count;
    struct draw draw = seat_draw(site, session);
    for (uint32_t first = 0; first < count; first += circles)
        draw_shuffle(&draw, people + first, count - first < circles ? count - first : circles);
    deal(site, session, people, count);
}

static void seat_alike(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site);
    session_open_circles(site, session, session_circles_wanted(site, session));
    uint32_t count = in_order_of_stance(site, session, people);
    uint32_t circles = session->circles.count;
    for (uint32_t i = 0; i < count; i++)
        session_sit(site, session->circles.all[(uint64_t)i * circles / count], people[i]);
}

/* Each person chooses a circle by her interest; the person who brought a matter hosts its circle. */
static void seat_chosen(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    session_open_circles(site, session, session_circles_wanted(site, session));
    for (uint32_t i = 0; i < session->circles.count; i++) {
        const struct matter *matter = session->circles.all[i]->matter;
        uint32_t host = matter == NULL            ? NOBODY
                        : matter->inquiry != NULL ? session_poster(site, session, i)
                                                  : session_presenter(site, session, matter);
        if (host != NOBODY && circle_of(conversation_of(parts), host) == NULL)
            session_sit(site, session->circles.all[i], host);
    }
    MOMENT(site, circles_open, session);
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        if (circle_of(conversation_of(parts), person) != NULL)
            continue;
        struct draw draw = draw_for(site_luck(site), DRAW_CHOICE, person,
                                    session->origin.luck + session->at.stage * 64u + session->at.round);
        session_sit(site, session_choose_circle(site, session, person, &draw), person);
    }
}

static void seat_pairs(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site);
    uint32_t pairs = session->here.count / 2;
    if (pairs == 0)
        pairs = 1;
    session_open_circles(site, session, pairs);
    MOMENT(site, circles_open, session);
    uint32_t count = session_without_seat(site, session, people);
    struct draw draw = seat_draw(site, session);
    draw_shuffle(&draw, people, count);
    deal(site, session, people, count);
}

// clang-format off
static const struct seating_rule seating_plenary = {
    .choice = {"plenary", "one circle of all", "minutes of the New York assembly, 2011-12"},
    .in_one = true,
    .seat = seat_plenary,
    .deciders = "all together",
};
static const struct seating_rule seating_random = {
    .choice = {"random", "circles drawn by lot", "Brown & Isaacs 2005, The World Cafe"},
    .seat = seat_random,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_mixed = {
    .choice = {"mixed", "circles that each hold all sorts of positions", "Weisbord & Janoff 2010, Future Search: max-mix tables"},
    .seat = seat_mixed,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_alike = {
    .choice = {"alike", "circles of people who stand near each other", "Weisbord & Janoff 2010, Future Search: stakeholder tables"},
    .seat = seat_alike,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_chosen = {
    .choice = {"chosen", "everybody goes where interest draws her", "Owen 2008, Open Space Technology: the law of two feet"},
    .by_choice = true,
    .seat = seat_chosen,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_pairs = {
    .choice = {"pairs", "pairs drawn by lot, and one of three when the number is odd", "Cooperrider & Whitney 2005, Appreciative Inquiry"},
    .seat = seat_pairs,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_delegates = {
    .choice = {"delegates", "one delegate of each working group in the middle; the others sit behind; one circle of all while nobody there is in a group", "Spokes Council, New York 2011-12"},
    .in_one = true,
    .delegates_talk = true,
    .around = true,
    .seat = seat_delegates,
    .deciders = "the delegates of the working groups",
};
static const struct seating_rule seating_inner = {
    .choice = {"inner", "some, drawn by lot, sit in the middle, the others around them", "the fishbowl, as told in towards2060, c2.com and unitar"},
    .in_one = true,
    .around = true,
    .lots_middle = true,
    .seat = seat_inner,
    .deciders = "those who sit in the middle",
};
static const struct seating_rule seating_sides = {
    .choice = {"sides", "one side sits in the middle, the others around it; in the next round the next side", "workshops of two sides, as told of red and blue"},
    .in_one = true,
    .around = true,
    .of_sides = true,
    .seat = seat_sides,
    .deciders = "the side that sits in the middle",
};
static const struct seating_rule seating_sides_in_circles = {
    .choice = {"sides-in-circles", "circles of people of all sides; in each, one side sits in the middle, the others around it; in the next round the next side", "workshops of two sides, 6 to 8 people of each, as told of red and blue"},
    .around = true,
    .of_sides = true,
    .seat = seat_sides_in_circles,
    .deciders = "the side that sits in the middle of each circle",
};
static const struct seating_rule seating_merge = {
    .choice = {"merge", "the circles of the stage before join two by two; the last of an odd number stays", "Cooperrider & Whitney 2005, Appreciative Inquiry: pairs tell pairs"},
    .own_sizes = true,
    .from_before = true,
    .seat = seat_merged,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_hosts = {
    .choice = {"hosts", "the hosts of the circles before sit together, the others around them; with `stay` after it all go back to their circles", "circles of circles, after the essays of 2011-12"},
    .in_one = true,
    .around = true,
    .from_before = true,
    .seat = seat_hosts_together,
    .deciders = "the hosts of the circles",
};
static const struct seating_rule seating_across = {
    .choice = {"across", "each circle takes people none of whom sat together before in this session, as far as numbers allow", "Alexander 1965, A City is not a Tree: the semi-lattice"},
    .in_new_company = true,
    .seat = seat_in_new_company,
    .deciders = "each circle by itself",
};
static const struct seating_rule seating_teams = {
    .choice = {"teams", "everybody with her working group (the first, of two); those who are in none sit in a circle of their own", "Spokes Council, New York 2011-12: each group right behind its spoke"},
    .own_sizes = true,
    .seat = seat_teams,
    .deciders = "each working group by itself",
};
static const struct seating_rule seating_stay = {
    .choice = {"stay", "as in the stage before", "the circles of the stage before"},
};
// clang-format on

const struct choice *const seating_rules[] = {&seating_plenary.choice,   &seating_random.choice,
                                              &seating_mixed.choice,     &seating_alike.choice,
                                              &seating_chosen.choice,    &seating_pairs.choice,
                                              &seating_delegates.choice, &seating_inner.choice,
                                              &seating_sides.choice,     &seating_sides_in_circles.choice,
                                              &seating_merge.choice,     &seating_hosts.choice,
                                              &seating_across.choice,    &seating_teams.choice,
                                              &seating_stay.choice,      NULL};

// clang-format off
static const struct outer_rule outer_nothing = {{"nothing", "they hear nothing, and rest", "null model"}, false};
static const struct outer_rule outer_hears   = {{"hears", "they hear what is said, and learn as those who sit in the circle", "Spokes Council, New York 2011-12: each group right behind its spoke"}, true};
// clang-format on

const struct choice *const outer_rules[] = {&outer_nothing.choice, &outer_hears.choice, NULL};

/* Whether people who stay in their circles talk about something else than before: then the circles are opened
 * anew, with the same people in each. */
static bool turns_to_another_matter(const struct session *session)
{
    const struct stage *stages = session->origin.entry->method->stages.items;
    const struct stage *stage = session_stage(session), *before = stage;
    if (!stage->verb->talks || stage->matter->nothing || session->circles.count == 0)
        return false;
    for (const struct stage *one = stage; before == stage && one > stages;)
        if ((--one)->verb->talks || one->verb->decides)
            before = one;
    return before->matter != stage->matter;
}

/* Now it is known whose tasks a circle talks about. */
static void everybody_sits(struct site *site, const struct session *session)
{
    for (uint32_t i = 0; i < session->circles.count; i++)
        session_narrow_to_tasks(site, session, session->circles.all[i]);
    MOMENT(site, circles_are_seated, session);
}

void session_seat(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    bool stays = stage->seating->seat == NULL;
    bool back = stays && (session->circles.aside || turns_to_another_matter(session));
    if (stays && !back && session->circles.count > 0) {
        for (uint32_t i = 0; i < session->circles.count; i++) {
            circle_hush(site, session->circles.all[i]);
            if (session_may_be_in_pieces(session->circles.all[i]))
                session_gather_pieces(site, session, session->circles.all[i]);
            circle_begin_stage(session->circles.all[i], &stage->manner, stage_guide_of(stage));
        }
        everybody_sits(site, session);
        return;
    }
    session_close_circles(site, session);
    if (session->here.count == 0)
        return;
    if (back)
        seat_as_before(site, session);
    else if (stage->seating->seat != NULL)
        stage->seating->seat(site, session);
    else
        seat_plenary(site, session);
    session_goes_on_where_it_stopped(site, session);
    everybody_sits(site, session);
}

struct stance *session_stances(struct site *site)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    if (gathering->scratch.stances == NULL)
        gathering->scratch.stances = ARENA_NEW(gathering->arena, struct stance, gathering->people->count);
    return gathering->scratch.stances;
}

/* Whether some of those who are there sit around the circle of the others. */
static bool some_sit_around(struct site *site, const struct session *session)
{
    const struct seating_rule *seating = session_stage(session)->seating;
    return seating->around &&
           (!seating->delegates_talk || anybody_in_a_group(site, session->here.people, session->here.count));
}

/* She goes to the smallest circle, or chooses by interest where the others did. Nobody comes late to a chair
 * in the middle. */
void session_seat_late(struct site *site, struct session *session, uint32_t person)
{
    const struct stage *stage = session_stage(session);
    if (session->circles.count == 0)
        return;
    struct circle *circle = session->circles.all[0];
    for (uint32_t i = 1; i < session->circles.count; i++)
        if (session->circles.all[i]->seats.count < circle->seats.count)
            circle = session->circles.all[i];
    if (some_sit_around(site, session)) {
        if (stage->outer->hears)
            circle_join_behind(site, circle, person);
        return;
    }
    if (stage->seating->by_choice) {
        struct draw draw = draw_for(site_luck(site), DRAW_CHOICE, person,
                                    session->origin.luck + session->at.stage * 64u + session->at.round);
        circle = session_choose_circle(site, session, person, &draw);
    }
    circle_join(site, circle, person);
    if (stage->verb->talks)
        circle_wake(site, circle);
}

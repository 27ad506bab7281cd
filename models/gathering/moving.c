/* Rules of movement: people leave a circle and go to another one. */

#include "base/require.h"
#include "base/same.h"
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "inquiries/inquiries.h"
#include "parts.h"

struct move_card {
    uint32_t slot, session, serial, person;
};

static double interest_in(const struct circle *circle, uint32_t person)
{
    const struct matter *matter = circle->matter;
    return (double)(matter->inquiry == NULL ? matter_interest(matter, person)
                                            : inquiry_interest(matter->inquiry, person, &circle->about));
}

/* What draws a person to circles of this session, the same for all of them. */
struct pull {
    double matters, inquiries; /* how far interest counts: 0 not at all, 1 in proportion */
    double revisit;            /* times the weight of a circle where she has been */
    uint64_t visited;          /* the circles where she has been, by number modulo 64 */
};

/* Who chooses an aspect of an inquiry goes by interest even where people keep their seats afterwards. */
static struct pull pull_on(const struct gathering *gathering, const struct session *session, uint32_t person)
{
    const struct movement_rule *movement = session_stage(session)->movement;
    const struct gathering_settings *settings = gathering->terms.settings;
    return (struct pull){.matters = settings->topic_attraction * movement->attraction,
                         .inquiries =
                             settings->topic_attraction * (movement->moves ? movement->attraction : 1.0),
                         .revisit = movement->attraction > 0 ? settings->revisit : 1.0,
                         .visited = gathering->persons.visited[person]};
}

static bool about_inquiry(const struct circle *circle)
{
    return circle->matter != NULL && circle->matter->inquiry != NULL;
}

static double pull_of_interest(const struct pull *pull, const struct circle *circle)
{
    return about_inquiry(circle) ? pull->inquiries : pull->matters;
}

/* 1, which is 1 to any power, where interest does not draw. */
static double interest_that_draws(const struct pull *pull, const struct circle *circle, uint32_t person)
{
    return circle->matter != NULL && pull_of_interest(pull, circle) > 0 ? interest_in(circle, person) : 1.0;
}

/* A power of 1 changes no bit, and where interest does not draw, all that would be raised is 1. */
static bool bends(double power)
{
    return power > 0 && (power < 1.0 || power > 1.0);
}

/* What draws the person to each circle. */
static void weigh_circles(const struct pull *pull, const struct session *session, uint32_t person,
                          double *weights)
{
    const uint32_t count = session->circles.count;
    uint32_t inquiries = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct circle *circle = session->circles.all[i];
        weights[i] = interest_that_draws(pull, circle, person);
        inquiries += about_inquiry(circle) ? 1 : 0;
    }
    if (inquiries == 0 && bends(pull->matters))
        same_pows(weights, count, pull->matters);
    for (uint32_t i = 0; inquiries > 0 && i < count; i++) {
        const double power = pull_of_interest(pull, session->circles.all[i]);
        weights[i] = bends(power) ? same_pow(weights[i], power) : weights[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        const bool been_there = (pull->visited >> (i % 64)) & 1;
        weights[i] *= been_there ? pull->revisit : 1.0;
    }
}

static double *room_for_weights(struct gathering *gathering, const struct session *session)
{
    struct gathering_scratch *scratch = &gathering->scratch;
    if (scratch->circles < session->circles.count) {
        scratch->circles = session->circles.room;
        scratch->weights = ARENA_NEW(gathering->arena, double, scratch->circles);
    }
    return scratch->weights;
}

struct circle *session_choose_circle(struct site *site, struct session *session, uint32_t person,
                                     struct draw *draw)
{
    struct parts *parts = parts_of(site);
    struct gathering *gathering = gathering_of(parts);
    require(session->circles.count > 0);
    site_charge(site, session->circles.count);
    const struct circle *here = circle_of(conversation_of(parts), person);
    const struct pull pull = pull_on(gathering, session, person);
    double *weights = room_for_weights(gathering, session), total = 0;
    weigh_circles(&pull, session, person, weights);
    for (uint32_t i = 0; i < session->circles.count; i++)
        if (session->circles.all[i] != here)
            total += weights[i];
    double at = draw_uniform(draw) * total;
    uint32_t chosen = 0;
    double sum = 0;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        if (session->circles.all[i] == here)
            continue;
        sum += weights[i];
        chosen = i;
        if (at < sum)
            break;
    }
    gathering->persons.visited[person] |= UINT64_C(1) << (chosen % 64);
    return session->circles.all[chosen];
}

static double leave_rate(const struct gathering *gathering, const struct stage *stage)
{
    if (!stage->movement->moves)
        return 0;
    if (stage->movement->mingles)
        return stage->leave_rate > stage->join_rate ? stage->leave_rate : stage->join_rate;
    return stage->leave_rate > 0 ? stage->leave_rate : gathering->terms.settings->two_feet;
}

/* After an exponential time one of the people present, drawn uniformly, moves; if she is not free to go she
 * stays (thinning). */
static void schedule_move(struct site *site, struct session *session)
{
    const struct gathering *gathering = gathering_of(parts_of(site));
    double rate = leave_rate(gathering, session_stage(session)) * session->here.count;
    if (rate <= 0 || (session->circles.count < 2 && !session_stage(session)->movement->mingles))
        return;
    struct draw draw =
        draw_for(site_luck(site), DRAW_MOVE, session->origin.luck, (uint32_t)++session->books.moves);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1.0 / rate));
    struct move_card card = {session->slot, session->number, session->at.serial,
                             session->here.people[draw_below(&draw, session->here.count)]};
    if (wait < SIM_NEVER - site_now(site))
        session->timers.move =
            site_schedule(site, site_now(site) + wait, EVENT_PERSON_MOVES, &card, sizeof card);
}

void session_start_moving(struct site *site, struct session *session)
{
    schedule_move(site, session);
}

static bool free_to_go(const struct circle *circle, uint32_t person)
{
    return circle != NULL && person != circle->host && person != circle->held.by &&
           !circle_hears(circle, person);
}

void on_person_moves(struct site *site, const struct event *event)
{
    struct move_card card;
    event_read(event, &card, sizeof card);
    struct parts *parts = parts_of(site);
    struct session *session = session_of_card(gathering_of(parts), card.slot, card.session);
    if (session == NULL || session->at.serial != card.serial)
        return;
    struct circle *circle = circle_of(conversation_of(parts), card.person);
    const struct stage *stage = session_stage(session);
    if (stage->movement->mingles) {
        if (session_has(people_of(parts), session, card.person))
            person_mingles(site, session, card.person);
        schedule_move(site, session);
        return;
    }
    if (session_has(people_of(parts), session, card.person) && free_to_go(circle, card.person)) {
        uint32_t occasion = session->origin.luck + (uint32_t)session->books.moves;
        struct draw draw = draw_for(site_luck(site), DRAW_STEP, card.person, occasion);
        session->tally->moves++;
        if (stage->join_rate > 0) {
            circle_leave(site, circle, card.person);
            struct draw rest = draw_for(site_luck(site), DRAW_REST, card.person, occasion);
            sim_time wait = sim_time_from_hours(draw_exponential(&rest, 1.0 / stage->join_rate));
            site_schedule(site, site_now(site) + wait, EVENT_PERSON_JOINS, &card, sizeof card);
        } else {
            struct circle *next = session_choose_circle(site, session, card.person, &draw);
            circle_leave(site, circle, card.person);
            circle_join(site, next, card.person);
            circle_wake(site, next);
        }
    }
    schedule_move(site, session);
}

void on_person_joins(struct site *site, const struct event *event)
{
    struct move_card card;
    event_read(event, &card, sizeof card);
    struct parts *parts = parts_of(site);
    struct session *session = session_of_card(gathering_of(parts), card.slot, card.session);
    if (session == NULL || session->at.serial != card.serial ||
        !session_has(people_of(parts), session, card.person) ||
        circle_of(conversation_of(parts), card.person) != NULL)
        return;
    struct draw draw = draw_for(site_luck(site), DRAW_SITTING, card.person,
                                session->origin.luck + (uint32_t)session->books.moves);
    struct circle *circle = session_choose_circle(site, session, card.person, &draw);
    circle_join(site, circle, card.person);
    circle_wake(site, circle);
}

// clang-format off
static const struct movement_rule movement_none    = {.choice = {"none", "people keep their seats", "assemblies, where one circle stays together"}};
static const struct movement_rule movement_feet    = {.choice = {"two-feet", "people go where interest and novelty draw them", "Owen 2008, Open Space Technology"}, .moves = true, .attraction = 1};
static const struct movement_rule movement_uniform = {.choice = {"uniform", "people go to any circle alike", "null model"}, .moves = true};
static const struct movement_rule movement_mingle  = {.choice = {"mingle", "people make circles themselves: who stands alone joins one, who stands with others goes and stands alone", "Coleman & James 1961, Sociometry 24, 36-45"}, .moves = true, .mingles = true};
static const struct movement_rule movement_chair   = {.choice = {"empty-chair", "somebody from around takes the free chair in the middle, and who has sat there longest gives way", "the fishbowl, as told in c2.com and unitar"}, .chairs = true, .guide = &guide_chairs};
// clang-format on

const struct choice *const movement_rules[] = {&movement_none.choice,    &movement_feet.choice,
                                               &movement_uniform.choice, &movement_mingle.choice,
                                               &movement_chair.choice,   NULL};

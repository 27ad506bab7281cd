#include <math.h>

#include "agenda/agenda.h"
#include "follow/follow_parts.h"
#include "gathering/gathering.h"
#include "knowledge/knowledge.h"

enum { FIRST_ROOM = 256 };

struct follow *follow_new(const struct follow_settings *settings, struct arena *arena)
{
    struct follow *follow = ARENA_NEW(arena, struct follow, 1);
    follow->settings = settings;
    follow->arena = arena;
    return follow;
}

/* Whether this is the session that is followed. */
static bool is_followed(const struct follow *follow, const struct session *session)
{
    return session != NULL && session->origin.of_calendar > 0 &&
           session->origin.of_calendar == (uint64_t)follow->settings->session;
}

/* A row with what is true of all that happens now in the session. */
static struct followed row_of(struct site *site, const struct session *session, enum followed_kind kind)
{
    return (struct followed){.time = site_now(site),
                             .kind = kind,
                             .stage = session->at.stage + 1,
                             .round = session->at.round + 1,
                             .circle = NOBODY,
                             .who = NOBODY,
                             .matter = NOBODY,
                             .amount = NAN};
}

static void keep(struct follow *follow, struct followed row)
{
    if (follow->count == follow->room) {
        follow->room = follow->room == 0 ? FIRST_ROOM : 2 * follow->room;
        follow->rows =
            arena_grow(follow->arena, follow->rows, follow->count, follow->room, sizeof *follow->rows);
    }
    follow->rows[follow->count++] = row;
}

static void set_circle(struct followed *row, const struct circle *circle)
{
    static const enum followed_about abouts[] = {
        [MATTER_PROPOSAL] = ABOUT_PROPOSAL,
        [MATTER_QUESTION] = ABOUT_QUESTION,
        [MATTER_COMMONS] = ABOUT_NOTHING,
        [MATTER_INQUIRY] = ABOUT_INQUIRY,
    };
    row->circle = circle->id.number;
    if (circle->matter == NULL)
        return;
    row->about = abouts[circle->matter->kind];
    row->matter = row->about == ABOUT_PROPOSAL ? circle->matter->number : circle->matter->id;
}

/* The announcements of a market are known when it is over. */
static void keep_market(struct site *site, struct follow *follow, const struct session *session)
{
    if (!follow->in_market)
        return;
    struct followed row = row_of(site, session, FOLLOWED_POSTED);
    row.stage = follow->market_stage;
    row.who = session->market.posted;
    keep(follow, row);
    follow->in_market = false;
}

void follow_stage_begins(struct site *site, const struct session *session)
{
    struct follow *follow = follow_of(parts_of(site));
    if (!is_followed(follow, session))
        return;
    if (follow->session == NULL) {
        const struct calendar_entry *lines = gathering_calendar(gathering_of(parts_of(site)))->items;
        struct followed row = row_of(site, session, FOLLOWED_SESSION_BEGINS);
        row.who = (uint32_t)(session->origin.entry - lines);
        row.amount = session->here.count;
        keep(follow, row);
        follow->session = session;
    }
    keep_market(site, follow, session);
    struct followed row = row_of(site, session, FOLLOWED_STAGE_BEGINS);
    row.who = session->here.count;
    keep(follow, row);
    follow->in_market = session_stage(session)->verb->opens_market;
    follow->market_stage = session->at.stage + 1;
}

void follow_sits_down(struct site *site, const struct circle *circle, uint32_t person)
{
    struct follow *follow = follow_of(parts_of(site));
    if (!is_followed(follow, circle_session(circle)))
        return;
    struct followed row = row_of(site, circle_session(circle), FOLLOWED_SITS_DOWN);
    set_circle(&row, circle);
    row.who = person;
    keep(follow, row);
}

void follow_hears_turn(struct site *site, const struct circle *circle, const struct turn *turn)
{
    struct follow *follow = follow_of(parts_of(site));
    if (!is_followed(follow, circle_session(circle)))
        return;
    struct followed row =
        row_of(site, circle_session(circle), turn->strays ? FOLLOWED_TURN_STRAYS : FOLLOWED_TURN);
    set_circle(&row, circle);
    row.who = turn->speaker;
    row.amount = sim_hours(turn->length);
    row.facets = turn->is_new ? turn->said : 0;
    keep(follow, row);
}

void follow_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    struct follow *follow = follow_of(parts_of(site));
    if (!is_followed(follow, session))
        return;
    struct followed row = row_of(site, session, FOLLOWED_CIRCLE_CLOSES);
    set_circle(&row, circle);
    row.who = circle->host;
    row.amount = circle->seats.count;
    row.facets = facet_count(&circle->talk.said);
    keep(follow, row);
}

/* What happens to a proposal in a circle that has it. A site hears one proposal in one place at a time. */
static void keep_item(struct site *site, const struct item *item, enum followed_kind kind, double amount)
{
    struct follow *follow = follow_of(parts_of(site));
    const struct session *session = follow->session;
    if (session == NULL || !is_followed(follow, session) || !session->open)
        return;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        if (session->circles.all[i]->matter != item->matter)
            continue;
        struct followed row = row_of(site, session, kind);
        set_circle(&row, session->circles.all[i]);
        row.who = item->number;
        row.amount = amount;
        keep(follow, row);
        return;
    }
}

void follow_consensus(struct site *site, const struct item *item, uint32_t blocks)
{
    keep_item(site, item, FOLLOWED_CONSENSUS, blocks);
}

void follow_decided(struct site *site, const struct item *item)
{
    keep_item(site, item, FOLLOWED_DECIDED, item->outcome);
}

void follow_tabled(struct site *site, const struct item *item)
{
    keep_item(site, item, FOLLOWED_TABLED, NAN);
}

void follow_session_closes(struct site *site, const struct session *session)
{
    struct follow *follow = follow_of(parts_of(site));
    if (!is_followed(follow, session))
        return;
    keep_market(site, follow, session);
    struct followed row = row_of(site, session, FOLLOWED_SESSION_ENDS);
    row.who = session->here.count;
    keep(follow, row);
    follow->session = NULL;
}

/* The verb `decide`: circles take up one proposal after the other, until no other can be taken up. */
#include "conversation/talk.h"
#include "decisions/decisions_parts.h"
#include "parts.h"

static bool all_over(struct site *site, const struct session *session)
{
    for (uint32_t i = 0; i < session->circles.count; i++)
        if (hearing_of(site, session->circles.all[i])->phase != HEARING_OVER)
            return false;
    return true;
}

/* The next proposal that the circle may take up; NULL: none, or too late, or too few people. */
static const struct item *next_item(struct site *site, const struct circle *circle)
{
    struct parts *parts = parts_of(site);
    const struct session *session = circle_session(circle);
    const struct stage *stage = session_stage(session);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    bool enough = stage->most_items > 0 && session->books.taken_up >= (uint64_t)stage->most_items;
    bool late = session->at.until - site_now(site) < settings->least_left;
    bool few = (int64_t)circle_speakers(circle) < settings->quorum || hearing_has_too_few(site, circle);
    if (enough || late || few)
        return NULL;
    if (stage->matter->circles == NULL && session->circles.count == 1)
        return agenda_next(agenda_of(parts), session->number);
    const struct item *own = agenda_item_of(agenda_of(parts), circle->matter);
    bool open = own != NULL && own->open && !own->heard.now && own->heard.not_in != session->number;
    return open ? own : NULL;
}

/* Takes up the next proposal of a circle, or ends the stage when every circle is done. */
static void decide_next(struct site *site, struct circle *circle)
{
    struct session *session = circle_session(circle);
    const struct item *item;
    while ((item = next_item(site, circle)) != NULL) {
        hearing_begin(site, circle, item);
        if (hearing_of(site, circle)->phase != HEARING_OVER)
            return;
    }
    if (all_over(site, session))
        session_stage_done(site, session);
}

static void decide_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    struct hearing *hearing = hearing_of(site, circle);
    if (hearing->phase == HEARING_OVER)
        return;
    hearing_goes_on(site, circle, hearing, ended);
    if (hearing->phase == HEARING_OVER)
        decide_next(site, circle);
}

static const struct guide guide_decide = {.channel_free = decide_on};

static void decide_begin(struct site *site, struct session *session)
{
    session_seat(site, session);
    for (uint32_t i = 0; i < session->circles.count; i++) {
        circle_follows(session->circles.all[i], &guide_decide);
        hearing_of(site, session->circles.all[i])->phase = HEARING_OVER;
    }
    for (uint32_t i = 0; i < session->circles.count; i++)
        decide_next(site, session->circles.all[i]);
    if (session->circles.count == 0)
        session_stage_done(site, session);
}

/* Time is up. A hearing of fixed length that ends at this very moment is done; all others are cut. */
static void decide_end(struct site *site, struct session *session)
{
    for (uint32_t i = 0; i < session->circles.count; i++) {
        struct circle *circle = session->circles.all[i];
        struct hearing *hearing = hearing_of(site, circle);
        sim_time rest = circle_rest(site, circle);
        circle_hush(site, circle);
        if (hearing->phase == HEARING_OVER)
            continue;
        if (hearing->phase == HEARING_FIXED && rest == 0 && !hearing->item->moot)
            hearing_fixed_ends(site, circle, hearing);
        else
            hearing_cut(site, circle, hearing, rest);
    }
}

const struct verb verb_decide = {
    .choice = {"decide", "proposals are presented, discussed, called and voted on",
               "minutes of the New York assembly, 2011-12"},
    .decides = true,
    .open_ended = true,
    .begin = decide_begin,
    .end = decide_end,
};

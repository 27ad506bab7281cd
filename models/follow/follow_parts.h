/* The state of a site, for the files of this folder alone. */
#ifndef FOLLOW_FOLLOW_PARTS_H
#define FOLLOW_FOLLOW_PARTS_H

#include "follow/follow.h"
#include "gathering/session.h"

struct item;
struct outcome;

/* Something that happened in the session. */
struct followed {
    sim_time time;
    double amount; /* NaN: none */
    enum followed_kind kind;
    enum followed_about about;
    uint32_t stage, round;        /* from 1 */
    uint32_t circle, who, matter; /* NOBODY: none; circles are numbered from 1 within their site */
    uint32_t facets;
};

struct follow {
    const struct follow_settings *settings;
    const struct session *session; /* while it is held; NULL: it is over, or to come */
    bool in_market;
    uint32_t market_stage;
    struct followed *rows;
    uint32_t count, room;
    struct arena *arena;
};

struct follow *follow_new(const struct follow_settings *settings, struct arena *arena);

extern const struct chapter follow_chapter;

/* What it listens to (moments.h). */
void follow_stage_begins(struct site *site, const struct session *session);
void follow_sits_down(struct site *site, const struct circle *circle, uint32_t person);
void follow_hears_turn(struct site *site, const struct circle *circle, const struct turn *turn);
void follow_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
void follow_consensus(struct site *site, const struct item *item, uint32_t blocks);
void follow_decided(struct site *site, const struct item *item);
void follow_tabled(struct site *site, const struct item *item);
void follow_session_closes(struct site *site, const struct session *session);

#endif

#include "gathering/verbs.h"

#include "base/require.h"
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/silence.h"
#include "moments.h"
#include "parts.h"

/* --- converse: circles talk until time is up, or until everybody has spoken often enough --- */

static void converse_begin(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    bool nothing_posted = stage->matter->circles != NULL && stage->matter->circles(site, session) == 0;
    if (nothing_posted) {
        session_close_circles(site, session);
        session_stage_done(site, session);
        return;
    }
    session_seat(site, session);
    if (stage->work > 0 && session->circles.count > 0) {
        session_end_stage_at(site, session, site_now(site) + stage->work / session->circles.count);
    }
    for (uint32_t i = 0; i < session->circles.count; i++)
        circle_wake(site, session->circles.all[i]);
    session_start_moving(site, session);
    if (stage->turns_each > 0 && session_has_spoken(session))
        session_stage_done(site, session);
}

static void converse_end(struct site *site, struct session *session)
{
    (void)site;
    if (stage_takes_posted(session->origin.entry->method, session_stage(session)))
        session->market.slot++;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        if (session->circles.all[i]->matter != NULL)
            matter_gets_prepared(session->circles.all[i]->matter);
        circle_hush(site, session->circles.all[i]);
    }
    MOMENT(site, circles_have_talked, session);
}

/* --- present: one person speaks to all as long as the stage lasts --- */

static void speak_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    (void)ended;
    const struct conversation_settings *settings = conversation_settings(conversation_of(parts_of(site)));
    if (circle->host == NOBODY || circle_of(conversation_of(parts_of(site)), circle->host) != circle)
        circle_gets_host(circle, circle->seats.person[0]);
    circle_give_floor(site, circle, circle->host, settings->facet_minutes, 1);
}

static const struct guide guide_speech = {.channel_free = speak_on};

static struct circle *open_plenary(struct site *site, struct session *session, const struct guide *guide)
{
    session_close_circles(site, session);
    struct circle *circle = session_open_circle(site, session, NULL, guide, session->here.count + 1);
    for (uint32_t i = 0; i < session->here.count; i++)
        circle_join(site, circle, session->here.people[i]);
    return circle;
}

static void present_begin(struct site *site, struct session *session)
{
    circle_wake(site, open_plenary(site, session, &guide_speech));
}

static void wait_begin(struct site *site, struct session *session)
{
    session_close_circles(site, session);
    if (session_stage(session)->lasts == 0)
        session_stage_done(site, session);
}

/* --- market: matters are announced one after the other and spread over slots and spaces --- */

static void post(struct session *session, struct matter *matter)
{
    session_post(session, &(struct posting){matter, 0, NOBODY, NOBODY});
}

/* Open proposals that somebody present can announce come first, in the order of the agenda; then those for
 * which their proposer seeks endorsers, and questions of people who want to talk about something. */
static void collect_postings(struct site *site, struct session *session, uint32_t most)
{
    struct parts *parts = parts_of(site);
    const struct agenda *agenda = agenda_of(parts);
    for (uint32_t i = 0; i < agenda_queued(agenda) && session->market.posted < most; i++) {
        const struct item *item = agenda_in_queue(agenda, i);
        if (session_presenter(site, session, item->matter) != NOBODY)
            post(session, item->matter);
    }
    for (uint32_t i = 0; i < agenda_drafts(agenda) && session->market.posted < most; i++) {
        struct matter *draft = agenda_draft(agenda, i);
        if (draft->proposer != NOBODY && session_has(people_of(parts), session, draft->proposer))
            post(session, draft);
    }
    double share = session_stage(session)->posts;
    /* Each question takes memory for all people of the site: a run that is about to stop takes no more. */
    for (uint32_t i = 0; i < session->here.count && session->market.posted < most && !site_is_stopping(site);
         i++) {
        struct draw draw =
            draw_for(site_luck(site), DRAW_POSTING, session->origin.luck, session->here.people[i]);
        if (draw_uniform(&draw) >= share)
            continue;
        struct matter *question = session_ask(site, session);
        question->proposer = session->here.people[i];
        post(session, question);
    }
}

static void announce_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    struct session *session = circle_session(circle);
    session->harvest.reported += ended->speaker == NOBODY ? 0 : 1;
    if (session->harvest.reported >= session->market.posted) {
        session_stage_done(site, session);
        return;
    }
    const struct posting *posting = &session->market.postings[session->harvest.reported];
    bool posted_by_her =
        posting->poster != NOBODY && session_has(people_of(parts_of(site)), session, posting->poster);
    uint32_t speaker = posted_by_her ? posting->poster : session_presenter(site, session, posting->matter);
    sim_time cap = session_stage(session)->cap;
    uint32_t waves =
        circle_waves(conversation_settings(conversation_of(parts_of(site))), circle->seats.count);
    circle_give_floor(site, circle, speaker, (cap > 0 ? cap : SIM_MINUTE) * (1 + (sim_time)waves), 0);
}

static const struct guide guide_market = {.channel_free = announce_on};

/* At most as many as there is room for in spaces and slots, and at most as many as there are to post. */
static uint32_t most_postings(struct site *site, const struct session *session)
{
    const struct stage *stage = session_stage(session);
    uint64_t size = (uint64_t)stage->circle_size;
    uint64_t spaces = stage->circles > 0 ? (uint64_t)stage->circles : (session->here.count + size - 1) / size;
    uint64_t room = spaces * session->market.slots;
    const struct agenda *agenda = agenda_of(parts_of(site));
    uint64_t wanted = (uint64_t)agenda_queued(agenda) + agenda_drafts(agenda) + session->here.count;
    return (uint32_t)(room < wanted ? room : wanted);
}

static void market_begin(struct site *site, struct session *session)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    uint32_t most = most_postings(site, session);
    if (most >= session->market.room) {
        session->market.room = 2 * most + 1;
        session->market.postings = ARENA_NEW(gathering->arena, struct posting, session->market.room);
    }
    session->market.posted = session->harvest.reported = 0;
    if (session_stage(session)->matter->of_inquiry)
        session_post_aspects(site, session, most);
    else
        collect_postings(site, session, most);
    session->tally->postings += session->market.posted;
    for (uint32_t i = 0; i < session->market.posted; i++)
        session->market.postings[i].slot = session->market.slots == 0 ? 0 : i % session->market.slots;
    struct circle *circle = open_plenary(site, session, &guide_market);
    if (session->market.posted == 0 || session->here.count < 2)
        session_stage_done(site, session);
    else
        circle_wake(site, circle);
}

/* --- harvest: circles report to all, one after the other, in a digest that loses some facets --- */

static struct facet_set kept_in_report(struct site *site, const struct session *session, uint32_t number)
{
    struct parts *parts = parts_of(site);
    const struct report *report = &session->harvest.reports[number];
    struct draw draw =
        draw_for(site_luck(site), DRAW_LOSS, session->origin.luck, session->at.stage * 65536u + number);
    struct facet_set kept = {{0}};
    for (uint32_t facet = 0; facet < report->matter->facets; facet++)
        if (facet_in(&report->voiced, facet) &&
            draw_uniform(&draw) >= conversation_settings(conversation_of(parts))->report_loss)
            facet_add(&kept, facet);
    return kept;
}

static void report_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    struct parts *parts = parts_of(site);
    struct session *session = circle_session(circle);
    const struct conversation_settings *settings = conversation_settings(conversation_of(parts));
    session->harvest.reported += ended->speaker == NOBODY ? 0 : 1;
    while (session->harvest.reported < session->harvest.count &&
           session->harvest.reports[session->harvest.reported].host == NOBODY)
        session->harvest.reported++;
    if (session->harvest.reported >= session->harvest.count) {
        session_stage_done(site, session);
        return;
    }
    const struct report *report = &session->harvest.reports[session->harvest.reported];
    uint32_t speaker = report->host;
    if (!session_has(people_of(parts), session, speaker))
        speaker = report->matter != NULL ? session_presenter(site, session, report->matter)
                                         : session->here.people[0];
    uint32_t most = 0;
    if (circle->matter != report->matter)
        circle_take_up(conversation_of(parts), circle, report->matter);
    if (report->matter != NULL) {
        struct facet_set kept = kept_in_report(site, session, session->harvest.reported);
        /* What was not said there, or got lost, is not reported. */
        struct facet_set missing = facet_without(&all_facets, &kept);
        circle_takes_as_voiced(circle, &missing);
        most = (uint32_t)(settings->digest_ratio * sim_hours(settings->report_length) /
                              sim_hours(settings->facet_minutes) +
                          0.5);
        matter_gets_prepared(report->matter);
    }
    uint32_t waves = circle_waves(settings, circle->seats.count);
    session->tally->reports++;
    circle_give_floor(site, circle, speaker, settings->report_length * (1 + (sim_time)waves), most);
}

static const struct guide guide_harvest = {.channel_free = report_on};

static void harvest_begin(struct site *site, struct session *session)
{
    struct circle *circle = open_plenary(site, session, &guide_harvest);
    session->harvest.reported = 0;
    if (session->harvest.count == 0 || session->here.count < 2)
        session_stage_done(site, session);
    else
        circle_wake(site, circle);
}

static void harvest_end(struct site *site, struct session *session)
{
    MOMENT(site, circles_have_talked, session);
}

/* --- show: everybody shows where she stands --- */

static void show_begin(struct site *site, struct session *session)
{
    session_seat(site, session);
    for (uint32_t i = 0; i < session->circles.count; i++) {
        circle_hush(site, session->circles.all[i]);
        circle_show(conversation_of(parts_of(site)), session->circles.all[i]);
    }
    if (session_stage(session)->lasts == 0)
        session_stage_done(site, session);
}

// clang-format off
const struct verb verb_arrive = {
    .choice = {"arrive", "people come in", "assemblies of 2011-12; lengths belong to the method"},
    .needs_time = true, .silent = true,
    .begin = wait_begin};
const struct verb verb_present = {
    .choice = {"present", "one person speaks to all: an opening, a frame, a lecture", "Owen 2008, Open Space Technology: the opening circle"},
    .needs_time = true,
    .begin = present_begin};
const struct verb verb_market = {
    .choice = {"market", "matters are announced and spread over slots and spaces", "Owen 2008, Open Space Technology"},
    .opens_market = true, .open_ended = true,
    .begin = market_begin};
const struct verb verb_converse = {
    .choice = {"converse", "circles talk", "one channel a circle, after Stasser & Taylor 1991"},
    .takes_slot = true, .talks = true, .open_ended = true, .recordable = true,
    .begin = converse_begin,
    .end = converse_end};
const struct verb verb_show = {
    .choice = {"show", "everybody shows where she stands, and all see it", "temperature check of the assemblies, 2011"},
    .begin = show_begin};
const struct verb verb_harvest = {
    .choice = {"harvest", "every circle reports to all, one after the other", "Brown & Isaacs 2005, The World Cafe: the harvest"},
    .open_ended = true, .recordable = true,
    .begin = harvest_begin,
    .end = harvest_end};
const struct verb verb_reflect = {
    .choice = {"reflect", "silence", "Scharmer 2009, Theory U: presencing"},
    .needs_time = true, .silent = true, .reflects = true,
    .begin = wait_begin,
    .end = silence_ends};
const struct verb verb_close = {
    .choice = {"close", "people take their leave", "assemblies of 2011-12"},
    .silent = true,
    .begin = wait_begin};
// clang-format on

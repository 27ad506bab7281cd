#include "records/records_parts.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/conversation.h"
#include "gathering/gathering.h"
#include "inquiries/inquiries.h"
#include "parts.h"
#include "random/draw.h"

/* A record under way to another site. */
struct record_card {
    uint32_t inquiry, from;
    uint64_t facets[FACET_WORDS];
};

/* --- the board --- */

static void hang_up(struct site *site, uint32_t inquiry, uint32_t from, const struct facet_set *facets)
{
    struct records *records = records_of(parts_of(site));
    board_hang(records, &records->kept[inquiry - 1].board, facets, site_now(site));
    chronicle_tell(site, TOLD_RECORD_HUNG, inquiry, from, facet_count(facets));
    reading_at_board(site);
}

/* --- leaving a record, and sending it --- */

static struct facet_set noted_in(const struct records *records, const struct session *session)
{
    const struct noted *noted = &records->noted;
    bool of_this = noted->session == session->number && noted->serial == session->at.serial;
    return of_this ? noted->said : (struct facet_set){{0}};
}

/* A circle of the stage before may close now too: what was said there is written down already. */
void records_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    struct records *records = records_of(parts_of(site));
    const struct matter *matter = session_inquiry(site, session);
    levels_look(site);
    if (matter == NULL || circle->matter != matter)
        return;
    const struct stage *stage = session_stage(session);
    if (!stage->record || circle->manner != &stage->manner)
        return;
    struct facet_set said = noted_in(records, session);
    records->noted = (struct noted){session->number, session->at.serial, facet_or(&said, &circle->talk.said)};
}

/* What the circles of the session said of it in this round; they begin another one. */
static struct facet_set said_in(struct site *site, const struct session *session, const struct matter *matter)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    struct facet_set said = noted_in(records_of(parts_of(site)), session);
    for (uint32_t i = 0; i < conversation_circles(conversation); i++) {
        struct circle *circle = conversation_circle(conversation, i);
        if (!circle->open || circle->matter != matter || circle_session(circle) != session)
            continue;
        said = facet_or(&said, &circle->talk.said);
        circle_is_written_down(circle);
    }
    struct facet_set invented = facet_without(&said, &matter->heard.voiced);
    require(facet_count(&invented) == 0);
    return said;
}

static struct facet_set written_down(struct site *site, const struct session *session,
                                     const struct facet_set *said)
{
    double loss = conversation_settings(conversation_of(parts_of(site)))->report_loss;
    uint32_t round = session->at.stage * 65536U + session->at.round;
    struct draw draw = draw_for(site_luck(site), DRAW_RECORD_LOSS, session->origin.luck, round);
    struct facet_set written = {{0}};
    for (uint32_t facet = 0; facet < MOST_FACETS; facet++)
        if (facet_in(said, facet) && draw_uniform(&draw) >= loss)
            facet_add(&written, facet);
    return written;
}

static void send(struct site *site, uint32_t inquiry, const struct facet_set *facets)
{
    struct records *records = records_of(parts_of(site));
    const bool *goes_to = records->terms.settings->goes_to;
    struct record_card card = {.inquiry = inquiry, .from = records->terms.site};
    memcpy(card.facets, facets->word, sizeof card.facets);
    for (uint32_t to = 0; to < records->terms.sites; to++) {
        if (goes_to == NULL || !goes_to[to] || to == records->terms.site)
            continue;
        records->tally.sent++;
        records->tally.sent_late += site_now(site) + site_lookahead(site) >= records->terms.ends ? 1 : 0;
        site_tell(site, to, EVENT_RECORD_COMES, &card, sizeof card);
    }
}

void record_is_left(struct site *site, uint32_t inquiry, const struct facet_set *facets)
{
    struct records *records = records_of(parts_of(site));
    if (records == NULL || records_matter(site, inquiry) == NULL || facet_count(facets) == 0)
        return;
    records->tally.left++;
    hang_up(site, inquiry, records->terms.site, facets);
    send(site, inquiry, facets);
}

void records_talked(struct site *site, const struct session *session)
{
    const struct matter *matter = session_inquiry(site, session);
    levels_look(site);
    if (matter == NULL)
        return;
    uint32_t inquiry = session->origin.entry->inquiry_number;
    struct facet_set said = said_in(site, session, matter);
    if (!session_stage(session)->record)
        return;
    struct facet_set written = written_down(site, session, &said);
    record_is_left(site, inquiry, &written);
}

void on_record_comes(struct site *site, const struct event *event)
{
    struct record_card card;
    event_read(event, &card, sizeof card);
    struct records *records = records_of(parts_of(site));
    struct facet_set facets;
    memcpy(facets.word, card.facets, sizeof facets.word);
    records->tally.come++;
    if (records_matter(site, card.inquiry) != NULL)
        hang_up(site, card.inquiry, card.from, &facets);
}

/* --- books --- */

void records_settle(struct site *site, sim_time ends)
{
    (void)ends;
    const struct records *records = records_of(parts_of(site));
    uint64_t posts = 0, threads = 0;
    levels_look(site);
    require(records->tally.read_time ==
            (sim_time)records->tally.facets_read * records->terms.settings->read_length);
    for (uint32_t i = 0; i < records->count; i++)
        threads += records->kept[i].thread.posts;
    for (uint32_t person = 0; records->terms.forum != NULL && person < records->terms.people->count; person++)
        posts += records->posters[person].posts;
    require(posts == records->tally.posts && threads == records->tally.posts);
}

void records_settle_all(struct parts *const *parts, uint32_t sites)
{
    uint64_t sent = 0, come = 0;
    for (uint32_t i = 0; i < sites; i++) {
        sent += records_of(parts[i])->tally.sent - records_of(parts[i])->tally.sent_late;
        come += records_of(parts[i])->tally.come;
    }
    require(sent == come);
}

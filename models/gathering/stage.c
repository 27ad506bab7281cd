/* The stage that a session is in: when it ends, and when its circles have talked enough. */
#include "conversation/rules.h"
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "parts.h"

const struct stage *session_stage(const struct session *session)
{
    const struct stage *stages = session->origin.entry->method->stages.items;
    return &stages[session->at.stage];
}

bool method_posts_aspects(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->opens_market && stages[i].matter->of_inquiry)
            return true;
    return false;
}

bool stage_takes_posted(const struct method *method, const struct stage *stage)
{
    bool of_aspects = stage->matter->of_inquiry && stage->matter->aspect != NULL;
    return stage->matter->posted || (of_aspects && method_posts_aspects(method));
}

void session_end_stage_at(struct site *site, struct session *session, sim_time instant)
{
    site_cancel(site, session->timers.stage);
    struct stage_card card = {session->slot, session->number, session->at.serial};
    session->timers.stage = site_schedule(site, instant, EVENT_STAGE_ENDS, &card, sizeof card);
    if (instant < session->at.until)
        session->at.until = instant;
}

/* A verb may call this during its own work; the stage changes in an event at the same instant, after that
 * work. */
void session_stage_done(struct site *site, struct session *session)
{
    session_end_stage_at(site, session, site_now(site));
}

void session_takes_up(struct session *session)
{
    session->books.taken_up++;
}

/* The proposer when present, else the most interested of those present; NOBODY in an empty session. */
uint32_t session_presenter(struct site *site, const struct session *session, const struct matter *matter)
{
    const struct parts *parts = parts_of(site);
    if (matter->proposer != NOBODY && session_has(people_of(parts), session, matter->proposer))
        return matter->proposer;
    uint32_t presenter = NOBODY;
    float most = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        const float interest = matter_interest(matter, session->here.people[i]);
        if (presenter != NOBODY && interest <= most)
            continue;
        presenter = session->here.people[i];
        most = interest;
    }
    return presenter;
}

/* Whether a circle had so many turns for each of those who may speak in this stage. A person who sits alone
 * has nobody to speak to, and takes no turn. */
static bool has_spoken(const struct circle *circle, uint64_t each)
{
    uint32_t speakers = circle_speakers(circle);
    return circle->seats.count < 2 || circle->talk.turns - circle->talk.turns_before >= each * speakers;
}

bool session_has_spoken(const struct session *session)
{
    uint64_t each = (uint64_t)session_stage(session)->turns_each;
    for (uint32_t i = 0; i < session->circles.count; i++)
        if (!has_spoken(session->circles.all[i], each))
            return false;
    return true;
}

static void stage_talk_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    (void)ended;
    struct session *session = circle_session(circle);
    uint64_t each = (uint64_t)session_stage(session)->turns_each;
    if (each > 0 && has_spoken(circle, each)) {
        if (session_has_spoken(session))
            session_stage_done(site, session);
        return;
    }
    circle_talk_on(site, circle);
}

static const struct guide guide_stage = {.channel_free = stage_talk_on};

const struct guide *stage_guide(void)
{
    return &guide_stage;
}

const struct guide *stage_guide_of(const struct stage *stage)
{
    return stage->movement->guide == NULL ? &guide_stage : stage->movement->guide;
}

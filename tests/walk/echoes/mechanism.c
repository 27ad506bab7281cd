/* Echoes as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "echoes/echoes.h"
#include "gathering/gathering.h"

static void call_out(struct site *site, struct echoes *echoes)
{
    struct draw draw = draw_for(site_luck(site), DRAW_ECHO, site_index(site), echoes->calls++);
    uint32_t other = draw_below(&draw, echoes->sites - 1);
    other += other >= site_index(site) ? 1 : 0;
    site_tell(site, other, EVENT_ECHO_HEARD, NULL, 0);
}

static void on_echo_calls(struct site *site, const struct event *event)
{
    struct echoes *echoes = echoes_of(parts_of(site));
    call_out(site, echoes);
    site_schedule(site, event->time + echoes->settings->every, EVENT_ECHO_CALLS, NULL, 0);
}

static void on_echo_heard(struct site *site, const struct event *event)
{
    (void)event;
    echoes_of(parts_of(site))->heard++;
}

/* A stage in which all who are there call out together, once. */
static void call_begin(struct site *site, struct session *session)
{
    struct echoes *echoes = echoes_of(parts_of(site));
    if (echoes != NULL)
        call_out(site, echoes);
    session_stage_done(site, session);
}

static const struct verb verb_call = {
    .choice = {"call-out", "all call out to another site together", "an example"},
    .silent = true,
    .begin = call_begin,
};
static const struct choice *const verbs[] = {&verb_call.choice, NULL};

static const struct event_row events[] = {
    {EVENT_ECHO_CALLS, "echo calls", on_echo_calls},
    {EVENT_ECHO_HEARD, "echo heard", on_echo_heard},
};

static void *echoes_create(const struct setup *setup)
{
    const struct echo_settings *settings = setup_settings(setup, &echo_section);
    if (settings->every == 0 || setup->sites < 2)
        return NULL;
    struct echoes *echoes = ARENA_NEW(setup->arena, struct echoes, 1);
    *echoes = (struct echoes){settings, setup->sites, 0, 0};
    return echoes;
}

static void echoes_start(struct site *site)
{
    site_schedule(site, echoes_of(parts_of(site))->settings->every, EVENT_ECHO_CALLS, NULL, 0);
}

static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "echoes", 0, LEFT_OUT), MEANS("Sites that call out to each other"),
               INSIDE(&echo_section)}},
};

extern const struct chapter echo_chapter;
static const struct chapter *const chapters[] = {&echo_chapter, NULL};

extern const struct mechanism echoes_mechanism;
const struct mechanism echoes_mechanism = {
    .choice = {"echoes", "sites that call out to each other", "an example"},
    .number = ECHOES_NUMBER,
    SECTIONS(sections),
    .verbs = verbs,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .chapters = chapters,
    .create = echoes_create,
    .start = echoes_start,
};

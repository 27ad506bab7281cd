/* Sparks as a mechanism (mechanism.h). */
#include "mechanism.h"

#include "agenda/agenda.h"
#include "checking.h"
#include "inquiries/inquiries.h"
#include "sparks/sparks_parts.h"

/* --- what a site is made of --- */

static void add_channel(struct channels *channels, enum channel_kind kind, double passes)
{
    if (passes <= 0)
        return;
    channels->all[channels->count++] = (struct channel){.kind = kind, .passes = passes};
    channels->passes += passes;
}

static struct channels channels_of(const struct spark_settings *settings, uint32_t site, uint32_t sites,
                                   struct arena *arena)
{
    enum { CHANNELS = 3 };
    const struct spark_flow *flows = settings->flows.items;
    size_t room = settings->flows.count > 0 ? settings->flows.count : CHANNELS;
    struct channels channels = {.all = ARENA_NEW(arena, struct channel, room)};
    for (size_t i = 0; i < settings->flows.count; i++) {
        if (site < flows[i].from_first || site >= flows[i].from_beyond || flows[i].passes <= 0)
            continue;
        add_channel(&channels, CHANNEL_SITES, flows[i].passes);
        channels.all[channels.count - 1].first = flows[i].to_first;
        channels.all[channels.count - 1].beyond = flows[i].to_beyond;
    }
    if (settings->flows.count > 0)
        return channels;
    add_channel(&channels, CHANNEL_OWN, settings->passes * settings->mix.own);
    add_channel(&channels, CHANNEL_OTHERS, sites > 1 ? settings->passes * settings->mix.others : 0);
    add_channel(&channels, CHANNEL_PUBLIC, settings->passes * settings->mix.of_public);
    return channels;
}

static struct person_minds minds_of(const struct spark_settings *settings, const struct people *people,
                                    struct arena *arena)
{
    uint32_t count = settings->travel ? people->count : people->begun + people->arriving;
    return (struct person_minds){
        .count = count,
        .minds = ARENA_NEW(arena, struct mind, (size_t)count * (size_t)settings->attention),
        .hearers = ARENA_NEW(arena, struct hearer, count),
        .concepts_matter = settings->again < 1 || settings->again > 1,
    };
}

/* The session of the talks of each kind; NULL: no method is named. */
static struct calendar_entry *talks_of(const struct spark_settings *settings, const struct field_list *list,
                                       struct arena *arena)
{
    const struct spark_kind *kinds = list->items;
    if (settings->talks.session.method == NULL)
        return NULL;
    struct calendar_entry *talks = ARENA_NEW(arena, struct calendar_entry, list->count);
    for (size_t i = 0; i < list->count; i++) {
        talks[i] = settings->talks.session;
        talks[i].lasts = kinds[i].takes;
    }
    return talks;
}

static void *sparks_create(const struct setup *setup)
{
    const struct spark_settings *settings = setup_settings(setup, &spark_section);
    const struct field_list *kinds = setup_settings(setup, &spark_kind_section);
    const struct field_list *inquiries = setup_settings(setup, &inquiry_section);
    const struct people *people = people_of(setup->parts);
    if (settings->routes.count == 0)
        return NULL;
    struct sparks *sparks = ARENA_NEW(setup->arena, struct sparks, 1);
    *sparks = (struct sparks){
        .terms = {.settings = settings,
                  .kinds = kinds->items,
                  .kind_count = (uint32_t)kinds->count,
                  .people = people,
                  .parts = setup->parts,
                  .luck = setup->luck,
                  .arena = setup->arena,
                  .site = site_index(setup->site),
                  .sites = setup->sites,
                  .ends = setup->ends,
                  .talk = talks_of(settings, kinds, setup->arena)},
        .persons = minds_of(settings, people, setup->arena),
        .channels = channels_of(settings, site_index(setup->site), setup->sites, setup->arena),
        .rows.kept = setup->scenario->rows.people,
        .called = ARENA_NEW(setup->arena, uint32_t, MOST_ASKED + 1),
        .inquiries = (uint32_t)inquiries->count,
    };
    if (sparks_have_inquiry(setup->scenario))
        sparks->harvest = ARENA_NEW(setup->arena, struct spark_harvest, inquiries->count);
    return sparks;
}

static bool leaves_record(const struct scenario *scenario)
{
    const struct spark_settings *settings = scenario_settings(scenario, &spark_section);
    const struct spark_route *routes = settings->routes.items;
    for (size_t i = 0; i < settings->routes.count; i++)
        if (routes[i].record)
            return true;
    return false;
}

static void sparks_wish(const struct scenario *scenario, struct wishes *wishes)
{
    wishes->interests = wishes->interests || sparks_come(scenario);
    wishes->records = wishes->records || leaves_record(scenario);
}

static void sparks_held(const struct checking *checking, held_found *found, void *finder)
{
    struct spark_settings *settings = checking_filled(checking, &spark_section);
    struct spark_route *routes = settings->routes.items;
    struct node *sparks = node_at(checking->tree, "sparks"), *talks = node_at(sparks, "talks");
    bool come = settings->routes.count > 0;
    for (size_t i = 0; i < settings->routes.count; i++) {
        struct node *map = list_element(node_at(sparks, "routes"), i);
        if (map != NULL)
            found(&(struct held_line){map, routes[i].session.hold, &routes[i].session.method,
                                      routes[i].session.hold != NULL, "People look for a spark together", 0,
                                      routes[i].session.lasts},
                  finder);
    }
    if (talks != NULL)
        found(&(struct held_line){talks, settings->talks.session.hold, &settings->talks.session.method,
                                  come && settings->talks.session.hold != NULL,
                                  "People talk where a spark asks for it", 0, settings->talks.session.lasts},
              finder);
}

#define FIVE_KINDS                                                                                           \
    "[{name: vision, asks: talk, people: 3, takes: 20 min}, {name: demand, asks: support, takes: 5 min}, "   \
    "{name: question, asks: talk, people: 3, takes: 20 min}, {name: action, asks: act, takes: 60 min}, "     \
    "{name: other, asks: think, takes: 5 min}]"

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(LIST, "spark_kinds", 0, FIVE_KINDS), ALLOWED(1, MOST_SPARK_KINDS), MEANS("Kinds of sparks, and what they ask people to do"), INSIDE(&spark_kind_section)}, .in_use = sparks_come},
    {.field = {FIELD(SECTION, "sparks", 0, LEFT_OUT), MEANS("Short messages that go round the movement"), INSIDE(&spark_section)}, .in_use = sparks_come},
};

static const struct event_row events[] = {
    {EVENT_ROUTE_IS_DUE, "spark route due", on_route_is_due},
    {EVENT_SPARK_CALLED, "spark called", on_spark_called},
    {EVENT_SPARK_STALE, "spark stale", on_spark_stale},
    {EVENT_SPARK_COMES, "spark comes", on_spark_comes},
    {EVENT_SPARK_PASSED, "spark passed", on_spark_passed},
    {EVENT_SPARK_BURNS, "spark burns", on_spark_burns},
    {EVENT_SPARK_GIVES, "spark gives", on_spark_gives},
    {EVENT_SPARKS_READ, "sparks read", on_sparks_read},
    {EVENT_SILENCE_ENDS, "silence ends", on_silence_ends},
    {EVENT_MINDS_CARRIED, "minds carried", on_minds_carried},
    {EVENT_SPARK_CARRIED, "spark carried", on_spark_carried},
    {EVENT_BURNING_CARRIED, "burning carried", on_burning_carried},
};
// clang-format on

extern const struct chapter spark_chapter, spark_course_chapter, cascade_chapter, spark_harvest_chapter,
    heard_chapter, spark_guest_chapter;
static const struct chapter *const chapters[] = {&spark_chapter,
                                                 &spark_course_chapter,
                                                 &cascade_chapter,
                                                 &spark_harvest_chapter,
                                                 &heard_chapter,
                                                 &spark_guest_chapter,
                                                 NULL};

extern const struct mechanism sparks_mechanism;
const struct mechanism sparks_mechanism = {
    .choice = {"sparks", "short messages that go round the movement, are taken up, and burn out",
               "models/README.md, sparks"},
    .number = SPARKS_NUMBER,
    SECTIONS(sections),
    .held = sparks_held,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.session_closes = sparks_session_closes,
              .circle_closes = sparks_circle_closes,
              .proposal_decided = sparks_hear_decision,
              .person_leaves = sparks_person_leaves,
              .traveller_goes = sparks_traveller_goes},
    .chapters = chapters,
    .wish = sparks_wish,
    .weigh = sparks_weigh,
    .check = sparks_check,
    .note = sparks_note,
    .create = sparks_create,
    .start = routes_start,
    .settle = sparks_settle,
    .settle_all = sparks_settle_all,
    .overview = {sparks_begin, sparks_due, sparks_look},
};

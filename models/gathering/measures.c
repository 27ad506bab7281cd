/* Sessions, and who speaks in them. */
#include <math.h>

#include "base/sorting.h"
#include "conversation/conversation.h"
#include "gathering/choreography.h"
#include "gathering/gathering_parts.h"
#include "mechanism.h"
#include "state/inequality.h"

static double session_hours(const struct parts *parts)
{
    return sim_hours(gathering_of(parts)->tally.session_time);
}

static double people_hours(const struct parts *parts)
{
    return sim_hours(gathering_of(parts)->tally.people_time);
}

/* Since measuring began, as all below about persons. */
static uint32_t sessions_of(const struct parts *parts, uint32_t person)
{
    uint32_t before = parts->before == NULL ? 0 : people_of(parts->before)->books.sessions[person];
    return people_of(parts)->books.sessions[person] - before;
}

static sim_time spoke_for(const struct parts *parts, uint32_t person)
{
    sim_time before = parts->before == NULL ? 0 : people_of(parts->before)->books.spoke[person];
    return people_of(parts)->books.spoke[person] - before;
}

static uint32_t turns_of(const struct parts *parts, uint32_t person)
{
    uint32_t before = parts->before == NULL ? 0 : people_of(parts->before)->books.turns[person];
    return people_of(parts)->books.turns[person] - before;
}

static bool came_at_all(const struct parts *parts, uint32_t person)
{
    return sessions_of(parts, person) > 0;
}

/* Speaking times in hours of those who came at least once; the count goes to `people`. */
static double *speaking_hours(const struct parts *parts, uint32_t *people)
{
    double *spoke = knowledge_scratch(knowledge_of(parts));
    *people = 0;
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        if (came_at_all(parts, person))
            spoke[(*people)++] = sim_hours(spoke_for(parts, person));
    return spoke;
}

static double voice_gini(const struct parts *parts)
{
    uint32_t people;
    double *spoke = speaking_hours(parts, &people);
    return inequality_gini(spoke, knowledge_more_scratch(knowledge_of(parts)), people);
}

static double turn_gini(const struct parts *parts)
{
    uint32_t count = 0;
    double *turns = knowledge_scratch(knowledge_of(parts));
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        if (came_at_all(parts, person))
            turns[count++] = turns_of(parts, person);
    return inequality_gini(turns, knowledge_more_scratch(knowledge_of(parts)), count);
}

static double effective_speakers(const struct parts *parts)
{
    uint32_t people;
    const double *spoke = speaking_hours(parts, &people);
    return effective_share(spoke, people);
}

static double never_spoke(const struct parts *parts)
{
    uint32_t people, silent = 0;
    const double *spoke = speaking_hours(parts, &people);
    for (uint32_t i = 0; i < people; i++)
        silent += spoke[i] > 0 ? 0 : 1;
    return row_ratio(silent, people);
}

static double came(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        count += came_at_all(parts, person) ? 1 : 0;
    return row_ratio(count, people_ever(people_of(parts)));
}

static double circle_size(const struct parts *parts)
{
    double lasted = 0;
    for (uint32_t bin = 0; bin <= SIZE_BINS; bin++)
        lasted += conversation_tally(conversation_of(parts))->size_time[bin];
    return row_ratio(sim_hours(conversation_tally(conversation_of(parts))->seat_time), lasted);
}

static double alone(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->alone_time,
                     (double)conversation_tally(conversation_of(parts))->seat_time);
}

static double floor_returns(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->returns,
                     (double)conversation_tally(conversation_of(parts))->returnable);
}

static double turns_per_hour(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->turns, session_hours(parts));
}

static double hearings_per_person_hour(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->hearings,
                     sim_hours(conversation_tally(conversation_of(parts))->seat_time));
}

static double novel_share(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->novel,
                     (double)conversation_tally(conversation_of(parts))->turns);
}

static double outbursts(const struct parts *parts)
{
    return row_ratio((double)conversation_tally(conversation_of(parts))->outbursts, session_hours(parts));
}

static double tension(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t person = 0; person < people_of(parts)->count; person++)
        sum +=
            person_is_here(people_of(parts), person) ? (double)people_of(parts)->body.tension[person] : 0.0;
    return row_ratio(sum, people_here(people_of(parts)));
}

static double energy(const struct parts *parts)
{
    return row_ratio(gathering_of(parts)->tally.energy_at_close,
                     (double)gathering_of(parts)->tally.stayed_for);
}

static double sessions(const struct parts *parts)
{
    return (double)gathering_of(parts)->tally.sessions;
}

static double heads(const struct parts *parts)
{
    return row_ratio((double)gathering_of(parts)->tally.heads, (double)gathering_of(parts)->tally.sessions);
}

static double session_length(const struct parts *parts)
{
    return row_ratio(session_hours(parts), (double)gathering_of(parts)->tally.sessions);
}

static double went_home(const struct parts *parts)
{
    return row_ratio((double)gathering_of(parts)->tally.went_home, (double)gathering_of(parts)->tally.heads);
}

static double partners(const struct parts *parts)
{
    const uint64_t *bits = gathering_of(parts)->persons.partners;
    if (bits == NULL)
        return NAN;
    uint64_t met = 0;
    size_t words = (people_of(parts)->count + 63) / 64;
    for (size_t i = 0; i < people_ever(people_of(parts)) * words; i++)
        met += (uint64_t)__builtin_popcountll(bits[i]);
    return (double)met / people_ever(people_of(parts));
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("people_hours", "h", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Person-hours", "Hours that people spent in sessions, added up", COUNTED),
                 MANY("took", "person-hours"), .role = "person_hours"},
     .value = people_hours},
    {.measure = {NAMED("voice_gini", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Inequality of speaking time", "Inequality of speaking time among those who ever came (Gini coefficient)", "Gini 1912"),
                 MUCH("had", "inequality of speaking time"), .shown = SHOWN_AS_PRICE, .since = SINCE_COUNTED},
     .value = voice_gini, .by_itself = true},
    {.measure = {NAMED("turn_gini", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Inequality of turns", "Inequality of the number of turns among those who ever came (Gini coefficient)", "Gini 1912; .374 in groups of six, Bales et al. 1951"),
                 MUCH("had", "inequality of turns"), .since = SINCE_COUNTED},
     .value = turn_gini, .by_itself = true},
    {.measure = {NAMED("effective_speakers", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Effective speakers (share)", "Effective number of speakers as a share of those who ever came: exp of the entropy of speaking time", "Shannon 1948; Hill 1973"),
                 MANY("had", "effective speakers among those who came"), .since = SINCE_COUNTED},
     .value = effective_speakers, .by_itself = true},
    {.measure = {NAMED("never_spoke", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Share of people who never spoke", "Share of those who ever came that never spoke", COUNTED),
                 MANY("had", "people who never spoke"), .shown = SHOWN_AS_PRICE, .since = SINCE_COUNTED},
     .value = never_spoke, .by_itself = true},
    {.measure = {NAMED("ever_came", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of people who came", "Share of the people who came to a session at least once", COUNTED),
                 MANY("drew", "different people to a session"), .since = SINCE_COUNTED},
     .value = came, .by_itself = true},
    {.measure = {NAMED("circle_size", "1", FROM_ZERO), RUN_MEAN,
                 SAYS(NULL, "Size of a circle, averaged over time", COUNTED)},
     .value = circle_size},
    {.measure = {NAMED("alone", "1", SHARE), RUN_MEAN, LESS,
                 SAYS(NULL, "Share of the time in circles that people sat alone", COUNTED)},
     .value = alone},
    {.measure = {NAMED("floor_returns", "1", SHARE), RUN_MEAN,
                 SAYS(NULL, "Share of turns by the speaker before last: P(ABA)", "Stasser & Taylor 1991")},
     .value = floor_returns},
    {.measure = {NAMED("turns_per_hour", "h-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS(NULL, "Speaking turns per hour of sessions, all circles together", COUNTED)},
     .value = turns_per_hour},
    {.measure = {NAMED("hearings_per_person_hour", "h-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS(NULL, "Turns heard per hour in a circle: turn rate times (1 - 1 / size)", COUNTED)},
     .value = hearings_per_person_hour},
    {.measure = {NAMED("novel_turns", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of turns that brought something new to their circle", COUNTED)},
     .value = novel_share},
    {.measure = {NAMED("outbursts", "h-1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Outbursts per hour", "Outbursts per hour of sessions", COUNTED),
                 MANY("had", "outbursts per hour")},
     .value = outbursts},
    {.measure = {NAMED("tension", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Tension at the end", "Mean tension of the people who are there at the end, each when she last came or went", COUNTED),
                 MUCH("ended with", "tension")},
     .value = tension},
    {.measure = {NAMED("energy", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Energy at the end of a session", "Mean energy of those who stay to the end of a session", COUNTED),
                 MUCH("ended with", "energy at the end of a session")},
     .value = energy},
    {.measure = {NAMED("went_home", "1", SHARE), RUN_MEAN, LESS,
                 SAYS(NULL, "Share of visits that ended early for want of energy", COUNTED)},
     .value = went_home},
    {.measure = {NAMED("sessions", "1", FROM_ZERO), RUN_SUM,
                 SAYS(NULL, "Sessions held", COUNTED)},
     .value = sessions},
    {.measure = {NAMED("session_hours", "h", FROM_ZERO), RUN_SUM,
                 SAYS(NULL, "Hours of sessions", COUNTED)},
     .value = session_hours},
    {.measure = {NAMED("session_length", "h", FROM_ZERO), RUN_MEAN,
                 SAYS(NULL, "Length of a session", COUNTED)},
     .value = session_length},
    {.measure = {NAMED("heads", "1", FROM_ZERO), RUN_MEAN,
                 SAYS(NULL, "People who came to a session", COUNTED)},
     .value = heads},
    {.measure = {NAMED("partners", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS(NULL, "Different people that a person sat with in a circle", "kept with gathering.partners"), .since = SINCE_NOTHING},
     .value = partners},
};
// clang-format on

extern const struct chapter session_chapter;
const struct chapter session_chapter = {ROWS(rows)};

/* --- over time, and histograms --- */

static double heads_of_recent(const struct parts *parts)
{
    const struct gathering_tally *tally = &gathering_of(parts)->tally;
    uint64_t sessions = tally->sessions - gathering_of(parts)->sampled.sessions;
    uint64_t heads = tally->heads - gathering_of(parts)->sampled.heads;
    return sessions > 0 ? (double)heads / (double)sessions : NAN;
}

static double size_share(const struct parts *parts, uint32_t bin)
{
    const double *lasted = conversation_tally(conversation_of(parts))->size_time;
    double sum = 0;
    for (uint32_t i = 0; i <= SIZE_BINS; i++)
        sum += lasted[i];
    return row_ratio(lasted[bin], sum);
}

static double turns_by_rank(const struct parts *parts, uint32_t bin)
{
    double *turns = knowledge_scratch(knowledge_of(parts)), sum = 0;
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        if (came_at_all(parts, person))
            sum += turns[count++] = turns_of(parts, person);
    sort_numbers(turns, knowledge_more_scratch(knowledge_of(parts)), count);
    return bin < count && sum > 0 ? turns[count - 1 - bin] / sum : NAN;
}

// clang-format off
static const struct measure_row course_rows[] = {
    {.measure = {NAMED("voice_gini_by", "1", SHARE), AT_POINT, LESS,
                 SAYS("Inequality of speaking time so far", "Inequality of speaking time so far (Gini coefficient)", "Gini 1912")},
     .value = voice_gini},
    {.measure = {NAMED("never_spoke_by", "1", SHARE), AT_POINT, LESS,
                 SAYS("Share of people who never spoke so far", "Share of those who came so far that never spoke", "counted")},
     .value = never_spoke},
    {.measure = {NAMED("circle_sizes", "1", SHARE), BINS_MEAN("circle_size_bin", SIZE_BINS + 1, 1),
                 SAYS("Share of time in circles of each size", "Share of the circles' time at each size; the last bin holds all larger ones", "counted")},
     .bin = size_share},
    {.measure = {NAMED("turns_by_rank", "1", SHARE), BINS_POINT("rank", 10, 1),
                 SAYS("Share of turns, by rank of the speaker", "Share of all turns of the person who spoke most often, second most ...", "Bales et al. 1951; Stephan & Mishler 1952"), .since = SINCE_COUNTED},
     .bin = turns_by_rank, .by_itself = true},
};
// clang-format on

static double inside(const struct parts *parts)
{
    const struct gathering_tally *tally = &gathering_of(parts)->tally;
    return row_ratio((double)tally->inside, (double)tally->middles);
}

// clang-format off
static const struct measure_row middle_rows[] = {
    {.measure = {NAMED("inside", "1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("People who sat in the middle", "People who sat in the middle at least once in a session in which others sat around, on average", COUNTED),
                 MANY("brought", "people to the middle")},
     .value = inside},
};
// clang-format on

static bool some_sit_in_the_middle(const struct scenario *scenario)
{
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (method_has_a_middle(lines[i].method))
            return true;
    return false;
}

extern const struct chapter middle_chapter;
const struct chapter middle_chapter = {
    .needs = "a circle that others sit around", .has = some_sit_in_the_middle, ROWS(middle_rows)};

extern const struct chapter session_course_chapter;
const struct chapter session_course_chapter = {ROWS(course_rows)};

// clang-format off
static const struct measure_row turnover_rows[] = {
    {.measure = {NAMED("heads_at", "1", FROM_ZERO), AT_MEAN,
                 SAYS("People at a session", "People who came to a session of the calendar, of those that began since the last sample", COUNTED)},
     .value = heads_of_recent},
};
// clang-format on

static bool people_come_and_go(const struct scenario *scenario)
{
    return scenario->wishes.turnover;
}

extern const struct chapter heads_chapter;
const struct chapter heads_chapter = {
    .needs = "people who come and go", .has = people_come_and_go, .for_all = true, ROWS(turnover_rows)};

/* The calendar as planned, for pictures of the week of a design: its lines as people would put them on a
 * notice board, and when their sessions begin.
 *
 * Sessions are listed by calendar_next, which the runs go by too. What runs over, and places that are closed,
 * belong to runs. */
#include <math.h>

#include "base/text.h"
#include "checking.h"
#include "conversation/rules.h"
#include "gathering/gathering_parts.h"
#include "places/places.h"
#include "scenario.h"
#include "weeks.h"

enum { DAYS = 7, LONGEST_SPAN = 32 };
static const double percent = 100;

static const char *const day_names[DAYS] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};

/* "Saturday and Sunday" */
static void say_days(unsigned days, struct text *out)
{
    size_t count = 0, said = 0;
    for (unsigned day = 0; day < DAYS; day++)
        count += days >> day & 1;
    for (unsigned day = 0; day < DAYS; day++) {
        if ((days >> day & 1) == 0)
            continue;
        text_print(out, "%s%s", said == 0 ? "" : said + 1 == count ? " and " : ", ", day_names[day]);
        said++;
    }
}

static void say_every(sim_time every, struct text *out)
{
    char span[LONGEST_SPAN];
    if (every == SIM_DAY)
        text_say(out, "every day");
    else if (every == SIM_WEEK)
        text_say(out, "every week");
    else if (every % SIM_WEEK == 0)
        text_print(out, "every %lld weeks", (long long)(every / SIM_WEEK));
    else if (every % SIM_DAY == 0)
        text_print(out, "every %lld days", (long long)(every / SIM_DAY));
    else
        text_print(out, "every %s", sim_time_text(every, span, sizeof span));
}

static void say_clock(sim_time at, struct text *out)
{
    text_print(out, " at %lld:%02lld", (long long)(at / SIM_HOUR), (long long)(at / SIM_MINUTE % 60));
}

/* Every day on some weekdays is each of these days. */
static void say_rhythm(const struct calendar_entry *entry, unsigned days, struct text *out)
{
    char span[LONGEST_SPAN];
    if (entry->again_after > 0)
        text_print(out, "again %s after it ended, at first",
                   sim_time_text(entry->again_after, span, sizeof span));
    else if (entry->every <= 0)
        text_say(out, "once");
    else if (days != 0 && (entry->every == SIM_WEEK || entry->every == SIM_DAY))
        text_say(out, "every");
    else
        say_every(entry->every, out);
    if (days == 0)
        return;
    text_say(out, entry->every == SIM_WEEK || entry->every == SIM_DAY ? " " : " on ");
    say_days(days, out);
}

static const char *when_words(const struct calendar_entry *entry, struct arena *arena)
{
    struct text out = {0};
    say_rhythm(entry, weekday_bits(entry->on), &out);
    say_clock(entry->at, &out);
    unsigned except = weekday_bits(entry->except);
    if (except != 0) {
        text_say(&out, ", not on ");
        say_days(except, &out);
    }
    const char *words = arena_text(arena, out.bytes, out.length);
    text_free(&out);
    return words;
}

static void say_delegates(const struct calendar_entry *entry, struct text *out)
{
    bool any = entry->category == NULL || entry->category->category == ANY_CATEGORY;
    text_print(out, "one delegate of each %s%sworking group", any ? "" : entry->category->choice.name,
               any ? "" : " ");
    if (calendar_calls_all_sites(entry))
        text_say(out, " of all sites, at a site that meets online");
    else if (any)
        text_say(out, "; everybody where there are none");
}

static void say_called(const struct calendar_entry *entry, double share, struct text *out)
{
    if (entry->who != NULL && entry->who->delegates)
        say_delegates(entry, out);
    else if (entry->who != NULL && entry->who->same)
        text_print(out, "those who came to the last session, %.3g %% of them again",
                   percent * entry->returns);
    else if (entry->heads > 0)
        text_print(out, "everybody, of whom %lld come", (long long)entry->heads);
    else if (share >= 1)
        text_say(out, "everybody, and all come");
    else
        text_print(out, "everybody, of whom about %.3g %% come", percent * share);
}

static const char *who_words(const struct calendar_entry *entry, double share, uint32_t sites,
                             struct arena *arena)
{
    struct text out = {0};
    say_called(entry, entry->attendance > 0 ? entry->attendance : share, &out);
    if (entry->inquiry != NULL)
        text_print(&out, "; about the question \"%s\"", entry->inquiry);
    if (entry->practice == NULL && sites > 1 && !calendar_calls_all_sites(entry))
        text_print(&out, "; at each of %u sites", sites);
    if (entry->practice != NULL)
        text_print(&out, "; only at sites with the practice \"%s\"", entry->practice);
    if (entry->series != NULL)
        text_print(&out, "; one of the sessions of \"%s\"", entry->series);
    const char *words = arena_text(arena, out.bytes, out.length);
    text_free(&out);
    return words;
}

/* Hours of a stage; NaN: it has no length of its own. Leave is taken at once. */
static double stage_hours(const struct stage *stage)
{
    if (stage->lasts > 0)
        return sim_hours(stage->lasts) * (double)(stage->times > 1 ? stage->times : 1);
    return stage->verb->silent && !stage->verb->needs_time && stage->work == 0 ? 0.0 : (double)NAN;
}

static double hours_of(const struct calendar_entry *entry)
{
    double hours = 0;
    const struct stage *stages = entry->method == NULL ? NULL : entry->method->stages.items;
    for (size_t i = 0; stages != NULL && i < entry->method->stages.count; i++)
        hours += stage_hours(&stages[i]);
    if (entry->lasts <= 0)
        return hours > 0 ? hours : (double)NAN;
    double most = sim_hours(entry->lasts);
    return hours > 0 && hours < most ? hours : most;
}

/* People of the sites that certainly hold the line from the beginning. */
static double people_called(const struct scenario *scenario, const struct calendar_entry *entry)
{
    const struct people_settings *people = scenario_settings(scenario, &people_section);
    double share = entry->attendance > 0 ? entry->attendance : people->attendance, heads = 0;
    bool known = entry->practice_number == 0 && (entry->who == NULL || !entry->who->delegates) &&
                 (entry->who == NULL || !entry->who->same);
    for (uint32_t site = 0; site < scenario->places.count; site++) {
        double there = (double)scenario->places.all[site].people;
        double come = entry->heads > 0 ? fmin((double)entry->heads, there) : share * there;
        heads += come;
    }
    return known ? heads : (double)NAN;
}

static const char *given(const char *text)
{
    return text == NULL ? "" : text;
}

static const struct calendar_stage *stages_of(const struct method *method, struct arena *arena)
{
    const struct stage *stages = method->stages.items;
    struct calendar_stage *said = ARENA_NEW(arena, struct calendar_stage, method->stages.count + 1);
    for (size_t i = 0; i < method->stages.count; i++) {
        const struct verb *verb = stages[i].verb;
        bool titled = stages[i].title != NULL && *stages[i].title != '\0';
        said[i] = (struct calendar_stage){
            .title = titled ? stages[i].title : verb->choice.name,
            .meaning = verb->choice.meaning,
            .floor = verb->talks || verb->decides ? stages[i].floor->choice.meaning : "",
            .passes = verb->decides ? stages[i].decision->meaning : "",
        };
    }
    return said;
}

static struct calendar_line line_of(const struct scenario *scenario, const struct calendar_entry *entry,
                                    struct arena *arena)
{
    const struct people_settings *people = scenario_settings(scenario, &people_section);
    const struct method *method = entry->method;
    return (struct calendar_line){
        .method = entry->hold,
        .title = method == NULL ? entry->hold : given(method->title),
        .meaning = method == NULL ? "" : given(method->meaning),
        .deciders = method == NULL ? "" : given(method_deciders(method, arena)),
        .when = when_words(entry, arena),
        .who = who_words(entry, people->attendance, scenario->places.count, arena),
        .hours = hours_of(entry),
        .heads = people_called(scenario, entry),
        .stages = method == NULL ? NULL : stages_of(method, arena),
        .stage_count = method == NULL ? 0 : method->stages.count,
    };
}

/* When the session after one that begins at `begins` does. */
static sim_time session_after(const struct calendar_entry *entry, int first_day, sim_time begins)
{
    double hours = hours_of(entry);
    if (entry->again_after <= 0)
        return calendar_next(entry, first_day, begins + 1);
    return isfinite(hours) ? begins + sim_time_from_hours(hours) + entry->again_after : SIM_NEVER;
}

static void plan_sessions(struct weeks *weeks, const struct calendar_entry *entry, int first_day)
{
    sim_time begins = entry->again_after > 0 ? entry->at : calendar_next(entry, first_day, 0);
    while (begins < weeks->until && weeks_add_session(weeks, begins))
        begins = session_after(entry, first_day, begins);
    if (entry->again_after > 0 && begins == SIM_NEVER)
        weeks_lose_track(weeks);
}

void gathering_plan(const struct checking *checking, struct weeks *weeks)
{
    const struct scenario *scenario = checking->scenario;
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *entries = calendar->items;
    for (size_t i = 0; i < calendar->count; i++) {
        if (!entries[i].held)
            continue;
        weeks_add_line(weeks, line_of(scenario, &entries[i], weeks->arena));
        plan_sessions(weeks, &entries[i], checking->first_day);
    }
}

#include "program/minutes_scenario.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "program/scenario_head.h"
#include "scenario/quote.h"

enum { DAYS = 7, HOUR = 60, QUARTER = 15, LONGEST_DAY = 24, LEAST_PEOPLE = 2 };
/* A run lasts as long as the minutes do, within these; and for so many sessions at least. */
static const double shortest_run = 14, longest_run = 56, fewest_sessions = 8;
static const double longest_session = 10 * HOUR, longest_evening = 4 * HOUR;

static const char *const day_names[DAYS] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};

/* --- what the file of words says is held --- */

static const char *word_at(struct node *map, const char *key)
{
    const struct node *node = node_at(map, key);
    return node == NULL || node->kind != NODE_SCALAR ? "" : node->text;
}

static double usual(const struct minutes_told *told, const char *key)
{
    return strtod(word_at(node_at(told->words, "usual"), key), NULL);
}

static const char *design_name(const struct minutes_told *told)
{
    return word_at(node_at(told->words, "held"), "name");
}

/* --- how often and how long --- */

/* What one session is like, from the table or as usual. */
struct sessions_told {
    const char *when; /* "every: 7 d, on: [monday, thursday]" */
    double days;      /* between two of them */
    double minutes, heads;
    bool timed, counted, dated; /* the table says it */
};

/* As many weekdays as there are sessions a week, those on which most were held. */
static const char *weekdays_held(const struct minutes_load *load, int count, struct arena *arena)
{
    bool chosen[DAYS] = {false};
    const char *list = "";
    for (int i = 0; i < count; i++) {
        int best = -1;
        for (int day = 0; day < DAYS; day++)
            if (!chosen[day] && (best < 0 || load->held[day] > load->held[best]))
                best = day;
        chosen[best] = true;
    }
    for (int day = 0; day < DAYS; day++)
        if (chosen[day])
            list = arena_print(arena, "%s%s%s", list, *list == '\0' ? "" : ", ", day_names[day]);
    return list;
}

static struct sessions_told sessions_of(const struct minutes_told *told, struct arena *arena)
{
    const struct minutes_load *load = &told->load;
    struct sessions_told sessions = {
        .when = arena_print(arena, "every: %s", word_at(node_at(told->words, "usual"), "every")),
        .days = 1,
        .timed = load->session_minutes > 0,
        .counted = load->present.count > 0,
        .dated = load->dated};
    sessions.minutes = sessions.timed
                           ? fmin(longest_session, QUARTER * ceil(load->session_minutes / QUARTER - 1e-9))
                           : usual(told, "session_minutes");
    sessions.heads = sessions.counted ? fmax(LEAST_PEOPLE, round(load->present.mean)) : usual(told, "heads");
    if (!load->dated)
        return sessions;
    const double a_week = DAYS * (double)load->sessions / load->days;
    const int weekdays = a_week > DAYS ? DAYS : (int)lround(a_week);
    const int weeks = weekdays > 0 ? 1 : (int)fmin(52, round(1 / a_week));
    sessions.days = weekdays > 0 ? (double)DAYS / weekdays : (double)DAYS * weeks;
    sessions.when = weekdays == DAYS ? "every: 1 d"
                                     : arena_print(arena, "every: %d d, on: [%s]", DAYS * weeks,
                                                   weekdays_held(load, weekdays > 0 ? weekdays : 1, arena));
    return sessions;
}

static double days_to_run(const struct minutes_told *told, const struct sessions_told *sessions)
{
    const double days = told->load.dated ? ceil(told->load.days) : usual(told, "days");
    return fmin(365, fmax(fewest_sessions * sessions->days, fmax(shortest_run, fmin(longest_run, days))));
}

/* --- the text --- */

static void say_head(struct call *call, const struct minutes_told *told, struct text *out)
{
    const struct minutes_load *load = &told->load;
    char first[LONGEST_DAY], last[LONGEST_DAY];
    head_modeline(call, out);
    text_say(out, "# Made by `groundswell record` from ");
    quote_add(out, load->file, strlen(load->file));
    text_print(out, ": %zu row%s", load->rows, load->rows == 1 ? "" : "s");
    if (load->sessions > 0)
        text_print(out, " of %zu session%s", load->sessions, load->sessions == 1 ? "" : "s");
    if (load->named)
        text_print(out, ", %zu proposal%s", load->proposals, load->proposals == 1 ? "" : "s");
    if (load->sessions > 0)
        text_print(out, ", %s to %s", minutes_day(load->first_day, first, sizeof first),
                   minutes_day(load->last_day, last, sizeof last));
    text_say(out, ".\n# What the table does not say is assumed, and a comment says so: change it to what you "
                  "know. `groundswell explain NAME` says\n# what a setting means.\n");
    minutes_say_unused(told, out);
    text_say(out,
             "title: What our minutes say\n"
             "question: Which plausible worlds agree with our minutes, and which way to meet is ahead in "
             "them?\n");
}

static void say_run(const struct minutes_told *told, const struct sessions_told *sessions, struct text *out,
                    struct arena *arena)
{
    const struct minutes_load *load = &told->load;
    const double days = days_to_run(told, sessions);
    minutes_line(out, "headline: decisions_per_hour", "the measure that answers it");
    minutes_line(out, arena_print(arena, "lasts: %.0f d", days),
                 !load->dated ? "assumed: the table has no dates"
                 : days < load->days
                     ? arena_print(arena, "the minutes are of %.4g days; so many are enough", load->days)
                     : arena_print(arena, "the minutes are of %.4g days", load->days));
    if (load->sessions > 0)
        minutes_line(out, arena_print(arena, "starts_on: %s", day_names[load->weekday]),
                     "weekday of the first session");
    minutes_line(out, "replications: 20", "runs of each design, with the same people and proposals for all");
}

static void say_people(const struct minutes_told *told, const struct sessions_told *sessions,
                       struct text *out, struct arena *arena)
{
    const struct minutes_load *load = &told->load;
    const double people = sessions->counted ? fmax(sessions->heads, fmax(LEAST_PEOPLE, load->most_present))
                                            : usual(told, "people");
    text_say(out, "sites:\n");
    minutes_line(out, arena_print(arena, "  - {name: Our place, people: %.0f}", people),
                 sessions->counted ? "the most who were present at once: there may be more"
                                   : "assumed: the table does not say how many there are");
}

static void say_proposals(const struct minutes_told *told, const char *facets, struct text *out,
                          struct arena *arena)
{
    const char *rate = minutes_rate(told, arena);
    text_say(out, "proposals:\n");
    if (*rate != '\0')
        minutes_line(out, arena_print(arena, "  %s", rate), minutes_rate_from(told, arena));
    else
        minutes_line(out, arena_print(arena, "  per_day: %.4g /d", usual(told, "proposals_a_day")),
                     "assumed: the table does not say how many come in a day");
    text_say(out, facets);
}

static void say_for(double minutes, struct text *out)
{
    const long whole = lround(minutes);
    if (whole >= HOUR)
        text_print(out, "%ld h%s", whole / HOUR, whole % HOUR == 0 ? "" : " ");
    if (whole % HOUR != 0)
        text_print(out, "%ld min", whole % HOUR);
}

static void say_design(const struct sessions_told *sessions, const char *name, const char *method,
                       const char *at, const char *comment, struct text *out, struct arena *arena)
{
    minutes_line(out, arena_print(arena, "  %s:", name), comment);
    text_print(out, "    calendar:\n      - {%s, at: \"%s\", hold: %s, for: ", sessions->when,
               sessions->minutes > longest_evening ? "9:00" : at, method);
    say_for(sessions->minutes, out);
    text_print(out, ", heads: %.0f}\n", sessions->heads);
}

/* What is known of the sessions, and what is not. */
static void say_sessions(const struct minutes_told *told, const struct sessions_told *sessions,
                         struct text *out)
{
    const struct minutes_load *load = &told->load;
    text_say(out, "# Sessions: ");
    if (sessions->dated)
        text_print(out, "%zu in %.4g days", load->sessions, load->days);
    else
        text_say(out, "how often is assumed");
    if (sessions->timed)
        text_print(out, "; proposals took up to %.0f minutes of one (in 9 of 10), which is its length here",
                   load->session_minutes);
    else
        text_say(out, "; how long they last is assumed");
    if (sessions->counted)
        text_print(out, "; %.4g people came to one (%.4g to %.4g).\n", load->present.mean,
                   load->present.least, load->present.most);
    else
        text_say(out, "; how many people come is assumed.\n");
    if (load->minutes.count > 0)
        text_print(out,
                   "# A proposal took %.4g minutes on average (%.4g to %.4g); half of them took fewer than "
                   "%.4g (%.4g to %.4g).\n",
                   load->minutes.mean, load->minutes.least, load->minutes.most, load->half_below,
                   load->half_least, load->half_most);
}

static void say_designs(const struct minutes_told *told, const struct sessions_told *sessions,
                        struct text *out, struct arena *arena)
{
    struct node *held = node_at(told->words, "held"), *instead = node_at(told->words, "instead");
    const char *at = word_at(held, "at");
    say_sessions(told, sessions, out);
    minutes_line(out, "designs:", "put in your own; the minutes are held against the first");
    say_design(sessions, design_name(told), word_at(held, "hold"), at,
               "as often and as long as the minutes say", out, arena);
    for (struct node *other = instead == NULL ? NULL : instead->first; other != NULL; other = other->next) {
        if (strtod(word_at(other, "least"), NULL) > sessions->minutes)
            continue;
        say_design(sessions, word_at(other, "name"), word_at(other, "hold"), at,
                   "another way to meet, with as many hours", out, arena);
        break;
    }
}

static void say_fit(const struct minutes_told *told, struct text *out)
{
    if (!minutes_can_fit(told)) {
        text_say(out, "# No number has a range, so that no world can be held against it.\n");
        return;
    }
    text_say(out, "# 200 plausible worlds: all assumed numbers changed at once; those that agree best with "
                  "the minutes are kept.\n");
    text_say(out, minutes_worlds);
    text_print(out, "fit: {keep: 10 %%, design: %s}\n", design_name(told));
}

/* --- how complex proposals are --- */

struct trial {
    const struct minutes_told *told;
    const struct sessions_told *sessions;
};

static void write_trial(const void *asker, const char *facets, struct text *out)
{
    const struct trial *trial = asker;
    struct arena arena = {0};
    struct sessions_told sessions = *trial->sessions;
    struct minutes_told told = *trial->told;
    sessions.heads = fmin(sessions.heads, MOST_PEOPLE_TRIED);
    told.load.most_present = fmin(told.load.most_present, MOST_PEOPLE_TRIED);
    text_say(out, "title: Trying\n");
    say_run(&told, &sessions, out, &arena);
    say_people(&told, &sessions, out, &arena);
    say_proposals(&told, facets, out, &arena);
    say_designs(&told, &sessions, out, &arena);
    arena_free(&arena);
}

static enum status find_facets(struct call *call, const struct minutes_told *told,
                               const struct sessions_told *sessions, struct text *line)
{
    const struct trial trial = {told, sessions};
    const struct facets_wanted wanted = {told->load.minutes.mean, &trial, write_trial};
    struct facets_tried tried;
    if (told->load.minutes.count == 0) {
        minutes_line(line, arena_print(&call->arena, "  facets: %d", (int)USUAL_FACETS),
                     "assumed: the table does not say how long a proposal takes");
        return STATUS_FINE;
    }
    enum status status = facets_try(call, &wanted, &tried);
    if (status == STATUS_FINE)
        minutes_line(line, arena_print(&call->arena, "  facets: %d", tried.facets),
                     minutes_facets_from(&wanted, &tried, &call->arena));
    return status;
}

enum status minutes_scenario_write(struct call *call, const struct minutes_told *told, struct text *scenario)
{
    const struct sessions_told sessions = sessions_of(told, &call->arena);
    struct text facets = {0};
    enum status status = find_facets(call, told, &sessions, &facets);
    if (status == STATUS_FINE) {
        say_head(call, told, scenario);
        say_run(told, &sessions, scenario, &call->arena);
        say_people(told, &sessions, scenario, &call->arena);
        say_proposals(told, facets.bytes, scenario, &call->arena);
        say_designs(told, &sessions, scenario, &call->arena);
        minutes_say_found(told, scenario);
        say_fit(told, scenario);
        status = minutes_check(call, "new scenario", scenario);
    }
    text_free(&facets);
    return status;
}

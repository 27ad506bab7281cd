#include "program/own_week.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "program/asking.h"
#include "program/facets_tried.h"
#include "program/library.h"
#include "scenario/node.h"

enum { DAYS = 7, HOUR = 60 };
static const double percent = 100;

/* --- what is held --- */

/* What is held, by who decides, and how people say it: from a file of the library, since no method is known
 * here by name. */
struct held {
    const char *together, *circles, *short_circles;
    const char *deciders[DECIDE_COUNCIL + 1];                /* words, as ask_choice takes them */
    double longest_together, longest_circles, least_circles; /* minutes */
};

static const char *word_at(struct node *tree, const char *key, const char *word)
{
    const struct node *node = node_at(node_at(tree, key), word);
    return node == NULL || node->kind != NODE_SCALAR ? "" : node->text;
}

static double minutes_at(struct node *tree, const char *key, const char *word)
{
    return strtod(word_at(tree, key, word), NULL);
}

static enum status read_held(struct call *call, struct held *held)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    const char *path = arena_print(&call->arena, "%s/data/own-week.yml", library);
    struct node *tree = node_read_file(path, &call->arena, &call->trouble);
    if (tree == NULL)
        return trouble_status(&call->trouble);
    *held = (struct held){
        .together = word_at(tree, "together", "hold"),
        .circles = word_at(tree, "circles", "hold"),
        .short_circles = word_at(tree, "short_circles", "hold"),
        .deciders = {word_at(tree, "together", "words"), word_at(tree, "circles", "words"),
                     word_at(tree, "council", "words")},
        .longest_together = minutes_at(tree, "together", "longest"),
        .longest_circles = minutes_at(tree, "circles", "longest"),
        .least_circles = minutes_at(tree, "circles", "least"),
    };
    bool said = true;
    for (size_t i = 0; i <= DECIDE_COUNCIL; i++)
        said = said && held->deciders[i][0] != '\0';
    if (said && held->longest_together >= 1 && held->longest_circles >= 1)
        return STATUS_FINE;
    return call_trouble(call, STATUS_BAD_INPUT, "%s does not say what is held", path);
}

/* --- questions --- */

enum status own_week_ask(struct call *call, struct own_week *week)
{
    static const struct asked_number people = {
        "How many people are there?", "120", ASKED_COUNT, 10, 100000, "a number of people from 10 to 100000"};
    static const struct asked_number share = {
        "Which share of them comes to a session?", "40 %", ASKED_SHARE, 0.01, 1,
        "a share from 1 % to 100 %, as in `40 %`"};
    static const struct asked_number a_week = {
        "How many proposals come in a week?",
        "14",
        ASKED_A_WEEK,
        0.1,
        1000,
        "a number of proposals a week from 0.1 to 1000, as in `14` or `2 a day`"};
    static const struct asked_number minutes = {"How many minutes does one take, until it is decided?",
                                                "30",
                                                ASKED_MINUTES,
                                                1,
                                                600,
                                                "minutes from 1 to 600, as in `30` or `1 h`"};
    static const struct asked_number hours = {"How many hours of sessions are there a week?",
                                              "14",
                                              ASKED_HOURS,
                                              1,
                                              84,
                                              "hours from 1 to 84, as in `14`"};
    static const struct asked_number council = {"How many sit in the council?",    "12", ASKED_COUNT, 5, 100,
                                                "a number of people from 5 to 100"};
    struct held held;
    enum status status = read_held(call, &held);
    if (status != STATUS_FINE)
        return status;
    struct asking asking = asking_begin(call);
    status = ask_number(&asking, &people, &week->people);
    if (status == STATUS_FINE)
        status = ask_number(&asking, &share, &week->share);
    if (status == STATUS_FINE)
        status = ask_number(&asking, &a_week, &week->a_week);
    if (status == STATUS_FINE)
        status = ask_number(&asking, &minutes, &week->minutes);
    if (status == STATUS_FINE)
        status = ask_choice(&asking, "Who decides today: all together, circles, or a council?", held.deciders,
                            sizeof held.deciders / sizeof *held.deciders, &week->deciders);
    if (status == STATUS_FINE && week->deciders == DECIDE_COUNCIL)
        status = ask_number(&asking, &council, &week->council);
    return status == STATUS_FINE ? ask_number(&asking, &hours, &week->hours) : status;
}

/* A line with a comment behind it, all comments in one column. */
static void say_line(struct text *out, const char *line, const char *comment)
{
    enum { COLUMN = 32 };
    text_print(out, "%-*s # %s\n", COLUMN, line, comment);
}

/* --- weeks of as many hours --- */

/* Days that are still free, and the text of a calendar so far. */
struct week_text {
    const struct held *held;
    bool taken[DAYS];
    int most_days; /* that sessions of one kind may take */
    struct text *out;
};

static const char *const day_names[DAYS] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};
/* Assemblies spread over the week, and are held in the evening; circles begin with the weekend. */
static const int evenings[DAYS] = {0, 3, 2, 4, 1, 5, 6}, weekends[DAYS] = {6, 5, 2, 0, 3, 1, 4};

static void say_days(struct week_text *week, const int *order, int count)
{
    bool chosen[DAYS] = {false};
    for (int i = 0; i < DAYS && count > 0; i++)
        if (!week->taken[order[i]]) {
            week->taken[order[i]] = chosen[order[i]] = true;
            count--;
        }
    const char *between = "[";
    for (int day = 0; day < DAYS; day++)
        if (chosen[day]) {
            text_print(week->out, "%s%s", between, day_names[day]);
            between = ", ";
        }
    text_say(week->out, "]");
}

static void say_minutes(struct text *out, long minutes)
{
    if (minutes >= HOUR)
        text_print(out, "%ld h%s", minutes / HOUR, minutes % HOUR == 0 ? "" : " ");
    if (minutes % HOUR != 0)
        text_print(out, "%ld min", minutes % HOUR);
}

/* How many sessions `minutes` a week make, of `most` minutes each where the days suffice. */
static int sessions_of(const struct week_text *week, double minutes, double most)
{
    int free_days = 0;
    for (int day = 0; day < DAYS; day++)
        free_days += week->taken[day] ? 0 : 1;
    free_days = free_days > week->most_days ? week->most_days : free_days;
    int count = (int)ceil(minutes / most - 1e-9);
    return count < 1 ? 1 : count > free_days ? free_days : count;
}

static void add_assemblies(struct week_text *week, double minutes, double council)
{
    const double longest_evening = 4 * HOUR;
    int count = sessions_of(week, minutes, week->held->longest_together);
    long each = lround(minutes / count);
    text_say(week->out, "      - {every: 7 d, on: ");
    say_days(week, evenings, count);
    text_print(week->out, ", at: \"%s\", hold: %s, for: ", (double)each <= longest_evening ? "19:00" : "9:00",
               week->held->together);
    say_minutes(week->out, each);
    if (council > 0)
        text_print(week->out, ", heads: %.0f", council);
    text_say(week->out, "}\n");
}

static void add_circles(struct week_text *week, double minutes)
{
    int count = sessions_of(week, minutes, week->held->longest_circles);
    long each = lround(minutes / count);
    text_say(week->out, "      - {every: 7 d, on: ");
    say_days(week, weekends, count);
    text_print(week->out, ", at: \"9:00\", hold: %s, for: ",
               (double)each >= week->held->least_circles ? week->held->circles : week->held->short_circles);
    say_minutes(week->out, each);
    text_say(week->out, "}\n");
}

/* How the hours of a design are spent. */
struct spent {
    double together, circles; /* minutes a week */
    double council;           /* people who decide for all; 0: all who come */
};

static void add_design(const struct held *held, const char *name, const char *comment,
                       const struct spent *spent, struct text *out)
{
    bool both = spent->together > 0 && spent->circles > 0;
    struct week_text week = {.held = held, .out = out, .most_days = both ? DAYS / 2 + 1 : DAYS};
    struct arena arena = {0};
    say_line(out, arena_print(&arena, "  %s:", name), comment);
    text_say(out, "    calendar:\n");
    arena_free(&arena);
    if (spent->circles > 0)
        add_circles(&week, spent->circles);
    if (spent->together > 0)
        add_assemblies(&week, spent->together, spent->council);
}

static void add_designs(const struct own_week *own, const struct held *held, struct text *out)
{
    const double all = own->hours * HOUR, half = all / 2, enough = 4.0 * HOUR;
    const struct spent together = {all, 0, 0}, circles = {0, all, 0}, council = {all, 0, own->council},
                       both = {half, half, 0};
    const char *each = "each circle decides its own proposals";
    const char *whole = "all who come decide together";
    say_line(out, "designs:", "today's week, and others with as many hours of sessions");
    if (own->deciders == DECIDE_ALL)
        add_design(held, "today", whole, &together, out);
    else if (own->deciders == DECIDE_CIRCLES)
        add_design(held, "today", each, &circles, out);
    else
        add_design(held, "today", "a council decides for all", &council, out);
    if (own->deciders != DECIDE_CIRCLES)
        add_design(held, "circles decide", each, &circles, out);
    if (own->deciders != DECIDE_ALL)
        add_design(held, "all decide", whole, &together, out);
    if (own->deciders != DECIDE_COUNCIL && all >= enough)
        add_design(held, "half and half", "half of the hours for circles, half for all together", &both, out);
}

/* --- how long a proposal takes --- */

static void add_people(const struct own_week *own, const char *facets, struct arena *arena, struct text *out)
{
    text_print(out, "sites:\n  - {name: Our place, people: %.0f}\npeople:\n", own->people);
    say_line(out, arena_print(arena, "  attendance: %.4g %%", percent * own->share),
             "share of the people who come to a session");
    text_say(out, "proposals:\n");
    say_line(out, arena_print(arena, "  per_day: %.4g /d", own->a_week / DAYS),
             arena_print(arena, "%.4g a week", own->a_week));
    text_say(out, facets);
}

static void add_scenario(const struct own_week *own, const struct held *held, const char *title,
                         const char *facets, struct text *out)
{
    struct arena arena = {0};
    text_say(out, "# Made from your answers by `groundswell new --ask`: change what you like.\n"
                  "# `groundswell explain NAME` says what a setting means.\n");
    text_say(out, title);
    text_say(out, "question: Does our week keep up with what comes in, and would another one with as many "
                  "hours?\n");
    say_line(out, "headline: open_at_end", "proposals that are open at the end: the fewer, the better");
    say_line(out, "lasts: 56 d", "eight weeks");
    say_line(out, "replications: 20", "runs of each design, with the same people and proposals for all");
    add_people(own, facets, &arena, out);
    add_designs(own, held, out);
    say_line(out, "assumptions:", "numbers that may turn the answer: count them");
    text_print(out,
               "  - {set: proposals.per_day, to: [%.4g /d, %.4g /d], why: \"how much comes in: half and "
               "double\"}\n",
               own->a_week / DAYS / 2, own->a_week / DAYS * 2);
    text_say(out,
             "  - {set: conversation.facet_minutes, to: [0.3 min, 3 min], why: \"how long people speak at a "
             "time: take a watch\"}\n");
    arena_free(&arena);
}

/* What is tried. */
struct trial {
    const struct own_week *own;
    const struct held *held;
};

static void write_trial(const void *asker, const char *facets, struct text *out)
{
    const struct trial *trial = asker;
    struct own_week tried = *trial->own;
    tried.people = fmin(tried.people, MOST_PEOPLE_TRIED);
    add_scenario(&tried, trial->held, "title: Trying\n", facets, out);
}

enum status own_week_write(struct call *call, const struct own_week *own, const char *title,
                           struct text *scenario)
{
    struct held held;
    const struct trial trial = {own, &held};
    const struct facets_wanted wanted = {own->minutes, &trial, write_trial};
    struct facets_tried tried;
    enum status status = read_held(call, &held);
    if (status == STATUS_FINE)
        status = facets_try(call, &wanted, &tried);
    if (status != STATUS_FINE)
        return status;
    struct text lines = {0};
    if (isfinite(tried.minutes)) {
        say_line(&lines, arena_print(&call->arena, "  facets: %d", tried.facets),
                 "how complex a proposal is: found by trying, so that one takes");
        say_line(&lines, "",
                 arena_print(&call->arena, "about %.0f minutes of today's sessions (you said %.0f%s)",
                             tried.minutes, own->minutes, facets_doubt(&wanted, &tried)));
    } else {
        say_line(&lines, arena_print(&call->arena, "  facets: %d", tried.facets),
                 "how complex a proposal is: a guess, since hardly any is heard today");
        say_line(&lines, "",
                 arena_print(&call->arena, "(you said that one takes %.0f minutes)", own->minutes));
    }
    add_scenario(own, &held, title, lines.bytes, scenario);
    text_free(&lines);
    return STATUS_FINE;
}

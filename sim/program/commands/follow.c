/* One session of one run, as it happened. */
#include <math.h>
#include <string.h>

#include "analysis/figures/figure.h"
#include "analysis/figures/followed_picture.h"
#include "analysis/plain/fold.h"
#include "analysis/report/followed_page.h"
#include "analysis/words/followed_json.h"
#include "analysis/words/followed_text.h"
#include "base/destination.h"
#include "program/carry_out.h"
#include "program/designs.h"
#include "program/source.h"

/* The run, and what is asked of it. */
struct chase {
    struct experiment_request request;
    struct experiment *experiment;
    const struct record_plan *plan;
    size_t design, site;
    struct outcome *outcome;
};

/* A text in YAML's double quotes. */
static const char *quoted(struct arena *arena, const char *text)
{
    struct text out = {0};
    text_say(&out, "\"");
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '"' || *at == '\\')
            text_print(&out, "\\%c", *at);
        else if ((unsigned char)*at >= ' ')
            text_add(&out, at, 1);
    text_say(&out, "\"");
    const char *whole = arena_text(arena, out.bytes, out.length);
    text_free(&out);
    return whole;
}

/* The session is asked for as `--set` would: the run has the same luck with it. */
static void ask_for_session(struct call *call, struct experiment_request *request)
{
    const struct options *options = &call->options;
    long long session = options->session > 0 ? (long long)options->session : 1;
    const char **overrides = ARENA_NEW(&call->arena, const char *, request->override_count + 2);
    for (size_t i = 0; i < request->override_count; i++)
        overrides[i] = request->overrides[i];
    overrides[request->override_count++] = arena_print(&call->arena, "follow.session=%lld", session);
    if (options->site != NULL)
        overrides[request->override_count++] =
            arena_print(&call->arena, "follow.site=%s", quoted(&call->arena, options->site));
    request->overrides = overrides;
    request->base_only = true;
    request->replications = 0;
}

static enum status find_request(struct call *call, struct chase *chase)
{
    const char *name = call->arguments[0];
    const int64_t asked = call->options.replication;
    enum status status = STATUS_FINE;
    call->options.replication = 0; /* it is one of all runs of the scenario, and chosen below */
    if (!source_is_results(name))
        status = request_of(call, name, &chase->request);
    else if (call->options.override_count > 0)
        status =
            call_trouble(call, STATUS_USAGE, "%s holds runs that are done; `--set` needs a scenario", name);
    else
        status = request_again(call, name, &chase->request);
    call->options.replication = asked;
    if (status == STATUS_FINE)
        ask_for_session(call, &chase->request);
    return status;
}

/* A design has to be named where there are several: each has its own sessions. */
static enum status find_design(struct call *call, struct chase *chase)
{
    const struct record_plan *plan = chase->plan;
    const char *name = call->options.design;
    if (name == NULL && plan->design_count == 1)
        return STATUS_FINE;
    if (name != NULL)
        return design_find(call, call->arguments[0], plan->designs, plan->design_count, name, &chase->design)
                   ? STATUS_FINE
                   : STATUS_USAGE;
    call_trouble(call, STATUS_USAGE, "%s has several designs: say which one, with `--design NAME`",
                 call->arguments[0]);
    trouble_hint(&call->trouble, "the first one is `%s`", plan->designs[0]);
    return STATUS_USAGE;
}

static enum status find_run(struct call *call, const struct chase *chase)
{
    int64_t most = chase->plan->variants[0].replications, asked = call->options.replication;
    if (asked <= most)
        return STATUS_FINE;
    return call_trouble(call, STATUS_USAGE, "there is no run %lld: the scenario has %lld of each design",
                        (long long)asked, (long long)most);
}

static bool asked_to_stop(const void *watch)
{
    return watch_asked_to_stop(watch);
}

static enum status carry_out_one(struct call *call, struct chase *chase)
{
    const struct run_order order = {
        0, (uint32_t)(call->options.replication > 0 ? call->options.replication - 1 : 0),
        (uint32_t)chase->design};
    struct run_tally tally = {0};
    chase->outcome = outcome_new(&chase->plan->shape);
    carry_out_watch(call);
    watch_expect(call->watch, 1, 0);
    const struct run_terms terms = {1, asked_to_stop, call->watch};
    bool whole = experiment_run(chase->experiment, &order, &terms, chase->outcome, &tally);
    watch_end(call->watch);
    call->watch = NULL;
    if (whole)
        return STATUS_FINE;
    if (tally.excess.limit != NULL)
        return experiment_say_excess(chase->experiment, &order, &tally.excess, &call->trouble);
    return call_trouble(call, STATUS_INTERRUPTED, "stopped before the run was over; nothing is kept of it");
}

/* --- what happened, for the analysis --- */

static size_t find_table(const struct record_plan *plan)
{
    size_t which = 0;
    while (which < plan->shape.table_count && strcmp(plan->shape.tables[which]->name, "followed") != 0)
        which++;
    return which;
}

enum { WORD_SIZE = 64, MOST_COLUMNS = 16 };

/* Word number `which` of words with spaces between. */
static void flag_word(const char *words, size_t which, char word[WORD_SIZE])
{
    for (; which > 0 && *words != '\0'; which--) {
        words += strcspn(words, " ");
        words += strspn(words, " ");
    }
    size_t length = strcspn(words, " ");
    length = length < WORD_SIZE ? length : WORD_SIZE - 1;
    memcpy(word, words, length);
    word[length] = '\0';
}

static long whole_of(double number)
{
    return isfinite(number) ? lround(number) : FOLLOWED_NONE;
}

/* Cells by the names of their columns. */
struct cells {
    const struct outcome *outcome;
    const struct table *table;
    size_t which, row;
};

static double cell(const struct cells *cells, const char *name)
{
    for (size_t i = 0; i < cells->table->count; i++)
        if (strcmp(cells->table->columns[i].name, name) == 0)
            return outcome_cell(cells->outcome, cells->which, cells->row, i);
    return NAN;
}

static enum followed_what what_of(const struct cells *cells)
{
    char word[WORD_SIZE];
    for (size_t i = 0; i < cells->table->count; i++)
        if (strcmp(cells->table->columns[i].name, "kind") == 0) {
            flag_word(cells->table->columns[i].flags, (size_t)cell(cells, "kind"), word);
            return followed_named(word);
        }
    return FOLLOWED_OTHER;
}

static size_t read_rows(struct call *call, const struct chase *chase, struct followed_row **rows)
{
    size_t which = find_table(chase->plan);
    if (which == chase->plan->shape.table_count)
        return 0;
    size_t count = outcome_rows(chase->outcome, which);
    *rows = ARENA_NEW(&call->arena, struct followed_row, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct cells cells = {chase->outcome, chase->plan->shape.tables[which], which, i};
        (*rows)[i] = (struct followed_row){.time = cell(&cells, "time"),
                                           .what = what_of(&cells),
                                           .about = (enum followed_about)whole_of(cell(&cells, "about")),
                                           .stage = whole_of(cell(&cells, "stage")),
                                           .round = whole_of(cell(&cells, "round")),
                                           .circle = whole_of(cell(&cells, "circle")),
                                           .who = whole_of(cell(&cells, "who")),
                                           .matter = whole_of(cell(&cells, "matter")),
                                           .amount = cell(&cells, "amount"),
                                           .facets = whole_of(cell(&cells, "facets"))};
    }
    return count;
}

/* The line of the calendar that was held; lines of a design stand in a row. */
static const struct calendar_line *line_held(const struct chase *chase, long number)
{
    const struct record_calendar *calendar = &chase->plan->calendar;
    for (size_t i = 0; i < calendar->line_count; i++)
        if (calendar->lines[i].design == chase->design && number-- == 0)
            return &calendar->lines[i];
    return NULL;
}

static const struct followed_stage_words *words_of_stages(struct call *call, const struct calendar_line *line)
{
    struct followed_stage_words *words =
        ARENA_NEW(&call->arena, struct followed_stage_words, line->stage_count + 1);
    for (size_t i = 0; i < line->stage_count; i++)
        words[i] = (struct followed_stage_words){line->stages[i].title, line->stages[i].meaning,
                                                 line->stages[i].floor, line->stages[i].passes};
    return words;
}

/* --- what is told --- */

static enum status draw_session(struct call *call, const struct followed_told *told)
{
    const char *path = call->options.output;
    struct text drawing = {0};
    struct destination destination = {0};
    const char *dot = strrchr(path, '.');
    bool page = dot != NULL && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0);
    enum figure_format format = FIGURE_SVG;
    enum status status = page ? STATUS_FINE : figure_format_of(path, &format, &call->trouble);
    if (status != STATUS_FINE)
        trouble_hint(&call->trouble, "or with .html, for a page with the words beside it");
    if (status == STATUS_FINE)
        status = destination_find(path, page ? MADE_PAGE : MADE_FIGURE, &call->inputs, &destination,
                                  &call->trouble);
    if (status == STATUS_FINE && page)
        followed_page(told, &drawing);
    else if (status == STATUS_FINE)
        status = followed_figure(told, format, &drawing, &call->trouble);
    if (status == STATUS_FINE)
        status = destination_write(&destination, drawing.bytes, drawing.length, NULL, &call->trouble);
    destination_free(&destination);
    text_free(&drawing);
    return status;
}

static enum status no_such_session(struct call *call, const struct chase *chase)
{
    long long session = call->options.session > 0 ? (long long)call->options.session : 1;
    call_trouble(call, STATUS_USAGE, "there is no session %lld in run %lld of the design `%s`%s%s%s", session,
                 call->options.replication > 0 ? (long long)call->options.replication : 1LL,
                 chase->plan->designs[chase->design], call->options.site == NULL ? "" : " at `",
                 call->options.site == NULL ? "" : call->options.site, call->options.site == NULL ? "" : "`");
    trouble_hint(&call->trouble, "sessions of the calendar are counted from 1, site by site");
    return STATUS_USAGE;
}

static enum status tell_session(struct call *call, struct chase *chase)
{
    struct followed_row *rows = NULL;
    struct followed_session session;
    size_t count = read_rows(call, chase, &rows);
    const struct calendar_line *line = count == 0 ? NULL : line_held(chase, rows[0].who);
    if (line == NULL || !followed_find(rows, count, &call->arena, &session))
        return no_such_session(call, chase);
    const char *site = call->options.site == NULL ? chase->plan->sites[0] : call->options.site;
    const struct followed_told told = {
        .session = &session,
        .stages = words_of_stages(call, line),
        .stage_count = line->stage_count,
        .scenario = chase->plan->title,
        .design = chase->plan->designs[chase->design],
        .site = site,
        .method = line->title,
        .number = call->options.session > 0 ? (long)call->options.session : 1,
        .replication = call->options.replication > 0 ? (long)call->options.replication : 1,
        .first_weekday = chase->plan->calendar.first_weekday};
    if (call->options.form == FORM_JSON)
        call_json(call, followed_json(&told));
    else
        followed_say(&told, fold_width(call->screen.columns), &call->out);
    if (call->options.output == NULL)
        return STATUS_FINE;
    return draw_session(call, &told);
}

static enum status follow_run(struct call *call)
{
    struct chase chase = {0};
    enum status status = find_request(call, &chase);
    if (status != STATUS_FINE)
        return status;
    chase.experiment = experiment_load(&chase.request, &call->arena, &call->trouble);
    if (chase.experiment == NULL)
        return trouble_status(&call->trouble);
    chase.plan = experiment_plan(chase.experiment);
    status = find_design(call, &chase);
    if (status == STATUS_FINE)
        status = find_run(call, &chase);
    if (status == STATUS_FINE)
        status = carry_out_one(call, &chase);
    if (status == STATUS_FINE)
        status = tell_session(call, &chase);
    outcome_free(chase.outcome);
    return status;
}

const struct command command_follow = {
    .name = "follow",
    .arguments = "SCENARIO|FILE.h5",
    .summary = "follow one session as it happened: who spoke, what was said and decided",
    .detail = "Makes one run again, with the same luck as among all runs, and tells one session of it stage "
              "by stage: a "
              "bar for each circle with who spoke when, who walked from circle to circle, what was new, what "
              "was decided. "
              "Without --replication and --session the first ones. With --output also as a picture (svg, png "
              "or pdf) "
              "or a page (html). People have numbers, not names; it is a run of a model, not a record.",
    .accepts = (const int[]){OPTION_DESIGN, OPTION_REPLICATION, OPTION_SESSION, OPTION_SITE, OPTION_OUTPUT,
                             OPTION_SET, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = follow_run,
};

#include <string.h>

#include "analysis/figures/figure_batch.h"
#include "analysis/numbers/ranking.h"
#include "base/shell.h"
#include "program/source.h"

static const struct {
    const char *name;
    enum figure_kind kind;
} kinds[] = {
    {"dots", FIGURE_DOTS},           {"course", FIGURE_COURSE},     {"courses", FIGURE_COURSES},
    {"histogram", FIGURE_HISTOGRAM}, {"survival", FIGURE_SURVIVAL}, {"map", FIGURE_MAP},
    {"groups", FIGURE_GROUPS},       {"path", FIGURE_PATH},         {"sites", FIGURE_SITES},
    {"line", FIGURE_LINE},           {"cascades", FIGURE_CASCADES}, {"trees", FIGURE_TREES},
    {"help", FIGURE_HELP},           {"worlds", FIGURE_WORLDS},     {"scatter", FIGURE_SCATTER},
    {"screening", FIGURE_SCREENING}, {"indices", FIGURE_INDICES},   {"fit", FIGURE_FIT},
    {"front", FIGURE_FRONT},         {"ranking", FIGURE_RANKING},   {"precision", FIGURE_PRECISION},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static enum status read_kind(struct call *call, const struct results *results, struct figure_request *request)
{
    const char *names[KINDS];
    if (call->options.kind == NULL) {
        request->kind = figure_kind_of(results, request->measure);
        return STATUS_FINE;
    }
    for (size_t i = 0; i < KINDS; i++) {
        names[i] = kinds[i].name;
        if (strcmp(kinds[i].name, call->options.kind) != 0)
            continue;
        request->kind = kinds[i].kind;
        return STATUS_FINE;
    }
    call_trouble(call, STATUS_USAGE, "there is no kind of figure called `%s`", call->options.kind);
    const char *nearest = nearest_word(call->options.kind, names, KINDS);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(
            &call->trouble,
            "there are dots, course, courses, histogram, survival, map, line, groups, path, sites, "
            "cascades, trees, help, worlds, scatter, screening, indices, fit, front, ranking and precision");
    return STATUS_USAGE;
}

/* Figures that are of no one measure are called by name; a measure of that name goes first. A setting that
 * plausible worlds differ in names a scatter over it. */
static bool find_figure(const struct results *results, const char *name, struct figure_request *request)
{
    static const struct {
        const char *name;
        enum figure_kind kind;
    } named[] = {
        {"groups", FIGURE_GROUPS},   {"path", FIGURE_PATH},           {"map", FIGURE_SITES},
        {"sites", FIGURE_SITES},     {"survival", FIGURE_SURVIVAL},   {"cascades", FIGURE_CASCADES},
        {"trees", FIGURE_TREES},     {"help", FIGURE_HELP},           {"worlds", FIGURE_WORLDS},
        {"scatter", FIGURE_SCATTER}, {"screening", FIGURE_SCREENING}, {"indices", FIGURE_INDICES},
        {"fit", FIGURE_FIT},         {"week", FIGURE_WEEK},           {"front", FIGURE_FRONT},
        {"ranking", FIGURE_RANKING}, {"precision", FIGURE_PRECISION},
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (strcmp(named[i].name, name) == 0 && results_find_measure(results, name) == NOT_FOUND) {
            request->kind = named[i].kind;
            if (request->kind == FIGURE_RANKING)
                request->measure = ranking_measure(results);
            return true;
        }
    for (size_t i = 0; i < results->worlds->factor_count; i++)
        if (strcmp(results->worlds->factors[i].path, name) == 0) {
            request->kind = FIGURE_SCATTER;
            request->factor = results->worlds->factors[i].path;
            return true;
        }
    return false;
}

static void hint_at_summary(struct call *call, const char *path)
{
    struct text word = {0};
    shell_path(&word, path);
    trouble_hint(&call->trouble, "`groundswell summary %s` lists them", word.bytes);
    text_free(&word);
}

static enum status find_measure(struct call *call, const struct results *results, const char *name,
                                size_t *measure)
{
    *measure = results_find_measure(results, name);
    if (*measure != NOT_FOUND)
        return STATUS_FINE;
    const char **names = ARENA_NEW(&call->arena, const char *, results->measure_count);
    for (size_t i = 0; i < results->measure_count; i++)
        names[i] = results->measures[i].name;
    call_trouble(call, STATUS_USAGE, "%s has no measure called `%s`", results->path, name);
    const char *nearest = nearest_word(name, names, results->measure_count);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        hint_at_summary(call, results->path);
    return STATUS_USAGE;
}

/* gnuplot begins a page with a form feed, which a terminal shows as a blank screen. */
static void drop_form_feeds(struct text *text)
{
    size_t kept = 0;
    for (size_t i = 0; i < text->length; i++)
        if (text->bytes[i] != '\f')
            text->bytes[kept++] = text->bytes[i];
    text->length = kept;
}

/* A figure on its way: what is wanted, and the file that it goes to, unless the terminal shows it. */
struct plotted {
    struct figure_request request;
    const char *path;
    struct destination destination;
};

/* All figures are planned, and their files judged, before the first one is drawn. */
static enum status plot_plan(struct call *call, struct results *results, const char *name,
                             struct plotted *plotted, struct figure_batch *batch)
{
    struct figure_request *request = &plotted->request;
    if (call->options.form == FORM_TERMINAL) {
        request->format = FIGURE_TERMINAL;
        request->columns = (size_t)call->screen.columns;
        return figure_plan(results, request, batch, &call->trouble);
    }
    plotted->path = call->options.output;
    if (plotted->path == NULL)
        plotted->path = arena_print(&call->arena, "%s.svg", name);
    enum status status = figure_format_of(plotted->path, &request->format, &call->trouble);
    if (status == STATUS_FINE)
        status = destination_find(plotted->path, MADE_FIGURE, &call->inputs, &plotted->destination,
                                  &call->trouble);
    return status == STATUS_FINE ? figure_plan_file(results, request, batch, &call->trouble) : status;
}

static enum status plot_show(struct call *call, struct results *results, struct plotted *plotted,
                             struct text *drawing)
{
    if (plotted->path == NULL) {
        drop_form_feeds(drawing);
        text_add(&call->out, drawing->bytes, drawing->length);
        return STATUS_FINE;
    }
    const enum status status =
        figure_write(results, &plotted->request, drawing, &plotted->destination, &call->trouble);
    if (status == STATUS_FINE) {
        text_print(&call->out, "%s: ", plotted->path);
        figure_words(results, &plotted->request, &call->out);
        text_say(&call->out, "\n");
    }
    return status;
}

static enum status find_plotted(struct call *call, struct results *results, const char *name,
                                struct figure_request *request)
{
    *request = (struct figure_request){.confidence = call->options.confidence, .measure = results->headline};
    if (call->options.kind == NULL && find_figure(results, name, request))
        return STATUS_FINE;
    const enum status status = find_measure(call, results, name, &request->measure);
    return status == STATUS_FINE ? read_kind(call, results, request) : status;
}

static enum status draw_all(struct call *call, struct results *results)
{
    const char *headline = results->measures[results->headline].name;
    const char *const *names = call->argument_count > 1 ? call->arguments + 1 : &headline;
    const size_t count = call->argument_count > 1 ? call->argument_count - 1 : 1;
    struct plotted *all = ARENA_NEW(&call->arena, struct plotted, count);
    struct figure_batch batch = {0};
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < count && status == STATUS_FINE; i++) {
        status = find_plotted(call, results, names[i], &all[i].request);
        if (status == STATUS_FINE)
            status = plot_plan(call, results,
                               all[i].request.kind == FIGURE_SURVIVAL ? "time_to_decision" : names[i],
                               &all[i], &batch);
    }
    if (status == STATUS_FINE)
        status = figure_batch_draw(&batch, &call->trouble);
    for (size_t i = 0; i < count && status == STATUS_FINE; i++)
        status = plot_show(call, results, &all[i], &batch.all[i].job.drawing);
    for (size_t i = 0; i < count; i++)
        destination_free(&all[i].destination);
    figure_batch_free(&batch);
    return status;
}

static enum status plot_run(struct call *call)
{
    if (call->argument_count > 2 && call->options.output != NULL)
        return call_trouble(call, STATUS_USAGE, "`--output` takes one figure; leave it out to draw several");
    struct source source;
    enum status status = source_open(call, call->arguments[0], &source);
    if (status != STATUS_FINE)
        return status;
    status = draw_all(call, source.results);
    source_close(&source);
    return status;
}

const struct command command_plot = {
    .name = "plot",
    .arguments = "FILE.h5 [MEASURE|SETTING|groups|map...]",
    .summary = "draw a figure of a measure, or of the movement",
    .detail =
        "To the file given by --output (svg, png or pdf by its ending), to MEASURE.svg here, or with "
        "--terminal to the terminal. Without a measure, the one that the scenario asks about. Also: "
        "`week`, the sessions of a week in each design; `precision`, how sure it was look by look, where "
        "the scenario says how sure it is to be. Of files with several designs: `ranking`, all of them in "
        "order, with how many runs each has. Of files "
        "with working groups also: `groups`, from founding to end; `path`, of differentiation and "
        "integration; `map`, of sites "
        "and links. Of files with sparks `cascades`, by how many people became active; with needs and "
        "`record_people: yes` `help`, of who helped whom. Of files with plausible worlds: `worlds`, each in "
        "the order of the difference; "
        "`scatter`, "
        "by the number that separates them, or by that of a SETTING; `screening` and `indices`, by how much "
        "each number matters; `fit`, the numbers in the worlds that agree with the record. Of files with "
        "weeks that were chosen "
        "(`choose`): `front`, the finalists by the first two goals. They are of the "
        "measure that the scenario asks about; with --kind, of another.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_TERMINAL, OPTION_KIND, OPTION_CONFIDENCE, OPTION_SET,
                             OPTION_REPLICATIONS, OPTION_SEED, OPTION_THREADS, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = ANY_NUMBER,
    .work = WORK_RUNS,
    .run = plot_run,
};

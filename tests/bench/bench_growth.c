/* How cost grows with the number of sites, of people in a site, and of days: time and memory of one run, and
 * the slope on logarithmic axes (1: twice as much costs twice as much). `--brief` takes the small end only;
 * else growth.svg (or the file that is named) is drawn.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "base/require.h"
#include "base/text.h"
#include "bench/yardsticks.h"
#include "experiment/experiment.h"

enum { POINTS = 5, REPEATS = 3 };

struct size {
    int sites, people, days;
};

struct cost {
    double seconds, bytes, events, hearings;
};

/* What is held, and what else there is. */
struct design {
    const char *name, *hold, *more, *colour;
    int point; /* of gnuplot */
};

static struct cost cost_of(struct size size, const struct design *design)
{
    struct text scenario = {0};
    text_print(&scenario,
               "title: growth\nlasts: %d d\nreplications: 1\n"
               "sites: [{name: camp, people: %d, count: %d}]\n"
               "proposals: {per_day: 2 /d, facets: 12}\n"
               "limits: {memory: 64 GB}\n"
               "calendar: [%s]\n%s",
               size.days, size.people, size.sites, design->hold, design->more);
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment_request request = {.path = "growth.yaml",
                                         .text = scenario.bytes,
                                         .length = scenario.length,
                                         .library = GROUNDSWELL_SOURCE "/scenarios"};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    if (experiment == NULL)
        fprintf(stderr, "%s\n", trouble.complaints[0].sentence);
    require(experiment != NULL);
    struct outcome *outcome = outcome_new(&experiment_plan(experiment)->shape);
    struct run_tally tally;
    double seconds[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        outcome_clear(outcome);
        double begun = clock_ns();
        experiment_run(experiment, &(struct run_order){0}, NULL, outcome, &tally);
        seconds[i] = (clock_ns() - begun) / 1e9;
    }
    double least = fmin(seconds[0], fmin(seconds[1], seconds[2]));
    outcome_free(outcome);
    trouble_free(&trouble);
    arena_free(&arena);
    text_free(&scenario);
    return (struct cost){least, (double)tally.bytes, (double)tally.events, (double)tally.hearings};
}

/* Least squares through the logarithms. */
static double slope(const double *sizes, const double *costs, int count)
{
    double x = 0, y = 0, xx = 0, xy = 0;
    for (int i = 0; i < count; i++) {
        double lx = log(sizes[i]), ly = log(costs[i]);
        x += lx, y += ly, xx += lx * lx, xy += lx * ly;
    }
    return (count * xy - x * y) / (count * xx - x * x);
}

struct line {
    double along[POINTS], seconds[POINTS], slope;
};

static void grow(const char *what, const struct size *sizes, int count, const struct design *design,
                 struct line *line)
{
    double bytes[POINTS];
    for (int i = 0; i < count; i++) {
        struct cost cost = cost_of(sizes[i], design);
        line->seconds[i] = cost.seconds;
        bytes[i] = cost.bytes;
        printf("| %s | %d | %d | %d | %.4g | %.4g | %.4g | %.4g |\n", what, sizes[i].sites, sizes[i].people,
               sizes[i].days, 1e3 * cost.seconds, cost.bytes / 1e6,
               cost.bytes / ((double)sizes[i].sites * sizes[i].people), cost.events / cost.seconds / 1e6);
        fflush(stdout);
    }
    line->slope = slope(line->along, line->seconds, count);
    printf("| **slope** | | | | **%.2f** | **%.2f** | | |\n", line->slope, slope(line->along, bytes, count));
}

enum { DESIGNS = 3, AXES = 3 };

static const char *const axes[AXES] = {"sites", "people", "days"};

static void add_line(struct text *script, const struct line *line, int design, int axis)
{
    text_print(script, "$line%d%d << EOD\n", design, axis);
    for (int i = 0; i < POINTS; i++) {
        gnuplot_number(script, line->along[i]);
        text_say(script, " ");
        gnuplot_number(script, 1e3 * line->seconds[i]);
        text_say(script, "\n");
    }
    text_say(script, "EOD\n");
}

static int draw(const struct design *designs, struct line lines[DESIGNS][AXES], const char *path)
{
    struct text script = {0}, drawing = {0};
    struct trouble trouble = {0};
    for (int design = 0; design < DESIGNS; design++)
        for (int axis = 0; axis < AXES; axis++)
            add_line(&script, &lines[design][axis], design, axis);
    text_say(
        &script,
        "set terminal svg size 960,330 dynamic background rgb 'white' font 'sans-serif,12'\n"
        "set multiplot layout 1,3\nset logscale xy\nset border 3\nset grid lc rgb '#dddddd'\n"
        "set tics nomirror\nset key tmargin left vertical samplen 1 font ',10'\nset ylabel 'ms a run'\n");
    for (int axis = 0; axis < AXES; axis++) {
        text_print(&script, "set xlabel '%s'\nplot ", axes[axis]);
        for (int design = 0; design < DESIGNS; design++)
            text_print(&script,
                       "%s$line%d%d with linespoints lc rgb '%s' pt %d ps 0.6 title '%s, slope %.2f'",
                       design == 0 ? "" : ", ", design, axis, designs[design].colour, designs[design].point,
                       designs[design].name, lines[design][axis].slope);
        text_say(&script, "\n");
    }
    text_say(&script, "unset multiplot\n");
    bool fine = gnuplot_run(&script, "bench", GNUPLOT_SECONDS, &drawing, &trouble) == STATUS_FINE;
    FILE *file = fine ? fopen(path, "w") : NULL;
    fine = file != NULL && fwrite(drawing.bytes, 1, drawing.length, file) == drawing.length;
    if (file != NULL)
        fine = fclose(file) == 0 && fine;
    text_free(&script);
    text_free(&drawing);
    trouble_free(&trouble);
    return fine ? 0 : 1;
}

static struct size size_at(int axis, const struct line *line, int i)
{
    int along = (int)line->along[i];
    return axis == 0   ? (struct size){along, 100, 3}
           : axis == 1 ? (struct size){1, along, 3}
                       : (struct size){10, 100, along};
}

int main(int argc, char **argv)
{
    static const struct design designs[DESIGNS] = {
        {"assembly", "{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}", "", "#0072B2", 7},
        {"Open Space", "{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 6 h}", "", "#D55E00", 5},
        {"working groups", "{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}",
         "groups: {form: yes, meetings: {hold: working-group}}\n", "#009E73", 9},
    };
    static const double along[AXES][POINTS] = {
        {10, 30, 100, 300, 1000}, {100, 300, 1000, 3000, 10000}, {1, 3, 10, 30, 90}};
    bool brief = argc > 1 && strcmp(argv[1], "--brief") == 0;
    int count = brief ? 2 : POINTS;
    struct line lines[DESIGNS][AXES];
    printf("| | sites | people | days | ms | MB | bytes a person | million events/s |\n"
           "|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (int design = 0; design < DESIGNS; design++)
        for (int axis = 0; axis < AXES; axis++) {
            struct line *line = &lines[design][axis];
            struct size sizes[POINTS];
            memcpy(line->along, along[axis], sizeof line->along);
            for (int i = 0; i < POINTS; i++)
                sizes[i] = size_at(axis, line, i);
            char what[64];
            snprintf(what, sizeof what, "%s, %s", designs[design].name, axes[axis]);
            grow(what, sizes, count, &designs[design], line);
        }
    return brief ? 0 : draw(designs, lines, argc > 1 ? argv[1] : "growth.svg");
}

/* What threads bring and what an event costs: draws threads.svg (or the file that is named). Left, what a
 * second thread brings, over the number of events in a window; right, what an event costs one thread, over
 * the number of sites. Both are PHOLD with 10 % of events to other sites. `--brief` does little of it and
 * draws nothing.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "base/require.h"
#include "bench/phold.h"
#include "bench/table.h"

enum { REPEATS = 7, REMOTE = 10, SHARED_SITES = 1024, USUAL_START = 16, STEPS = 7, GROWTHS = 7 };

struct point {
    double x;
    struct sample sample;
};

static struct point gain_at(uint32_t start, uint64_t events, int repeats)
{
    struct point point = {0};
    for (int i = 0; i < repeats; i++) {
        struct phold phold = {SHARED_SITES, start, REMOTE, 1, events};
        struct phold_cost one = phold_run(&phold);
        phold.threads = 2;
        struct phold_cost two = phold_run(&phold);
        require(one.fold == two.fold);
        point.x = two.per_window;
        sample_add(&point.sample, one.ns / two.ns);
    }
    return point;
}

static struct point cost_at(uint32_t sites, uint64_t events, int repeats)
{
    struct point point = {.x = sites};
    const struct phold phold = {sites, USUAL_START, REMOTE, 1, events};
    for (int i = 0; i < repeats; i++)
        sample_add(&point.sample, phold_run(&phold).cpu);
    return point;
}

static void add_data(struct text *script, const char *name, const struct point *points, size_t count)
{
    text_print(script, "$%s << EOD\n", name);
    for (size_t i = 0; i < count; i++) {
        const struct sample *sample = &points[i].sample;
        const double numbers[] = {points[i].x, sample_median(sample), sample_least(sample),
                                  sample_most(sample)};
        for (int n = 0; n < 4; n++) {
            gnuplot_number(script, numbers[n]);
            text_say(script, n < 3 ? " " : "\n");
        }
    }
    text_say(script, "EOD\n");
}

static const char *const layout =
    "set terminal svg size 720,300 dynamic background rgb 'white' font 'sans-serif,12'\n"
    "set multiplot layout 1,2\n"
    "set logscale x\nset grid ytics lc rgb '#dddddd'\nset border 3\nset tics nomirror\nunset key\n"
    "set xlabel 'events in a window'\nset ylabel 'times as fast with two threads'\nset yrange [0:2.5]\n"
    "plot 2 lc rgb '#999999' dt 2, $gain using 1:2:3:4 with yerrorlines lc rgb '#0072B2' pt 7 ps 0.6\n"
    "set xlabel 'sites, 16 events each'\nset ylabel 'ns an event, one thread'\nset yrange [0:*]\n"
    "plot $cost using 1:2:3:4 with yerrorlines lc rgb '#D55E00' pt 7 ps 0.6\n"
    "unset multiplot\n";

static int draw(const struct point *gain, const struct point *cost, const char *path)
{
    struct text script = {0}, drawing = {0};
    struct trouble trouble = {0};
    add_data(&script, "gain", gain, STEPS);
    add_data(&script, "cost", cost, GROWTHS);
    text_say(&script, layout);
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

/* Growth of the cost between the ends, as a power of the number of sites. */
static double slope(const struct point *points, size_t count)
{
    double up = sample_median(&points[count - 1].sample) / sample_median(&points[0].sample);
    return log(up) / log(points[count - 1].x / points[0].x);
}

int main(int argc, char **argv)
{
    static const uint32_t starts[STEPS] = {1, 2, 4, 8, 16, 32, 64},
                          sites[GROWTHS] = {16, 64, 256, 1024, 4096, 16384, 65536};
    bool brief = argc > 1 && strcmp(argv[1], "--brief") == 0;
    uint64_t events = brief ? 20000 : 1000000;
    int repeats = brief ? 1 : REPEATS;
    struct point gain[STEPS], cost[GROWTHS];
    table_begin("Growth", "two threads against one, 1024 sites", "beside");
    for (int i = 0; i < STEPS; i++) {
        char beside[64];
        gain[i] = gain_at(starts[i], events, repeats);
        snprintf(beside, sizeof beside, "%.0f events a window", gain[i].x);
        table_row("1024 sites", "times", &gain[i].sample, beside);
    }
    for (int i = 0; i < GROWTHS; i++) {
        char what[64];
        cost[i] = cost_at(sites[i], events, repeats);
        snprintf(what, sizeof what, "an event at one of %u sites, one thread", sites[i]);
        table_row(what, "ns", &cost[i].sample, "");
    }
    printf("\nWork for one thread grows as sites to the power of %.2f.\n", 1 + slope(cost, GROWTHS));
    return brief ? 0 : draw(gain, cost, argc > 1 ? argv[1] : "threads.svg");
}

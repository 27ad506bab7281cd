#include "evidence.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "analysis/file/hdf.h"

enum { MOST_PATH = 4096, FOLDER_MODE = 0755, FILE_MODE = 0644 };

/* --- running the program --- */

/* The child's standard output goes to a file of the folder `scenario`, which is its working folder. */
static bool run_program(const char *scenario, const char *output, const char *const *words)
{
    pid_t child = fork();
    if (child == 0) {
        int out = chdir(scenario) == 0 ? open(output, O_WRONLY | O_CREAT | O_TRUNC, FILE_MODE) : -1;
        if (out < 0 || dup2(out, STDOUT_FILENO) < 0)
            _exit(126);
        char *arguments[16] = {NULL};
        for (size_t i = 0; words[i] != NULL && i < 15; i++)
            arguments[i] = strdup(words[i]);
        execv(words[0], arguments);
        _exit(127);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* What an earlier run left, finished or interrupted, is neither evidence nor in the way. */
static void begin_anew(const char *scenario)
{
    static const char *const names[] = {"results.h5", "results.h5.partial", "summary.json"};
    char path[MOST_PATH];
    mkdir(scenario, FOLDER_MODE);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", scenario, names[i]);
        unlink(path);
    }
}

bool evidence_make(const char *scenario, int replications)
{
    char path[MOST_PATH], count[16];
    begin_anew(scenario);
    snprintf(path, sizeof path, "%s/scenarios/null/%s.yaml", GROUNDSWELL_SOURCE, scenario);
    snprintf(count, sizeof count, "%d", replications);
    const char *const run[] = {GROUNDSWELL_PROGRAM,
                               "run",
                               path,
                               "-q",
                               "-o",
                               "results.h5",
                               replications > 0 ? "--replications" : NULL,
                               count,
                               NULL};
    const char *const summary[] = {GROUNDSWELL_PROGRAM, "summary", "results.h5", "--json", NULL};
    return run_program(scenario, "said.txt", run) && run_program(scenario, "summary.json", summary);
}

/* --- reading what came out --- */

bool evidence_open(const char *scenario, struct evidence *evidence)
{
    char path[MOST_PATH];
    snprintf(path, sizeof path, "%s/summary.json", scenario);
    evidence->summary = json_load_file(path, 0, NULL);
    snprintf(path, sizeof path, "%s/results.h5", scenario);
    evidence->file = hdf_open(path);
    if (evidence->summary != NULL && evidence->file >= 0)
        return true;
    evidence_close(evidence);
    return false;
}

void evidence_close(struct evidence *evidence)
{
    json_decref(evidence->summary);
    if (evidence->file >= 0)
        hdf_close(evidence->file);
    *evidence = (struct evidence){.file = -1};
}

static const struct finding nothing = {NAN, NAN};

/* Position of a design in the summary, or -1. */
static int design_number(const struct evidence *evidence, const char *name)
{
    const json_t *designs = json_object_get(evidence->summary, "designs");
    for (size_t i = 0; i < json_array_size(designs); i++) {
        const char *found = json_string_value(json_object_get(json_array_get(designs, i), "name"));
        if (found != NULL && strcmp(found, name) == 0)
            return (int)i;
    }
    return -1;
}

/* A measure of the whole run, as the summary tells it. */
static struct finding find_whole(const struct evidence *evidence, const struct law *law, int design)
{
    const json_t *facts = json_array_get(json_object_get(evidence->summary, "designs"), (size_t)design);
    facts = json_object_get(json_object_get(facts, "measures"), law->measure);
    const json_t *mean = json_object_get(facts, "mean"), *sd = json_object_get(facts, "sd");
    json_int_t used = json_integer_value(json_object_get(facts, "used"));
    if (!json_is_number(mean) || used < 1)
        return nothing;
    double spread = used > 1 ? json_number_value(sd) / sqrt((double)used) : 0.0;
    return (struct finding){json_number_value(mean), spread};
}

static struct finding mean_of(const double *numbers, size_t count, size_t stride)
{
    double mean = 0, squares = 0;
    for (size_t i = 0; i < count; i++)
        mean += numbers[i * stride] / (double)count;
    for (size_t i = 0; i < count; i++)
        squares += (numbers[i * stride] - mean) * (numbers[i * stride] - mean);
    return (struct finding){mean, count > 1 ? sqrt(squares / (double)(count - 1) / (double)count) : 0.0};
}

/* The sites of a run hang together, so each run is one number, the mean of its sites: these take the place of
 * the first numbers. Of each site every `bins`th number counts, from `place` on. */
static void take_means(double *numbers, const double *of_design, size_t runs, size_t sites, size_t bins)
{
    for (size_t run = 0; run < runs; run++) {
        double sum = 0;
        for (size_t site = 0; site < sites; site++)
            sum += of_design[(run * sites + site) * bins];
        numbers[run] = sum / (double)sites;
    }
}

/* A bin of a histogram, or an instant of a course (design, replication, site, bin), the same of the movement
 * as a whole, without a site, or a row of a column of a table, from the results file. */
static struct finding find_place(const struct evidence *evidence, const struct law *law, int design)
{
    enum { COLUMN = 1, OF_MOVEMENT = 3, HISTOGRAM = 4 };
    struct hdf_shape shape;
    if (!hdf_shape(evidence->file, law->measure, &shape) || shape.kind != HDF_NUMBERS)
        return nothing;
    size_t count = 1, bins = shape.lengths[shape.rank - 1], place = (size_t)law->place;
    for (unsigned axis = 0; axis < shape.rank; axis++)
        count *= shape.lengths[axis];
    double *numbers = calloc(count, sizeof *numbers);
    struct finding finding = nothing;
    if (numbers != NULL && place < bins && hdf_numbers(evidence->file, law->measure, numbers, count)) {
        size_t runs = shape.rank > COLUMN ? shape.lengths[1] : 0;
        if (shape.rank == COLUMN)
            finding = mean_of(numbers + place, 1, 1);
        if (shape.rank == HISTOGRAM || shape.rank == OF_MOVEMENT) {
            size_t sites = shape.rank == HISTOGRAM ? shape.lengths[2] : 1;
            size_t first = (size_t)design * runs * sites * bins + place;
            take_means(numbers, numbers + first, runs, sites, bins);
            finding = mean_of(numbers, runs, 1);
        }
    }
    free(numbers);
    return finding;
}

/* Of numbers that fall exponentially: the time in which the line through their logarithms falls by ln 2. */
static double half_life(const double *course, const double *times, size_t count)
{
    double points = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(course[i] > 0))
            continue;
        points++;
        x += times[i];
        y += log(course[i]);
        xx += times[i] * times[i];
        xy += times[i] * log(course[i]);
    }
    return -log(2) * (points * xx - x * x) / (points * xy - x * y);
}

/* Of one site. */
static struct finding find_half_life(const struct evidence *evidence, const struct law *law, int design)
{
    enum { COURSE = 4 };
    struct hdf_shape shape;
    if (!hdf_shape(evidence->file, law->measure, &shape) || shape.rank != COURSE || shape.lengths[2] != 1)
        return nothing;
    size_t runs = shape.lengths[1], instants = shape.lengths[3], count = shape.lengths[0] * runs * instants;
    double *numbers = calloc(count, sizeof *numbers), *times = calloc(instants, sizeof *times);
    double *found = calloc(runs, sizeof *found);
    struct finding finding = nothing;
    if (numbers != NULL && times != NULL && found != NULL &&
        hdf_numbers(evidence->file, law->measure, numbers, count) &&
        hdf_numbers(evidence->file, "time", times, instants)) {
        for (size_t run = 0; run < runs; run++)
            found[run] = half_life(numbers + ((size_t)design * runs + run) * instants, times, instants);
        finding = mean_of(found, runs, 1);
    }
    free(numbers);
    free(times);
    free(found);
    return finding;
}

/* The error is that of the variance of a normal variate: counts are large. */
static struct finding find_dispersion(const struct evidence *evidence, const struct law *law, int design)
{
    const json_t *facts = json_array_get(json_object_get(evidence->summary, "designs"), (size_t)design);
    facts = json_object_get(json_object_get(facts, "measures"), law->measure);
    double mean = json_number_value(json_object_get(facts, "mean"));
    double sd = json_number_value(json_object_get(facts, "sd"));
    double used = (double)json_integer_value(json_object_get(facts, "used"));
    if (!(mean > 0) || used < 2)
        return nothing;
    return (struct finding){sd * sd / mean, sqrt(2 / (used - 1))};
}

struct finding evidence_find(const struct evidence *evidence, const struct law *law)
{
    int design = design_number(evidence, law->design);
    if (design < 0)
        return nothing;
    struct finding found = law->place == WHOLE        ? find_whole(evidence, law, design)
                           : law->place == HALF_LIFE  ? find_half_life(evidence, law, design)
                           : law->place == DISPERSION ? find_dispersion(evidence, law, design)
                                                      : find_place(evidence, law, design);
    return (struct finding){found.mean / law->unit, found.standard_error / law->unit};
}

/* The group of a search for the best weeks: what weeks are judged by, how the search went, and which weeks
 * are left. The weeks themselves are worlds. */
#include <math.h>
#include <stdlib.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

enum { KINDS = 3 };
#define KIND_WORDS "more less limit"

struct choice_writer {
    struct results *results;
    const struct record_choice *choice;
    hid_t group;
};

static void write_texts(struct choice_writer *writer, struct hdf5_axis *axis, const char *name,
                        const char *meaning, const char *const *texts)
{
    hid_t variable = hdf5_strings(
        &writer->results->file,
        &(struct hdf5_variable){.name = name, .group = writer->group, .axes = {axis}, .rank = 1}, texts);
    hdf5_text(&writer->results->file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(&writer->results->file, variable);
}

/* Over an axis, or one alone. */
static void write_numbers(struct choice_writer *writer, struct hdf5_axis *axis, const char *name,
                          const char *meaning, const double *numbers)
{
    const double missing = NAN;
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = name,
                                                               .group = writer->group,
                                                               .type = H5T_IEEE_F64LE,
                                                               .filler = &missing,
                                                               .axes = {axis},
                                                               .rank = axis == NULL ? 0 : 1});
    if (axis == NULL || hdf5_length(axis) > 0)
        hdf5_write(file, variable, H5T_NATIVE_DOUBLE, numbers);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(file, variable);
}

static struct hdf5_axis *list_axis(struct choice_writer *writer, const char *name, size_t count)
{
    return hdf5_bare_axis(&writer->results->file, writer->group, name, count, HDF5_OPEN_ENDED);
}

static void write_kinds(struct choice_writer *writer, struct hdf5_axis *axis)
{
    static const int8_t values[KINDS] = {0, 1, 2};
    const struct record_choice *choice = writer->choice;
    struct hdf5_file *file = &writer->results->file;
    int8_t *kinds = must_allocate(choice->asked_count, sizeof *kinds);
    for (size_t i = 0; i < choice->asked_count; i++)
        kinds[i] = choice->asked[i].is_goal ? (choice->asked[i].more ? 0 : 1) : 2;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = LAYOUT_ASKED_KIND,
                                                               .group = writer->group,
                                                               .type = H5T_STD_I8LE,
                                                               .axes = {axis},
                                                               .rank = 1});
    hdf5_write(file, variable, H5T_NATIVE_INT8, kinds);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, "a goal of which more or less is better, or a limit");
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, KINDS);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, KIND_WORDS);
    hdf5_close_variable(file, variable);
    free(kinds);
}

static void write_asked(struct choice_writer *writer)
{
    const struct record_choice *choice = writer->choice;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_ASKED, choice->asked_count);
    const char **names = must_allocate(choice->asked_count, sizeof *names);
    double *numbers = must_allocate(2 * choice->asked_count, sizeof *numbers);
    for (size_t i = 0; i < choice->asked_count; i++) {
        names[i] = choice->asked[i].measure;
        numbers[i] = choice->asked[i].least;
        numbers[choice->asked_count + i] = choice->asked[i].most;
    }
    write_texts(writer, axis, LAYOUT_ASKED_MEASURE, "measure that weeks are judged by", names);
    write_kinds(writer, axis);
    write_numbers(writer, axis, LAYOUT_ASKED_LEAST,
                  "of a limit: what it must be at least, in the unit of the measure; missing: no such bound",
                  numbers);
    write_numbers(writer, axis, LAYOUT_ASKED_MOST,
                  "of a limit: what it may be at most, in the unit of the measure; missing: no such bound",
                  numbers + choice->asked_count);
    free(names);
    free(numbers);
}

static void write_search(struct choice_writer *writer)
{
    const struct record_choice *choice = writer->choice;
    const double weeks = choice->weeks, all = choice->tries_all ? 1 : 0, runs = (double)choice->runs,
                 impossible = (double)choice->impossible, searched = (double)choice->searched,
                 plausible = (double)choice->plausible,
                 as_it_is = choice->has_as_it_is ? (double)choice->as_it_is + 1 : 0;
    write_numbers(writer, NULL, LAYOUT_WEEKS, "weeks that the open settings make, all combinations", &weeks);
    write_numbers(writer, NULL, LAYOUT_TRIES_ALL, "1: all of them were tried; 0: good ones were bred", &all);
    write_numbers(writer, NULL, LAYOUT_SEARCH_RUNS, "runs that the search took", &runs);
    write_numbers(writer, NULL, LAYOUT_IMPOSSIBLE,
                  "weeks that were met and left out, since they contradict themselves", &impossible);
    write_numbers(writer, NULL, LAYOUT_SEARCHED,
                  "worlds that are weeks of the search; those behind them are the finalists, run anew",
                  &searched);
    write_numbers(
        writer, NULL, LAYOUT_PLAUSIBLE,
        "assumed numbers that differ from run to run, each run in a plausible world of its own; 0: none",
        &plausible);
    write_numbers(
        writer, NULL, LAYOUT_AS_IT_IS,
        "world, from 1, that is the week as it is, in the plausible worlds of the finalists; 0: none",
        &as_it_is);
}

static void write_finalists(struct choice_writer *writer)
{
    const struct record_choice *choice = writer->choice;
    const size_t count = choice->finalist_count;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_FINALIST, count);
    const char **texts = must_allocate(2 * count + 1, sizeof *texts);
    double *tried = must_allocate(count + 1, sizeof *tried);
    for (size_t i = 0; i < count; i++) {
        tried[i] = (double)choice->finalists[i].tried + 1;
        texts[i] = choice->finalists[i].sections;
        texts[count + i] = choice->finalists[i].words;
    }
    write_numbers(writer, axis, LAYOUT_FINALIST_TRIED, "world that the week was in the search, from 1",
                  tried);
    write_texts(writer, axis, LAYOUT_FINALIST_SECTIONS, "sections of a scenario that hold this week (YAML)",
                texts);
    write_texts(writer, axis, LAYOUT_FINALIST_WORDS, "what is held in this week, a line each", texts + count);
    free(texts);
    free(tried);
}

void results_choice(struct results *results)
{
    struct choice_writer writer = {
        .results = results,
        .choice = results->plan->choice,
        .group = hdf5_group(&results->file, LAYOUT_CHOICE),
    };
    write_asked(&writer);
    write_search(&writer);
    write_finalists(&writer);
    hdf5_close_group(writer.group);
}

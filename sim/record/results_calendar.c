/* The group of calendars: what is held when in each design, for pictures of a week. */
#include <stdlib.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

struct calendar_writer {
    struct results *results;
    const struct record_calendar *calendar;
    hid_t group;
};

static void write_texts(struct calendar_writer *writer, struct hdf5_axis *axis, const char *name,
                        const char *meaning, const char *const *texts)
{
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_strings(
        file, &(struct hdf5_variable){.name = name, .group = writer->group, .axes = {axis}, .rank = 1},
        texts);
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(file, variable);
}

struct numbers_said {
    const char *name, *unit, *meaning;
};

static void write_numbers(struct calendar_writer *writer, struct hdf5_axis *axis,
                          const struct numbers_said *said, const double *numbers)
{
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = said->name,
                                                               .group = writer->group,
                                                               .type = H5T_IEEE_F64LE,
                                                               .axes = {axis},
                                                               .rank = axis == NULL ? 0 : 1});
    if (axis == NULL || hdf5_length(axis) > 0)
        hdf5_write(file, variable, H5T_NATIVE_DOUBLE, numbers);
    hdf5_text(file, variable, LAYOUT_UNITS, said->unit);
    hdf5_text(file, variable, LAYOUT_LONG_NAME, said->meaning);
    hdf5_close_variable(file, variable);
}

static struct hdf5_axis *list_axis(struct calendar_writer *writer, const char *name, size_t count)
{
    return hdf5_bare_axis(&writer->results->file, writer->group, name, count, HDF5_OPEN_ENDED);
}

static const char *text_of_line(const struct calendar_line *line, size_t part)
{
    const char *const parts[] = {line->method,   line->title, line->meaning,
                                 line->deciders, line->when,  line->who};
    return parts[part];
}

static double number_of_line(const struct calendar_line *line, size_t part)
{
    const double parts[] = {(double)line->design, line->hours, line->heads};
    return parts[part];
}

static void write_lines(struct calendar_writer *writer)
{
    // clang-format off
    static const struct {
        const char *name, *meaning;
    } texts[] = {
        {LAYOUT_LINE_METHOD,   "name of the method that is held"},
        {LAYOUT_LINE_TITLE,    "title of the method"},
        {LAYOUT_LINE_MEANING,  "what the method is"},
        {LAYOUT_LINE_DECIDERS, "who decides in it; empty where nothing is decided"},
        {LAYOUT_LINE_WHEN,     "when it is held"},
        {LAYOUT_LINE_WHO,      "who is called, and where"},
    };
    static const struct numbers_said numbers[] = {
        {LAYOUT_LINE_DESIGN, "1", "design that the line belongs to, from 0"},
        {LAYOUT_LINE_HOURS,  "h", "length of one session as planned; missing where it ends when the method is done"},
        {LAYOUT_LINE_HEADS,  "1", "people who come to one session as planned, all sites together; missing where that is not known beforehand"},
    };
    // clang-format on
    const struct record_calendar *calendar = writer->calendar;
    size_t count = calendar->line_count;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_LINE, count);
    const char **words = must_allocate(count, sizeof *words);
    double *values = must_allocate(count, sizeof *values);
    for (size_t part = 0; part < sizeof texts / sizeof texts[0]; part++) {
        for (size_t i = 0; i < count; i++)
            words[i] = text_of_line(&calendar->lines[i], part);
        write_texts(writer, axis, texts[part].name, texts[part].meaning, words);
    }
    for (size_t part = 0; part < sizeof numbers / sizeof numbers[0]; part++) {
        for (size_t i = 0; i < count; i++)
            values[i] = number_of_line(&calendar->lines[i], part);
        write_numbers(writer, axis, &numbers[part], values);
    }
    free(values);
    free(words);
}

static void write_sessions(struct calendar_writer *writer)
{
    static const struct numbers_said lines = {LAYOUT_SESSION_LINE, "1",
                                              "line of the calendar that is held, from 0"};
    static const struct numbers_said begins = {LAYOUT_SESSION_BEGINS, "h",
                                               "when the session begins, since the scenario began"};
    const struct record_calendar *calendar = writer->calendar;
    size_t count = calendar->session_count;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_SESSION, count);
    double *values = must_allocate(count, sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = (double)calendar->sessions[i].line;
    write_numbers(writer, axis, &lines, values);
    for (size_t i = 0; i < count; i++)
        values[i] = sim_hours(calendar->sessions[i].begins);
    write_numbers(writer, axis, &begins, values);
    free(values);
}

static void write_meetings(struct calendar_writer *writer)
{
    static const struct numbers_said designs = {LAYOUT_MEETING_DESIGN, "1",
                                                "design that the sentence is about, from 0"};
    const struct record_calendar *calendar = writer->calendar;
    size_t count = calendar->meeting_count;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_MEETING, count);
    const char **texts = must_allocate(count, sizeof *texts);
    double *values = must_allocate(count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        texts[i] = calendar->meetings[i].text;
        values[i] = (double)calendar->meetings[i].design;
    }
    write_numbers(writer, axis, &designs, values);
    write_texts(writer, axis, LAYOUT_MEETING_TEXT, "what people meet for beside the calendar", texts);
    free(values);
    free(texts);
}

void results_calendar(struct results *results)
{
    static const struct numbers_said facts[] = {
        {LAYOUT_FIRST_WEEKDAY, "1", "weekday on which the scenario begins, Monday 0 to Sunday 6"},
        {LAYOUT_HOURS_LOOKED_AT, "h", "time from which on sessions are not listed"},
        {LAYOUT_SESSIONS_DROPPED, "1", "sessions before that for which the list had no room"},
    };
    const struct record_calendar *calendar = &results->plan->calendar;
    const double values[] = {calendar->first_weekday, sim_hours(calendar->looked_at),
                             (double)calendar->dropped};
    struct calendar_writer writer = {results, calendar, hdf5_group(&results->file, LAYOUT_CALENDAR)};
    write_lines(&writer);
    write_sessions(&writer);
    write_meetings(&writer);
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        write_numbers(&writer, NULL, &facts[i], &values[i]);
    hdf5_close_group(writer.group);
}

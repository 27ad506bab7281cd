/* When which method is held in each design. Older files do not say it. */
#include <math.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

#define IN(name) LAYOUT_CALENDAR "/" name

enum { TEXTS_OF_LINE = 6 };

static enum status differ(struct results *results, struct trouble *trouble)
{
    return results_unfit(results, trouble, "the calendars in this results file do not fit together");
}

/* A list of numbers of a length that is known. */
static enum status read_column(struct results *results, const char *variable, size_t count, double **numbers,
                               struct trouble *trouble)
{
    size_t length = 0;
    enum status status = results_numbers(results, variable, MOST_NAMES, numbers, &length, trouble);
    return status == STATUS_FINE && length != count ? differ(results, trouble) : status;
}

static enum status read_lines(struct results *results, struct trouble *trouble)
{
    static const char *const columns[TEXTS_OF_LINE] = {IN(LAYOUT_LINE_METHOD),  IN(LAYOUT_LINE_TITLE),
                                                       IN(LAYOUT_LINE_MEANING), IN(LAYOUT_LINE_DECIDERS),
                                                       IN(LAYOUT_LINE_WHEN),    IN(LAYOUT_LINE_WHO)};
    struct names read[TEXTS_OF_LINE] = {{0}};
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < TEXTS_OF_LINE && status == STATUS_FINE; i++) {
        status = results_list(results, columns[i], 0, &read[i], trouble);
        if (status == STATUS_FINE && read[i].count != read[0].count)
            status = differ(results, trouble);
    }
    double *designs = NULL, *hours = NULL, *heads = NULL;
    size_t count = read[0].count;
    if (status == STATUS_FINE)
        status = read_column(results, IN(LAYOUT_LINE_DESIGN), count, &designs, trouble);
    if (status == STATUS_FINE)
        status = read_column(results, IN(LAYOUT_LINE_HOURS), count, &hours, trouble);
    if (status == STATUS_FINE)
        status = read_column(results, IN(LAYOUT_LINE_HEADS), count, &heads, trouble);
    if (status != STATUS_FINE)
        return status;
    struct results_line *lines = ARENA_NEW(&results->arena, struct results_line, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (!results_is_place(designs[i], results->designs.count) || (i > 0 && designs[i] < designs[i - 1]))
            return differ(results, trouble);
        lines[i] = (struct results_line){(size_t)designs[i],
                                         read[0].names[i],
                                         read[1].names[i],
                                         read[2].names[i],
                                         read[3].names[i],
                                         read[4].names[i],
                                         read[5].names[i],
                                         hours[i] > 0 ? hours[i] : (double)NAN,
                                         heads[i] >= 0 ? heads[i] : (double)NAN};
    }
    results->calendar.lines = lines;
    results->calendar.line_count = count;
    return STATUS_FINE;
}

/* Sessions come by design, then time. */
static bool is_behind(const struct results_calendar *calendar, const struct results_session *before,
                      const struct results_session *session)
{
    size_t one = calendar->lines[before->line].design, other = calendar->lines[session->line].design;
    return one < other || (one == other && before->begins <= session->begins);
}

static enum status read_sessions(struct results *results, struct trouble *trouble)
{
    double *lines = NULL, *begins = NULL;
    size_t count = 0;
    enum status status =
        results_numbers(results, IN(LAYOUT_SESSION_LINE), MOST_NAMES, &lines, &count, trouble);
    if (status == STATUS_FINE)
        status = read_column(results, IN(LAYOUT_SESSION_BEGINS), count, &begins, trouble);
    if (status != STATUS_FINE)
        return status;
    struct results_session *sessions = ARENA_NEW(&results->arena, struct results_session, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (!results_is_place(lines[i], results->calendar.line_count) || !(begins[i] >= 0) || begins[i] > 1e7)
            return differ(results, trouble);
        sessions[i] = (struct results_session){(size_t)lines[i], begins[i]};
        if (i > 0 && !is_behind(&results->calendar, &sessions[i - 1], &sessions[i]))
            return differ(results, trouble);
    }
    results->calendar.sessions = sessions;
    results->calendar.session_count = count;
    return STATUS_FINE;
}

static enum status read_meetings(struct results *results, struct trouble *trouble)
{
    struct names texts = {0};
    double *designs = NULL;
    enum status status = results_list(results, IN(LAYOUT_MEETING_TEXT), 0, &texts, trouble);
    if (status == STATUS_FINE)
        status = read_column(results, IN(LAYOUT_MEETING_DESIGN), texts.count, &designs, trouble);
    if (status != STATUS_FINE)
        return status;
    struct results_meeting *meetings = ARENA_NEW(&results->arena, struct results_meeting, texts.count + 1);
    for (size_t i = 0; i < texts.count; i++) {
        if (!results_is_place(designs[i], results->designs.count))
            return differ(results, trouble);
        meetings[i] = (struct results_meeting){(size_t)designs[i], texts.names[i]};
    }
    results->calendar.meetings = meetings;
    results->calendar.meeting_count = texts.count;
    return STATUS_FINE;
}

enum status results_read_calendar(struct results *results, struct trouble *trouble)
{
    if (!hdf_has_group(results->file->id, LAYOUT_CALENDAR))
        return STATUS_FINE;
    enum status status = read_lines(results, trouble);
    if (status == STATUS_FINE)
        status = read_sessions(results, trouble);
    if (status == STATUS_FINE)
        status = read_meetings(results, trouble);
    if (status != STATUS_FINE)
        return status;
    double weekday = results_number(results, IN(LAYOUT_FIRST_WEEKDAY)),
           most = results_number(results, IN(LAYOUT_HOURS_LOOKED_AT));
    double dropped = results_number(results, IN(LAYOUT_SESSIONS_DROPPED));
    if (!results_is_place(weekday, 7) || !(most >= 0 && most < 1e7) ||
        (most <= 0 && results->calendar.line_count > 0) || !results_is_place(dropped, MOST_NAMES))
        return differ(results, trouble);
    results->calendar.first_weekday = (int)weekday;
    results->calendar.looked_at = most;
    results->calendar.dropped = (size_t)dropped;
    return STATUS_FINE;
}

#include "analysis/numbers/weeks.h"

#include <math.h>
#include <stdlib.h>

static const double day_hours = 24, week_hours = 168, hair = 1e-6, open_hours = 1;

enum { LONGEST_PERIOD = MOST_WEEKS_DRAWN, LEAST_SPAN = 3, MOST_BARS = 2000, PARTS_AT_MOST = 3 };

/* The sessions of one design, and where its weeks lie. */
struct rhythm {
    const struct results_calendar *calendar;
    const struct results_session *sessions;
    size_t session_count;
    double start; /* of the first week, hours; not above 0 */
    size_t weeks;
};

static void find_lines(const struct results_calendar *calendar, size_t design, struct weeks_found *found)
{
    for (size_t i = 0; i < calendar->line_count; i++)
        if (calendar->lines[i].design == design) {
            found->first_line = found->lines == 0 ? i : found->first_line;
            found->lines++;
        }
}

static bool find_rhythm(const struct results_calendar *calendar, size_t design, struct weeks_found *found,
                        struct rhythm *rhythm)
{
    *rhythm = (struct rhythm){.calendar = calendar};
    for (size_t i = 0; i < calendar->session_count; i++) {
        if (calendar->lines[calendar->sessions[i].line].design != design)
            continue;
        if (rhythm->session_count == 0)
            rhythm->sessions = &calendar->sessions[i];
        rhythm->session_count++;
    }
    bool is_short = calendar->looked_at < 2 * week_hours;
    rhythm->start = is_short ? 0 : -day_hours * calendar->first_weekday;
    rhythm->weeks = (size_t)ceil((calendar->looked_at - rhythm->start) / week_hours - hair);
    found->first_day = is_short ? calendar->first_weekday : 0;
    found->total = rhythm->weeks;
    return rhythm->session_count > 0;
}

static double start_of(const struct rhythm *rhythm, size_t week)
{
    return rhythm->start + week_hours * (double)week;
}

/* The first session at or after an instant. */
static size_t session_from(const struct rhythm *rhythm, double instant)
{
    size_t low = 0, high = rhythm->session_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rhythm->sessions[middle].begins < instant - hair)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether two weeks hold the same, as far as the time of the scenario covers both. */
static bool alike(const struct rhythm *rhythm, size_t one, size_t other)
{
    double first = start_of(rhythm, one), second = start_of(rhythm, other);
    double most = rhythm->calendar->looked_at;
    double from = fmax(0, fmax(-first, -second)), to = fmin(week_hours, fmin(most - first, most - second));
    size_t i = session_from(rhythm, first + from), j = session_from(rhythm, second + from);
    size_t i_end = session_from(rhythm, first + to), j_end = session_from(rhythm, second + to);
    if (i_end - i != j_end - j)
        return false;
    for (; i < i_end; i++, j++)
        if (rhythm->sessions[i].line != rhythm->sessions[j].line ||
            fabs(rhythm->sessions[i].begins - first - rhythm->sessions[j].begins + second) > hair)
            return false;
    return true;
}

static bool is_whole(const struct rhythm *rhythm, size_t week)
{
    return start_of(rhythm, week) >= -hair &&
           start_of(rhythm, week) + week_hours <= rhythm->calendar->looked_at + hair;
}

static size_t whole_weeks(const struct rhythm *rhythm, size_t *first)
{
    size_t count = 0;
    for (size_t week = rhythm->weeks; week-- > 0;)
        if (is_whole(rhythm, week)) {
            *first = week;
            count++;
        }
    return count;
}

/* After how many weeks all of them repeat; 0: never, or the scenario is too short to say so. */
static size_t find_period(const struct rhythm *rhythm, size_t whole)
{
    for (size_t period = 1; period <= LONGEST_PERIOD; period++) {
        if (rhythm->weeks <= period || (period > 1 && whole < 2 * period))
            return rhythm->weeks == 1 ? 1 : 0;
        bool repeats = true;
        for (size_t week = 0; week + period < rhythm->weeks && repeats; week++)
            repeats = alike(rhythm, week, week + period);
        if (repeats)
            return period;
    }
    return 0;
}

/* --- bars --- */

struct bar_list {
    struct week_bar *bars;
    size_t count;
};

static void add_bar(struct bar_list *list, struct week_bar bar)
{
    if (list->count < MOST_BARS && bar.to > bar.from + hair)
        list->bars[list->count++] = bar;
}

/* The parts of a session that lie in the days of a week; `begins` since the week began. */
static void add_parts(struct bar_list *list, size_t line, double begins, double hours)
{
    bool is_open = !isfinite(hours);
    double ends = begins + (is_open ? open_hours : hours);
    for (size_t day = 0; day < WEEK_DAYS; day++) {
        double midnight = day_hours * (double)day;
        double from = fmax(begins - midnight, 0), to = fmin(ends - midnight, day_hours);
        if (to > from)
            add_bar(list, (struct week_bar){.line = line,
                                            .day = day,
                                            .from = from,
                                            .to = to,
                                            .is_first = begins >= midnight - hair,
                                            .is_open = is_open});
    }
}

static int by_day(const void *a, const void *b)
{
    const struct week_bar *one = a, *other = b;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return one->line < other->line ? -1 : one->line > other->line ? 1 : 0;
}

/* Bars of a day, in the order of time: each gets the first lane that is free by then. */
static void set_lanes(struct week_bar *bars, size_t count)
{
    size_t lanes = 0;
    for (size_t i = 0; i < count; i++) {
        size_t lane = 0;
        for (size_t j = 0; j < i; j++)
            if (bars[j].lane == lane && bars[j].to > bars[i].from + hair) {
                lane++;
                j = (size_t)-1;
            }
        bars[i].lane = lane;
        lanes = lane + 1 > lanes ? lane + 1 : lanes;
    }
    for (size_t i = 0; i < count; i++)
        bars[i].lanes = lanes;
}

static void fill_week(const struct rhythm *rhythm, size_t week, struct arena *arena, struct week *filled)
{
    double start = start_of(rhythm, week);
    size_t end = session_from(rhythm, start + week_hours), i = session_from(rhythm, start - day_hours);
    struct bar_list list = {ARENA_NEW(arena, struct week_bar, PARTS_AT_MOST * (end - i) + 1), 0};
    for (; i < end; i++)
        add_parts(&list, rhythm->sessions[i].line, rhythm->sessions[i].begins - start,
                  rhythm->calendar->lines[rhythm->sessions[i].line].hours);
    qsort(list.bars, list.count, sizeof *list.bars, by_day);
    for (size_t from = 0, to; from < list.count; from = to) {
        for (to = from; to < list.count && list.bars[to].day == list.bars[from].day;)
            to++;
        set_lanes(list.bars + from, to - from);
    }
    filled->bars = list.bars;
    filled->bar_count = list.count;
}

/* --- which weeks are drawn --- */

static void take_period(const struct rhythm *rhythm, size_t first, struct arena *arena,
                        struct weeks_found *found)
{
    /* The night from Sunday to Monday is in the picture where there is a week before. */
    if (first + 2 * found->period <= rhythm->weeks && is_whole(rhythm, first + 2 * found->period - 1))
        first += found->period;
    for (size_t i = 0; i < found->period; i++) {
        found->weeks[i] = (struct week){.first = i + 1, .last = i + 1};
        fill_week(rhythm, first + i, arena, &found->weeks[i]);
    }
    found->count = found->period;
}

/* Weeks in a row that are alike are drawn once. */
static void take_groups(const struct rhythm *rhythm, struct arena *arena, struct weeks_found *found)
{
    for (size_t from = 0, to; from < rhythm->weeks; from = to) {
        for (to = from + 1; to < rhythm->weeks && alike(rhythm, from, to);)
            to++;
        if (found->count == MOST_WEEKS_DRAWN) {
            found->left_out += to - from;
            continue;
        }
        size_t whole = from + 1 < to && !is_whole(rhythm, from) ? from + 1 : from;
        found->weeks[found->count] = (struct week){.first = from + 1, .last = to};
        fill_week(rhythm, whole, arena, &found->weeks[found->count++]);
    }
}

/* A week as planned: the mean of a period, or of all the time where nothing repeats. */
static void sum_up(const struct rhythm *rhythm, size_t first, struct weeks_found *found)
{
    bool repeats = found->period > 0 && found->total > 1;
    double from = repeats ? start_of(rhythm, first) : 0;
    double to = repeats ? from + week_hours * (double)found->period : rhythm->calendar->looked_at;
    double weeks = found->total == 1 ? 1 : (to - from) / week_hours;
    size_t end = session_from(rhythm, to);
    for (size_t i = session_from(rhythm, from); i < end; i++) {
        const struct results_line *line = &rhythm->calendar->lines[rhythm->sessions[i].line];
        found->sessions += 1 / weeks;
        found->hours += line->hours / weeks;
        found->person_hours += line->hours * line->heads / weeks;
    }
}

bool weeks_find(const struct results_calendar *calendar, size_t design, struct arena *arena,
                struct weeks_found *found)
{
    struct rhythm rhythm;
    size_t first = 0;
    *found = (struct weeks_found){0};
    find_lines(calendar, design, found);
    if (!find_rhythm(calendar, design, found, &rhythm))
        return false;
    size_t whole = whole_weeks(&rhythm, &first);
    found->period = find_period(&rhythm, whole);
    if (found->period > 0)
        take_period(&rhythm, first, arena, found);
    else
        take_groups(&rhythm, arena, found);
    if (calendar->dropped == 0) {
        sum_up(&rhythm, first, found);
        return true;
    }
    /* What comes after the first weeks is not all there. */
    found->sessions = found->hours = found->person_hours = NAN;
    found->count = 1;
    found->left_out = 0;
    return true;
}

struct day_span weeks_span(const struct weeks_found *found, size_t count)
{
    struct day_span span = {day_hours, 0};
    for (size_t i = 0; i < count; i++)
        for (size_t week = 0; week < found[i].count; week++)
            for (size_t j = 0; j < found[i].weeks[week].bar_count; j++) {
                const struct week_bar *bar = &found[i].weeks[week].bars[j];
                span.from = fmin(span.from, floor(bar->from + hair));
                span.to = fmax(span.to, ceil(bar->to - hair));
            }
    if (span.to <= span.from)
        return (struct day_span){9, 9 + LEAST_SPAN};
    while (span.to - span.from < LEAST_SPAN) {
        span.from -= span.from > 0 ? 1 : 0;
        span.to += span.to < day_hours && span.to - span.from < LEAST_SPAN ? 1 : 0;
    }
    return span;
}

size_t week_line(const struct weeks_found *found, const struct week_bar *bar)
{
    return bar->line - found->first_line;
}

/* Whether a calendar can be kept: each line by itself, and all lines beside each other. */
#include <stdio.h>
#include <string.h>

#include "experiment/experiment_parts.h"
#include "gathering/gathering.h"

enum { MOST_OPENINGS = 5000 };

static const char *weekday_of(sim_time instant, const struct scenario *scenario)
{
    return weekdays[(instant / SIM_DAY + scenario->starts_on->number) % 7]->name;
}

/* Zero stands for "left out" in memory; who writes it means something else. */
static void check_zero(struct node *line, const char *key, double value, const char *advice,
                       struct trouble *trouble)
{
    const struct node *node = node_at(line, key);
    if (node != NULL && value <= 0)
        node_trouble(trouble, node, "`%s` cannot be 0; %s", key, advice);
}

static void check_zeros(const struct calendar_entry *entry, struct node *line, struct trouble *trouble)
{
    check_zero(line, "every", sim_hours(entry->every), "leave it out for a session that is held once",
               trouble);
    check_zero(line, "for", sim_hours(entry->lasts),
               "leave it out for a session that ends when its method is done", trouble);
    check_zero(line, "again_after", sim_hours(entry->again_after), "give the break between two sessions",
               trouble);
    check_zero(line, "attendance", entry->attendance, "take the line out where nobody comes", trouble);
}

static void check_calling(const struct calendar_entry *entry, struct node *line, struct trouble *trouble)
{
    const struct node *attendance = node_at(line, "attendance");
    if (entry->who->delegates && entry->attendance > 0 && attendance != NULL)
        node_key_trouble(
            trouble, attendance,
            "`attendance` is for sessions to which all are called; delegates come whenever they can");
}

/* "saturday and sunday". */
struct day_names {
    char text[128];
};

static struct day_names names_of(unsigned days)
{
    struct day_names names = {""};
    for (int day = 0; days >> day != 0; day++)
        if ((days >> day & 1) != 0) {
            const char *between = names.text[0] == '\0' ? "" : days >> day == 1 ? " and " : ", ";
            size_t used = strlen(names.text);
            snprintf(names.text + used, sizeof names.text - used, "%s%s", between, weekdays[day]->name);
        }
    return names;
}

static void check_none_alone(struct node *line, const char *key, uint64_t chosen, struct trouble *trouble)
{
    const struct node *node = node_at(line, key);
    if (node != NULL && node->kind == NODE_LIST && chosen != weekday_bits(chosen) &&
        (chosen & (chosen - 1)) != 0)
        node_trouble(trouble, node, "`none` stands beside weekdays; `%s` is either", key);
}

static void check_days(const struct calendar_entry *entry, struct node *line, struct trouble *trouble)
{
    unsigned on = weekday_bits(entry->on), except = weekday_bits(entry->except);
    check_none_alone(line, "on", entry->on, trouble);
    check_none_alone(line, "except", entry->except, trouble);
    if ((on & except) != 0)
        node_trouble(trouble, line, "the session is held on %s and never on %s", names_of(on & except).text,
                     names_of(on & except).text);
    if (on != 0 && entry->every > 0 && entry->every != SIM_DAY && entry->every % SIM_WEEK != 0)
        node_trouble(trouble, line, "a session on %s is held `every: 7 d`, or every whole number of weeks",
                     names_of(on).text);
    else if (on != 0 && entry->again_after > 0)
        node_trouble(trouble, line, "`on` a weekday goes with `every`, not with `again_after`");
    else if ((on & (on - 1)) != 0 && entry->every == 0)
        node_trouble(trouble, line,
                     "a session on several weekdays needs `every: 7 d`, or every whole number of weeks");
    if (except != 0 && entry->every == 0)
        node_trouble(trouble, line, "`except` needs `every`: only what is repeated can leave a day out");
}

static void check_repetition(const struct calendar_entry *entry, const struct node *line,
                             struct trouble *trouble)
{
    if (entry->again_after > 0 && entry->every > 0)
        node_trouble(trouble, line, "a line has either `every` or `again_after`, not both");
    if (entry->lasts > 0 && entry->every > 0 && entry->lasts > entry->every)
        node_trouble(trouble, line,
                     "the session lasts longer (`for`) than the time to the next one (`every`)");
}

static void check_line(const struct scenario *scenario, const struct calendar_entry *entry, struct node *line,
                       struct trouble *trouble)
{
    size_t before = trouble->count;
    check_zeros(entry, line, trouble);
    check_repetition(entry, line, trouble);
    check_days(entry, line, trouble);
    check_calling(entry, line, trouble);
    if (trouble->count == before && calendar_next(entry, scenario->starts_on->number, 0) == SIM_NEVER)
        node_trouble(trouble, line, "this session is never held: all its days are %s",
                     names_of(weekday_bits(entry->except)).text);
    if (entry->again_after > 0 && scenario->calendar.count > 1)
        node_trouble(trouble, line, "a line with `again_after` must be the only one of the calendar");
}

/* --- overlaps --- */

struct line_state {
    struct node *node;
    sim_time first, next; /* openings; SIM_NEVER when it takes no part */
    bool told;
};

/* The session that is going on. */
struct under_way {
    size_t line;
    sim_time ends;
};

static size_t earliest(const struct line_state *lines, size_t count)
{
    size_t first = 0;
    for (size_t i = 1; i < count; i++)
        if (lines[i].next < lines[first].next)
            first = i;
    return first;
}

static void tell_overlap(const struct scenario *scenario, struct line_state *lines, size_t a, size_t b,
                         sim_time at, struct trouble *trouble)
{
    size_t later = a > b ? a : b, other = a > b ? b : a;
    int minutes = (int)(at % SIM_DAY / SIM_MINUTE);
    if (!lines[later].told)
        node_trouble(
            trouble, lines[later].node,
            "this session and that of line %d overlap, first on %s at %02d:%02d; one must end (`for`) before "
            "the other begins",
            lines[other].node->line, weekday_of(at, scenario), minutes / 60, minutes % 60);
    lines[later].told = true;
}

/* The calendar repeats with its lines; eight weeks show every pattern of days and weeks. A session without
 * `for` is known to last a moment. */
static void check_overlaps(const struct scenario *scenario, struct line_state *lines, struct trouble *trouble)
{
    const struct calendar_entry *entries = scenario->calendar.items;
    const sim_time horizon = scenario->lasts < 8 * SIM_WEEK ? scenario->lasts : 8 * SIM_WEEK;
    struct under_way now = {0, 0};
    for (int i = 0; i < MOST_OPENINGS; i++) {
        size_t line = earliest(lines, scenario->calendar.count);
        const struct calendar_entry *entry = &entries[line];
        sim_time at = lines[line].next;
        if (at >= horizon)
            return;
        if (at < now.ends && now.line != line)
            tell_overlap(scenario, lines, now.line, line, at, trouble);
        sim_time ends = at + (entry->lasts > 0 ? entry->lasts : 1);
        if (ends > now.ends)
            now = (struct under_way){line, ends};
        lines[line].next = calendar_next(entry, scenario->starts_on->number, at + 1);
    }
}

void calendar_check(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct calendar_entry *entries = scenario->calendar.items;
    size_t count = scenario->calendar.count;
    struct node *calendar = node_at(tree, "calendar");
    if (calendar == NULL || count == 0 || scenario->starts_on == NULL)
        return;
    if (count > MOST_LINES) {
        node_key_trouble(trouble, calendar,
                         "a calendar of %zu lines is longer than %d, the most there can be", count,
                         (int)MOST_LINES);
        return;
    }
    struct line_state lines[MOST_LINES];
    struct node *node = calendar->first;
    for (size_t i = 0; i < count; i++, node = node->next) {
        lines[i] = (struct line_state){.node = node, .first = SIM_NEVER};
        if (told_about(trouble, node))
            continue;
        size_t before = trouble->count;
        check_line(scenario, &entries[i], node, trouble);
        if (trouble->count == before)
            lines[i].first = calendar_next(&entries[i], scenario->starts_on->number, 0);
    }
    for (uint32_t practice = 0; practice <= scenario->adoption.practices; practice++) {
        bool has_lines = practice == 0;
        for (size_t i = 0; i < count; i++) {
            uint32_t of = entries[i].practice_number;
            lines[i].next = of == 0 || of == practice ? lines[i].first : SIM_NEVER;
            has_lines = has_lines || of == practice;
        }
        if (has_lines)
            check_overlaps(scenario, lines, trouble);
    }
}

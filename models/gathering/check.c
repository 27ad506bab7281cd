/* Whether a calendar can be kept: each line by itself, and all lines together. */
#include <stdio.h>
#include <string.h>

#include "checking.h"
#include "gathering/gathering_parts.h"
#include "inquiries/inquiries.h"
#include "places/places.h"

enum { MOST_OPENINGS = 5000, MOST_WITH_PARTNERS = 20000 };

static const struct field_list *lines_of(const struct checking *checking)
{
    return checking_settings(checking, &calendar_section);
}

static const char *weekday_of(sim_time instant, int first_day)
{
    return weekdays[(instant / SIM_DAY + first_day) % 7]->name;
}

/* In memory 0 stands for "left out"; a person who writes 0 means something else. */
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
    check_zero(line, "heads", (double)entry->heads, "take the line out where nobody comes", trouble);
}

static void check_calling(const struct calendar_entry *entry, struct node *line, struct trouble *trouble)
{
    const struct node *attendance = node_at(line, "attendance");
    if (entry->who->delegates && entry->attendance > 0 && attendance != NULL)
        node_key_trouble(
            trouble, attendance,
            "`attendance` is for sessions to which all are called; delegates come whenever they can");
    const struct node *heads = node_at(line, "heads");
    if (heads == NULL || entry->heads == 0)
        return;
    if (entry->who->delegates)
        node_key_trouble(trouble, heads,
                         "`heads` is for sessions to which all are called; delegates come whenever they can");
    else if (attendance != NULL)
        node_key_trouble(trouble, heads, "a line has either `heads` or `attendance`, not both");
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

static void check_line(const struct checking *checking, const struct calendar_entry *entry, struct node *line)
{
    struct trouble *trouble = checking->trouble;
    size_t before = trouble->count;
    check_zeros(entry, line, trouble);
    check_repetition(entry, line, trouble);
    series_check(entry, line, trouble);
    check_days(entry, line, trouble);
    check_calling(entry, line, trouble);
    if (trouble->count == before && entry->held && calendar_next(entry, checking->first_day, 0) == SIM_NEVER)
        node_trouble(trouble, line, "this session is never held: all its days are %s",
                     names_of(weekday_bits(entry->except)).text);
    if (entry->again_after > 0 && lines_of(checking)->count > 1)
        node_trouble(trouble, line, "a line with `again_after` must be the only one of the calendar");
}

/* --- overlaps --- */

struct line_state {
    struct node *node;
    sim_time first, next; /* openings; SIM_NEVER: the line is left out of the comparison */
    bool told;
};

/* The session that is held at the moment. */
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

static void tell_overlap(const struct checking *checking, struct line_state *lines, size_t a, size_t b,
                         sim_time at)
{
    size_t later = a > b ? a : b, other = a > b ? b : a;
    int minutes = (int)(at % SIM_DAY / SIM_MINUTE);
    if (!lines[later].told)
        node_trouble(
            checking->trouble, lines[later].node,
            "this session and that of line %d overlap, first on %s at %02d:%02d; one must end (`for`) before "
            "the other begins",
            lines[other].node->line, weekday_of(at, checking->first_day), minutes / 60, minutes % 60);
    lines[later].told = true;
}

/* The calendar repeats with its lines; eight weeks show every pattern of days and weeks. Of a session without
 * `for` it is only known that it lasts at least a moment. */
static void check_overlaps(const struct checking *checking, struct line_state *lines)
{
    const struct calendar_entry *entries = lines_of(checking)->items;
    const sim_time horizon = checking->lasts < 8 * SIM_WEEK ? checking->lasts : 8 * SIM_WEEK;
    struct under_way now = {0, 0};
    for (int i = 0; i < MOST_OPENINGS; i++) {
        size_t line = earliest(lines, lines_of(checking)->count);
        const struct calendar_entry *entry = &entries[line];
        sim_time at = lines[line].next;
        if (at >= horizon)
            return;
        if (at < now.ends && now.line != line)
            tell_overlap(checking, lines, now.line, line, at);
        sim_time ends = at + (entry->lasts > 0 ? entry->lasts : 1);
        if (ends > now.ends)
            now = (struct under_way){line, ends};
        lines[line].next = calendar_next(entry, checking->first_day, at + 1);
    }
}

static void check_all_overlaps(const struct checking *checking, struct line_state *lines)
{
    const struct calendar_entry *entries = lines_of(checking)->items;
    size_t count = lines_of(checking)->count;
    for (uint32_t practice = 0; practice <= calendar_practices(lines_of(checking)); practice++) {
        bool has_lines = practice == 0;
        for (size_t i = 0; i < count; i++) {
            uint32_t of = entries[i].practice_number;
            lines[i].next = of == 0 || of == practice ? lines[i].first : SIM_NEVER;
            has_lines = has_lines || of == practice;
        }
        if (has_lines)
            check_overlaps(checking, lines);
    }
}

static void check_calendar(const struct checking *checking)
{
    const struct calendar_entry *entries = lines_of(checking)->items;
    size_t count = lines_of(checking)->count;
    struct node *calendar = node_at(checking->tree, "calendar");
    if (calendar == NULL || count == 0 || checking->first_day < 0)
        return;
    if (count > MOST_LINES) {
        node_key_trouble(checking->trouble, calendar,
                         "a calendar of %zu lines is longer than %d, the most there can be", count,
                         (int)MOST_LINES);
        return;
    }
    struct line_state lines[MOST_LINES];
    struct node *node = calendar->first;
    for (size_t i = 0; i < count; i++, node = node->next) {
        lines[i] = (struct line_state){.node = node, .first = SIM_NEVER};
        if (told_about(checking->trouble, node))
            continue;
        size_t before = checking->trouble->count;
        check_line(checking, &entries[i], node);
        if (checking->trouble->count == before)
            lines[i].first = calendar_next(&entries[i], checking->first_day, 0);
    }
    check_all_overlaps(checking, lines);
}

/* --- practices --- */

uint32_t calendar_practice(const struct field_list *calendar, const char *name)
{
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; name != NULL && i < calendar->count; i++)
        if (lines[i].practice_number > 0 && strcmp(lines[i].practice, name) == 0)
            return lines[i].practice_number;
    return 0;
}

uint32_t calendar_practices(const struct field_list *calendar)
{
    const struct calendar_entry *lines = calendar->items;
    uint32_t most = 0;
    for (size_t i = 0; i < calendar->count; i++)
        most = lines[i].practice_number > most ? lines[i].practice_number : most;
    return most;
}

/* Practices have numbers from 1, in the order of the lines that name them. */
static void number_practices(const struct field_list *calendar)
{
    struct calendar_entry *lines = calendar->items;
    uint32_t count = 0;
    for (size_t i = 0; i < calendar->count && calendar->count <= MOST_LINES; i++) {
        uint32_t known = calendar_practice(calendar, lines[i].practice);
        if (lines[i].practice != NULL)
            lines[i].practice_number = known > 0 ? known : ++count;
    }
}

/* --- inquiries --- */

static void check_inquiry_name(const struct checking *checking, const struct node *name)
{
    const struct field_list *inquiries = checking_settings(checking, &inquiry_section);
    const struct inquiry_settings *all = inquiries->items;
    const char *names[MOST_INQUIRIES];
    size_t count = 0;
    for (size_t i = 0; i < inquiries->count && i < MOST_INQUIRIES; i++)
        if (all[i].name != NULL)
            names[count++] = all[i].name;
    if (count == 0) {
        node_trouble(checking->trouble, name, "there are no `inquiries` in this scenario");
        return;
    }
    node_trouble(checking->trouble, name, "no inquiry has this name");
    const char *nearest = nearest_word(name->text, names, count);
    if (nearest != NULL)
        trouble_hint(checking->trouble, "did you mean `%s`?", nearest);
}

static void check_inquiry(const struct checking *checking, const struct calendar_entry *entry,
                          struct node *line)
{
    struct trouble *trouble = checking->trouble;
    const struct node *inquiry = node_at(line, "inquiry"), *aspect = node_at(line, "aspect");
    const struct node *hold = node_at(line, "hold");
    if (entry->inquiry != NULL && entry->inquiry_number == 0)
        check_inquiry_name(checking, inquiry);
    else if (entry->method == NULL)
        return;
    else if (entry->inquiry == NULL && method_meets_inquiry(entry->method))
        node_trouble(trouble, hold,
                     "`%s` talks about an inquiry, and this line does not say about which (`inquiry`)",
                     entry->hold);
    else if (entry->inquiry != NULL && !method_meets_inquiry(entry->method))
        node_key_trouble(trouble, inquiry,
                         "`%s` talks about no inquiry: it has no stage with `matter: inquiry` or `aspect`",
                         entry->hold);
    else if (aspect != NULL && !method_meets_aspects(entry->method))
        node_key_trouble(trouble, aspect, "`aspect` is read where a stage says `matter: aspect`");
    else if (aspect != NULL && method_posts_aspects(entry->method))
        node_key_trouble(trouble, aspect, "`aspect` is not read where aspects are posted in a market");
}

static void check_inquiries(const struct checking *checking)
{
    struct calendar_entry *entries = lines_of(checking)->items;
    const struct node *inquiries = node_at(checking->tree, "inquiries");
    const struct node *calendar = node_at(checking->tree, "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < lines_of(checking)->count && line != NULL; i++, line = line->next) {
        entries[i].inquiry_number =
            inquiry_number(checking_settings(checking, &inquiry_section), entries[i].inquiry);
        if (!told_about(checking->trouble, line) &&
            (inquiries == NULL || !told_about(checking->trouble, inquiries)))
            check_inquiry(checking, &entries[i], line);
    }
}

/* --- partners --- */

static void check_partners(const struct checking *checking)
{
    const struct gathering_settings *settings = checking_settings(checking, &gathering_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    const struct node *list = node_at(checking->tree, "sites");
    if (list == NULL || !settings->partners || told_in_reading(checking, list))
        return;
    for (size_t i = 0; i < places->count; i++)
        if (sites[i].people > MOST_WITH_PARTNERS)
            node_trouble(checking->trouble, list_element(list, i),
                         "books of partners are kept for %d people at most", (int)MOST_WITH_PARTNERS);
}

/* --- sides --- */

static void check_sides_of(const struct checking *checking, const struct calendar_entry *line,
                           const struct node *hold)
{
    const struct stage *stages = line->method->stages.items;
    for (size_t i = 0; i < line->method->stages.count; i++)
        if (stages[i].seating->of_sides && node_at(node_at(checking->tree, "sides"), "kinds") == NULL) {
            node_trouble(checking->trouble, hold,
                         "this method seats people by their side (`seating: %s`), and the scenario has no "
                         "sides (`sides.kinds`)",
                         stages[i].seating->choice.name);
            return;
        }
}

void gathering_check(const struct checking *checking)
{
    number_practices(lines_of(checking));
    if (lines_of(checking)->count <= MOST_LINES)
        series_number(lines_of(checking));
    check_calendar(checking);
    check_inquiries(checking);
    check_partners(checking);
    calendar_each_held(checking, check_sides_of);
}

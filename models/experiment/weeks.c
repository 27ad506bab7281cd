/* What is planned in each design, for pictures of its week: asked of the mechanisms. */
#include "weeks.h"
#include "experiment/experiment_parts.h"

enum {
    MOST_SESSIONS = 20000, /* of all designs */
    WEEKS_LOOKED_AT = 13,  /* a rhythm of weeks shows in a quarter of a year */
    LONGEST_SPAN = 32
};

/* What people meet for beside the calendar. */
static void meeting_found(const struct held_line *line, void *finder)
{
    struct weeks *weeks = finder;
    char span[LONGEST_SPAN];
    if (line->who == NULL || line->method == NULL || *line->method == NULL || !line->opens)
        return;
    const char *every = "", *lasts = "";
    if (line->every > 0)
        every = arena_print(weeks->arena, " every %s", sim_time_text(line->every, span, sizeof span));
    if (line->lasts > 0)
        lasts = arena_print(weeks->arena, ", for %s at most", sim_time_text(line->lasts, span, sizeof span));
    weeks_add_meeting(weeks,
                      arena_print(weeks->arena, "%s%s%s (`%s`).", line->who, every, lasts, line->hold));
}

void weeks_ask(const struct checking *checking, struct weeks *weeks)
{
    const size_t first = weeks->session_count;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        if ((*one)->plan != NULL)
            (*one)->plan(checking, weeks);
        if ((*one)->held != NULL)
            (*one)->held(checking, meeting_found, weeks);
    }
    weeks_sort(weeks, first);
}

void plan_weeks(const struct experiment *experiment, struct record_plan *plan)
{
    const struct scenario *first = experiment->settings[0];
    const sim_time span = (sim_time)WEEKS_LOOKED_AT * SIM_WEEK;
    struct weeks weeks = {.arena = experiment->arena,
                          .until = first->time.lasts < span ? first->time.lasts : span};
    for (weeks.design = 0; weeks.design < experiment->design_count; weeks.design++) {
        weeks.most = (weeks.design + 1) * (MOST_SESSIONS / experiment->design_count);
        const struct checking checking = checking_of(experiment, experiment->settings[weeks.design],
                                                     experiment->trees[weeks.design], NULL);
        weeks_ask(&checking, &weeks);
    }
    plan->calendar = (struct record_calendar){
        weeks.lines,         weeks.line_count,          weeks.sessions, weeks.session_count, weeks.meetings,
        weeks.meeting_count, scenario_first_day(first), weeks.until,    weeks.dropped};
}

/* The week of each design, as text: from a scenario without any run, or from a results file. */
#include <string.h>

#include "analysis/file/results.h"
#include "analysis/plain/fold.h"
#include "analysis/words/front_text.h"
#include "analysis/words/weeks_text.h"
#include "base/sim_time.h"
#include "program/carry_out.h"
#include "program/complain.h"
#include "program/designs.h"
#include "program/source.h"

/* The calendars of a plan, as the analysis has those of a file. */
static struct results_calendar calendar_of(const struct record_calendar *planned, struct arena *arena)
{
    struct results_line *lines = ARENA_NEW(arena, struct results_line, planned->line_count + 1);
    struct results_session *sessions = ARENA_NEW(arena, struct results_session, planned->session_count + 1);
    struct results_meeting *meetings = ARENA_NEW(arena, struct results_meeting, planned->meeting_count + 1);
    for (size_t i = 0; i < planned->line_count; i++) {
        const struct calendar_line *line = &planned->lines[i];
        lines[i] =
            (struct results_line){line->design, line->method, line->title, line->meaning, line->deciders,
                                  line->when,   line->who,    line->hours, line->heads};
    }
    for (size_t i = 0; i < planned->session_count; i++)
        sessions[i] =
            (struct results_session){planned->sessions[i].line, sim_hours(planned->sessions[i].begins)};
    for (size_t i = 0; i < planned->meeting_count; i++)
        meetings[i] = (struct results_meeting){planned->meetings[i].design, planned->meetings[i].text};
    return (struct results_calendar){lines,
                                     planned->line_count,
                                     sessions,
                                     planned->session_count,
                                     meetings,
                                     planned->meeting_count,
                                     planned->first_weekday,
                                     sim_hours(planned->looked_at),
                                     planned->dropped};
}

static enum status say_weeks(struct call *call, const struct results_calendar *calendar,
                             const struct names *designs)
{
    struct weeks_drawn drawn = {calendar, designs, NOT_FOUND, fold_width(call->screen.columns)};
    if (call->options.design != NULL && !design_find(call, call->arguments[0], designs->names, designs->count,
                                                     call->options.design, &drawn.only))
        return STATUS_USAGE;
    weeks_say(&drawn, &call->out);
    return STATUS_FINE;
}

/* Only a search for the best weeks leaves any. */
static enum status refuse_finalist(struct call *call)
{
    call_trouble(call, STATUS_USAGE,
                 "%s has no finalists: `--finalist` is about weeks that were chosen, in a results file of a "
                 "scenario with `choose`",
                 call->arguments[0]);
    return STATUS_USAGE;
}

/* What it is, as a comment, and the sections of a scenario that hold it: to be copied, so it is folded
 * nowhere. */
static enum status say_finalist(struct call *call, const struct results *results)
{
    const struct results_choice *choice = results->choice;
    const size_t which = (size_t)call->options.finalist - 1;
    if (choice == NULL)
        return refuse_finalist(call);
    if (which >= choice->finalist_count)
        return call_trouble(call, STATUS_USAGE, "%s has %zu finalist%s, so there is no number %zu",
                            call->arguments[0], choice->finalist_count,
                            choice->finalist_count == 1 ? "" : "s", which + 1);
    text_print(&call->out,
               "# Finalist %zu. In the scenario, this takes the place of the sections of the "
               "same name.\n",
               which + 1);
    front_say_lines(&call->out, choice->finalists[which].words, "# ");
    front_say_lines(&call->out, choice->finalists[which].sections, "");
    return STATUS_FINE;
}

static enum status week_of_results(struct call *call)
{
    struct source source;
    enum status status = source_open(call, call->arguments[0], &source);
    if (status == STATUS_FINE && call->options.finalist > 0)
        status = say_finalist(call, source.results);
    else if (status == STATUS_FINE && source.results->calendar.line_count == 0)
        status = call_trouble(call, STATUS_BAD_INPUT,
                              "%s keeps no calendar: it has none, or an older version wrote the file",
                              call->arguments[0]);
    else if (status == STATUS_FINE)
        status = say_weeks(call, &source.results->calendar, &source.results->designs);
    source_close(&source);
    return status;
}

static enum status week_of_scenario(struct call *call)
{
    struct experiment_request request;
    enum status status = request_of(call, call->arguments[0], &request);
    if (status != STATUS_FINE)
        return status;
    request.base_only = true;
    struct experiment *experiment = experiment_load(&request, &call->arena, &call->trouble);
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    const struct record_plan *plan = experiment_plan(experiment);
    const struct results_calendar calendar = calendar_of(&plan->calendar, &call->arena);
    const char **names = ARENA_NEW(&call->arena, const char *, plan->design_count);
    memcpy(names, plan->designs, plan->design_count * sizeof *names);
    const struct names designs = {names, plan->design_count};
    return say_weeks(call, &calendar, &designs);
}

static enum status week_run(struct call *call)
{
    if (call->options.finalist > 0 && !source_is_results(call->arguments[0]))
        return refuse_finalist(call);
    return source_is_results(call->arguments[0]) ? week_of_results(call) : week_of_scenario(call);
}

const struct command command_week = {
    .name = "week",
    .arguments = "SCENARIO|FILE.h5",
    .summary = "show the week of each design: which sessions are held when, and who decides in them",
    .detail = "Monday to Sunday by the hour, with a letter for each line of the calendar. Nothing is run. "
              "`groundswell plot FILE.h5 week` draws it as a picture. Of a file with weeks that were chosen "
              "(`choose`), --finalist 2 prints what a scenario says that holds the second finalist: copy it "
              "into the scenario, in place of the sections of the same name. `groundswell compare FILE.h5` "
              "says which finalists there are.",
    .accepts = (const int[]){OPTION_DESIGN, OPTION_FINALIST, OPTION_SET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .run = week_run,
};

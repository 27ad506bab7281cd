#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/experiment_parts.h"
#include "unit/models/camp_settings.h"

#define HEAD "title: A camp\nlasts: 14 d\nsites: [{name: Square, people: 40}]\n"
#define DESIGNS                                                                                              \
    "designs:\n"                                                                                             \
    "  assembly: {calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]}\n"                             \
    "  circles: {calendar: [{every: 7 d, hold: open-space-decides, for: 6 h}, {every: 7 d, at: \"20:00\", "  \
    "hold: "                                                                                                 \
    "forum}]}\n"

struct loading {
    struct arena arena;
    struct trouble trouble;
    struct experiment_request request;
    struct experiment *experiment;
};

static void load(struct loading *loading, const char *text, const char *const *overrides, size_t count)
{
    *loading = (struct loading){.request = {
                                    .path = "camp.yaml",
                                    .text = text,
                                    .length = strlen(text),
                                    .library = GROUNDSWELL_SOURCE "/scenarios",
                                    .overrides = overrides,
                                    .override_count = count,
                                }};
    loading->experiment = experiment_load(&loading->request, &loading->arena, &loading->trouble);
}

static void unload(struct loading *loading)
{
    trouble_free(&loading->trouble);
    arena_free(&loading->arena);
}

static const struct calendar_entry *line_of(const struct loading *loading, size_t variant, size_t design,
                                            size_t line)
{
    const struct experiment *experiment = loading->experiment;
    const struct scenario *scenario = experiment->settings[variant * experiment->design_count + design];
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    assert_true(line < calendar->count);
    return (const struct calendar_entry *)calendar->items + line;
}

static void what_the_command_line_sets_in_a_list_is_set_in_the_list_of_each_design(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD DESIGNS, (const char *const[]){"calendar[0].for=2 h"}, 1);
    assert_non_null(loading.experiment);
    assert_int_equal(line_of(&loading, 0, 0, 0)->lasts, 2 * SIM_HOUR);
    assert_int_equal(line_of(&loading, 0, 1, 0)->lasts, 2 * SIM_HOUR);
    assert_string_equal(line_of(&loading, 0, 0, 0)->hold, "general-assembly");
    assert_string_equal(line_of(&loading, 0, 1, 0)->hold, "open-space-decides");
    assert_string_equal(line_of(&loading, 0, 1, 1)->hold, "forum");
    unload(&loading);
}

static void a_place_that_one_design_lacks_is_told(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD DESIGNS, (const char *const[]){"calendar[1].for=1 h"}, 1);
    assert_null(loading.experiment);
    assert_int_equal(loading.trouble.count, 1);
    assert_string_equal(loading.trouble.complaints[0].where.file, "--set");
    assert_string_equal(loading.trouble.complaints[0].sentence,
                        "there is no [1]: the list has 1, counted from [0]");
    unload(&loading);
}

static void the_command_line_may_change_one_design_alone(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD DESIGNS, (const char *const[]){"designs.circles.calendar[1].for=30 min"}, 1);
    assert_non_null(loading.experiment);
    assert_int_equal(line_of(&loading, 0, 1, 1)->lasts, 30 * SIM_MINUTE);
    assert_int_equal(line_of(&loading, 0, 0, 0)->lasts, 3 * SIM_HOUR);
    unload(&loading);
}

static void a_sweep_over_a_place_in_a_list_leaves_the_rest_of_each_list(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD DESIGNS "sweep: [{set: \"calendar[0].attendance\", to: [10 %, 20 %]}]\n", NULL, 0);
    assert_non_null(loading.experiment);
    assert_int_equal(loading.experiment->variant_count, 3);
    assert_float_equal(line_of(&loading, 0, 1, 0)->attendance, 0, 0);
    assert_float_equal(line_of(&loading, 1, 1, 0)->attendance, 0.1, 0);
    assert_float_equal(line_of(&loading, 2, 1, 0)->attendance, 0.2, 0);
    assert_int_equal(line_of(&loading, 2, 1, 0)->lasts, 6 * SIM_HOUR);
    assert_string_equal(line_of(&loading, 2, 1, 1)->hold, "forum");
    assert_string_equal(line_of(&loading, 2, 0, 0)->hold, "general-assembly");
    unload(&loading);
}

static void a_grid_has_every_combination_and_its_labels(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading,
         HEAD
         "replications: 3\nvariant_replications: 2\n"
         "assumptions: [{set: conversation.digest_ratio, to: [4]}]\n"
         "sweep: [{set: proposals.facets, to: [5, 9]}, {set: proposals.per_day, to: [1 /d, 2 /d, 3 /d]}]\n",
         NULL, 0);
    const struct experiment *experiment = loading.experiment;
    assert_non_null(experiment);
    assert_int_equal(experiment->variant_count, 1 + 1 + 6);
    assert_int_equal(experiment_runs(experiment), 3 + 7 * 2);
    assert_int_equal(experiment->axis_count, 3);
    assert_string_equal(experiment->variants[1].label, "conversation.digest_ratio = 4");
    assert_string_equal(experiment->variants[7].label, "proposals.facets = 9, proposals.per_day = 3 /d");
    assert_int_equal(SETTINGS(experiment->settings[7], proposal)->facets, 9);
    assert_float_equal(SETTINGS(experiment->settings[7], proposal)->per_hour, 3.0 / 24, 1e-12);
    assert_float_equal(SETTINGS(experiment->settings[1], conversation)->digest_ratio, 4, 0);
    unload(&loading);
}

static void a_setting_that_is_assumed_and_swept_is_one_axis(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading,
         HEAD
         "assumptions: [{set: proposals.facets, to: [5]}]\nsweep: [{set: proposals.facets, to: [5, 9]}]\n",
         NULL, 0);
    assert_non_null(loading.experiment);
    assert_int_equal(loading.experiment->axis_count, 1);
    assert_int_equal(loading.experiment->variant_count, 4);
    unload(&loading);
}

static void nothing_of_a_design_reaches_another(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD "designs: {loud: {conversation: {amplified: yes}}, plain: {}}\n", NULL, 0);
    assert_non_null(loading.experiment);
    assert_true(SETTINGS(loading.experiment->settings[0], conversation)->amplified);
    assert_false(SETTINGS(loading.experiment->settings[1], conversation)->amplified);
    assert_float_equal(SETTINGS(loading.experiment->settings[0], conversation)->retention,
                       SETTINGS(loading.experiment->settings[1], conversation)->retention, 0);
    unload(&loading);
}

static void further_measures_to_show_go_into_the_plan(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD DESIGNS "show: [wait, tension]\n", NULL, 0);
    assert_non_null(loading.experiment);
    assert_string_equal(experiment_plan(loading.experiment)->show, "wait tension");
    unload(&loading);
    load(&loading, HEAD DESIGNS, NULL, 0);
    assert_string_equal(experiment_plan(loading.experiment)->show, "");
    unload(&loading);
}

static void a_mistake_of_the_scenario_is_told_once_however_many_designs_there_are(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading,
         HEAD DESIGNS "conversation: {repeat: 200 %}\nsweep: [{set: proposals.facets, to: [5, 9]}]\n", NULL,
         0);
    assert_null(loading.experiment);
    assert_int_equal(loading.trouble.count, 1);
    assert_int_equal(loading.trouble.complaints[0].where.line, 7);
    unload(&loading);
}

#define TWO_KINDS                                                                                            \
    "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"                                           \
    "designs: {few: {people: {attendance: 20 %}}, many: {people: {attendance: 80 %}}, as_usual: {}}\n"

static double attendance(const struct loading *loading, size_t variant, size_t design)
{
    const struct experiment *experiment = loading->experiment;
    return SETTINGS(experiment->settings[variant * experiment->design_count + design], people)->attendance;
}

/* Scenario, assumption, design: what a design sets is not wiped out by an assumption about the world. */
static void an_assumption_lies_under_the_designs(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading, HEAD TWO_KINDS "assumptions: [{set: people.attendance, to: [50 %, 60 %]}]\n", NULL, 0);
    assert_non_null(loading.experiment);
    assert_float_equal(attendance(&loading, 1, 0), 0.2, 0);
    assert_float_equal(attendance(&loading, 1, 1), 0.8, 0);
    assert_float_equal(attendance(&loading, 1, 2), 0.5, 0);
    assert_float_equal(attendance(&loading, 2, 2), 0.6, 0);
    unload(&loading);
    /* what the command line sets does not undo what is tried */
    load(&loading, HEAD TWO_KINDS "assumptions: [{set: people.attendance, to: [50 %]}]\n",
         (const char *const[]){"people.attendance=30 %"}, 1);
    assert_float_equal(attendance(&loading, 0, 0), 0.3, 0);
    assert_float_equal(attendance(&loading, 1, 2), 0.5, 0);
    unload(&loading);
}

static void notes_of(const char *text, struct trouble *notes, struct trouble *trouble)
{
    struct arena arena = {0};
    struct experiment_request request = {.path = "camp.yaml",
                                         .text = text,
                                         .length = strlen(text),
                                         .library = GROUNDSWELL_SOURCE "/scenarios",
                                         .notes = notes};
    experiment_load(&request, &arena, trouble);
    arena_free(&arena);
}

static void what_every_design_sets_cannot_be_assumed_otherwise_and_is_said(void **state)
{
    (void)state;
    struct trouble notes = {0}, trouble = {0};
    notes_of(HEAD "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
                  "designs: {few: {people: {attendance: 20 %}}, many: {people: {attendance: 80 %}}}\n"
                  "assumptions:\n"
                  "  - {set: people.attendance, to: [50 %, 60 %]}\n"
                  "  - {set: conversation.urge, to: [0]}\n",
             &notes, &trouble);
    assert_int_equal(trouble.count, 0);
    assert_int_equal(notes.count, 1);
    assert_int_equal(notes.complaints[0].where.line, 7);
    assert_int_equal(notes.complaints[0].where.column, 11);
    assert_string_equal(
        notes.complaints[0].sentence,
        "note: every design sets `people.attendance`, so this assumption changes nothing: it lies "
        "under the designs");
    trouble_free(&notes);
    notes_of(HEAD TWO_KINDS "assumptions: [{set: people.attendance, to: [50 %]}]\n", &notes, &trouble);
    assert_int_equal(notes.count, 1);
    assert_string_equal(
        notes.complaints[0].sentence,
        "note: 2 of 3 designs set `people.attendance` themselves, so this assumption changes only the "
        "others");
    trouble_free(&notes);
    trouble_free(&trouble);
}

static void one_note(const char *text, int line, int column, const char *sentence)
{
    struct trouble notes = {0}, trouble = {0};
    notes_of(text, &notes, &trouble);
    assert_int_equal(trouble.count, 0);
    assert_int_equal(notes.count, sentence == NULL ? 0 : 1);
    if (sentence != NULL) {
        assert_string_equal(notes.complaints[0].sentence, sentence);
        assert_int_equal(notes.complaints[0].where.line, line);
        assert_int_equal(notes.complaints[0].where.column, column);
    }
    trouble_free(&notes);
}

/* The assembly hears its agenda for 20 min before it decides. */
static void a_session_that_is_too_short_to_decide_is_noted(void **state)
{
    (void)state;
    one_note(
        HEAD "calendar:\n  - {every: 1 d, hold: general-assembly, for: 9 min}\n", 5, 24,
        "note: nothing is ever decided here: 0 min are left for decisions, and a proposal is taken up only "
        "with 10 min left (`decisions.least_left`)");
    one_note(
        HEAD
        "calendar:\n  - {every: 1 d, hold: open-space-decides, for: 3 h}\ndecisions: {least_left: 45 min}\n",
        5, 24,
        "note: nothing is ever decided here: 20 min are left for decisions, and a proposal is taken up only "
        "with 45 min left (`decisions.least_left`)");
    one_note(HEAD "calendar:\n  - {every: 1 d, hold: general-assembly, for: 2 h}\n", 0, 0, NULL);
    one_note(HEAD "calendar:\n  - {every: 1 d, hold: general-assembly}\n", 0, 0, NULL);
}

static void a_method_that_the_headline_does_not_see_is_noted_once(void **state)
{
    (void)state;
    one_note(HEAD "designs:\n"
                  "  a: {calendar: [{every: 1 d, hold: world-cafe, for: 2 h}]}\n"
                  "  b: {calendar: [{every: 2 d, hold: world-cafe, for: 2 h}]}\n",
             5, 37,
             "note: `world-cafe` talks about no proposal, and the headline `decisions_per_hour` is about "
             "proposals: "
             "what this method gives does not show in it");
    one_note(HEAD "headline: question_reach\ncalendar: [{every: 1 d, hold: general-assembly, for: 2 h}]\n", 5,
             31,
             "note: `general-assembly` talks about no question, and the headline `question_reach` is about "
             "questions: "
             "what this method gives does not show in it");
    one_note(HEAD "headline: question_reach\ncalendar: [{every: 1 d, hold: world-cafe, for: 2 h}]\n", 0, 0,
             NULL);
    one_note(HEAD "headline: voice_gini\ncalendar: [{every: 1 d, hold: world-cafe, for: 2 h}]\n", 0, 0, NULL);
}

static void silence_that_no_session_keeps_is_noted(void **state)
{
    (void)state;
    one_note(HEAD "reflection: {calm: 0.01 /min}\n"
                  "calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]\n",
             4, 13,
             "note: no session of the calendar has a stage of silence (`do: reflect`), so `reflection` does "
             "nothing in them");
    one_note(HEAD "reflection: {calm: 0 /min}\n"
                  "calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]\n",
             0, 0, NULL);
}

/* What stands there for both designs is of use in one of them; what stands in a design is its own. */
static void what_one_of_several_designs_uses_is_not_noted(void **state)
{
    (void)state;
    static const char waiting[] = "note: no session of the calendar has a stage of silence (`do: reflect`), "
                                  "so `reflection` does nothing in them";
    one_note(HEAD "reflection: {calm: 0.01 /min}\ndesigns:\n"
                  "  a: {calendar: [{every: 1 d, hold: heart-circle, for: 2 h}]}\n"
                  "  b: {calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]}\n"
                  "headline: voice_gini\n",
             0, 0, NULL);
    one_note(HEAD "reflection: {calm: 0.01 /min}\ndesigns:\n"
                  "  a: {calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]}\n"
                  "  b: {calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]}\n",
             4, 13, waiting);
    one_note(HEAD "headline: voice_gini\ndesigns:\n"
                  "  a: {calendar: [{every: 1 d, hold: heart-circle, for: 2 h}]}\n"
                  "  b: {reflection: {calm: 0.01 /min}, calendar: [{every: 1 d, hold: general-assembly}]}\n",
             7, 19, waiting);
}

/* It is no mistake: one design may hold what another does without. */
static void what_no_stage_asks_for_is_noted_and_not_refused(void **state)
{
    (void)state;
    one_note(HEAD "commit: {size: 4}\ncalendar: [{every: 1 d, hold: general-assembly, for: 2 h}]\n", 4, 9,
             "note: no method of the calendar has a stage with `do: commit`");
}

static void silence_in_which_there_is_nothing_to_notice_is_noted(void **state)
{
    (void)state;
    one_note(
        HEAD "reflection: {incubation: 0.0126 /min}\n"
             "inquiries: [{name: winter}]\nheadline: voice_gini\n"
             "calendar: [{every: 1 d, hold: silence-before-telling, inquiry: winter}]\n",
        4, 26,
        "note: no inquiry of this scenario has `insights`, so in a silence there is nothing to notice, and "
        "`incubation` does nothing");
    one_note(HEAD "reflection: {incubation: 0.0126 /min}\n"
                  "inquiries: [{name: winter, insights: 10}]\nheadline: voice_gini\n"
                  "calendar: [{every: 1 d, hold: silence-before-telling, inquiry: winter}]\n",
             0, 0, NULL);
}

/* Time 0 is a Monday: the first Sunday is day 6. */
static void a_design_in_which_nobody_ever_meets_is_noted(void **state)
{
    (void)state;
    static const char never[] = "note: nobody ever meets in the design `b`: no session begins before the end";
    one_note("title: A camp\nlasts: 5 d\nsites: [{name: Square, people: 40}]\n"
             "designs:\n"
             "  a: {calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]}\n"
             "  b: {calendar: [{every: 7 d, on: sunday, hold: general-assembly, for: 2 h}]}\n",
             6, 6, never);
    one_note(HEAD "designs:\n"
                  "  a: {calendar: [{every: 1 d, hold: general-assembly, for: 2 h}]}\n"
                  "  b: {calendar: []}\n",
             6, 6, never);
    one_note(HEAD, 0, 0, NULL); /* nobody meets anywhere: a model without meetings */
}

static void nothing_is_run_for_an_assumption_that_changes_nothing(void **state)
{
    (void)state;
    struct loading loading;
    load(&loading,
         HEAD
         "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
         "designs: {few: {people: {attendance: 20 %}}, many: {people: {attendance: 80 %}}}\n"
         "assumptions: [{set: people.attendance, to: [50 %, 60 %]}, {set: conversation.urge, to: [0]}]\n",
         NULL, 0);
    assert_int_equal(loading.experiment->variant_count, 2); /* the scenario, and the one of urge */
    assert_int_equal(experiment_plan(loading.experiment)->assumed_tried, 1);
    unload(&loading);
}

static void a_sweep_over_what_designs_differ_in_is_refused(void **state)
{
    (void)state;
    struct trouble notes = {0}, trouble = {0};
    notes_of(HEAD TWO_KINDS "sweep: [{set: people.attendance, to: [50 %]}]\n", &notes, &trouble);
    assert_int_equal(trouble.count, 1);
    assert_string_equal(
        trouble.complaints[0].sentence,
        "designs set `people.attendance` to different values, and a sweep lies over them: it would make "
        "them equal");
    trouble_free(&trouble);
    trouble_free(&notes);
    notes_of(HEAD "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
                  "designs: {a: {people: {attendance: 20 %}}, b: {people: {attendance: 0.2, shyness: 0}}}\n"
                  "sweep: [{set: people.attendance, to: [50 %]}]\n",
             &notes, &trouble);
    assert_int_equal(trouble.count, 0);
    assert_int_equal(notes.count, 1);
    assert_string_equal(
        notes.complaints[0].sentence,
        "note: designs set `people.attendance`, and this sweep lies over them: it replaces what they "
        "set");
    trouble_free(&notes);
}

static void assumed_numbers_are_counted_where_they_play_a_part(void **state)
{
    (void)state;
    struct loading plain, groups;
    load(&plain,
         HEAD "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
              "assumptions: [{set: conversation.urge, to: [0]}, {set: people.talk_sd, to: [0]}]\n",
         NULL, 0);
    load(&groups,
         HEAD "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
              "groups: {form: yes, meetings: {hold: working-group}}\n",
         NULL, 0);
    const struct record_plan *of_plain = experiment_plan(plain.experiment),
                             *of_groups = experiment_plan(groups.experiment);
    assert_in_range(of_plain->assumed, 30, 100);
    assert_int_equal(of_plain->assumed_tried, 1); /* the spread of talk is fitted, not assumed */
    assert_in_range(of_groups->assumed, of_plain->assumed + 20, of_plain->assumed + 100);
    assert_int_equal(of_groups->assumed_tried, 0);
    struct loading swept; /* a sweep lies over the designs, so it tries what they set */
    load(&swept,
         HEAD "calendar: [{every: 1 d, hold: general-assembly, for: 3 h}]\n"
              "designs: {a: {conversation: {urge: 1}}, b: {conversation: {urge: 1}}}\n"
              "sweep: [{set: conversation.urge, to: [0, 2]}]\n",
         NULL, 0);
    assert_int_equal(experiment_plan(swept.experiment)->assumed_tried, 1);
    unload(&swept);
    unload(&plain);
    unload(&groups);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_command_line_sets_in_a_list_is_set_in_the_list_of_each_design),
        cmocka_unit_test(a_place_that_one_design_lacks_is_told),
        cmocka_unit_test(the_command_line_may_change_one_design_alone),
        cmocka_unit_test(a_sweep_over_a_place_in_a_list_leaves_the_rest_of_each_list),
        cmocka_unit_test(a_grid_has_every_combination_and_its_labels),
        cmocka_unit_test(a_setting_that_is_assumed_and_swept_is_one_axis),
        cmocka_unit_test(nothing_of_a_design_reaches_another),
        cmocka_unit_test(an_assumption_lies_under_the_designs),
        cmocka_unit_test(what_every_design_sets_cannot_be_assumed_otherwise_and_is_said),
        cmocka_unit_test(a_session_that_is_too_short_to_decide_is_noted),
        cmocka_unit_test(a_method_that_the_headline_does_not_see_is_noted_once),
        cmocka_unit_test(silence_that_no_session_keeps_is_noted),
        cmocka_unit_test(what_one_of_several_designs_uses_is_not_noted),
        cmocka_unit_test(what_no_stage_asks_for_is_noted_and_not_refused),
        cmocka_unit_test(silence_in_which_there_is_nothing_to_notice_is_noted),
        cmocka_unit_test(a_design_in_which_nobody_ever_meets_is_noted),
        cmocka_unit_test(nothing_is_run_for_an_assumption_that_changes_nothing),
        cmocka_unit_test(a_sweep_over_what_designs_differ_in_is_refused),
        cmocka_unit_test(assumed_numbers_are_counted_where_they_play_a_part),
        cmocka_unit_test(further_measures_to_show_go_into_the_plan),
        cmocka_unit_test(a_mistake_of_the_scenario_is_told_once_however_many_designs_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Methods whose texts were kept: taken by name, from nowhere else; and compared with what lies there now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "experiment/experiment_parts.h"
#include "unit/models/camp_settings.h"

#define CAMP                                                                                                 \
    "title: A camp\nlasts: 14 d\nsites: [{name: Square, people: 40}]\n"                                      \
    "calendar: [{every: 7 d, hold: ours.yaml, for: 2 h}, {every: 7 d, at: \"12:00\", hold: ours, for: 2 "    \
    "h}, "                                                                                                   \
    "{every: 7 d, at: \"20:00\", hold: forum, for: 1 h}]\n"
#define TALK(minutes) "title: Ours\nstages: [{do: converse, lasts: " minutes " min}]\n"

struct loading {
    char folder[64];
    struct arena arena;
    struct trouble trouble;
    struct experiment_request request;
    struct experiment *experiment;
};

static void put(const struct loading *loading, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", loading->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int begin(void **state)
{
    struct loading *loading = calloc(1, sizeof *loading);
    strcpy(loading->folder, "/tmp/groundswell-kept-XXXXXX");
    assert_non_null(mkdtemp(loading->folder));
    put(loading, "ours.yaml", TALK("60"));
    loading->request =
        (struct experiment_request){.path = arena_print(&loading->arena, "%s/camp.yaml", loading->folder),
                                    .text = CAMP,
                                    .length = strlen(CAMP),
                                    .library = GROUNDSWELL_SOURCE "/scenarios"};
    *state = loading;
    return 0;
}

static int end(void **state)
{
    struct loading *loading = *state;
    char path[128];
    static const char *const names[] = {"ours.yaml", "forum.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", loading->folder, names[i]);
        unlink(path);
    }
    int left = rmdir(loading->folder);
    trouble_free(&loading->trouble);
    arena_free(&loading->arena);
    free(loading);
    return left;
}

static const struct record_plan *load(struct loading *loading)
{
    loading->experiment = experiment_load(&loading->request, &loading->arena, &loading->trouble);
    return loading->experiment == NULL ? NULL : experiment_plan(loading->experiment);
}

/* As `resume` and `run --again` do with what they find. */
static void keep(struct loading *loading)
{
    const struct record_plan *plan = load(loading);
    assert_non_null(plan);
    loading->request.kept = plan->methods;
    loading->request.kept_count = plan->method_count;
}

static void every_name_is_kept_with_its_text_in_their_order(void **state)
{
    const struct record_plan *plan = load(*state);
    assert_non_null(plan);
    assert_int_equal(plan->method_count, 3);
    const struct provenance_method *methods = plan->methods;
    assert_string_equal(methods[0].name, "forum");
    assert_string_equal(methods[0].folder, METHOD_OF_LIBRARY);
    assert_string_equal(methods[0].file, "methods/forum.yaml");
    assert_non_null(strstr(methods[0].text, "stages:"));
    assert_int_equal(methods[0].path[0], '/');
    assert_string_equal(methods[1].name, "ours");
    assert_string_equal(methods[2].name, "ours.yaml");
    for (size_t i = 1; i < 3; i++) {
        assert_string_equal(methods[i].folder, METHOD_OWN);
        assert_string_equal(methods[i].file, "ours.yaml");
        assert_string_equal(methods[i].text, TALK("60"));
    }
}

static sim_time first_stage(const struct loading *loading, size_t line)
{
    const struct calendar_entry *lines = camp_settings_of(loading->experiment->settings[0]).calendar.items;
    return ((const struct stage *)lines[line].method->stages.items)->lasts;
}

static void kept_texts_count_and_no_file_is_read(void **state)
{
    struct loading *loading = *state;
    keep(loading);
    put(loading, "ours.yaml", TALK("47"));
    put(loading, "forum.yaml", TALK("47"));
    loading->request.library = NULL;
    loading->request.path = "nowhere/camp.yaml";
    const struct record_plan *plan = load(loading);
    assert_non_null(plan);
    assert_int_equal(first_stage(loading, 0), 60 * SIM_MINUTE);
    assert_int_equal(first_stage(loading, 1), 60 * SIM_MINUTE);
    assert_int_equal(plan->method_count, 3);
    for (size_t i = 0; i < 3; i++) { /* and are kept once more as they were */
        assert_string_equal(plan->methods[i].name, loading->request.kept[i].name);
        assert_string_equal(plan->methods[i].folder, loading->request.kept[i].folder);
        assert_string_equal(plan->methods[i].file, loading->request.kept[i].file);
        assert_string_equal(plan->methods[i].text, loading->request.kept[i].text);
    }
}

static void a_method_that_was_not_kept_is_not_looked_for(void **state)
{
    struct loading *loading = *state;
    keep(loading);
    loading->request.kept_count = 2; /* ours.yaml lies beside the scenario all the same */
    assert_null(load(loading));
    assert_int_equal(loading->trouble.count, 1);
    assert_string_equal(loading->trouble.complaints[0].sentence,
                        "the text of the method `ours.yaml` is not kept with these runs");
}

static size_t differences(struct loading *loading)
{
    trouble_free(&loading->trouble);
    enum status status = methods_unchanged(&loading->request, &loading->arena, &loading->trouble);
    assert_int_equal(status, loading->trouble.count == 0 ? STATUS_FINE : STATUS_BAD_INPUT);
    return loading->trouble.count;
}

static void what_has_changed_or_is_gone_is_told(void **state)
{
    struct loading *loading = *state;
    keep(loading);
    assert_int_equal(differences(loading), 0);
    put(loading, "ours.yaml", "\xEF\xBB\xBFtitle: Ours\r\nstages: [{do: converse, lasts: 60 min}]\r\n");
    assert_int_equal(differences(loading), 0); /* other line ends are the same text */
    put(loading, "ours.yaml", TALK("47"));
    assert_int_equal(differences(loading), 1); /* one file, by two names */
    assert_non_null(strstr(loading->trouble.complaints[0].where.file, "/ours.yaml"));
    put(loading, "ours.yaml", TALK("60"));
    put(loading, "forum.yaml", TALK("60")); /* nearer than that of the library */
    assert_int_equal(differences(loading), 1);
    assert_non_null(strstr(loading->trouble.complaints[0].where.file, "/forum.yaml"));
    put(loading, "forum.yaml", loading->request.kept[0].text);
    assert_int_equal(differences(loading), 0);
    char path[128];
    snprintf(path, sizeof path, "%s/ours.yaml", loading->folder);
    unlink(path);
    assert_int_equal(differences(loading), 1);
    assert_non_null(strstr(loading->trouble.complaints[0].sentence, "is not there any more"));
}

static void methods_without_a_place_are_not_compared(void **state)
{
    struct loading *loading = *state;
    struct provenance_method lost = {"lost", METHOD_OWN, "lost.yaml", TALK("60"), ""};
    loading->request.kept = &lost;
    loading->request.kept_count = 1;
    assert_int_equal(differences(loading), 0);
    lost.path = "/nowhere/lost.yaml";
    assert_int_equal(differences(loading), 1);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_name_is_kept_with_its_text_in_their_order), TEST(kept_texts_count_and_no_file_is_read),
        TEST(a_method_that_was_not_kept_is_not_looked_for),    TEST(what_has_changed_or_is_gone_is_told),
        TEST(methods_without_a_place_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Files with weeks that were chosen in which something does not fit: each is refused with one sentence. */
#include "unit/analysis/weeks_made.h"

/* A number that is bent, and to what. */
struct bend {
    const char *what;
    size_t at;
    double number;
};
#define BEND(what, member, number)                                                                           \
    {                                                                                                        \
        what, offsetof(struct chosen, member), number                                                        \
    }

// clang-format off
static const struct bend bends[] = {
    BEND("there is no such kind",                   kinds[1], 3),
    BEND("half a kind",                             kinds[1], 0.5),
    BEND("a kind below the first",                  kinds[1], -1),
    BEND("a limit without bounds",                  most[2], NAN),
    BEND("a limit that no week can keep",           least[2], 40),
    BEND("a limit without end",                     most[2], INFINITY),
    BEND("a goal with a bound",                     least[0], 1),
    BEND("more searched than there are",            searched, WEEKS + 1),
    BEND("fewer finalists than their texts",        searched, SEARCHED + 1),
    BEND("half a week",                             searched, 5.5),
    BEND("tried before the first one",              tried[0], 0),
    BEND("tried as a finalist",                     tried[0], SEARCHED + 1),
    BEND("tried as another week",                   tried[0], 1),
    BEND("a choice that is not there",              values[0], 2),
    BEND("between two choices",                     values[0], 0.5),
    BEND("a finalist without runs",                 runs[SEARCHED], 0),
    BEND("more runs than there is room for",        runs[SEARCHED], RUNS + 1),
    BEND("no combinations",                         combinations, NAN),
    BEND("combinations without end",                combinations, INFINITY),
    BEND("more than all are tried",                 tries_all, 2),
    BEND("runs below none",                         search_runs, -1),
    BEND("impossible ones without end",             impossible, INFINITY),
};
// clang-format on

static void assert_refused(const struct chosen *chosen, const char *what)
{
    struct opened opened;
    write_file(&opened, chosen);
    if (opened.results != NULL)
        fail_msg("not refused: %s", what);
    assert_int_equal(trouble_status(&opened.trouble), STATUS_BAD_INPUT);
    assert_int_equal(opened.trouble.count, 1);
    if (strstr(opened.trouble.complaints[0].sentence, "do not fit together") == NULL)
        fail_msg("%s: `%s`", what, opened.trouble.complaints[0].sentence);
    close_chosen(&opened);
}

static void the_file_is_read_where_nothing_is_bent(void **state)
{
    (void)state;
    struct opened opened;
    const struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    close_chosen(&opened);
}

static void numbers_out_of_range_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bends / sizeof *bends; i++) {
        struct chosen chosen = usual();
        memcpy((char *)&chosen + bends[i].at, &bends[i].number, sizeof bends[i].number);
        assert_refused(&chosen, bends[i].what);
    }
}

static void a_measure_that_is_not_in_the_file_is_refused(void **state)
{
    (void)state;
    struct chosen chosen = usual();
    chosen.asked[1] = "nothing";
    assert_refused(&chosen, "nothing");
    chosen.asked[1] = "open_proposals"; /* of this one there is a course alone */
    assert_refused(&chosen, "a course");
}

static void limits_without_a_goal_are_refused(void **state)
{
    (void)state;
    struct chosen chosen = usual();
    for (size_t i = 0; i < MOST_ASKED; i++) {
        chosen.kinds[i] = 2;
        chosen.most[i] = 1;
    }
    assert_refused(&chosen, "no goal");
}

static void lists_of_different_length_are_refused(void **state)
{
    (void)state;
    struct chosen chosen = usual();
    chosen.sections = FINALISTS - 1;
    assert_refused(&chosen, "fewer sections");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_is_read_where_nothing_is_bent),
        cmocka_unit_test(numbers_out_of_range_are_refused),
        cmocka_unit_test(a_measure_that_is_not_in_the_file_is_refused),
        cmocka_unit_test(limits_without_a_goal_are_refused),
        cmocka_unit_test(lists_of_different_length_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

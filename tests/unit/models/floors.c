/* What a floor changes and what it does not, in whole runs. */
#include <stdio.h>

#include "ablation.h"
#include "near.h"

#define TALK                                                                                                 \
    "people.attendance=100 %", "people.leave_below=0 %", "people.listening_drain=0 /h",                      \
        "people.speaking_drain=0 /h", "proposals.per_day=0 /d", "tension.outburst=0 %"
#define EQUAL_GAPS "conversation.gap_stack=1 s", "conversation.gap_circle=1 s", "tension.unmet_bid=0 /h"

static void hold_as_many(const char *people, const char *method, struct seen *seen)
{
    char site[64], hold[64];
    snprintf(site, sizeof site, "sites[0].people=%s", people);
    snprintf(hold, sizeof hold, "calendar[0].hold=%s", method);
    *seen = CAMP(TALK, EQUAL_GAPS, "people.attendance=100 %", "people.leave_below=0 %",
                 "conversation.wave_from=1000", site, hold);
}

/* Turns of a minute and gaps of a second: 59 an hour, whoever waits for them. */
static void a_stack_decides_who_waits_and_not_how_much_is_said(void **state)
{
    (void)state;
    static const char *const people[] = {"5", "30", "100"};
    static const char *const stacks[] = {"one-stack", "one-progressive-stack"};
    for (size_t i = 0; i < 3; i++) {
        struct seen open;
        hold_as_many(people[i], "one-circle", &open);
        double turns = seen_value(&open, "turns_per_hour");
        assert_true(turns > 55 && turns < 61);
        for (size_t j = 0; j < 2; j++) {
            struct seen stack;
            hold_as_many(people[i], stacks[j], &stack);
            assert_near(seen_value(&stack, "turns_per_hour"), turns, 0.02 * turns);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stack_decides_who_waits_and_not_how_much_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Silence: for how long it comes over whom, by hand. */
#include "gathering/silence.h"
#include "gathering/gathering_parts.h"
#include "plaza.h"
#include "unit/analysis/near.h"

enum { PEOPLE = 6, SITTING = 4 };

/* Half an hour of silence of four people, after ten minutes in which they come in; tension does not fade by
 * itself. */
struct quiet {
    struct plaza plaza;
    struct reflection_settings reflection;
};

static void quiet_open(struct quiet *quiet)
{
    plaza_prepare(&quiet->plaza);
    quiet->plaza.settings.tension.start = 0.8;
    quiet->plaza.settings.tension.half_life = 36500 * SIM_DAY;
    quiet->plaza.assembly.lasts = SIM_HOUR;
    quiet->plaza.assembly.method =
        plaza_method(&quiet->plaza, "{do: arrive, lasts: 10 min}, {do: reflect, lasts: 30 min}");
    quiet->reflection = (struct reflection_settings){.calm = 0.6}; /* .01 a minute */
    plaza_open(&quiet->plaza, PEOPLE);
    gathering_of(&quiet->plaza.parts)->terms.reflection = &quiet->reflection;
    assert_true(plaza_convene(&quiet->plaza, 0, SITTING));
}

static double tension_of(const struct quiet *quiet, uint32_t person)
{
    return (double)people_of(&quiet->plaza.parts)->body.tension[person];
}

static struct session *session_held(const struct quiet *quiet)
{
    const struct session_pool *sessions = &gathering_of(&quiet->plaza.parts)->sessions;
    return sessions->all[sessions->count - 1];
}

static void silence_counts_from_its_own_beginning(void **state)
{
    (void)state;
    struct quiet quiet;
    quiet_open(&quiet);
    plaza_wait(&quiet.plaza, 2);
    assert_near(tension_of(&quiet, 0), 0.8 * exp(-0.3), 1e-5);
    assert_near(tension_of(&quiet, SITTING), 0.8, 1e-5); /* who was not there */
    plaza_close(&quiet.plaza);
}

static void who_comes_late_sits_in_it_for_less(void **state)
{
    (void)state;
    struct quiet quiet;
    quiet_open(&quiet);
    plaza_wait(&quiet.plaza, 30.0 / 60); /* 10 minutes of it are left */
    session_join(quiet.plaza.site, session_held(&quiet), SITTING);
    plaza_wait(&quiet.plaza, 2);
    assert_near(tension_of(&quiet, SITTING), 0.8 * exp(-0.1), 1e-5);
    assert_near(tension_of(&quiet, 0), 0.8 * exp(-0.3), 1e-5);
    plaza_close(&quiet.plaza);
}

static void who_leaves_before_the_end_gets_nothing_of_it(void **state)
{
    (void)state;
    struct quiet quiet;
    quiet_open(&quiet);
    plaza_wait(&quiet.plaza, 30.0 / 60);
    session_leave(quiet.plaza.site, session_held(&quiet), 1);
    plaza_wait(&quiet.plaza, 2);
    assert_near(tension_of(&quiet, 1), 0.8, 1e-5);
    assert_near(tension_of(&quiet, 0), 0.8 * exp(-0.3), 1e-5);
    plaza_close(&quiet.plaza);
}

/* What is broken off has lasted for as long as it did. */
static void silence_that_is_broken_off_calms_for_the_time_it_lasted(void **state)
{
    (void)state;
    struct quiet quiet;
    quiet_open(&quiet);
    plaza_wait(&quiet.plaza, 20.0 / 60);
    session_break_off(quiet.plaza.site, session_held(&quiet));
    assert_near(tension_of(&quiet, 0), 0.8 * exp(-0.1), 1e-5);
    plaza_close(&quiet.plaza);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_counts_from_its_own_beginning),
        cmocka_unit_test(who_comes_late_sits_in_it_for_less),
        cmocka_unit_test(who_leaves_before_the_end_gets_nothing_of_it),
        cmocka_unit_test(silence_that_is_broken_off_calms_for_the_time_it_lasted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Parts of a task that members choose, with numbers worked out by hand. */
#include "crew.h"
#include "near.h"
#include "teamwork/teamwork_parts.h"
#include "unit/aborts.h"

extern const struct mechanism teamwork_mechanism;

struct team_crew {
    struct crew crew;
    struct teamwork_settings settings;
};

/* A crew whose members take parts, which all bear on each other. */
static void prepare(struct team_crew *team, int64_t parts)
{
    crew_prepare(&team->crew);
    struct hall *hall = &team->crew.hall;
    section_bind(&teamwork_section, NULL, &team->settings, &hall->arena, &hall->trouble);
    assert_int_equal(hall->trouble.count, 0);
    team->settings.parts = parts;
    team->settings.coupled = 1;
    team->settings.rework = 0.5;
}

static void open_team(struct team_crew *team)
{
    crew_open(&team->crew);
    struct hall *hall = &team->crew.hall;
    hall->parts.state[TEAMWORK_NUMBER] =
        teamwork_new(&team->settings, &hall->settings.groups.work, site_luck(hall->site), &hall->arena);
    parts_hear(&hall->parts, &teamwork_mechanism.hears);
}

static void close_team(struct team_crew *team)
{
    sim_time now = site_now(team->crew.site);
    groups_settle(team->crew.site, now);
    teamwork_settle(team->crew.site, now);
    crew_close(&team->crew);
}

static const struct teamwork_tally *counted(const struct team_crew *team)
{
    return &teamwork_of(&team->crew.hall.parts)->tally;
}

/* She speaks in a circle with these people. */
static void says(struct team_crew *team, uint32_t speaker, uint32_t *people, uint32_t count)
{
    struct circle circle = {.seats = {.count = count, .person = people}};
    struct turn turn = {.speaker = speaker};
    teamwork_hears_turn(team->crew.site, &circle, &turn);
}

/* A task is done at this hour, and no sooner. */
static void is_done_at(struct team_crew *team, const struct group *group, double hours)
{
    uint32_t before = group->work.books.done;
    crew_until(&team->crew, hours - 0.01);
    assert_int_equal(group->work.books.done, before);
    crew_until(&team->crew, hours + 0.01);
    assert_int_equal(group->work.books.done, before + 1);
}

/* Three parts of ten hours of work: two are finished after 40 h, and one member works on the third until 80.
 */
static void who_finds_no_open_part_has_nothing_to_do(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 3);
    team.settings.coupled = 0;
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    crew_until(&team.crew, 41);
    assert_int_equal(counted(&team)->finished, 2);
    assert_int_equal(counted(&team)->in_hand, 1);
    is_done_at(&team, group, 80);
    assert_near(group->work.books.effort, 10, 1e-6);
    close_team(&team);
}

/* Two parts of five hours, finished after 60 h. The second one is set back by half: 30 h more. */
static void without_word_the_part_that_is_finished_later_is_set_back(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    is_done_at(&team, group, 90);
    assert_int_equal(counted(&team)->depended, 1);
    assert_int_equal(counted(&team)->without_word, 1);
    assert_near(counted(&team)->set_back, 2.5, 1e-6);
    assert_near(team.crew.groups->work.content.again, 2.5, 1e-6);
    close_team(&team);
}

static void word_in_a_circle_is_in_time_where_who_finishes_has_spoken(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    uint32_t circle[] = {0, 7, 1};
    crew_until(&team.crew, 20);
    says(&team, 0, circle, 3);
    is_done_at(&team, group, 60);
    says(&team, 1, circle, 3); /* it is person 0 who finishes first */
    is_done_at(&team, group, 150);
    assert_int_equal(counted(&team)->without_word, 1);
    close_team(&team);
}

static void word_with_somebody_of_no_group_or_in_another_circle_is_none(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    uint32_t without_her[] = {0, 7}, without_him[] = {7, 1};
    crew_until(&team.crew, 20);
    says(&team, 0, without_her, 2);
    says(&team, 7, without_him, 2);
    is_done_at(&team, group, 90);
    close_team(&team);
}

static void a_signal_that_reaches_everybody_is_word_and_takes_its_minutes(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    team.settings.signal = 1;
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    is_done_at(&team, group, 60);
    assert_int_equal(counted(&team)->without_word, 0);
    assert_int_equal(counted(&team)->signals, 2 + 2 + 2); /* taken, finished, and the next two taken */
    close_team(&team);
}

/* After 30 h half of her part is done. Who stays finishes his own after 60 h, and the rest of hers by 90. */
static void who_leaves_gives_her_part_back_as_it_is(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    struct group *group = crew_found(&team.crew, 3, 0, 2);
    crew_until(&team.crew, 30);
    group_leave(team.crew.site, group, 1);
    assert_int_equal(counted(&team)->given_back, 1);
    assert_int_equal(counted(&team)->in_hand, 1);
    is_done_at(&team, group, 90);
    assert_int_equal(counted(&team)->depended, 0);
    close_team(&team);
}

/* She has had word; who takes his place has not. */
static void who_comes_in_the_place_of_another_has_had_no_word(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    struct group *group = crew_found(&team.crew, 3, 0, 2);
    uint32_t circle[] = {0, 1};
    says(&team, 0, circle, 2);
    group_leave(team.crew.site, group, 0);
    group_join(team.crew.site, group, 5);
    is_done_at(&team, group, 90);
    assert_int_equal(counted(&team)->without_word, 1);
    close_team(&team);
}

/* He knows all that is needed: 60 h. She knows nothing: 60 h / .3. */
static void each_works_with_her_own_know_how(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    team.settings.coupled = 0;
    team.crew.hall.settings.groups.work.needs = 2;
    team.crew.hall.settings.groups.work.practice = 0;
    open_team(&team);
    crew_knows(&team.crew, 0, ~UINT64_C(0));
    crew_knows(&team.crew, 1, 0);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    crew_until(&team.crew, 59.99);
    assert_int_equal(counted(&team)->finished, 0);
    crew_until(&team.crew, 60.01);
    assert_int_equal(counted(&team)->finished, 1);
    is_done_at(&team, group, 200);
    close_team(&team);
}

/* She knows nothing and works at .3 for 30 h; then she hears him, who knows all, and half of it helps her: at
 * .65. */
static void whom_she_has_heard_she_can_ask(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 2);
    team.settings.coupled = 0;
    team.settings.help = 0.5;
    team.crew.hall.settings.groups.work.needs = 2;
    team.crew.hall.settings.groups.work.practice = 0;
    open_team(&team);
    crew_knows(&team.crew, 0, ~UINT64_C(0));
    crew_knows(&team.crew, 1, 0);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    uint32_t circle[] = {0, 1};
    crew_until(&team.crew, 30);
    says(&team, 0, circle, 2);
    is_done_at(&team, group, 30 + (60 - 9) / 0.65);
    close_team(&team);
}

static void a_group_that_ends_lets_go_of_all_parts(void **state)
{
    (void)state;
    struct team_crew team;
    prepare(&team, 8);
    team.settings.wip = 3;
    open_team(&team);
    struct group *group = crew_found(&team.crew, 3, 0, 2);
    assert_int_equal(counted(&team)->in_hand, 6);
    crew_until(&team.crew, 10);
    group_dissolve(team.crew.site, group, GROUP_EVICTED);
    assert_int_equal(counted(&team)->in_hand, 0);
    assert_int_equal(counted(&team)->given_back, 6);
    close_team(&team);
}

/* --- laws --- */

static void close_with(double more, uint64_t parts)
{
    struct team_crew team;
    prepare(&team, 2);
    open_team(&team);
    const struct group *group = crew_found(&team.crew, 3, 0, 2);
    crew_until(&team.crew, 10);
    struct teamwork *teamwork = teamwork_of(&team.crew.hall.parts);
    team_of(teamwork, group)->parts[0].left += more;
    teamwork->tally.taken += parts;
    close_team(&team);
}

static void close_honestly(void)
{
    close_with(0, 0);
}

static void close_with_more_left(void)
{
    close_with(0.01, 0);
}

static void close_with_a_part_too_many(void)
{
    close_with(0, 1);
}

static void what_is_left_of_parts_and_how_many_were_taken_is_required(void **state)
{
    (void)state;
    assert_false(aborts(close_honestly));
    assert_true(aborts(close_with_more_left));
    assert_true(aborts(close_with_a_part_too_many));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_finds_no_open_part_has_nothing_to_do),
        cmocka_unit_test(without_word_the_part_that_is_finished_later_is_set_back),
        cmocka_unit_test(word_in_a_circle_is_in_time_where_who_finishes_has_spoken),
        cmocka_unit_test(word_with_somebody_of_no_group_or_in_another_circle_is_none),
        cmocka_unit_test(a_signal_that_reaches_everybody_is_word_and_takes_its_minutes),
        cmocka_unit_test(who_leaves_gives_her_part_back_as_it_is),
        cmocka_unit_test(who_comes_in_the_place_of_another_has_had_no_word),
        cmocka_unit_test(each_works_with_her_own_know_how),
        cmocka_unit_test(whom_she_has_heard_she_can_ask),
        cmocka_unit_test(a_group_that_ends_lets_go_of_all_parts),
        cmocka_unit_test(what_is_left_of_parts_and_how_many_were_taken_is_required),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

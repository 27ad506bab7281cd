/* What a site makes of what others tell: small cases worked out by hand. */
#include <math.h>

#include "agenda/agenda_parts.h"
#include "house.h"
#include "near.h"
#include "practices/adoption.h"
#include "practices/numbers.h"

enum { OWN = 1, BETTER = 2, COMMON = 3, PRACTICES = 3, OTHERS = 4 };

/* A site that holds the practice OWN, decides .1 proposals an hour of presence, and is told of others. In
 * this house there is no other site that it could tell. */
struct site_of_many {
    struct house house;
    struct adoption_settings settings;
    struct adoption_start start;
};

static void open_site(struct site_of_many *many, double sensitivity)
{
    *many = (struct site_of_many){.start = {1, 0}};
    house_prepare(&many->house);
    house_open(&many->house);
    struct parts *parts = &many->house.hall.parts;
    size_t compares = 0;
    while (!((const struct adoption_rule *)adoption_rules[compares])->compares)
        compares++;
    many->settings = (struct adoption_settings){
        .rule = (const struct adoption_rule *)adoption_rules[compares],
        .every = SIM_DAY,
        .told = 1,
        .sensitivity = sensitivity,
        .practices = PRACTICES,
        .judge = {.weight = {[JUDGE_DECISIONS] = 1}},
    };
    parts->state[ADOPTION_NUMBER] = adoption_new(&many->settings, &many->start,
                                                 site_luck(many->house.hall.site), &many->house.hall.arena);
    gathering_of(parts)->place.practice = OWN;
}

/* As one site tells another: what it holds, what it held, how that fares. */
static void tell(struct site_of_many *many, uint32_t practice, double performance)
{
    const struct {
        uint32_t practice, before;
        double performance;
    } news = {practice, practice, performance};
    struct event event = {.kind = EVENT_SITE_TOLD};
    memcpy(event.payload, &news, sizeof news);
    on_site_told(many->house.hall.site, &event);
}

/* One decision in ten hours of presence since the last review; the practice that it holds afterwards. */
static uint32_t review(struct site_of_many *many)
{
    struct parts *parts = &many->house.hall.parts;
    agenda_of(parts)->books.first_decisions++;
    gathering_of(parts)->tally.people_time += 10 * SIM_HOUR;
    gathering_of(parts)->place.practice = OWN;
    const struct event event = {.kind = EVENT_SITE_REVIEWS};
    on_site_reviews(many->house.hall.site, &event);
    return gathering_of(parts)->place.practice;
}

/* One tells of .4, four tell of .2: the mean of the first is twice that of the others, their sum is not. With
 * great sensitivity a site always changes to what is better. */
static void adoption_compares_means_not_sums(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 1000);
    tell(&many, BETTER, 0.4);
    for (int i = 0; i < OTHERS; i++)
        tell(&many, COMMON, 0.2);
    assert_int_equal(review(&many), BETTER);
    house_close(&many.house);
}

/* Told of .4 and of nothing at all: in the mean no better than .15 each. */
static void all_that_tell_count_and_not_the_last_or_the_best(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 1000);
    tell(&many, BETTER, 0);
    tell(&many, BETTER, 0);
    tell(&many, BETTER, 0.42);
    tell(&many, COMMON, 0.15);
    tell(&many, COMMON, 0.15);
    assert_int_equal(review(&many), COMMON);
    house_close(&many.house);
}

/* Two tell of .15: their sum would be better than .2, which the site decides itself. */
static void what_is_worse_is_left_alone_however_many_tell_of_it(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 0);
    agenda_of(&many.house.hall.parts)->books.first_decisions = 1; /* two in ten hours */
    tell(&many, COMMON, 0.15);
    tell(&many, COMMON, 0.15);
    assert_int_equal(review(&many), OWN);
    house_close(&many.house);
}

static void what_was_heard_before_the_last_review_is_forgotten(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 1000);
    tell(&many, BETTER, 0.4);
    assert_int_equal(review(&many), BETTER);
    assert_int_equal(review(&many), OWN);
    house_close(&many.house);
}

/* Twice as good: r^s / (1 + r^s) with r = 2 is a half, two thirds and four fifths. */
static void a_site_changes_with_the_chance_that_the_ratio_gives(void **state)
{
    enum { REVIEWS = 4000 };
    (void)state;
    for (int sensitivity = 0; sensitivity <= 2; sensitivity++) {
        struct site_of_many many;
        open_site(&many, sensitivity);
        uint32_t changes = 0;
        for (int i = 0; i < REVIEWS; i++) {
            tell(&many, BETTER, 0.3);
            tell(&many, BETTER, 0.1);
            changes += review(&many) == BETTER ? 1 : 0;
        }
        double odds = pow(2, sensitivity), chance = odds / (1 + odds);
        assert_near((double)changes / REVIEWS, chance, 4 * sqrt(chance * (1 - chance) / REVIEWS));
        assert_int_equal(adoption_of(&many.house.hall.parts)->changes, changes);
        house_close(&many.house);
    }
}

/* Two of four others hold what spreads: a try succeeds with (p + q / 2) / (p + q), here .25 / .4. */
static void a_try_succeeds_by_innovation_and_the_share_that_holds_it(void **state)
{
    enum { TRIES = 4000 };
    (void)state;
    struct site_of_many many;
    open_site(&many, 0);
    struct parts *parts = &many.house.hall.parts;
    many.settings.rule = (const struct adoption_rule *)adoption_rules[0]; /* that tells nobody */
    many.settings.told = 0;
    many.settings.innovation = 0.1;
    many.settings.imitation = 0.3;
    many.settings.spread_number = BETTER;
    adoption_of(parts)->sites = OTHERS + 1;
    adoption_of(parts)->holders = OTHERS / 2;
    uint32_t taken = 0;
    for (int i = 0; i < TRIES; i++) {
        const struct event event = {.kind = EVENT_SITE_TRIES};
        gathering_of(parts)->place.practice = OWN;
        on_site_tries(many.house.hall.site, &event);
        taken += gathering_of(parts)->place.practice == BETTER ? 1 : 0;
    }
    const double chance = 0.25 / 0.4;
    assert_near((double)taken / TRIES, chance, 4 * sqrt(chance * (1 - chance) / TRIES));
    house_close(&many.house);
}

static void with_a_threshold_of_three_the_third_that_tells_it_is_enough(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 0);
    struct parts *parts = &many.house.hall.parts;
    size_t threshold = 0;
    while (strcmp(adoption_rules[threshold]->name, "threshold") != 0)
        threshold++;
    many.settings.rule = (const struct adoption_rule *)adoption_rules[threshold];
    many.settings.spread_number = BETTER;
    adoption_of(parts)->threshold = 3;
    for (int i = 1; i <= 3; i++) {
        assert_int_equal(gathering_of(parts)->place.practice, OWN);
        tell(&many, BETTER, NAN);
    }
    assert_int_equal(gathering_of(parts)->place.practice, BETTER);
    house_close(&many.house);
}

/* --- judged by several measures --- */

static struct fares fares_of(double decisions, double voice, double days)
{
    struct fares fares = {.measured = true};
    for (int measure = 0; measure < JUDGED; measure++)
        fares.of[measure] = NAN;
    fares.of[JUDGE_DECISIONS] = decisions;
    fares.of[JUDGE_VOICE] = voice;
    fares.of[JUDGE_DAYS] = days;
    return fares;
}

static const struct adoption_settings by_three = {
    .sensitivity = 2,
    .judge = {.weight = {[JUDGE_DECISIONS] = 1, [JUDGE_VOICE] = 0.5, [JUDGE_DAYS] = 2}},
};

/* Twice the decisions, a quarter of the voice, half the days: log 2 - .5 log 4 + 2 log 2 = 2 log 2. */
static void a_score_is_the_weighted_sum_of_log_ratios_and_fewer_days_are_better(void **state)
{
    (void)state;
    struct fares one = fares_of(0.4, 0.1, 3), other = fares_of(0.2, 0.4, 6);
    assert_near(fares_score(&by_three, &one, &other), 2 * log(2), 1e-12);
    assert_near(fares_score(&by_three, &other, &one), -2 * log(2), 1e-12);
    assert_near(fares_score(&by_three, &one, &one), 0, 1e-12);
    assert_near(fares_chance(&by_three, 2 * log(2)), 16.0 / 17, 1e-12); /* r = 4, s = 2 */
}

static void what_cannot_be_said_of_one_of_the_two_does_not_count(void **state)
{
    (void)state;
    struct fares one = fares_of(0.4, 0.1, NAN), other = fares_of(0.2, NAN, 6);
    assert_near(fares_score(&by_three, &one, &other), log(2), 1e-12);
}

static void what_decides_nothing_is_worse_than_what_decides_anything(void **state)
{
    (void)state;
    struct fares one = fares_of(0.1, 0.1, NAN), none = fares_of(0, 0.9, NAN), other = fares_of(0.1, 0, NAN);
    assert_true(isinf(fares_score(&by_three, &one, &none)) && fares_score(&by_three, &one, &none) > 0);
    assert_near(fares_chance(&by_three, fares_score(&by_three, &one, &none)), 1, 0);
    assert_near(fares_chance(&by_three, fares_score(&by_three, &none, &one)), 0, 0);
    /* Each has what the other lacks altogether. */
    assert_near(fares_score(&by_three, &none, &other), 0, 0);
}

/* --- experiments --- */

static void event_at(struct site_of_many *many, handler *happens, uint32_t kind)
{
    const struct event event = {.kind = kind};
    happens(many->house.hall.site, &event);
}

/* A site that decides .1 an hour tries another practice, which decides so many in ten hours. */
static uint32_t held_after_trial(double decisions, double sensitivity)
{
    struct site_of_many many;
    open_site(&many, sensitivity);
    struct parts *parts = &many.house.hall.parts;
    many.settings.in_calendar = PRACTICES;
    many.settings.trial = SIM_DAY;
    assert_int_equal(review(&many), OWN);
    event_at(&many, on_site_experiments, EVENT_SITE_EXPERIMENTS);
    uint32_t tried = gathering_of(parts)->place.practice;
    assert_int_not_equal(tried, OWN);
    assert_in_range(tried, 1, PRACTICES);
    tell(&many, BETTER, 100); /* who tries something goes over to nothing else */
    tell(&many, COMMON, 100);
    agenda_of(parts)->books.first_decisions += (uint64_t)decisions;
    gathering_of(parts)->tally.people_time += 10 * SIM_HOUR;
    event_at(&many, on_site_reviews, EVENT_SITE_REVIEWS);
    assert_int_equal(gathering_of(parts)->place.practice, tried);
    event_at(&many, on_trial_ends, EVENT_TRIAL_ENDS);
    uint32_t held = gathering_of(parts)->place.practice;
    assert_int_equal(adoption_of(parts)->trial.kept, held == tried ? 1 : 0);
    house_close(&many.house);
    return held;
}

static void what_fares_better_in_a_trial_is_kept(void **state)
{
    (void)state;
    assert_int_not_equal(held_after_trial(3, 1000), OWN);
}

static void what_fares_worse_in_a_trial_is_given_up(void **state)
{
    (void)state;
    assert_int_equal(held_after_trial(0, 1000), OWN);
    assert_int_equal(held_after_trial(0, 0), OWN); /* nor does a coin decide about it */
}

/* Three in ten hours at first and one after that: told of the last period .1, of the best .3. */
static void the_best_period_of_a_practice_is_remembered_until_it_changes(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 1000);
    struct parts *parts = &many.house.hall.parts;
    agenda_of(parts)->books.first_decisions = 2;
    review(&many);
    review(&many);
    assert_near(adoption_of(parts)->best.of[JUDGE_DECISIONS], 0.3, 1e-12);
    assert_near(adoption_of(parts)->last.of[JUDGE_DECISIONS], 0.1, 1e-12);
    tell(&many, BETTER, 0.4);
    assert_int_equal(review(&many), BETTER);
    assert_false(adoption_of(parts)->best.measured);
    house_close(&many.house);
}

static void reviews_without_news_of_another_practice_are_counted(void **state)
{
    (void)state;
    struct site_of_many many;
    open_site(&many, 1000);
    review(&many);
    tell(&many, OWN, 0.4); /* of its own practice: nothing to compare */
    review(&many);
    tell(&many, COMMON, 0.01);
    review(&many);
    assert_int_equal(adoption_of(&many.house.hall.parts)->without_choice, 2);
    house_close(&many.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adoption_compares_means_not_sums),
        cmocka_unit_test(all_that_tell_count_and_not_the_last_or_the_best),
        cmocka_unit_test(what_is_worse_is_left_alone_however_many_tell_of_it),
        cmocka_unit_test(what_was_heard_before_the_last_review_is_forgotten),
        cmocka_unit_test(a_site_changes_with_the_chance_that_the_ratio_gives),
        cmocka_unit_test(a_try_succeeds_by_innovation_and_the_share_that_holds_it),
        cmocka_unit_test(with_a_threshold_of_three_the_third_that_tells_it_is_enough),
        cmocka_unit_test(a_score_is_the_weighted_sum_of_log_ratios_and_fewer_days_are_better),
        cmocka_unit_test(what_cannot_be_said_of_one_of_the_two_does_not_count),
        cmocka_unit_test(what_decides_nothing_is_worse_than_what_decides_anything),
        cmocka_unit_test(what_fares_better_in_a_trial_is_kept),
        cmocka_unit_test(what_fares_worse_in_a_trial_is_given_up),
        cmocka_unit_test(the_best_period_of_a_practice_is_remembered_until_it_changes),
        cmocka_unit_test(reviews_without_news_of_another_practice_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

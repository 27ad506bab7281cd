/* What comes in on an inquiry by its sparks: in talks, and read by others; each switched off. */
#include "ablation.h"

#define QUESTION                                                                                             \
    "sites=[{name: here, people: 40}, {name: there, people: 40}]", "proposals.per_day=0 /d", "lasts=30 d",   \
        "inquiries=[{name: the winter, facets: 60, aspects: 6}]",                                            \
        "spark_kinds=[{name: vision, asks: talk, people: 3, takes: 20 min, inquiry: the winter}]",           \
        "sparks.lasts=4 d", "sparks.contributes=0.5 /d", "calendar[0].hold=heart-circle"
#define DAILY "sparks.routes=[{by: outside, first: 1 h, every: 1 d}]"
#define RECORDED                                                                                             \
    "sparks.routes=[{by: outside, first: 1 h, every: 1 d}, {by: harvest, every: 5 d, record: yes}]"

static void what_is_said_in_a_talk_comes_in(void **state)
{
    (void)state;
    struct seen count = CAMP(QUESTION, DAILY, "sparks.talks={hold: spark-circle, contribute: yes}"),
                talk = CAMP(QUESTION, DAILY, "sparks.talks={hold: spark-circle}");
    assert_true(seen_value(&talk, "spark_talks") > 3);
    assert_less(&talk, &count, "harvest_coverage");
    assert_less(&talk, &count, "spark_contributed");
    assert_same_but(&talk, &count, "harvest_coverage", "spark_contributed");
}

/* All who contribute do so in talks. */
static void who_contributes_nothing_by_herself_does_in_a_talk(void **state)
{
    (void)state;
    struct seen count = CAMP(QUESTION, DAILY, "sparks.talks={hold: spark-circle, contribute: yes}",
                             "sparks.contributes=0 /d"),
                talk = CAMP(QUESTION, DAILY, "sparks.talks={hold: spark-circle}", "sparks.contributes=0 /d"),
                silent = CAMP(QUESTION, DAILY, "sparks.contributes=0 /d");
    assert_is(&silent, "harvest_coverage", 0, 0);
    assert_is(&talk, "harvest_coverage", 0, 0);
    assert_true(seen_value(&count, "harvest_coverage") > 0.05);
    assert_true(seen_value(&count, "spark_contributed") > 0.05);
}

/* It hangs at both sites, each time that something came in there. */
static void a_harvest_hangs_as_a_record_and_is_read(void **state)
{
    (void)state;
    struct seen hung = CAMP(QUESTION, RECORDED, "records.reads=1 /d"), none = CAMP(QUESTION, DAILY),
                nothing = CAMP(QUESTION, RECORDED, "records.reads=1 /d", "sparks.contributes=0 /d");
    assert_true(seen_value(&hung, "records") > 6);
    assert_true(seen_value(&hung, "records") <=
                10); /* five at each site at most: the sixth is due at the end */
    assert_less(&none, &hung, "inquiry_coverage");
    assert_true(seen_value(&hung, "learned_by_reading") > 0);
    assert_is(&nothing, "records", 0, 0);
}

/* What was hung up once is not hung up again: without forgetting to read, nobody reads a facet of a site
 * twice. */
static void only_what_is_new_hangs(void **state)
{
    (void)state;
    struct seen hung = CAMP(QUESTION, RECORDED, "records.reads=1 /d", "records.read_retention=0 %"),
                none = CAMP(QUESTION, DAILY);
    assert_same(&hung, &none, "inquiry_coverage");
    assert_true(seen_value(&hung, "reading_hours") > 0);
    /* 80 people read each facet once at most, half a minute each */
    assert_true(seen_value(&hung, "reading_hours") <= 80 * 60 * 0.5 / 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_in_a_talk_comes_in),
        cmocka_unit_test(who_contributes_nothing_by_herself_does_in_a_talk),
        cmocka_unit_test(a_harvest_hangs_as_a_record_and_is_read),
        cmocka_unit_test(only_what_is_new_hangs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

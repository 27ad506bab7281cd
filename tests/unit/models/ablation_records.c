/* Records and forums, switched off piece by piece. */
#include "ablation.h"

#define NO_PROPOSALS "proposals.per_day=0 /d"
#define WINTER       "inquiries=[{name: winter, facets: 60, aspects: 12}]"
#define HOLD(method) NO_PROPOSALS, WINTER, "calendar[0].hold=" method, "calendar[0].inquiry=winter"
#define TABLES       HOLD("inquiry-tables")
#define RECORDED     HOLD("recorded-tables")
#define READERS      "records.reads=2 /d"
#define ATTENTIVE    "records.read_retention=100 %"

/* --- the board --- */

static void records_that_nobody_reads_change_nothing(void **state)
{
    (void)state;
    struct seen none = CAMP(TABLES), unread = CAMP(RECORDED, "records.reads=0 /d"),
                read = CAMP(RECORDED, READERS);
    assert_all_same(&none, &unread);
    assert_is(&unread, "records", 6, 0); /* one a day */
    assert_is(&unread, "records_read", 0, 0);
    assert_is(&unread, "reading_hours", 0, 0);
    assert_is(&unread, "learned_by_reading", 0, 0);
    assert_less(&unread, &read, "inquiry_coverage");
    assert_same(&unread, &read, "people_hours"); /* hours of reading are told apart */
    assert_same(&unread, &read, "records");
}

static void settings_of_records_and_forums_that_nobody_has_change_nothing(void **state)
{
    (void)state;
    struct seen bare = CAMP(TABLES), given = CAMP(TABLES, READERS, "records.to=all", "forum.posts=5 /week");
    assert_all_same(&bare, &given);
}

static void who_keeps_nothing_of_what_she_reads_learns_nothing(void **state)
{
    (void)state;
    struct seen unread = CAMP(RECORDED, "records.reads=0 /d"),
                blind = CAMP(RECORDED, READERS, "records.read_retention=0 %"),
                attentive = CAMP(RECORDED, READERS, ATTENTIVE), half = CAMP(RECORDED, READERS);
    assert_same_but(&unread, &blind, "records_read", "reading_hours");
    assert_true(seen_value(&blind, "records_read") > 0);
    assert_less(&half, &attentive, "inquiry_coverage");
    assert_less(&half, &attentive, "learned_by_reading");
}

static void reading_that_takes_no_time_teaches_the_same(void **state)
{
    (void)state;
    struct seen slow = CAMP(RECORDED, READERS, "records.read_minutes=2 min"),
                half = CAMP(RECORDED, READERS, "records.read_minutes=1 min"),
                quick = CAMP(RECORDED, READERS, "records.read_minutes=0 min");
    assert_same_but(&slow, &quick, "reading_hours");
    assert_is(&quick, "reading_hours", 0, 0);
    assert_is(&slow, "reading_hours", 2 * seen_value(&half, "reading_hours"), 1e-9);
}

static void a_record_that_is_taken_down_at_once_is_read_by_nobody(void **state)
{
    (void)state;
    struct seen never = CAMP(RECORDED, READERS, "records.keeps=0 d"),
                hour = CAMP(RECORDED, READERS, "records.keeps=1 h"), month = CAMP(RECORDED, READERS);
    assert_is(&never, "records", 6, 0);
    assert_is(&never, "records_read", 0, 0);
    assert_true(seen_value(&hour, "records_read") > 0);
    assert_less(&hour, &month, "records_read");
}

/* A record that has lost everything is not hung up. */
static void a_record_that_loses_all_is_none(void **state)
{
    (void)state;
    struct seen all = CAMP(RECORDED, READERS, "conversation.report_loss=0 %"),
                some = CAMP(RECORDED, READERS, "conversation.report_loss=60 %"),
                none = CAMP(RECORDED, READERS, "conversation.report_loss=100 %");
    assert_is(&none, "records", 0, 0);
    assert_is(&none, "records_read", 0, 0);
    assert_less(&some, &all, "reading_hours");
}

/* Of what the tables said, reports tell a part: so there is less to read. */
static void a_record_of_reports_holds_what_was_reported(void **state)
{
    (void)state;
    struct seen tables = CAMP(RECORDED, READERS), reports = CAMP(HOLD("recorded-reports"), READERS),
                unread = CAMP(HOLD("recorded-reports"), "records.reads=0 /d"),
                without = CAMP(HOLD("unrecorded-reports"));
    assert_all_same(&without, &unread);
    assert_is(&reports, "records", 6, 0);
    assert_less(&reports, &tables, "reading_hours");
    assert_true(seen_value(&reports, "learned_by_reading") > 0);
}

/* What was said in the stage before is not in it, though the circles are the same. */
static void a_record_of_the_last_words_is_short(void **state)
{
    (void)state;
    struct seen all = CAMP(RECORDED, READERS), last = CAMP(HOLD("recorded-last-words"), READERS);
    assert_is(&last, "records", 6, 0);
    assert_true(seen_value(&last, "reading_hours") > 0);
    assert_true(seen_value(&last, "reading_hours") < 0.6 * seen_value(&all, "reading_hours"));
}

/* --- from site to site --- */

/* Those of the South never meet. Of 20 facets, each of which one person of 60 knows, they know half at first.
 */
#define TWO_SITES                                                                                            \
    NO_PROPOSALS,                                                                                            \
        "sites=[{name: North, people: 30, practice: talk}, {name: South, people: 30, practice: "             \
        "wait}]",                                                                                            \
        "calendar=[{every: 1 d, at: \"19:00\", hold: recorded-tables, inquiry: winter, practice: talk}, "    \
        "{hold: one-circle, for: 1 h, practice: wait}]",                                                     \
        "inquiries=[{name: winter, facets: 20}]", "knowledge.common_share=0 %", "people.attendance=100 %",   \
        "conversation.retention=0 %", READERS, ATTENTIVE

static void a_record_goes_where_it_is_sent(void **state)
{
    (void)state;
    struct seen left_out = CAMP(TWO_SITES), nowhere = CAMP(TWO_SITES, "records.to=nowhere"),
                home = CAMP(TWO_SITES, "records.to=North"), south = CAMP(TWO_SITES, "records.to=South"),
                both = CAMP(TWO_SITES, "records.to=[North, South]"), all = CAMP(TWO_SITES, "records.to=all");
    assert_all_same(&left_out, &nowhere);
    assert_all_same(&left_out, &home);
    assert_all_same(&south, &all);
    assert_all_same(&south, &both);
    assert_same(&left_out, &south, "records");
    assert_is(&south, "records_read", 2 * seen_value(&left_out, "records_read"),
              0.1 * seen_value(&south, "records_read"));
    /* The North knows half of all and then reads the half of its own; the South reads that half too. */
    assert_true(seen_value(&south, "inquiry_coverage") > seen_value(&left_out, "inquiry_coverage") + 0.1);
}

/* --- the forum --- */

#define NET                                                                                                  \
    NO_PROPOSALS, "calendar=[]", "sites=[{name: the net, people: 60, online: yes, forum: yes}]",             \
        "inquiries=[{name: winter, facets: 60}]"
#define BUSY "forum.posts=14 /week"

static void a_forum_in_which_nobody_posts_changes_nothing(void **state)
{
    (void)state;
    struct seen none = CAMP(NO_PROPOSALS, "calendar=[]", "sites=[{name: the net, people: 60, online: yes}]",
                            "inquiries=[{name: winter, facets: 60}]"),
                silent = CAMP(NET, READERS, "forum.posts=0 /week"),
                unread = CAMP(NET, BUSY, "records.reads=0 /d"), busy = CAMP(NET, BUSY, READERS);
    assert_all_same(&none, &silent);
    assert_all_same(&none, &unread);
    assert_is(&silent, "posts", 0, 0);
    assert_is(&silent, "posters", 0, 0);
    assert_true(seen_value(&unread, "posts") > 0);
    assert_less(&unread, &busy, "inquiry_coverage");
    assert_is(&busy, "learned_by_reading", 1, 0); /* nobody meets */
}

/* Without repeating, a thread holds each of 60 facets once at most. */
static void who_does_not_repeat_soon_has_nothing_more_to_post(void **state)
{
    (void)state;
    struct seen fresh = CAMP(NET, BUSY, "records.reads=0 /d", "conversation.repeat=0 %"),
                some = CAMP(NET, BUSY, "records.reads=0 /d"),
                all = CAMP(NET, BUSY, "records.reads=0 /d", "conversation.repeat=100 %");
    assert_true(seen_value(&fresh, "posts") <= 60);
    assert_less(&fresh, &some, "posts");
    assert_less(&some, &all, "posts");
}

static void where_all_post_alike_the_first_percent_writes_little(void **state)
{
    (void)state;
    struct seen alike = CAMP(NET, BUSY, "forum.post_sd=0", "conversation.repeat=100 %"),
                unlike = CAMP(NET, BUSY, "conversation.repeat=100 %");
    assert_less(&alike, &unlike, "posts_top_percent");
    assert_less(&alike, &unlike, "posts_top_tenth");
    assert_less(&unlike, &alike, "posters");
    assert_is(&alike, "posters", 60, 0.5);
    assert_is(&alike, "posts", 60 * 2 * 6, 30); /* two a day, six days */
}

static void a_longer_page_takes_longer_to_read(void **state)
{
    (void)state;
    struct seen one = CAMP(NET, BUSY, READERS, "forum.page=1"),
                many = CAMP(NET, BUSY, READERS, "forum.page=100");
    assert_less(&one, &many, "reading_hours");
    assert_less(&one, &many, "inquiry_coverage");
}

/* --- levels --- */

/* The North and the net each know other facets, and talk of them. */
#define LEVELS                                                                                               \
    NO_PROPOSALS, "sites=[{name: North, people: 30}, {name: the net, people: 30, online: yes, forum: yes}]", \
        "calendar=[{every: 1 d, at: \"19:00\", hold: recorded-tables, inquiry: winter}]",                    \
        "inquiries=[{name: winter, facets: 40}]", "knowledge.common_share=0 %", "knowledge.knowers=1",       \
        READERS, ATTENTIVE

static void what_nobody_carries_stays_on_its_level(void **state)
{
    (void)state;
    struct seen apart = CAMP(LEVELS, "forum.posts=0 /week"), posting = CAMP(LEVELS, "forum.posts=14 /week"),
                sent = CAMP(LEVELS, "forum.posts=0 /week", "records.to=all");
    assert_is(&apart, "crossed_levels", 0, 0);
    assert_true(isnan(seen_value(&apart, "days_to_cross")));
    assert_less(&apart, &posting, "crossed_levels");
    assert_true(seen_value(&posting, "crossed_levels") < seen_value(&sent, "crossed_levels"));
    assert_true(seen_value(&sent, "crossed_levels") > 0.9);
    assert_true(seen_value(&sent, "days_to_cross") < 1);
}

/* A guest takes home what she read, and does not post for ever in her empty place. */
static void guests_read_and_post_while_they_are_there(void **state)
{
    (void)state;
    struct seen home = CAMP(LEVELS, "calendar=[]", BUSY, "forum.post_sd=0", "people.guest_room=30"),
                guests = CAMP(LEVELS, "calendar=[]", BUSY, "forum.post_sd=0", "people.guest_room=30",
                              "visits.online_per_day=1 /d", "visits.online_for=12 h");
    assert_true(seen_value(&home, "posters") <= 30); /* some know nothing that they could post */
    assert_true(seen_value(&guests, "posters") > 30);
    assert_less(&home, &guests, "inquiry_coverage");
    assert_less(&home, &guests, "posts");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_that_nobody_reads_change_nothing),
        cmocka_unit_test(settings_of_records_and_forums_that_nobody_has_change_nothing),
        cmocka_unit_test(who_keeps_nothing_of_what_she_reads_learns_nothing),
        cmocka_unit_test(reading_that_takes_no_time_teaches_the_same),
        cmocka_unit_test(a_record_that_is_taken_down_at_once_is_read_by_nobody),
        cmocka_unit_test(a_record_that_loses_all_is_none),
        cmocka_unit_test(a_record_of_reports_holds_what_was_reported),
        cmocka_unit_test(a_record_of_the_last_words_is_short),
        cmocka_unit_test(a_record_goes_where_it_is_sent),
        cmocka_unit_test(a_forum_in_which_nobody_posts_changes_nothing),
        cmocka_unit_test(who_does_not_repeat_soon_has_nothing_more_to_post),
        cmocka_unit_test(where_all_post_alike_the_first_percent_writes_little),
        cmocka_unit_test(a_longer_page_takes_longer_to_read),
        cmocka_unit_test(what_nobody_carries_stays_on_its_level),
        cmocka_unit_test(guests_read_and_post_while_they_are_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Movements told in tables, and moments with dates. */
#include "unit/models/camps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "observed/date.h"

static char folder[] = "/tmp/groundswell-tables-XXXXXX";

static int begin(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0 ? -1 : 0;
}

static int end(void **state)
{
    (void)state;
    unlink("members.csv");
    unlink("links.csv");
    return chdir("/") != 0 ? -1 : rmdir(folder);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fputs(text, file) < 0, 0);
    assert_int_equal(fclose(file), 0);
}

/* `links` NULL: there is no such table. */
static struct reading read_tables(const char *members, const char *links)
{
    static const char *const paths[] = {"members.csv", "links.csv"};
    struct reading reading = {0};
    write_file(paths[0], members);
    if (links != NULL)
        write_file(paths[1], links);
    reading.movement = observed_read_tables(paths, links == NULL ? 1 : 2, &reading.arena, &reading.trouble);
    return reading;
}

static double value_at(const struct reading *reading, size_t moment, const char *name)
{
    struct arena arena = {0};
    const struct measure_label *labels;
    size_t count = observed_labels(&arena, &labels), which = 0;
    while (which < count && strcmp(labels[which].name, name) != 0)
        which++;
    assert_true(which < count);
    double value = reading->movement->moments[moment].values[which].value;
    arena_free(&arena);
    return value;
}

static void assert_when(const struct reading *reading, size_t moment, const char *when)
{
    char text[32];
    assert_string_equal(
        observed_when(reading->movement, &reading->movement->moments[moment], text, sizeof text), when);
}

/* --- dates --- */

static void days_are_counted_from_1_january_1970(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int64_t day;
    } known[] = {{"1970-01-01", 0},     {"1969-12-31", -1},     {"2000-02-29", 11016},  {"2000-03-01", 11017},
                 {"2011-09-17", 15234}, {"1900-03-01", -25508}, {"0001-01-01", -719162}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        int64_t day = 1;
        char text[16];
        assert_true(date_read(known[i].words, &day));
        assert_int_equal(day, known[i].day);
        assert_string_equal(date_text(day, text, sizeof text), known[i].words);
    }
}

static void every_day_of_eight_hundred_years_is_read_as_it_is_written(void **state)
{
    (void)state;
    for (int64_t day = -140000; day < 152194; day++) {
        char text[16];
        int64_t again = 0;
        assert_true(date_read(date_text(day, text, sizeof text), &again));
        assert_int_equal(again, day);
    }
}

static void there_is_no_such_day(void **state)
{
    (void)state;
    static const char *const wrong[] = {"2011-02-29",
                                        "1900-02-29",
                                        "2011-13-01",
                                        "2011-00-10",
                                        "2011-04-31",
                                        "2011-04-00",
                                        "2011-9-17",
                                        "11-09-17",
                                        "2011-09-177",
                                        "2011--9-17",
                                        "0000-01-01",
                                        "2011-09-1x",
                                        ""};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        int64_t day;
        assert_false(date_read(wrong[i], &day));
    }
}

static void moments_may_have_dates(void **state)
{
    (void)state;
    struct reading reading =
        read_text(CAMPS "moments: [{at: 2011-09-17}, {at: 2011-10-15, links: [[a, b]]}]\n");
    assert_sound(&reading);
    assert_true(reading.movement->dated);
    assert_true(reading.movement->moments[0].at == 0);
    assert_true(reading.movement->moments[1].at == 28 * SIM_DAY);
    assert_when(&reading, 0, "2011-09-17");
    assert_when(&reading, 1, "2011-10-15");
    leave(&reading);
    reading = read_text(CAMPS "moments: [{at: 3 d}]\n");
    assert_false(reading.movement->dated);
    assert_when(&reading, 0, "3 d");
    leave(&reading);
}

static void what_is_said_of_wrong_dates(void **state)
{
    (void)state;
    static const struct {
        const char *moments, *sentence;
    } wrong[] = {
        {"moments: [{at: 2011-02-29}]\n",
         "6:16 there is no day `2011-02-29`; write a date with four, two and "
         "two digits, as in 2011-09-17"},
        {"moments: [{at: 2011-09-17}, {at: 3 d}]\n",
         "6:34 the first moment has a date; give all moments dates, or none"},
        {"moments: [{at: 3 d}, {at: 2011-09-17}]\n",
         "6:27 the first moment has no date; give all moments dates, or none"},
        {"moments: [{at: 2011-09-17}, {at: 2011-09-17}]\n",
         "6:34 `at` must be later than at the moment before"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, "%s%s", CAMPS, wrong[i].moments);
        struct reading reading = read_text(text);
        assert_null(reading.movement);
        assert_told(&reading.trouble, 0, wrong[i].sentence);
        leave(&reading);
    }
}

/* --- tables --- */

/* Ana and Ben cook, Ben and Cleo heal; two of four memberships each. Ben links the groups. */
static void who_is_in_two_groups_links_them(void **state)
{
    (void)state;
    struct reading reading =
        read_tables("person,group\nAna,kitchen\nBen,kitchen\nBen,medics\nCleo,medics\n", NULL);
    assert_sound(&reading);
    assert_int_equal(reading.movement->moment_count, 1);
    assert_int_equal(reading.movement->unit, EFFORT_MEMBERS);
    assert_int_equal(reading.movement->sites, 1);
    assert_int_equal(reading.movement->moments[0].groups, 2);
    assert_int_equal(reading.movement->moments[0].links, 1);
    assert_near(value_at(&reading, 0, "topic_variety"), 2, 1e-12);
    /* Ana and Cleo tell the topic, Ben, with half of the effort, does not: I / H = 1/2 */
    assert_near(value_at(&reading, 0, "division_of_labour"), 0.5, 1e-12);
    leave(&reading);
}

/* 9 hours of food and 3 of media: Hill numbers of 3/4 and 1/4. */
static void weights_are_hours(void **state)
{
    (void)state;
    struct reading reading = read_tables("group,person,topic,weight\nk,Ana,food,4\nk,Ben,food,5\n"
                                         "p,Ben,media,1\np,Cleo,media,2\n",
                                         NULL);
    assert_sound(&reading);
    assert_int_equal(reading.movement->unit, EFFORT_HOURS);
    assert_near(value_at(&reading, 0, "topic_count"), 2, 0);
    assert_near(value_at(&reading, 0, "topic_variety"), pow(.75, -.75) * pow(.25, -.25), 1e-12);
    assert_near(value_at(&reading, 0, "topic_dominance"), 1 / (.75 * .75 + .25 * .25), 1e-12);
    leave(&reading);
}

/* A membership holds from its first day to the day on which it is over, and a group as long as anybody is in
 * it. */
static void people_come_and_go_on_dates(void **state)
{
    (void)state;
    struct reading reading = read_tables("person;group;from;until\n"
                                         "Ana;kitchen;2011-09-17;\n"
                                         "Ben;kitchen;2011-09-17;2011-10-01\n"
                                         "\n"
                                         "Ben;\"medics; night\";2011-09-20;2011-10-15\n",
                                         NULL);
    assert_sound(&reading);
    static const char *const when[] = {"2011-09-17", "2011-09-20", "2011-10-01", "2011-10-15"};
    static const uint32_t groups[] = {1, 2, 2, 1}, links[] = {0, 1, 0, 0};
    assert_int_equal(reading.movement->moment_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_when(&reading, i, when[i]);
        assert_int_equal(reading.movement->moments[i].groups, groups[i]);
        assert_int_equal(reading.movement->moments[i].links, links[i]);
    }
    leave(&reading);
}

/* The medics are gone from day 2 to day 3: the link told from day 0 on does not come back with them. The
 * other link, told from day 4 on, is there. */
static void a_group_that_comes_back_starts_without_its_old_links(void **state)
{
    (void)state;
    struct reading reading = read_tables("person,group,from,until\nAna,kitchen,0 d,\nBen,medics,0 d,2 d\n"
                                         "Ben,medics,3 d,\nCleo,press,0 d,\n",
                                         "group,other,from,until\nmedics,kitchen,,\npress,medics,4 d,5 d\n");
    assert_sound(&reading);
    static const uint32_t groups[] = {3, 2, 3, 3, 3}, links[] = {1, 0, 0, 1, 0};
    assert_int_equal(reading.movement->moment_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(reading.movement->moments[i].groups, groups[i]);
        assert_int_equal(reading.movement->moments[i].links, links[i]);
    }
    leave(&reading);
}

/* Two kitchens of two sites, on one topic, need each other: one required pair, linked in the table. */
static void sites_and_topics_say_who_needs_whom(void **state)
{
    (void)state;
    struct reading reading =
        read_tables("person,group,topic,site\nAna,\"kitchen \"\"North\"\"\",food,N\nBen,kitchen S,food,S\n",
                    "group,other\nkitchen S,\"kitchen \"\"North\"\"\"\n");
    assert_sound(&reading);
    assert_int_equal(reading.movement->sites, 2);
    assert_near(value_at(&reading, 0, "required_pairs"), 1, 0);
    assert_near(value_at(&reading, 0, "integration"), 1, 1e-12);
    leave(&reading);
}

static const struct {
    const char *members, *links, *sentence;
} refused[] = {
    {"person,group\nAna,kitchen\n", "group,other\nkitchen,kitchen\n",
     "2:1 this link leads from `kitchen` to itself"},
    {"person,group\nAna,kitchen\n", "group,other\nkitchen,medics\n",
     "2:9 nobody is ever in a group `medics`"},
    {"person,group\nAna,kitchen\n", "one,two\n",
     "1:1 the first line names the columns: `person` and `group`, or `group` and `other`"},
    {"person,group\nAna,kitchen\n", "person,group\nBen,kitchen\n",
     "1:1 a table of memberships was given already"},
    {"group,other\na,b\n", NULL,
     "1:1 a table of memberships is missing, with the columns `person` and `group`"},
    {"person,group,colour\nAna,kitchen,red\n", NULL,
     "1:14 unknown key `colour` in membership (there are `person`, `group`, `weight`, `from`, `until`, "
     "`topic` and `site`)"},
    {"person,group\nAna,kitchen\nBen,Kitchen\n", NULL,
     "3:5 the name `Kitchen` looks like `kitchen` in line 2; write them alike, or tell them apart by more"},
    {"person,group\nAna,\n", NULL, "2:1 `group` must be given in membership: In which working group"},
    {"person,group\nAna\n", NULL, "2:1 this row has 1 of the 2 cells that the names above ask for"},
    {"person,person\nAna,Ben\n", NULL, "1:8 the column `person` stands here twice"},
    {"person,,group\nAna,,a\n", NULL, "1:8 a column has no name here"},
    {"person,group\nAna,\"a\n", NULL, "2:5 these quotes are never closed"},
    {"person,group\nAna,\"a\" b\n", NULL,
     "2:9 a cell in quotes ends with them; double the quotes that belong to it"},
    {"person,group,weight\nAna,a,-1\n", NULL,
     "2:7 `weight` is -1, which is less than 0, the least it can be"},
    {"person,group,from,until\nAna,a,3 d,2 d\n", NULL, "2:11 `until` must be later than `from`"},
    {"person,group,from\nAna,a,3 d\nBen,a,2011-09-17\n", NULL,
     "3:7 the first time in these tables is no date; give all as dates, or none"},
    {"person,group,from\nAna,a,2011-09-31\n", NULL,
     "2:7 there is no day `2011-09-31`; write a date with four, two and two digits, as in 2011-09-17"},
    {"person,group,site\nAna,a,N\nBen,a,S\n", NULL,
     "3:7 the group `a` is at `N` in line 2; a group is at one site"},
    {" \n\n", NULL, "0:0 this table is empty"},
};

static void what_is_said_of_wrong_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct reading reading = read_tables(refused[i].members, refused[i].links);
        assert_null(reading.movement);
        assert_told(&reading.trouble, 0, refused[i].sentence);
        leave(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1_january_1970),
        cmocka_unit_test(every_day_of_eight_hundred_years_is_read_as_it_is_written),
        cmocka_unit_test(there_is_no_such_day),
        cmocka_unit_test(moments_may_have_dates),
        cmocka_unit_test(what_is_said_of_wrong_dates),
        cmocka_unit_test(who_is_in_two_groups_links_them),
        cmocka_unit_test(weights_are_hours),
        cmocka_unit_test(people_come_and_go_on_dates),
        cmocka_unit_test(a_group_that_comes_back_starts_without_its_old_links),
        cmocka_unit_test(sites_and_topics_say_who_needs_whom),
        cmocka_unit_test(what_is_said_of_wrong_tables),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

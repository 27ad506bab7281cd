/* An observed movement as people meet it: the table, the JSON, and what is said of a file that is wrong. */
#include "session.h"

#include <jansson.h>
#include <string.h>

#define EXAMPLE GROUNDSWELL_SOURCE "/scenarios/observed/example.yaml"

static void the_example_is_measured(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("observe", EXAMPLE);
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
    assert_says(said.out, "Three camps that find together and drift apart");
    assert_says(said.out, "3 sites, 4 topics; effort is counted in hours");
    /* 80 of 290 hours; none while the kitchens and the presses are linked; 20 of 280 */
    assert_says(said.out, "  duplication               0.2759       0         0  0.07143\n");
    /* of 3 required pairs 0, 2, 3 and 1 are linked */
    assert_says(said.out, "  integration                    0  0.6667         1   0.3333\n");
    assert_says(said.out, "balkanization: never unified: integration has not come to .5 (at 0 s)\n");
}

static void json_holds_the_same_with_nothing_in_place_of_what_is_not_defined(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("observe", "--json", EXAMPLE);
    assert_int_equal(said.status, 0);
    json_error_t error;
    json_t *json = json_loads(said.out, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(json);
    json_t *moments = json_object_get(json, "moments");
    assert_int_equal(json_array_size(moments), 4);
    json_t *first = json_array_get(moments, 0), *second = json_array_get(moments, 1);
    assert_true(json_is_null(json_object_get(json_object_get(first, "measures"), "balkanization")));
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(first, "not_defined"), "balkanization")),
        "never unified: integration has not come to .5");
    assert_true(json_real_value(json_object_get(second, "at_days")) == 10);
    double integration = json_real_value(json_object_get(json_object_get(second, "measures"), "integration"));
    assert_true(integration > .666666 && integration < .666667);
    json_t *course = json_object_get(json_object_get(json, "over_all_moments"), "measures");
    assert_true(json_real_value(json_object_get(course, "time_to_unity")) == 10);
    json_decref(json);
}

static void standard_input_is_a_file_as_well(void **state)
{
    (void)state;
    assert_true(session_shell("\"$G\" observe - < " EXAMPLE " > piped.txt").status == 0);
    assert_true(session_shell("\"$G\" observe " EXAMPLE " > named.txt").status == 0);
    assert_true(session_same_bytes("piped.txt", "named.txt"));
}

static void a_movement_of_nobody_is_all_reasons(void **state)
{
    (void)state;
    session_write("nobody.yaml", "title: t\nsites: [N]\ngroups: []\n");
    struct said said = GROUNDSWELL("observe", "nobody.yaml");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "giant_component: there are no groups (at 0 s)\n");
    assert_says(said.out, "  integration: no two groups are required to work together (at 0 s)\n");
}

static void a_slip_of_the_pen_is_told_with_its_place(void **state)
{
    (void)state;
    session_write("slip.yaml", "title: t\nsites: [North]\ngroups:\n"
                               "  - {name: kitchen, site: North, members: 3, topics: [food]}\n"
                               "links: [[kitchen, kichen]]\n");
    struct said said = GROUNDSWELL("observe", "slip.yaml");
    assert_int_equal(said.status, 65);
    assert_string_equal(said.out, "");
    assert_string_equal(said.err, "slip.yaml:5:19: there is no group `kichen`\n"
                                  "    links: [[kitchen, kichen]]\n"
                                  "                      ^~~~~~\n"
                                  "  did you mean `kitchen`?\n");
    assert_int_equal(GROUNDSWELL("observe", "nowhere.yaml").status, 66);
    assert_int_equal(GROUNDSWELL("observe").status, 64);
}

static void names_made_to_do_harm_are_shown_and_not_obeyed(void **state)
{
    (void)state;
    session_write("harm.yaml", "title: \"turned \u202Earound\"\nsource: \"a\\nb\"\nsites: [N]\ngroups: []\n");
    struct said said = GROUNDSWELL("observe", "harm.yaml");
    assert_int_equal(said.status, 0);
    assert_null(strstr(said.out, "\u202E"));
    assert_says(said.out, "turned \\u{202e}around\n");
    assert_says(said.out, "a\\nb\n");
    said = GROUNDSWELL("observe", "harm.yaml", "--json");
    assert_int_equal(said.status, 0);
    assert_null(strstr(said.out, "\u202E"));
    assert_says(said.out, "\"turned \\u202earound\"");
    session_write("escape.yaml", "title: \"\\e[31mred\"\nsites: [N]\ngroups: []\n");
    assert_int_equal(GROUNDSWELL("observe", "escape.yaml").status, 65);
}

static void tables_are_measured_as_well_as_files(void **state)
{
    (void)state;
    session_write("members.csv", "person,group,topic,site,weight,from,until\n"
                                 "Ana,kitchen,food,Harbour,6,2011-09-17,\n"
                                 "Ben,kitchen,food,Harbour,4,2011-09-17,2011-10-01\n"
                                 "Ben,medics,health,Harbour,8,2011-09-20,\n");
    session_write("links.csv", "group,other,from,until\nkitchen,medics,2011-10-01,\n");
    struct said said = GROUNDSWELL("observe", "members.csv", "links.csv");
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
    assert_says(said.out, "members.csv and links.csv");
    assert_says(said.out, "1 site, 2 topics; effort is counted in hours");
    assert_says(said.out, "  at                        2011-09-17  2011-09-20  2011-10-01\n");
    /* Ben is in both from the 20th on; from October on the table of links says so */
    assert_says(said.out, "  links                              0           1           1\n");
    assert_says(said.out, "  topic_count                        1           2           2\n");
    said = GROUNDSWELL("observe", "--json", "members.csv");
    assert_says(said.out, "\"date\": \"2011-09-20\"");
    said = GROUNDSWELL("observe", "links.csv");
    assert_int_equal(said.status, 65);
}

static void measures_and_keys_are_explained(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("explain", "balkanization");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "cut of .5 assumed");
    said = GROUNDSWELL("explain", "dependencies");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("explain", "balkanisation");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "did you mean `balkanization`?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_is_measured),
        cmocka_unit_test(json_holds_the_same_with_nothing_in_place_of_what_is_not_defined),
        cmocka_unit_test(standard_input_is_a_file_as_well),
        cmocka_unit_test(a_movement_of_nobody_is_all_reasons),
        cmocka_unit_test(a_slip_of_the_pen_is_told_with_its_place),
        cmocka_unit_test(names_made_to_do_harm_are_shown_and_not_obeyed),
        cmocka_unit_test(tables_are_measured_as_well_as_files),
        cmocka_unit_test(measures_and_keys_are_explained),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}

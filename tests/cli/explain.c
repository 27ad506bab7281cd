/* Whatever has a name can be explained. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static json_t *names_of_everything(void)
{
    struct said said = GROUNDSWELL("explain", "--json");
    assert_int_equal(said.status, 0);
    json_error_t error;
    json_t *names = json_loads(said.out, 0, &error);
    assert_true(json_is_array(names));
    assert_true(json_array_size(names) > 200);
    return names;
}

static bool among(const json_t *names, const char *name)
{
    for (size_t i = 0; i < json_array_size(names); i++)
        if (strcmp(json_string_value(json_array_get(names, i)), name) == 0)
            return true;
    return false;
}

static void every_name_is_explained(void **state)
{
    (void)state;
    json_t *names = names_of_everything();
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        struct said said = GROUNDSWELL("explain", name);
        const char *last = strrchr(name, '.');
        if (said.status != 0 || *said.err != '\0' || strlen(said.out) < strlen(name) + 10 ||
            strstr(said.out, last == NULL ? name : last + 1) == NULL)
            fail_msg("explain %s: status %d, \"%s\"%s", name, said.status, said.out, said.err);
    }
    json_decref(names);
}

static void a_name_is_no_path(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("explain", "../methods/open-space");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "nothing here is called `../methods/open-space`");
}

/* One of each kind: sections, settings, verbs, rules, measures, tables of results, methods. */
static void all_kinds_of_things_have_names(void **state)
{
    (void)state;
    static const char *const some[] = {"conversation",
                                       "stages",
                                       "retention",
                                       "conversation.retention",
                                       "floor",
                                       "decide",
                                       "harvest",
                                       "stack",
                                       "mixed",
                                       "modified-consensus",
                                       "two-feet",
                                       "bounded",
                                       "with-replacement",
                                       "grid",
                                       "feelings",
                                       "posted",
                                       "sunday",
                                       "voice_gini",
                                       "circle_sizes",
                                       "backlog_at",
                                       "proposal",
                                       "person",
                                       "open-space-decides"};
    json_t *names = names_of_everything();
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        if (!among(names, some[i]))
            fail_msg("%s is not among the names", some[i]);
    json_decref(names);
}

static void a_setting_is_explained_with_all_that_is_known_of_it(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("explain", "conversation.digest_ratio");
    assert_says(said.out, "default   2\n");
    assert_says(said.out, "range     0.1 to 60\n");
    assert_says(said.out, "unit      1");
    assert_says(said.out, "ground    assumed\n");
    assert_says(said.out, "source    no data");
}

static void methods_say_who_decides(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("methods");
    assert_says(said.out, "  general-assembly                     Who decides: all together. ");
    assert_says(said.out, "  open-space-decides                   Who decides: each circle by itself. ");
    assert_says(said.out, "  open-space-prepares                  Decides nothing. ");
    assert_says(said.out,
                "  spokes-council                       Who decides: the delegates of the working groups. ");
    assert_says(said.out, "  theory-u-3                           Who decides: everybody for herself, ");
    said = GROUNDSWELL("methods", "--json");
    assert_says(said.out, "\"who_decides\": \"each circle by itself\"");
    assert_says(said.out, "\"who_decides\": null");
}

static void no_line_is_longer_than(const char *text, size_t most)
{
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        if (length > most)
            fail_msg("a line has %zu characters: %.*s", length, (int)length, line);
        line += length + (line[length] == '\n' ? 1 : 0);
    }
}

static void methods_are_listed_by_what_they_are_for(void **state)
{
    (void)state;
    static const char *const uses[] = {"For many simple decisions\n",
                                       "\nFor one question of many sides\n",
                                       "\nFor a contested question\n",
                                       "\nFor a vision\n",
                                       "\nFor tension and feelings\n",
                                       "\nFor a meeting of several days\n",
                                       "\nFor working groups, and talk between them\n"};
    struct said said = GROUNDSWELL("methods");
    const char *rest = said.out;
    for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++) {
        const char *found = strstr(rest, uses[i]);
        if (found == NULL)
            fail_msg("not in this order: %s", uses[i]);
        rest = found;
    }
    assert_null(strstr(said.out, "For anything else")); /* every shipped method says what it is for */
    no_line_is_longer_than(said.out, 100);
}

static void a_method_is_shown_stage_by_stage(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("methods", "fishbowl-on-an-inquiry");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "  recommended for: a question that 10 to 100 people should follow together, ");
    assert_says(said.out, "  who decides: nobody; nothing is decided\n");
    assert_says(said.out, "     1. the middle, 75 min: circles talk\n");
    assert_says(said.out, "the others around them; 5 in the\n            middle; ");
    assert_says(said.out, "        about: the whole inquiry of the line;");
    assert_says(said.out, "     2. harvest: every circle reports to all, one after the other\n");
    struct said rounds = GROUNDSWELL("explain", "world-cafe");
    assert_says(rounds.out, "     3. converse, 3 rounds of 20 min: circles talk\n");
    assert_says(rounds.out, "about 4 in a circle; the host of a circle keeps");
    struct said none = GROUNDSWELL("methods", "fishbowls");
    assert_int_equal(none.status, 64);
    assert_string_equal(none.err, "groundswell: there is no method `fishbowls` in the library\n"
                                  "  did you mean `fishbowl`?\n");
    struct said json = GROUNDSWELL("methods", "fishbowl", "--json");
    assert_says(json.out, "\"use\": \"question\"");
}

static void rules_measures_and_methods_name_their_sources(void **state)
{
    (void)state;
    struct said rule = GROUNDSWELL("explain", "friedkin-johnsen");
    assert_says(rule.out, "source    Friedkin & Johnsen 1990");
    struct said measure = GROUNDSWELL("explain", "voice_gini");
    assert_says(measure.out, "source: Gini 1912");
    struct said method = GROUNDSWELL("explain", "world-cafe");
    assert_says(method.out, "source: Brown & Isaacs 2005");
}

static void a_table_is_printed_for_a_page(void **state)
{
    (void)state;
    struct said rules = GROUNDSWELL("explain", "--markdown", "movement");
    assert_int_equal(rules.status, 0);
    static const char head[] =
        "| name | meaning | source |\n|---|---|---|\n| `none` | people keep their seats |";
    assert_int_equal(strncmp(rules.out, head, strlen(head)), 0);
    struct said settings = GROUNDSWELL("explain", "--markdown", "gathering");
    assert_says(settings.out, "\n| `two_feet` | 4 /h | 0 /h to 20 /h | "
                              "0 /h to 20 /h (from never to once in 3 minutes) | h-1 |");
    struct said measures = GROUNDSWELL("explain", "--markdown", "measures");
    assert_says(measures.out,
                "\n| `backlog` | 1 | Open proposals, averaged over time | Little 1961 | less |\n");
    struct said columns = GROUNDSWELL("explain", "--markdown", "person");
    assert_says(columns.out, "\n| `person_tension` | 1 | Tension when she last came or went |\n");
    struct said nothing = GROUNDSWELL("explain", "--markdown", "moevment");
    assert_int_equal(nothing.status, 64);
    assert_string_equal(nothing.out, "");
    assert_says(nothing.err, "there is no table of `moevment`");
}

static void words_of_organizers_lead_to_names(void **state)
{
    (void)state;
    static const char *const some[][2] = {{"facilitator", "\n  hosts "},
                                          {"minutes", "\n  records "},
                                          {"consensus", "\n  full-consensus "},
                                          {"assembly", "\n  general-assembly "},
                                          {"agenda", "\n  most_items "},
                                          {"caf\xC3\xA9", "\n  world-cafe "},
                                          {"shy", "\n  shyness "},
                                          {"stack", "\n  progressive-stack "},
                                          {"hand signals", "\n  hands "},
                                          {"bottleneck", "\n  backlog "},
                                          {"backlog", "\n  backlog_at "}};
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        struct said said = GROUNDSWELL("explain", some[i][0]);
        assert_int_equal(said.status, 0);
        assert_says(said.out, some[i][1]);
    }
    struct said said = GROUNDSWELL("explain", "hand", "signals");
    assert_says(said.out, "\n  hands ");
    said = GROUNDSWELL("explain", "open", "space", "decides");
    assert_says(said.out, "open-space-decides: Open Space decides\n");
    said = GROUNDSWELL("explain", "quorumm"); /* near spellings are asked about, not taken */
    assert_int_equal(said.status, 64);
    assert_says(said.err, "did you mean `quorum`?");
}

static json_t *rows_of(const char *name)
{
    struct said said = GROUNDSWELL("explain", name, "--json");
    assert_int_equal(said.status, 0);
    json_t *rows = json_loads(said.out, 0, NULL);
    assert_true(json_is_array(rows) && json_array_size(rows) > 0);
    return rows;
}

static const char *word_of(const json_t *row, const char *key)
{
    const char *word = json_string_value(json_object_get(row, key));
    return word == NULL ? "" : word;
}

static void rows_have_all_their_fields(void **state)
{
    (void)state;
    json_t *rows = rows_of("conversation.digest_ratio"), *row = json_array_get(rows, 0);
    assert_string_equal(word_of(row, "kind"), "setting");
    assert_string_equal(word_of(row, "default"), "2");
    assert_string_equal(word_of(row, "allowed"), "0.1 to 60");
    assert_string_equal(word_of(row, "ground"), "assumed");
    assert_true(json_is_object(json_object_get(row, "plausible")));
    assert_true(json_is_false(json_object_get(row, "observable")));
    json_decref(rows);
    rows = rows_of("floor");
    bool chosen = false;
    for (size_t i = 0; i < json_array_size(rows); i++)
        chosen = chosen || json_array_size(json_object_get(json_array_get(rows, i), "choices")) > 3;
    assert_true(chosen);
    json_decref(rows);
    rows = rows_of("decisions_per_hour"), row = json_array_get(rows, 0);
    assert_string_equal(word_of(row, "kind"), "measure");
    assert_string_equal(word_of(row, "unit"), "h-1");
    assert_string_equal(word_of(row, "better"), "more");
    json_decref(rows);
    rows = rows_of("world-cafe"), row = json_array_get(rows, 0);
    assert_string_equal(word_of(row, "kind"), "method");
    assert_true(json_array_size(json_object_get(row, "stages")) > 1);
    json_decref(rows);
    rows = rows_of("progressive-stack"), row = json_array_get(rows, 0);
    assert_string_equal(word_of(row, "kind"), "choice");
    assert_string_equal(json_string_value(json_array_get(json_object_get(row, "used_as"), 0)),
                        "stages.floor");
    json_decref(rows);
    rows = rows_of("facilitator"); /* every name that the word means */
    assert_true(json_array_size(rows) > 3);
    json_decref(rows);
    rows = rows_of("proposal");
    json_decref(rows);
    assert_int_equal(GROUNDSWELL("explain", "hammock", "--json").status, 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_is_explained),
        cmocka_unit_test(a_name_is_no_path),
        cmocka_unit_test(words_of_organizers_lead_to_names),
        cmocka_unit_test(rows_have_all_their_fields),
        cmocka_unit_test(all_kinds_of_things_have_names),
        cmocka_unit_test(a_setting_is_explained_with_all_that_is_known_of_it),
        cmocka_unit_test(methods_say_who_decides),
        cmocka_unit_test(methods_are_listed_by_what_they_are_for),
        cmocka_unit_test(a_method_is_shown_stage_by_stage),
        cmocka_unit_test(rules_measures_and_methods_name_their_sources),
        cmocka_unit_test(a_table_is_printed_for_a_page),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}

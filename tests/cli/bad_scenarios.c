/* Scenarios that are wrong, each in its own way: one clear sentence with its place, exit status 65, nothing
 * left behind. */
#include "session.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TITLE    "title: T\n"
#define LASTS    "lasts: 2 d\n"
#define SITES    "sites: [{name: Square, people: 40}]\n"
#define CALENDAR "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
#define SOUND    TITLE LASTS SITES CALENDAR

struct bad {
    const char *text;
    const char *place; /* ":line:column" */
    const char *words; /* part of the sentence or its hint */
};

// clang-format off
static const struct bad syntax[] = {
    {"",                                                        "",      "only blanks or comments"},
    {"# only a comment\n",                                      "",      "only blanks or comments"},
    {"title: [\n",                                              ":1:8",  "never closed"},
    {"title: \"never\nclosed\n",                                ":1:8",  ""},
    {"title: T\n\tlasts: 2 d\n",                                ":2:1",  "a tab stands in the indentation"},
    {"title: T\n lasts: 2 d\n",                                 ":1:8",  "indented"},
    {"- title\n- lasts\n",                                      ":1:1",  ""},
    {"just words\n",                                            ":1:1",  ""},
    {"title: T\n---\ntitle: U\n",                               ":2:",   "document"},
    {SOUND "title: U\n",                                        ":5:1",  "second time"},
    {"title: &a T\nquestion: *a\n",                             ":1:8",  ""},
    {"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",             ":1:",   ""},
    {"title: !!python/object:os.system T\n",                    ":1:8",  ""},
    {"title: caf\xe9\n",                                        ":1:",   "UTF-8"},
    {"title: a\x01" "b\n",                                      ":1:",   "control"},
    {"\x7f" "ELF\x02\x01\x01",                                  ":1:",   ""},
    {"title: {a: {b: [}}\n",                                    ":1:",   ""},
    {"<<: {title: T}\n",                                        ":1:1",  ""},
    {"? [a, b]\n: c\n",                                         ":1:",   ""},
};

static const struct bad keys[] = {
    {SOUND "lasst: 3 d\n",                                      ":5:1",  "did you mean `lasts`?"},
    {SOUND "show: [wait, wait]\n",           ":5:14", "`wait` stands here twice"},
    {SOUND "show: wait\n",                   ":5:7",  "`show` needs a list of measures"},
    {SOUND "show: [waity]\n",                ":5:8",  "there is no measure of this name"},
    {SOUND "show: [backlog_at]\n",           ":5:8",  "`backlog_at` is many numbers a run"},
    {SOUND "show: [links_made]\n",           ":5:8",  "this is measured only with links between working groups"},
    {SOUND "xyzzy: 1\n",                                        ":5:1",  "unknown key `xyzzy`"},
    {SOUND "conversation: {retenton: 40 %}\n",                  ":5:16", "did you mean `retention`?"},
    {SOUND "conversation: 3\n",                                 ":5:15", ""},
    {SOUND "conversation: [a]\n",                               ":5:15", ""},
    {SOUND "seed: {a: b}\n",                                    ":5:7",  ""},
    {LASTS SITES CALENDAR,                                      "",      "title"},
    {TITLE SITES CALENDAR,                                      "",      "lasts"},
    {TITLE LASTS CALENDAR,                                      "",      "sites"},
    {TITLE LASTS "sites: []\n" CALENDAR,                        ":3:",   "site"},
    {TITLE LASTS "sites: [{people: 40}]\n" CALENDAR,            ":3:",   "name"},
    {TITLE LASTS "sites: [{name: A}]\n" CALENDAR,               ":3:",   "people"},
    {SOUND "headline: decisions_per_huor\n",                    ":5:11", "did you mean `decisions_per_hour`?"},
    {SOUND "designs: 3\n",                                      ":5:10", ""},
    {SOUND "designs: {a: {conversation: {retentoin: 1 %}}}\n",  ":5:30", "did you mean `retention`?"},
    {SOUND "designs: {a: {}, a: {}}\n",                         ":5:18", "a"},
    {SOUND "sweep: [{set: conversation.retention, to: []}]\n",  ":5:",   ""},
};

static const struct bad values[] = {
    {SOUND "replications: 0\n",                                 ":5:15", "least"},
    {SOUND "replications: 1.5\n",                               ":5:15", "whole"},
    {SOUND "replications: -3\n",                                ":5:15", ""},
    {SOUND "replications: many\n",                              ":5:15", "whole"},
    {SOUND "replications: 99999999999999999999\n",              ":5:15", ""},
    {SOUND "seed: -1\n",                                        ":5:7",  ""},
    {SOUND "conversation: {retention: 150 %}\n",                ":5:27", "150 %"},
    {SOUND "conversation: {retention: -1 %}\n",                 ":5:27", ""},
    {SOUND "conversation: {retention: nan}\n",                  ":5:27", ""},
    {SOUND "conversation: {facet_minutes: 1}\n",                ":5:31", "unit"},
    {SOUND "conversation: {facet_minutes: 1 fortnight}\n",      ":5:31", ""},
    {SOUND "conversation: {facet_minutes: 1e400 min}\n",        ":5:31", ""},
    {SOUND "conversation: {amplified: perhaps}\n",              ":5:27", ""},
    {SOUND "opinions: {influence: agrument}\n",                 ":5:23", "did you mean `argument`?"},
    {TITLE "lasts: 0 d\n" SITES CALENDAR,                       ":2:8",  ""},
    {TITLE "lasts: 2\n" SITES CALENDAR,                         ":2:8",  "unit"},
    {TITLE "lasts: -2 d\n" SITES CALENDAR,                      ":2:8",  ""},
    {TITLE "lasts: 1e9 d\n" SITES CALENDAR,                     ":2:8",  ""},
    {TITLE LASTS "sites: [{name: A, people: 0}]\n" CALENDAR,    ":3:27", "least"},
    {TITLE LASTS "sites: [{name: A, people: 1}]\n" CALENDAR,    ":3:27", "least"},
    {TITLE LASTS "sites: [{name: A, people: 1e12}]\n" CALENDAR, ":3:27", ""},
    {TITLE LASTS "sites: [{name: A, people: 9}, {name: A, people: 9}]\n" CALENDAR, ":3:", "A"},
    {SOUND "proposals: {facets: 257}\n",                        ":5:21", "256"},
};

static const struct bad calendars[] = {
    {TITLE LASTS SITES "calendar: [{every: 1 d, at: \"19:00\"}]\n",                                      ":4:", "hold"},
    {TITLE LASTS SITES "calendar: [{every: 1 d, hold: general-asembly}]\n",                             ":4:", "did you mean `general-assembly`?"},
    {TITLE LASTS SITES "calendar: [{every: 1 d, hold: ../../etc/passwd}]\n",                            ":4:", ""},
    {TITLE LASTS SITES "calendar: [{every: 1 d, hold: /etc/passwd}]\n",                                 ":4:", ""},
    {TITLE LASTS SITES "calendar: [{every: 1 d, at: \"25:00\", hold: open-space-decides}]\n",                    ":4:29", ""},
    {TITLE LASTS SITES "calendar: [{every: 1 d, at: 19h, hold: open-space-decides}]\n",                         ":4:29", ""},
    {TITLE LASTS SITES "calendar: [{every: 7 d, on: sunady, hold: open-space-decides}]\n",                      ":4:29", "did you mean `sunday`?"},
    {TITLE LASTS SITES "calendar: [{every: 1 d, hold: open-space-decides, for: 25 h}]\n",                       ":4:", "24 h"},
    {TITLE LASTS SITES "calendar: [{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 4 h}, {every: 1 d, at: \"12:00\", hold: open-space-decides, for: 4 h}]\n", ":4:", "overlap"},
    {TITLE LASTS SITES "calendar: open-space-decides\n",                                                        ":4:11", ""},
};
// clang-format on

static size_t lines_of(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

static void refuse(const struct bad *rows, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        char place[64];
        snprintf(place, sizeof place, "bad.yaml%s", rows[i].place);
        session_write("bad.yaml", rows[i].text);
        unlink("bad.h5");
        struct said said = GROUNDSWELL("run", "bad.yaml");
        bool sentence = strncmp(said.err, place, strlen(place)) == 0 &&
                        strstr(said.err, rows[i].words) != NULL && lines_of(said.err) <= 5;
        bool left = session_there("bad.h5") || session_there("bad.h5.partial");
        if (said.status != 65 || !sentence || left || said.out[0] != '\0') {
            print_error("%s\n-> %d (%s, \"%s\"), out \"%s\", %s\n%s\n", rows[i].text, said.status, place,
                        rows[i].words, said.out, left ? "files left" : "nothing left", said.err);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void syntax_that_is_wrong_is_shown_at_its_place(void **state)
{
    (void)state;
    refuse(syntax, sizeof syntax / sizeof syntax[0]);
}

static void keys_that_are_wrong_are_shown_at_their_place(void **state)
{
    (void)state;
    refuse(keys, sizeof keys / sizeof keys[0]);
}

static void values_that_are_wrong_are_shown_at_their_place(void **state)
{
    (void)state;
    refuse(values, sizeof values / sizeof values[0]);
}

static void calendars_that_are_wrong_are_shown_at_their_place(void **state)
{
    (void)state;
    refuse(calendars, sizeof calendars / sizeof calendars[0]);
}

static void the_scenario_that_all_of_them_begin_with_is_sound(void **state)
{
    (void)state;
    session_write("sound.yaml", SOUND);
    assert_int_equal(GROUNDSWELL("check", "sound.yaml").status, 0);
}

static void every_mistake_of_a_file_is_told_at_once(void **state)
{
    (void)state;
    session_write("many.yaml", "title: T\nlasts: 2\nsites: [{name: A, people: 0}]\nseed: x\nlasst: 1\n");
    struct said said = GROUNDSWELL("check", "many.yaml");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "many.yaml:2:8: ");
    assert_says(said.err, "many.yaml:3:27: ");
    assert_says(said.err, "many.yaml:4:7: ");
    assert_says(said.err, "many.yaml:5:1: ");
}

static void what_is_no_small_file_of_text_is_refused_at_once(void **state)
{
    (void)state;
    /* 100 MB without a byte on the disk; a pipe nobody writes to; a device that never ends; a folder. */
    struct said said = session_shell(
        "truncate -s 100M huge.yaml; mkfifo pipe.yaml; mkdir folder.yaml;"
        "for f in huge.yaml pipe.yaml /dev/zero folder.yaml; do"
        "  timeout 5 \"$G\" run $f; echo $?; done; ls huge.h5* pipe.h5* zero.h5* folder.h5* 2>/dev/null");
    assert_string_equal(said.out, "65\n65\n65\n65\n");
    assert_int_equal(lines_of(said.err) >= 4, 1);
}

static void nesting_without_end_is_refused(void **state)
{
    (void)state;
    struct said said = session_shell(
        "awk 'BEGIN {printf \"title: \"; for (i = 0; i < 200000; i++) printf \"[\"}' > deep.yaml;"
        "timeout 10 \"$G\" run deep.yaml");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "deep.yaml:1:");
}

/* What a file may not say, the command line may not say either. */
static void values_of_the_command_line_are_judged_as_those_of_files(void **state)
{
    (void)state;
    static const struct {
        const char *set, *told;
    } rows[] = {
        {"replications=1.000",
         "--set:1:14: `replications` is 1.000, but a whole number has no point in it\n"},
        {"people={attendance: 50,0 %}",
         "--set:1:21: `attendance` is `50,0 %`, but numbers have a decimal point and no other separators\n"},
        {"people.attendance=50,0 %",
         "--set:1:19: `attendance` is `50,0 %`, but numbers have a decimal point and no other separators\n"},
        {"people.attendance=40", "  write `40 %`\n"},
        {"calendar[0].on=[sunday, sunday]", "--set:1:25: `sunday` stands here twice\n"},
        {"designs={Circles: {}, circles: {}}",
         "--set:1:23: the name `circles` looks like `Circles` in line 1; write them alike, or tell"},
        {"designs.\"a \"={seed: 1}", "the name `a\\u{20}` ends with a blank\n"},
        {"sites[0].name=\"S\\u200bquare\"",
         "--set:1:15: the name `S\\u{200b}quare` has a character that nobody sees\n"},
        {"calendar[0].practice=\" \"", "the name `\\u{20}` shows nothing; write one that can be read\n"},
        {"title=\"\"", "`title` shows nothing; give it words\n"},
        {"title=\" \"", "`title` shows nothing; give it words\n"},
        {"calendar[0].at=13pm", "--set:1:16: `at` is 13pm, but a day goes from 00:00 to 23:59:59\n"},
    };
    session_write("sound.yaml", SOUND);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct said said = GROUNDSWELL("check", "sound.yaml", "--set", rows[i].set);
        assert_int_equal(said.status, 65);
        assert_says(said.err, rows[i].told);
    }
    struct said said = GROUNDSWELL("check", "sound.yaml", "--set", "calendar[0].on=[Saturday, sunday]",
                                   "--set", "calendar[0].every=7 days", "--set", "calendar[0].at=7pm",
                                   "--set", "replications=1e1", "--set", "lasts=14 d");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
}

/* The same sessions, whether a line has two days or each day a line. */
static void two_days_in_a_line_are_two_lines(void **state)
{
    (void)state;
    session_write("one.yaml", TITLE "lasts: 28 days\nreplications: 3\n" SITES
                                    "calendar: [{every: 1 week, on: [Saturday, Sunday], at: 7pm, hold: "
                                    "general-assembly, for: 2 hours}]\n");
    session_write("two.yaml",
                  TITLE "lasts: 28 d\nreplications: 3\n" SITES "calendar:\n"
                        "  - {every: 7 d, on: saturday, at: \"19:00\", hold: general-assembly, for: 2 h}\n"
                        "  - {every: 7 d, on: sunday, at: \"19:00\", hold: general-assembly, for: 2 h}\n");
    assert_int_equal(GROUNDSWELL("run", "one.yaml", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("run", "two.yaml", "-q").status, 0);
    struct said one = GROUNDSWELL("summary", "one.h5"), two = GROUNDSWELL("summary", "two.h5");
    const char *table = strchr(strstr(one.out, "decided"), '\n');
    assert_says(two.out, table);
    assert_says(one.out, "sessions");
}

static void a_file_that_may_not_be_read_is_told_apart(void **state)
{
    (void)state;
    if (getuid() == 0)
        skip(); /* root may read everything */
    session_write("secret.yaml", SOUND);
    assert_int_equal(chmod("secret.yaml", 0), 0);
    assert_int_equal(GROUNDSWELL("run", "secret.yaml").status, 66);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scenario_that_all_of_them_begin_with_is_sound),
        cmocka_unit_test(syntax_that_is_wrong_is_shown_at_its_place),
        cmocka_unit_test(keys_that_are_wrong_are_shown_at_their_place),
        cmocka_unit_test(values_that_are_wrong_are_shown_at_their_place),
        cmocka_unit_test(calendars_that_are_wrong_are_shown_at_their_place),
        cmocka_unit_test(every_mistake_of_a_file_is_told_at_once),
        cmocka_unit_test(what_is_no_small_file_of_text_is_refused_at_once),
        cmocka_unit_test(nesting_without_end_is_refused),
        cmocka_unit_test(values_of_the_command_line_are_judged_as_those_of_files),
        cmocka_unit_test(two_days_in_a_line_are_two_lines),
        cmocka_unit_test(a_file_that_may_not_be_read_is_told_apart),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}

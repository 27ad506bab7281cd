/* Scenarios that look strange and are sound: each is checked, and run. */
#include "cli/session.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TITLE    "title: A camp\n"
#define LASTS    "lasts: 2 d\n"
#define SITES    "sites: [{name: Square, people: 12}]\n"
#define CALENDAR "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
#define SOUND    TITLE LASTS SITES CALENDAR

struct odd {
    const char *name;
    const char *text;
};

// clang-format off
static const struct odd titles[] = {
    {"backticks",             "title: '`touch ran`'\n" LASTS SITES CALENDAR},
    {"markup",                "title: <script>document.title = 1</script>\n" LASTS SITES CALENDAR},
    {"shell words",           "title: $(touch ran); touch ran | touch ran > ran\n" LASTS SITES CALENDAR},
    {"a line that begins with !", "title: \"!touch ran\"\n" LASTS SITES CALENDAR},
    {"two lines",             "title: \"A camp\\n!touch ran\"\n" LASTS SITES CALENDAR},
    {"quotes",                "title: \"it's \\\"quoted\\\" \\\\ twice\"\n" LASTS SITES CALENDAR},
    {"percent signs",         "title: \"%s%n%d 100 %\"\n" LASTS SITES CALENDAR},
    {"letters from all over", "title: \"\xE9\x9B\x86\xE4\xBC\x9A \xD8\xA7\xD8\xAC\xD8\xAA\xD9\x85\xD8\xA7\xD8\xB9 \xF0\x9F\x94\xA5\"\n" LASTS SITES CALENDAR},
    {"a title of one sign",   "title: \"-\"\n" LASTS SITES CALENDAR},
    {"a path for a name",     TITLE LASTS "sites: [{name: ../../etc/passwd, people: 12}]\n" CALENDAR},
    {"designs with odd names", SOUND "designs: {\"a/b\": {}, \"`touch ran`\": {}, \"<b>\": {}, \"!\": {}, \"1\": {}}\n"},
};

static const struct odd files[] = {
    {"a byte order mark",     "\xEF\xBB\xBF" SOUND},
    {"lines that end as on Windows", "title: A camp\r\nlasts: 2 d\r\nsites: [{name: Square, people: 12}]\r\n"},
    {"no newline at the end", TITLE LASTS "sites: [{name: Square, people: 12}]"},
    {"a document mark",       "---\n" SOUND "...\n"},
    {"comments all over",     "# one\ntitle: A camp # two\n\n# three\nlasts: 2 d\n" SITES "# four"},
    {"keys in any order",     CALENDAR SITES LASTS TITLE},
    {"braces",                "{title: A camp, lasts: 2 d, sites: [{name: Square, people: 12}]}\n"},
};

static const struct odd meetings[] = {
    {"no calendar",           TITLE LASTS SITES},
    {"an empty calendar",     TITLE LASTS SITES "calendar: []\n"},
    {"a calendar left out",   TITLE LASTS SITES "calendar:\n"},
    {"nobody meets in one design", SOUND "designs: {as ever: {}, nothing: {calendar: []}}\n"},
    {"a design that says nothing", SOUND "designs:\n  as ever:\n  other: {people: {attendance: 20 %}}\n"},
    {"two people",            TITLE LASTS "sites: [{name: Square, people: 2}]\n" CALENDAR},
    {"almost nobody comes",   TITLE LASTS SITES "calendar: [{every: 6 h, hold: open-space-decides, attendance: 0.001 %}]\n"},
    {"everybody is tired",    SOUND "people: {listening_drain: 10 /h, recovery: 0 /h}\n"},
    {"no proposals",          SOUND "proposals: {per_day: 0 /d}\n"},
    {"proposals that nobody made", SOUND "proposals: {proposer_comes: no, waiting: 50}\n"},
    {"one facet",             SOUND "proposals: {facets: 1}\n"},
    {"as many facets as there can be", SOUND "proposals: {facets: 256}\n"},
    {"nothing is known",      SOUND "knowledge: {common_share: 0 %, knowers: 0}\n"},
    {"everything is known",   SOUND "knowledge: {common_share: 100 %, common_known: 100 %}\n"},
    {"a second",              TITLE "lasts: 1 s\n" SITES CALENDAR},
    {"a session when all is over", TITLE LASTS SITES "calendar: [{on: sunday, hold: open-space-decides}]\n"},
    {"a session at the very end", TITLE LASTS SITES "calendar: [{every: 1 d, at: \"23:59:59\", hold: open-space-decides, for: 24 h}]\n"},
    {"a session for ever",    TITLE LASTS SITES "calendar: [{hold: talk-for-ever}]\n"},
    {"sessions back to back", TITLE LASTS SITES "calendar: [{again_after: 1 s, hold: open-space-decides}]\n"},
    {"every hour but on Sundays", TITLE "lasts: 9 d\n" SITES "calendar: [{every: 1 h, hold: moment, except: sunday}]\n"},
    {"two sites",             TITLE LASTS "sites: [{name: Square, people: 12}, {name: Park, people: 3}]\n" CALENDAR},
    {"rows of people",        SOUND "record_people: yes\n"},
    {"a hundred thousand rounds", TITLE LASTS SITES "calendar: [{every: 1 d, hold: rounds, for: 1 h}]\n"},
    {"circles that fell apart stay", TITLE LASTS SITES "calendar: [{every: 1 d, hold: pieces}]\n"},
    {"a market after the circles", TITLE LASTS SITES "calendar: [{every: 1 d, hold: late-market}]\n"},
};
// clang-format on

static void write_methods(void)
{
    session_write("talk-for-ever.yaml", "title: Talk\nstages:\n  - {do: converse, matter: question}\n");
    session_write("moment.yaml", "title: Moment\nstages:\n  - {do: reflect, lasts: 1 min}\n");
    session_write("rounds.yaml",
                  "title: Rounds\nstages:\n  - {do: market, circles: 1000000}\n"
                  "  - {do: converse, lasts: 1 s, times: 100000, matter: posted, seating: chosen}\n");
    session_write("pieces.yaml",
                  "title: Pieces\nstages:\n"
                  "  - {do: converse, lasts: 1 h, matter: agenda, facilitated: no}\n"
                  "  - {do: decide, lasts: 1 h, matter: agenda, seating: stay}\n  - {do: harvest}\n");
    session_write("late-market.yaml",
                  "title: Late\nstages:\n  - {do: converse, lasts: 10 min, seating: pairs}\n"
                  "  - {do: harvest}\n  - {do: market}\n  - {do: close}\n");
}

static void must_be_sound(const struct odd *all, size_t count)
{
    write_methods();
    for (size_t i = 0; i < count; i++) {
        session_write("odd.yaml", all[i].text);
        struct said check = GROUNDSWELL("check", "odd.yaml");
        struct said run = GROUNDSWELL("run", "--quiet", "--replications", "2", "-o", "odd.h5", "odd.yaml");
        struct said summary = GROUNDSWELL("summary", "odd.h5");
        if (check.status != 0 || run.status != 0 || summary.status != 0 || session_there("ran"))
            fail_msg("%s: %d %d %d\n%s%s%s", all[i].name, check.status, run.status, summary.status, check.err,
                     run.err, summary.err);
        assert_int_equal(unlink("odd.h5"), 0);
    }
}

static void hostile_names_and_titles_are_only_text(void **state)
{
    (void)state;
    must_be_sound(titles, sizeof titles / sizeof titles[0]);
}

static void files_may_be_written_in_many_ways(void **state)
{
    (void)state;
    must_be_sound(files, sizeof files / sizeof files[0]);
}

static void strange_meetings_do_no_harm(void **state)
{
    (void)state;
    must_be_sound(meetings, sizeof meetings / sizeof meetings[0]);
}

static void a_report_shows_hostile_names_as_text(void **state)
{
    (void)state;
    session_write("odd.yaml", "title: <script>alert(1)</script>\n" LASTS SITES CALENDAR
                              "designs: {\"<img src=x onerror=alert(1)>\": {}, \"`touch ran`\": {}}\n");
    assert_int_equal(GROUNDSWELL("run", "--quiet", "--replications", "3", "-o", "odd.h5", "odd.yaml").status,
                     0);
    struct said said =
        session_shell("\"$G\" report odd.h5 -o page && ! grep -rl '<script>\\|<img src=x' page");
    assert_int_equal(said.status, 0);
    assert_false(session_there("ran"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_names_and_titles_are_only_text),
        cmocka_unit_test(files_may_be_written_in_many_ways),
        cmocka_unit_test(strange_meetings_do_no_harm),
        cmocka_unit_test(a_report_shows_hostile_names_as_text),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}

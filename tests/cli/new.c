/* New scenarios: copied, and from answers. */
#include <stdio.h>
#include <string.h>

#include "session.h"

static void a_shipped_scenario_is_copied_with_its_title_and_comments(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("new", "ours", "--from", "assembly-vs-open-space");
    assert_int_equal(said.status, 0);
    said = session_shell("cat ours.yaml");
    assert_says(said.out, "title: Assembly or Open Space?");
    assert_says(said.out, "# does the answer hold where all assumed numbers are other ones?");
    assert_says(said.out, "# yaml-language-server: $schema=/");
    said = session_shell("test -f \"$(sed -n 's/.*$schema=//p' ours.yaml)\"");
    assert_int_equal(said.status, 0);
    assert_int_equal(GROUNDSWELL("check", "ours.yaml", "-q").status, 0);
    said = GROUNDSWELL("new", "ours", "--from", "one-camp");
    assert_int_equal(said.status, 73);
    said = GROUNDSWELL("new", "other", "--from", "one-cmap");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "there is no shipped scenario `one-cmap` to copy\n  did you mean `one-camp`?");
    said = GROUNDSWELL("new", "other", "--from", "../scenarios/one-camp");
    assert_int_equal(said.status, 64);
    said = GROUNDSWELL("new", "other", "--from", "one-camp", "--ask");
    assert_int_equal(said.status, 64);
    assert_false(session_there("other.yaml"));
}

static struct said asked(const char *name, const char *answers)
{
    char line[1024];
    snprintf(line, sizeof line, "printf '%s' | \"$G\" new %s --ask", answers, name);
    return session_shell(line);
}

/* All three kinds of who decides; hardly any hours and many; forgiving answers. */
static void answers_make_a_scenario_without_notes_that_says_whether_we_keep_up(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "\\n\\n\\n\\n\\n\\n",
        "60 people\\n.5\\n2 a day\\n1 h\\na council\\n10\\n20 hours\\n",
        "about 30\\n50 %%\\n3\\n10 min\\nCircles\\n120 min\\n",
        "1,200\\n100%%\\n0,5\\n5\\n1\\n30\\n",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        char name[16], file[24];
        snprintf(name, sizeof name, "ours-%zu", i);
        snprintf(file, sizeof file, "%s.yaml", name);
        struct said said = asked(name, answers[i]);
        assert_int_equal(said.status, 0);
        said = GROUNDSWELL("check", file);
        assert_int_equal(said.status, 0);
        assert_string_equal(said.err, "");
        assert_says(said.out, "no mistakes found");
        said = GROUNDSWELL("run", file, "-q", "--base-only", "-r", "6");
        assert_int_equal(said.status, 0);
        assert_says(said.out, "\xE2\x80\x9Ctoday\xE2\x80\x9D ");
        assert_says(said.out, " came in, ");
    }
    struct said said = session_shell("cat ours-0.yaml");
    assert_says(said.out, "people: 120");
    assert_says(said.out, "attendance: 40 %");
    assert_says(said.out, "# 14 a week");
    assert_says(said.out, "(you said 30)");
    said = session_shell("cat ours-3.yaml");
    assert_says(said.out, "people: 1200");
    assert_says(said.out, "# 0.5 a week");
}

static void people_call_who_decides_by_several_names(void **state)
{
    (void)state;
    static const char *const words[] = {"assembly", "Everybody", "all together", "1"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char line[160];
        snprintf(line, sizeof line, "rm -f w.yaml; printf '\\n\\n\\n\\n%s\\n\\n' | \"$G\" new w --ask",
                 words[i]);
        assert_int_equal(session_shell(line).status, 0);
        assert_says(session_shell("grep -A1 'today:' w.yaml").out, "all who come decide together");
    }
}

static void a_wrong_answer_from_a_pipe_is_refused_and_nothing_is_left(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *sentence;
    } wrong[] = {
        {"many\\n", "the answer `many` is not a number of people from 10 to 100000; nothing was written"},
        {"3\\n", "the answer `3` is not a number of people"},
        {"1.200\\n", "the answer `1.200` is not a number of people"},
        {"12.5\\n", "the answer `12.5` is not a number of people"},
        {"\\n1\\n", "the answer `1` is not a share from 1 %% to 100 %%"},
        {"\\n\\n-3\\n", "the answer `-3` is not a number of proposals a week"},
        {"\\n\\n\\n3 kg\\n", "the answer `3 kg` is not minutes"},
        {"\\n\\n\\n\\nthe king\\n", "is not one of `all together`, `circles`, `a council`"},
        {"\\n\\n\\n\\n\\n200\\n", "the answer `200` is not hours from 1 to 84"},
        {"120\\n\\033[31m\\n", "is not a share"},
        {"", "the answers ended before \"How many people are there?\"; nothing was written"},
        {"120\\n40\\n", "the answers ended before"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char sentence[200];
        struct said said = asked("ours", wrong[i].answers);
        assert_int_equal(said.status, 64);
        snprintf(sentence, sizeof sentence, "%s", wrong[i].sentence);
        for (char *twice; (twice = strstr(sentence, "%%")) != NULL;)
            memmove(twice, twice + 1, strlen(twice));
        assert_says(said.err, sentence);
        assert_null(strchr(said.err, '\033'));
        assert_false(session_there("ours.yaml"));
    }
}

/* Nobody answers in vain. */
static void a_name_that_is_taken_is_said_before_anything_is_asked(void **state)
{
    (void)state;
    session_write("ours.yaml", "mine");
    struct said said = asked("ours", "nonsense\\n");
    assert_int_equal(said.status, 73);
    assert_says(said.err, "ours.yaml: there is a file of this name already");
    said = session_shell("cat ours.yaml");
    assert_string_equal(said.out, "mine");
}

/* --- forgiving input of scenario files --- */

static void units_days_and_times_may_be_written_as_people_do(void **state)
{
    (void)state;
    session_write("people.yaml",
                  "title: As people write\nlasts: 28 days\n"
                  "sites: [{name: Square, people: 40}]\npeople: {attendance: .4}\n"
                  "proposals: {per_day: 2 per day}\ncalendar:\n"
                  "  - {every: 1 week, on: [Saturday, sunday], at: 7pm, hold: general-assembly, "
                  "for: 2 hours}\n"
                  "  - {every: 7 days, on: Wednesday, at: 7:30 pm, hold: general-assembly, for: "
                  "90 minutes}\n");
    session_write("strict.yaml",
                  "title: As people write\nlasts: 28 d\n"
                  "sites: [{name: Square, people: 40}]\npeople: {attendance: 40 %}\n"
                  "proposals: {per_day: 2 /d}\ncalendar:\n"
                  "  - {every: 7 d, on: [saturday, sunday], at: \"19:00\", hold: general-assembly, "
                  "for: 2 h}\n"
                  "  - {every: 7 d, on: wednesday, at: \"19:30\", hold: general-assembly, for: 90 "
                  "min}\n");
    struct said one = GROUNDSWELL("week", "people.yaml"), other = GROUNDSWELL("week", "strict.yaml");
    assert_int_equal(one.status, 0);
    assert_string_equal(one.out, other.out);
    assert_says(one.out, "every Saturday and Sunday at 19:00, for 2 h");
    assert_says(one.out, "every Wednesday at 19:30, for 1 h 30 min");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_shipped_scenario_is_copied_with_its_title_and_comments,
                                        session_begin, session_end),
        cmocka_unit_test_setup_teardown(answers_make_a_scenario_without_notes_that_says_whether_we_keep_up,
                                        session_begin, session_end),
        cmocka_unit_test_setup_teardown(people_call_who_decides_by_several_names, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_wrong_answer_from_a_pipe_is_refused_and_nothing_is_left,
                                        session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_name_that_is_taken_is_said_before_anything_is_asked, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(units_days_and_times_may_be_written_as_people_do, session_begin,
                                        session_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

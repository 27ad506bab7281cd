/* The command line: what it understands, and what it says when it does not. */
#include "session.h"

#include <string.h>

static void no_command_is_a_usage_error_that_says_where_to_begin(void **state)
{
    (void)state;
    struct said said = session_run((const char *const[]){GROUNDSWELL_PROGRAM, NULL});
    assert_int_equal(said.status, 64);
    assert_string_equal(said.out, "");
    assert_string_equal(said.err,
                        "groundswell: a command is missing\n  `groundswell demo` shows what it does, "
                        "`groundswell help` lists the commands\n");
}

static void a_misspelt_command_is_guessed(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("reprot");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err, "groundswell: there is no command `reprot`\n  did you mean `report`?\n");
}

static void a_misspelt_option_is_guessed(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--thraeds", "2");
    assert_int_equal(said.status, 64);
    assert_string_equal(
        said.err, "groundswell: `groundswell run` has no option `--thraeds`\n  did you mean `--threads`?\n");
    assert_false(session_there("small.h5"));
}

static void an_option_of_another_command_is_refused(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("methods", "--terminal");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "`groundswell methods` has no option `--terminal`");
}

static void a_missing_value_is_named(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--threads");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err, "groundswell: `--threads` needs a value: `--threads N`\n");
}

/* What is unambiguous today may not be so with the next option. */
static void options_are_never_shortened(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--rep", "2");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err,
                        "groundswell: `groundswell run` has no option `--rep`\n  did you mean "
                        "`--replications` or `--replication`? Names of options are not shortened\n");
    said = GROUNDSWELL("run", "small.yaml", "--out=x.h5");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "has no option `--out`\n  did you mean `--output`?");
    assert_false(session_there("small.h5"));
    assert_false(session_there("x.h5"));
    said = GROUNDSWELL("check", "small.yaml", "--quiet=yes");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err, "groundswell: `--quiet` takes no value (`--quiet`)\n");
    /* what follows an option that takes a value is its value, and what follows `--` is no option */
    said = GROUNDSWELL("check", "small.yaml", "--set", "title=--rep", "-qs", "seed=2");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("check", "--", "--rep");
    assert_int_equal(said.status, 66);
    assert_says(said.err, "--rep: ");
}

static void a_file_that_begins_with_a_dash_is_recognized(void **state)
{
    (void)state;
    struct said said = session_shell("cp small.yaml ./-camp.yaml && cp small.yaml ./--camp.yaml");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("check", "-camp.yaml");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err,
                        "groundswell: `-camp.yaml` is not understood after `groundswell check`: there is no "
                        "option `-c`\n  for the file of this name, write `./-camp.yaml`\n");
    said = GROUNDSWELL("check", "small.yaml", "--camp.yaml");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err, "groundswell: `groundswell check` has no option `--camp.yaml`\n  for the "
                                  "file of this name, write `./--camp.yaml`\n");
    said = GROUNDSWELL("check", "-nowhere.yaml");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "there is no option `-n`\n  `groundswell help check` lists the options\n");
    said = GROUNDSWELL("check", "./-camp.yaml", "--", "-camp.yaml");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("run", "small.yaml", "-o");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err, "groundswell: `--output` needs a value: `--output FILE`\n");
}

static void numbers_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    static const char *const words[] = {"0", "-1", "two", "1.5", "", "99999999999999999999", "4x", "nan"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct said said = GROUNDSWELL("run", "small.yaml", "--threads", words[i]);
        assert_int_equal(said.status, 64);
        assert_says(said.err, "is not a whole number between 1 and 1024");
        said = GROUNDSWELL("run", "small.yaml", "--replications", words[i]);
        assert_int_equal(said.status, 64);
        said = GROUNDSWELL("compare", "small.yaml", "--confidence", words[i]);
        assert_int_equal(said.status, 64);
    }
    assert_false(session_there("small.h5"));
}

static void too_few_and_too_many_words_show_the_usage(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "usage: groundswell run SCENARIO");
    said = GROUNDSWELL("run", "small.yaml", "small.yaml");
    assert_int_equal(said.status, 64);
    said = GROUNDSWELL("methods", "forum", "fishbowl");
    assert_int_equal(said.status, 64);
}

static void control_bytes_of_the_command_line_are_shown_not_sent(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("\033[31mrun");
    assert_int_equal(said.status, 64);
    assert_null(strchr(said.err, '\033'));
    assert_says(said.err, "\\x1b[31mrun");
}

static void the_version_names_commit_and_libraries(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("--version");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "groundswell 0.");
    assert_says(said.out, "commit ");
    assert_says(said.out, "GSL 2.");
    assert_says(said.out, "HDF5 1.");
    assert_says(said.out, "libfyaml 0.");
    assert_says(said.out, "utf8proc 2.");
}

static void help_lists_every_command_and_each_explains_itself(void **state)
{
    (void)state;
    static const char *const names[] = {"demo",    "run",    "compare", "report",  "plot",
                                        "summary", "check",  "explain", "methods", "new",
                                        "resume",  "schema", "help"};
    struct said overview = GROUNDSWELL("help"), same = GROUNDSWELL("--help");
    assert_int_equal(overview.status, 0);
    assert_string_equal(overview.out, same.out);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_says(overview.out, names[i]);
        struct said one = GROUNDSWELL("help", names[i]), flag = GROUNDSWELL(names[i], "--help");
        assert_int_equal(one.status, 0);
        assert_int_equal(flag.status, 0);
        assert_string_equal(one.out, flag.out);
        assert_string_equal(one.err, "");
    }
    struct said unknown = GROUNDSWELL("help", "me");
    assert_int_equal(unknown.status, 64);
}

static void lines_of_help_fit_a_terminal(void **state)
{
    (void)state;
    struct said said = session_shell(
        "for c in demo run compare report plot summary export check explain methods new resume extend "
        "schema help; do \"$G\" help $c; done | awk 'length > 80; END {if (NR < 100) print \"too little\"}'");
    assert_string_equal(said.out, "");
}

static void the_manual_page_and_the_completion_are_sound(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" help --completion | bash -n");
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
    struct said man = GROUNDSWELL("help", "--man");
    assert_says(man.out, ".TH GROUNDSWELL 1");
    assert_says(man.out, ".SS groundswell run SCENARIO");
    assert_says(man.out, "\\-\\-threads=N");
    said = session_shell(
        "\"$G\" help --completion > c && bash -c 'source ./c; COMP_WORDS=(\"$G\" re); COMP_CWORD=1; "
        "_groundswell; echo ${COMPREPLY[*]}'");
    assert_string_equal(said.out, "report resume record\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_command_is_a_usage_error_that_says_where_to_begin),
        cmocka_unit_test(a_misspelt_command_is_guessed),
        cmocka_unit_test(a_misspelt_option_is_guessed),
        cmocka_unit_test(an_option_of_another_command_is_refused),
        cmocka_unit_test(a_missing_value_is_named),
        cmocka_unit_test(options_are_never_shortened),
        cmocka_unit_test(a_file_that_begins_with_a_dash_is_recognized),
        cmocka_unit_test(numbers_that_make_no_sense_are_refused),
        cmocka_unit_test(too_few_and_too_many_words_show_the_usage),
        cmocka_unit_test(control_bytes_of_the_command_line_are_shown_not_sent),
        cmocka_unit_test(the_version_names_commit_and_libraries),
        cmocka_unit_test(help_lists_every_command_and_each_explains_itself),
        cmocka_unit_test(lines_of_help_fit_a_terminal),
        cmocka_unit_test(the_manual_page_and_the_completion_are_sound),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}

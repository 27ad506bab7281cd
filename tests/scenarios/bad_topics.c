/* Topics of bad scenarios are read and written byte for byte, and refused where their form is wrong
 * (topics.h). */
#include "cli/session.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "topics.h"

struct wrong_topic {
    const char *text;
    const char *sentence;
};

// clang-format off
static const struct wrong_topic wrong_topics[] = {
    {"",                                                       "a.txt:1: there is no case"},
    {"\n==== a.yaml\n>>>> run: 65\n",                          "a.txt:1: this stands before the first `==== NAME.yaml`"},
    {"title: T\n==== a.yaml\n>>>> run: 65\n",                  "a.txt:1: this stands before the first `==== NAME.yaml`"},
    {">>>> run: 65\n",                                         "a.txt:1: this stands before the first `==== NAME.yaml`"},
    {"==== a.yaml\ntitle: T\n",                                "a.txt:3: nothing is said of `a.yaml`"},
    {"==== a.yaml\ntitle: T\n==== b.yaml\n>>>> run: 65\n",     "a.txt:3: nothing is said of `a.yaml` before this"},
    {"==== a.yaml\n>>>> run: 65\n>>>> run: 65\n",              "a.txt:3: this is a second reply to `a.yaml`"},
    {"==== a.yaml (made)\ntitle: T\n>>>> run: 65\n",           "a.txt:2: `a.yaml` is made, and no line of it stands here"},
    {"==== a.yaml\n>>>> run: 65\n\n==== a.yaml\n>>>> run: 65\n", "a.txt:4: `a.yaml` stands here a second time; the first is a.txt:1"},
    {"==== a.yaml\n>>>> run: 65\na.yaml: bad",                 "a.txt:3: this line has no end"},
    {"==== a.yaml\n>>>> run 65\n",                             "a.txt:2: this should be `>>>> run: STATUS`"},
    {"==== a.yaml\n>>>> run: \n",                              "a.txt:2: this should be `>>>> run: STATUS`"},
    {"==== a.yaml\n>>>> run: 65 \n",                           "a.txt:2: this should be `>>>> run: STATUS`"},
    {"==== a.yaml\n>>>> check: 65\n",                          "a.txt:2: this should be `>>>> run: STATUS`"},
    {"==== a.yaml\n>>>>> a folded text\n>>>> run: 65\n",       "a.txt:2: this should be `>>>> run: STATUS`"},
    {"==== methods/a.yaml\n>>>> run: 65\n",                    "a.txt:2: this should be `>>>> check: STATUS`"},
};

/* In place of a mark of a case. */
static const char *const wrong_marks[] = {
    "====",
    "==== ",
    "====a.yaml",
    "=====",
    "==== a.yml",
    "==== .yaml",
    "==== a.yaml ",
    "==== a.yaml (is made)",
    "==== a.yaml\r",
    "==== A.yaml",
    "==== ../a.yaml",
    "==== /a.yaml",
    "==== other/a.yaml",
    "==== methods/../a.yaml",
    "==== methods/more/a.yaml",
    "==== methods/",
    "==== aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml",
};
// clang-format on

static int begin(void **state)
{
    int status = session_begin(state);
    return status != 0 || mkdir("topics", 0755) != 0 ? 1 : 0;
}

static void assert_refused(const char *sentence)
{
    struct text wrong = {0};
    assert_null(topics_read("topics", &wrong));
    assert_string_equal(wrong.bytes, sentence);
    text_free(&wrong);
}

static void a_topic_of_a_wrong_form_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong_topics / sizeof wrong_topics[0]; i++) {
        session_write("topics/a.txt", wrong_topics[i].text);
        assert_refused(wrong_topics[i].sentence);
    }
}

static void what_looks_like_a_mark_and_is_none_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong_marks / sizeof wrong_marks[0]; i++) {
        char text[256];
        snprintf(text, sizeof text, "==== first.yaml\n>>>> run: 65\n\n%s\n>>>> run: 65\n", wrong_marks[i]);
        session_write("topics/a.txt", text);
        assert_refused(
            "a.txt:4: this should be `==== NAME.yaml` or `==== NAME.yaml (made)`; a name has small letters, "
            "digits and dashes, and methods/ is the one folder");
    }
}

static void a_name_occurs_once_in_all_topics(void **state)
{
    (void)state;
    session_write("topics/a.txt", "==== one.yaml\n>>>> run: 65\n");
    session_write("topics/b.txt", "==== two.yaml\n>>>> run: 65\n\n==== one.yaml (made)\n>>>> run: 65\n");
    assert_refused("b.txt:4: `one.yaml` stands here a second time; the first is a.txt:1");
    assert_int_equal(unlink("topics/b.txt"), 0);
}

static void only_topics_stand_in_the_folder(void **state)
{
    (void)state;
    session_write("topics/a.txt", "==== one.yaml\n>>>> run: 65\n");
    session_write("topics/two.yaml", "title: T\n");
    assert_refused("two.yaml: only topics stand here, with names that end in .txt");
    assert_int_equal(unlink("topics/two.yaml"), 0);
    assert_int_equal(unlink("topics/a.txt"), 0);
    assert_refused("topics: there is no topic");
}

static void a_case_is_unpacked_and_written_byte_for_byte(void **state)
{
    (void)state;
    static const char topic[] = "==== dashes.yaml\n"
                                "---\n"
                                "=== a\n"
                                ">>> b\n"
                                "--- run: 65\n"
                                "\t \n"
                                "\n"
                                ">>>> run: 65\n"
                                "dashes.yaml: one\n"
                                "\n"
                                "two\n"
                                "\n"
                                "==== methods/empty.yaml\n"
                                ">>>> check: 0\n"
                                "\n"
                                "==== elsewhere.yaml (made)\n"
                                ">>>> run: 66\n";
    session_write("topics/a.txt", topic);
    struct text wrong = {0}, anew = {0};
    struct topics *topics = topics_read("topics", &wrong);
    assert_non_null(topics);
    topics_unpack(topics);
    session_write("dashes.txt", "---\n=== a\n>>> b\n--- run: 65\n\t \n\n");
    session_write("empty.txt", "");
    assert_true(session_same_bytes("dashes.yaml", "dashes.txt"));
    assert_true(session_same_bytes("methods/empty.yaml", "empty.txt"));
    assert_false(session_there("elsewhere.yaml"));
    for (int i = 0; i < topics->case_count; i++) {
        if (i > 0)
            text_say(&anew, "\n");
        case_write(&anew, &topics->cases[i], topics->cases[i].reply);
    }
    assert_string_equal(anew.bytes, topic);
    text_free(&anew);
    topics_free(topics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_topic_of_a_wrong_form_is_refused_with_its_line),
        cmocka_unit_test(what_looks_like_a_mark_and_is_none_is_refused),
        cmocka_unit_test(a_name_occurs_once_in_all_topics),
        cmocka_unit_test(only_topics_stand_in_the_folder),
        cmocka_unit_test(a_case_is_unpacked_and_written_byte_for_byte),
    };
    return cmocka_run_group_tests(tests, begin, session_end);
}

/* Names that nobody can read, and names that nobody can tell apart. */
#include "scenario/name.h"

#include "unit/scenario/reading.h"

static const char *sentence_of(const struct trouble *trouble)
{
    return trouble->count == 0 ? "" : trouble->complaints[0].sentence;
}

static struct node node_of(const char *name, int line)
{
    static const struct document document = {"camp.yaml", "", 0};
    return (struct node){.kind = NODE_SCALAR, .document = &document, .line = line, .column = 1, .text = name};
}

static void assert_checked(const char *name, const char *sentence)
{
    struct trouble trouble = {0};
    const struct node node = node_of(name, 1);
    enum status status = name_check(name, &node, NAME_IS_VALUE, &trouble);
    assert_string_equal(sentence_of(&trouble), sentence);
    assert_int_equal(status, *sentence == '\0' ? STATUS_FINE : STATUS_BAD_INPUT);
    trouble_free(&trouble);
}

static void names_of_all_scripts_are_names(void **state)
{
    (void)state;
    static const char *const names[] = {
        "a",
        "Open Space, at 5 %",
        "café",
        "cafe\u0301",
        "广场",
        "Площадь",
        "می\u200Cخواهم", /* Persian, with a joiner */
        "क्\u200Dष",      /* Hindi, with a joiner */
        "👩\u200D🌾",      /* a farmer: woman, joiner, ear of rice */
        "❤\uFE0F",       /* with a variation selector */
        "2011-10-15",
        "!",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_checked(names[i], "");
}

static void what_nobody_sees_is_refused_and_shown(void **state)
{
    (void)state;
    static const struct {
        const char *name, *sentence;
    } rows[] = {
        {"", "a name is missing here"},
        {" ", "the name `\\u{20}` shows nothing; write one that can be read"},
        {"\u00A0\u200B\u2003",
         "the name `\\u{a0}\\u{200b}\\u{2003}` shows nothing; write one that can be read"},
        {"\u2800", "the name `\\u{2800}` shows nothing; write one that can be read"},
        {"\u3164", "the name `\\u{3164}` shows nothing; write one that can be read"},
        {"\u0301", "the name `\\u{301}` shows nothing; write one that can be read"},
        {"\u200D\uFE0F", "the name `\\u{200d}\\u{fe0f}` shows nothing; write one that can be read"},
        {"a ", "the name `a\\u{20}` ends with a blank"},
        {" a", "the name `\\u{20}a` begins with a blank"},
        {"a  b", "the name `a \\u{20}b` has two blanks in a row, which look like one"},
        {"a\tb", "the name `a\\u{9}b` has a character that nobody sees"},
        {"a\nb", "the name `a\\u{a}b` has a character that nobody sees"},
        {"a\u00A0b", "the name `a\\u{a0}b` has a blank that is not the one of the space bar"},
        {"a\u3000b", "the name `a\\u{3000}b` has a blank that is not the one of the space bar"},
        {"a\u200Bb", "the name `a\\u{200b}b` has a character that nobody sees"},
        {"a\u2060", "the name `a\\u{2060}` has a character that nobody sees"},
        {"a\uFEFF", "the name `a\\u{feff}` has a character that nobody sees"},
        {"a\u00ADb", "the name `a\\u{ad}b` has a character that nobody sees"},
        {"a\u200Eb", "the name `a\\u{200e}b` has a character that nobody sees"},
        {"a\u061Cb", "the name `a\\u{61c}b` has a character that nobody sees"},
        {"a\u202Eb", "the name `a\\u{202e}b` has a character that nobody sees"},
        {"a\u2066b\u2069", "the name `a\\u{2066}b\\u{2069}` has a character that nobody sees"},
        {"a\U000E0061", "the name `a\\u{e0061}` has a character that nobody sees"},
        {"a\u200D", "the name `a\\u{200d}` has a character that nobody sees"},
        {"\u200Ca", "the name `\\u{200c}a` has a character that nobody sees"},
        {"a \u200Db", "the name `a \\u{200d}b` has a character that nobody sees"},
        {"\uFE0Fa", "the name `\\u{fe0f}a` has a character that nobody sees"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_checked(rows[i].name, rows[i].sentence);
}

static void names_have_an_end(void **state)
{
    (void)state;
    char name[LONGEST_NAME + 2];
    memset(name, 'a', sizeof name);
    name[LONGEST_NAME] = '\0';
    assert_checked(name, "");
    name[LONGEST_NAME] = 'a';
    name[LONGEST_NAME + 1] = '\0';
    char sentence[256];
    snprintf(sentence, sizeof sentence, "the name `%.60s\u2026` is longer than 256 characters", name);
    assert_checked(name, sentence);
}

/* What is told of `other` in line 2, after `one` in line 1. */
static void assert_compared(const char *one, const char *other, const char *sentence)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct name_book book = {.arena = &arena};
    const struct node first = node_of(one, 1), second = node_of(other, 2);
    assert_int_equal(name_book_add(&book, 7, one, &first, NAME_IS_VALUE, &trouble), STATUS_FINE);
    assert_int_equal(name_book_add(&book, 8, other, &second, NAME_IS_VALUE, &trouble), STATUS_FINE);
    name_book_add(&book, 7, other, &second, NAME_IS_VALUE, &trouble);
    assert_string_equal(sentence_of(&trouble), sentence);
    trouble_free(&trouble);
    name_book_free(&book);
    arena_free(&arena);
}

#define ALIKE(one, other)                                                                                    \
    "the name `" other "` looks like `" one "` in line 1; write them alike, or tell them apart by more"

static void names_that_look_alike_are_told(void **state)
{
    (void)state;
    assert_compared("café", "cafe\u0301", ALIKE("caf\\u{e9}", "cafe\\u{301}"));
    assert_compared("Circles", "circles", ALIKE("Circles", "circles"));
    assert_compared("Кухня", "кухня", ALIKE("\\u{41a}ухня", "\\u{43a}ухня"));
    assert_compared("Straße", "STRASSE", ALIKE("Stra\\u{df}e", "STRASSE"));
    assert_compared("\uFF21", "A", ALIKE("\\u{ff21}", "A"));
    assert_compared("\uFB01re", "fire", ALIKE("\\u{fb01}re", "fire"));
    assert_compared("a\u200Db", "ab", ALIKE("a\\u{200d}b", "ab"));
    assert_compared("❤", "❤\uFE0F", ALIKE("❤", "❤\\u{fe0f}"));
    assert_compared("one-camp", "one\u2010camp", ALIKE("one-camp", "one\\u{2010}camp"));
    assert_compared("camp", "c\u0430mp", ALIKE("camp", "c\\u{430}mp"));
    assert_compared("\u041Epen", "Open", ALIKE("\\u{41e}pen", "Open"));
    assert_compared("NOTE", "\u039F\u03A4E", "");
    assert_compared("NOTE", "N\u039F\u03A4E", ALIKE("NOTE", "N\\u{39f}\\u{3a4}E"));
    assert_compared("x\u0323\u0307", "x\u0307\u0323",
                    ALIKE("x\\u{323}\\u{307}", "x\\u{307}\\u{323}")); /* the order of accents */
}

static void names_that_differ_are_names_of_their_own(void **state)
{
    (void)state;
    assert_compared("a", "a", "");
    assert_compared("a", "b", "");
    assert_compared("cafe", "café", "");
    assert_compared("a b", "ab", "");
    assert_compared("camp 1", "camp 11", "");
    assert_compared("вот", "boт", ""); /* the small letter has another shape */
    assert_compared("Кухня", "Кухни", "");
}

static void where_long_names_differ_is_in_sight(void **state)
{
    (void)state;
    char one[128], other[128];
    snprintf(one, sizeof one, "%090d\u00E9", 0);
    snprintf(other, sizeof other, "%090de\u0301", 0);
    assert_compared(one, other,
                    ALIKE("\u202600000000000000000000\\u{e9}", "\u202600000000000000000000e\\u{301}"));
}

static void a_name_that_is_not_known_may_look_like_one_that_is(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct name_book book = {.arena = &arena};
    const struct node known = node_of("café", 3);
    name_book_add(&book, 0, "café", &known, NAME_IS_VALUE, &trouble);
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){0}, "there is no such group");
    assert_false(name_book_hint(&book, 0, "cafe", &trouble));
    assert_false(name_book_hint(&book, 1, "cafe\u0301", &trouble));
    assert_true(name_book_hint(&book, 0, "cafe\u0301", &trouble));
    assert_string_equal(trouble.complaints[0].hint,
                        "`cafe\\u{301}` looks like `caf\\u{e9}` in line 3; write it as there");
    trouble_free(&trouble);
    name_book_free(&book);
    arena_free(&arena);
}

/* A thousand accents on one letter take time that grows with their square; a book does not fold them. */
static void a_name_made_to_take_long_does_not(void **state)
{
    (void)state;
    enum { ACCENTS = 400000 };
    struct text text = {0};
    text_say(&text, "title: x\ndesigns:\n  \"a");
    for (int i = 0; i < ACCENTS; i++)
        text_say(&text, i % 80 == 0 ? "\n" : i % 2 == 0 ? "\u0345" : "\u0334");
    text_say(&text, "\":\n    {}\n");
    struct reading_room room;
    read_camp(&room, text.bytes);
    leave(&room);
    text_free(&text);
    const char *keys = "title: x\ndesigns:\n  b: {}\n  \"b \": {}\n  B: {}\n";
    read_camp(&room, keys);
    assert_told(&room, 0, "4:3 the name `b\\u{20}` ends with a blank");
    assert_told(&room, 1,
                "5:3 the name `B` looks like `b` in line 3; write them alike, or tell them apart by more");
    assert_int_equal(room.trouble.count, 2);
    leave(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_all_scripts_are_names),
        cmocka_unit_test(what_nobody_sees_is_refused_and_shown),
        cmocka_unit_test(names_have_an_end),
        cmocka_unit_test(names_that_look_alike_are_told),
        cmocka_unit_test(names_that_differ_are_names_of_their_own),
        cmocka_unit_test(where_long_names_differ_is_in_sight),
        cmocka_unit_test(a_name_that_is_not_known_may_look_like_one_that_is),
        cmocka_unit_test(a_name_made_to_take_long_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "unit/scenario/reading.h"

static void a_tree_remembers_where_everything_stood(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "title: \"a: b\"\nsites:\n  - {people: 40, \xC3\xA9: x}\nnote: |\n  two\n  lines\n");
    assert_non_null(room.root);
    assert_int_equal(room.root->kind, NODE_MAP);
    assert_int_equal(node_count(room.root), 3);

    struct node *title = node_at(room.root, "title");
    assert_string_equal(title->text, "a: b");
    assert_true(title->quoted);
    assert_int_equal(title->line, 1);
    assert_int_equal(title->column, 8); /* of the quote */
    assert_int_equal(title->width, 6);
    assert_int_equal(title->key_column, 1);

    struct node *people = node_at(node_at(room.root, "sites")->first, "people");
    assert_string_equal(people->text, "40");
    assert_false(people->quoted);
    assert_int_equal(people->line, 3);
    assert_int_equal(people->column, 14);
    assert_int_equal(people->width, 2);
    assert_int_equal(people->key_line, 3);
    assert_int_equal(people->key_column, 6);
    assert_int_equal(people->next->column, 21); /* columns count characters, not bytes */

    assert_string_equal(node_at(room.root, "note")->text, "two\nlines\n");
    leave(&room);
}

static void asking_for_a_key_marks_it_as_read(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "a: 1\nb: {c: 2, d: 3}\ne:\n  - {f: 4}\n");
    assert_null(node_at(room.root, "nobody"));
    assert_null(node_at(NULL, "a"));
    assert_null(node_at(node_at(room.root, "a"), "a"));
    node_at(node_at(room.root, "b"), "c");
    node_at(room.root, "e");
    assert_int_equal(nodes_unread(room.root, &room.trouble), STATUS_BAD_INPUT);
    assert_told(&room, 0, "2:11 nobody reads `d`");
    assert_told(&room, 1, "4:6 nobody reads `f`");
    assert_int_equal(room.trouble.count, 2);
    leave(&room);
}

static void windows_line_ends_and_a_byte_order_mark_are_accepted(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "\xEF\xBB\xBF"
                     "a: 1\r\nb: x\r\n");
    assert_int_equal(room.trouble.count, 0);
    assert_string_equal(node_at(room.root, "a")->text, "1");
    assert_string_equal(node_at(room.root, "b")->text, "x");
    assert_int_equal(node_at(room.root, "b")->line, 2);
    assert_int_equal(node_at(room.root, "a")->key_column, 1);
    leave(&room);
}

static void a_clock_needs_no_quotes_and_keeps_its_colon(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "a: 19:00\nb: {at: 7:30, for: 3 h}\n");
    assert_string_equal(node_at(room.root, "a")->text, "19:00");
    assert_string_equal(node_at(node_at(room.root, "b"), "at")->text, "7:30");
    leave(&room);
}

static void duplicate_keys_are_told_and_the_first_stays(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "a: 1\nb: {c: 1, c: 2}\na: {x: [1, 2]}\na: 3\n");
    assert_told(&room, 0, "2:11 `c` is given a second time; the first stands in line 2");
    assert_told(&room, 1, "3:1 `a` is given a second time; the first stands in line 1");
    assert_told(&room, 2, "4:1 `a` is given a second time; the first stands in line 1");
    assert_int_equal(room.trouble.count, 3);
    assert_string_equal(node_at(room.root, "a")->text, "1");
    assert_int_equal(node_count(room.root), 2);
    leave(&room);
}

static void what_is_not_yaml_gets_one_sentence_with_its_place(void **state)
{
    (void)state;
    // clang-format off
    const struct {
        const char *text, *sentence;
    } refused[] = {
        {"",                            "0:0 there is no key and no value, only blanks or comments"},
        {"# nothing\n\n",               "0:0 there is no key and no value, only blanks or comments"},
        {"---\n",                       "0:0 there is no key and no value, only blanks or comments"},
        {"a: [1, 2\n",                  "1:4 this bracket is never closed"},
        {"a: {b: [1, 2]\n",             "1:4 this bracket is never closed"},
        {"a: [1, 2]]\n",                "1:10 a comma or a bracket too many"},
        {"a: \"x\n",                    "1:4 this double quote is never closed"},
        {"a: 'x\n",                     "1:4 this single quote is never closed"},
        {"a: b: c\n",                   "1:5 a second `: ` on one line; text that holds `: ` goes in quotes"},
        {"a:\n\t- b\n",                 "2:1 a tab stands in the indentation; YAML wants spaces"},
        {"a: 1\n b: 2\n",               "1:4 the line after this one is indented too far, or this one lacks its `:`"},
        {"a: - b\n",                    "1:4 a list must begin on the line after its key"},
        {"a: @b\n",                     "1:4 a value cannot begin with this character unless it stands in quotes"},
        {"a: \"\\q\"\n",                "1:5 a backslash code that YAML does not know; single quotes keep backslashes as they are"},
        {"a: \"\\0\"\n",                "1:4 text may not hold control characters or half characters, not even as backslash codes"},
        {"a: \"\\e[31m\"\n",            "1:4 text may not hold control characters or half characters, not even as backslash codes"},
        {"a: 1\n---\nb: 2\n",           "2:1 a second document begins here (`---`); a file holds one"},
        {"%YAML 1.1\n---\na: 1\n",      "1:1 lines that begin with `%` (YAML directives) are not read"},
        {"a: &x 1\n",                   "1:4 anchors (`&name`) are not read; write the value out where it is needed"},
        {"a: *x\n",                     "1:4 aliases (`*name`) are not read; write the value out"},
        {"<<: {a: 1}\n",                "1:1 merge keys (`<<`) are not read; write the values out"},
        {"a: !!int 3\n",                "1:4 tags (`!name`) are not read"},
        {"? [x]\n: y\n",                "1:3 a key must be a word, not a list or a map"},
        {": x\n",                       "1:1 a key is empty"},
        {"a: \x01\n",                   "1:4 a control character stands here (byte 0x01); take it out"},
        {"a: x\x1b[31m\n",              "1:5 a control character stands here (byte 0x1b); take it out"},
        {"a: b\nb: \xFF\n",             "2:4 the byte 0xff is not UTF-8 text; save the file as UTF-8"},
        {"a: \xED\xA0\x80\n",           "1:4 the byte 0xed is not UTF-8 text; save the file as UTF-8"},
        {"\xFF\xFE" "a",                "0:0 this text is UTF-16; save it as UTF-8"},
        {"\x89HDF\r\n\x1a\n",           "0:0 this is an HDF5 file, such as results are kept in, and not a text"},
        {"\x1F\x8B\x08",                "0:0 this is a compressed file; unpack it first"},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct reading_room room;
        read_text(&room, refused[i].text);
        assert_told(&room, 0, refused[i].sentence);
        assert_int_equal(room.trouble.count, 1);
        assert_null(room.root);
        leave(&room);
    }
}

static void a_nul_byte_is_no_text(void **state)
{
    (void)state;
    struct reading_room room = {0};
    assert_null(node_read("camp.yaml", "a: b\0c", 6, &room.arena, &room.trouble));
    assert_told(&room, 0, "1:5 a NUL byte stands here, so this is no text");
    leave(&room);
}

static void an_alias_bomb_is_refused_at_its_first_anchor(void **state)
{
    (void)state;
    struct text bomb = {0};
    text_say(&bomb, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++)
        text_print(&bomb, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1,
                   i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    struct reading_room room;
    read_text(&room, bomb.bytes);
    assert_null(room.root);
    assert_told(&room, 0, "1:5 anchors (`&name`) are not read; write the value out where it is needed");
    assert_true(room.arena.taken < 1024 * 1024);
    text_free(&bomb);
    leave(&room);
}

/* `count` times `unit` between two ends. */
static struct text repeated(const char *before, const char *unit, int count, const char *after)
{
    struct text text = {0};
    text_say(&text, before);
    for (int i = 0; i < count; i++)
        text_say(&text, unit);
    text_say(&text, after);
    return text;
}

static void assert_text_refused(struct text text, const char *sentence)
{
    struct reading_room room = {0};
    assert_null(node_read("camp.yaml", text.bytes, text.length, &room.arena, &room.trouble));
    assert_told(&room, 0, sentence);
    text_free(&text);
    leave(&room);
}

static void limits_are_kept(void **state)
{
    (void)state;
    assert_text_refused(repeated("a: ", "[", 1000, "\n"), "1:67 lists and maps are nested more than 64 deep");
    assert_text_refused(repeated("", "- ", 1000, "x\n"), "1:129 lists and maps are nested more than 64 deep");
    assert_text_refused(repeated("", "- x\n", 250000, ""),
                        "200000:3 more than 200,000 entries, which no scenario needs");
    assert_text_refused(repeated("a: \"", "x", 4 * 1024 * 1024, "\"\n"),
                        "0:0 larger than 4 MiB, the most that is read");

    assert_text_refused(repeated("a: ", "[\n", 100000, "\n"), "1001:1 more than 1000 brackets are open here");
    assert_text_refused(repeated("a: ", "[]", 100000, "\n"),
                        "1:65537 a line of more than 65,536 characters; break it up");

    struct text keys = {0};
    for (int i = 0; i < 1001; i++)
        text_print(&keys, "k%d: x\n", i);
    assert_text_refused(keys, "1001:8 more than 1000 keys in one map");
}

static void nesting_of_sixty_four_is_read(void **state)
{
    (void)state;
    struct text deep = repeated("", "[", 64, "");
    for (int i = 0; i < 64; i++)
        text_say(&deep, "]");
    struct reading_room room;
    read_text(&room, deep.bytes);
    assert_int_equal(room.trouble.count, 0);
    int depth = 0;
    for (const struct node *node = room.root; node != NULL; node = node->first)
        depth++;
    assert_int_equal(depth, 64);
    text_free(&deep);
    leave(&room);
}

static void the_excerpt_is_the_line_with_its_strange_characters_made_visible(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "a: 1\nb: x\t# \xE2\x80\xAEtab and turn\n");
    node_trouble(&room.trouble, node_at(room.root, "b"), "look");
    const struct place *where = &room.trouble.complaints[0].where;
    assert_string_equal(where->file, "camp.yaml");
    assert_string_equal(where->excerpt, "b: x # \xC2\xB7tab and turn");
    assert_int_equal(where->caret, 4);
    leave(&room);
}

static void a_long_line_is_cut_around_the_place(void **state)
{
    (void)state;
    struct text line = repeated("{a: \"", "\xC3\xA9", 5000, "\", b: here, c: \"");
    for (int i = 0; i < 5000; i++)
        text_say(&line, "y");
    text_say(&line, "\"}\n");
    struct reading_room room;
    read_text(&room, line.bytes);
    node_trouble(&room.trouble, node_at(room.root, "b"), "look");
    const struct place *where = &room.trouble.complaints[0].where;
    assert_int_equal(where->column, 5 + 5000 + 7);
    const char *at = where->excerpt;
    for (int column = 1; column < where->caret; column++)
        at += utf8_sequence(at, strlen(at));
    assert_int_equal(strncmp(at, "here", 4), 0);
    assert_true(strlen(where->excerpt) < 400);
    text_free(&line);
    leave(&room);
}

static void a_value_left_out_is_empty_and_a_quoted_one_is_not(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\nf: x\n");
    assert_true(node_is_empty(node_at(room.root, "a")));
    assert_true(node_is_empty(node_at(room.root, "b")));
    assert_true(node_is_empty(node_at(room.root, "c")));
    assert_false(node_is_empty(node_at(room.root, "d")));
    assert_false(node_is_empty(node_at(room.root, "e")));
    assert_false(node_is_empty(node_at(room.root, "f")));
    assert_int_equal(node_at(room.root, "a")->line, 1); /* it stands where its key does */
    leave(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_remembers_where_everything_stood),
        cmocka_unit_test(asking_for_a_key_marks_it_as_read),
        cmocka_unit_test(windows_line_ends_and_a_byte_order_mark_are_accepted),
        cmocka_unit_test(a_clock_needs_no_quotes_and_keeps_its_colon),
        cmocka_unit_test(duplicate_keys_are_told_and_the_first_stays),
        cmocka_unit_test(what_is_not_yaml_gets_one_sentence_with_its_place),
        cmocka_unit_test(a_nul_byte_is_no_text),
        cmocka_unit_test(an_alias_bomb_is_refused_at_its_first_anchor),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(nesting_of_sixty_four_is_read),
        cmocka_unit_test(the_excerpt_is_the_line_with_its_strange_characters_made_visible),
        cmocka_unit_test(a_long_line_is_cut_around_the_place),
        cmocka_unit_test(a_value_left_out_is_empty_and_a_quoted_one_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

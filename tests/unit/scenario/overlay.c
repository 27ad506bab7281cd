#include "unit/scenario/reading.h"

/* A tree as one line: {key: value, ...}, [a, b], scalars bare. */
static void flatten(const struct node *node, struct text *out)
{
    if (node->kind == NODE_SCALAR) {
        text_say(out, node->text);
        return;
    }
    text_say(out, node->kind == NODE_MAP ? "{" : "[");
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (child->key != NULL)
            text_print(out, "%s: ", child->key);
        flatten(child, out);
        text_say(out, child->next == NULL ? "" : ", ");
    }
    text_say(out, node->kind == NODE_MAP ? "}" : "]");
}

static void assert_tree(const struct node *node, const char *expected)
{
    assert_non_null(node);
    struct text text = {0};
    flatten(node, &text);
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

/* Also that neither tree was changed. */
static void assert_overlay(const char *base, const char *over, const char *expected)
{
    struct reading_room below, above;
    read_text(&below, base);
    read_text(&above, over);
    assert_tree(node_overlay(below.root, above.root, &below.arena), expected);
    assert_tree(below.root, base);
    assert_tree(above.root, over);
    leave(&below);
    leave(&above);
}

static void maps_merge_and_anything_else_replaces(void **state)
{
    (void)state;
    assert_overlay("{a: 1, b: 2}", "{b: 3, c: 4}", "{a: 1, b: 3, c: 4}");
    assert_overlay("{a: {x: 1, y: {p: 1, q: 2}}, b: 2}", "{a: {y: {q: 3}}}",
                   "{a: {x: 1, y: {p: 1, q: 3}}, b: 2}");
    assert_overlay("{a: [1, 2, 3]}", "{a: [4]}", "{a: [4]}");
    assert_overlay("{a: {x: 1}}", "{a: 5}", "{a: 5}");
    assert_overlay("{a: 5}", "{a: {x: 1}}", "{a: {x: 1}}");
    assert_overlay("{a: 1, b: 2, c: 3}", "{c: 4, a: 5}", "{a: 5, b: 2, c: 4}");
}

static void nothing_over_something_is_a_copy_of_it(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "{a: {b: 1}}");
    assert_tree(node_overlay(room.root, NULL, &room.arena), "{a: {b: 1}}");
    assert_tree(node_overlay(NULL, room.root, &room.arena), "{a: {b: 1}}");
    assert_null(node_overlay(NULL, NULL, &room.arena));
    leave(&room);
}

static void each_node_of_an_overlay_keeps_its_own_place(void **state)
{
    (void)state;
    struct reading_room below, above;
    read_text(&below, "a: 1\nb: 2\n");
    read_text(&above, "\n\nb: 3\n");
    struct node *merged = node_overlay(below.root, above.root, &below.arena);
    assert_int_equal(node_at(merged, "a")->line, 1);
    assert_int_equal(node_at(merged, "b")->line, 3);
    assert_ptr_equal(node_at(merged, "b")->document, above.root->document);
    leave(&below);
    leave(&above);
}

static void assert_assigned(const char *base, const char *assignment, const char *expected)
{
    struct reading_room room;
    read_text(&room, base);
    const struct node *over = node_from_assignment(assignment, room.root, &room.arena, &room.trouble);
    assert_int_equal(room.trouble.count, 0);
    assert_tree(node_overlay(room.root, over, &room.arena), expected);
    leave(&room);
}

static void an_assignment_reaches_any_place(void **state)
{
    (void)state;
    assert_assigned("{a: 1}", "a=2", "{a: 2}");
    assert_assigned("{a: 1}", "b.c.d=2", "{a: 1, b: {c: {d: 2}}}");
    assert_assigned("{s: [{p: 1, q: 2}, {p: 3}]}", "s[0].p=9", "{s: [{p: 9, q: 2}, {p: 3}]}");
    assert_assigned("{s: [{p: 1}, {p: 3}]}", "s[1].q=9", "{s: [{p: 1}, {p: 3, q: 9}]}");
    assert_assigned("{s: [[1, 2], [3, 4]]}", "s[1][0]=9", "{s: [[1, 2], [9, 4]]}");
    assert_assigned("{d: {open space: {x: 1}}}", "d.open space.x=2", "{d: {open space: {x: 2}}}");
    assert_assigned("{d: {a.b: 1}}", "d.\"a.b\"=2", "{d: {a.b: 2}}");
    assert_assigned("{a: 1}", "a={x: 1, y: [2, 3]}", "{a: {x: 1, y: [2, 3]}}");
    assert_assigned("{a: 1}", "a=50 %", "{a: 50 %}");
    assert_assigned("{a: 1}", "a='x=y'", "{a: x=y}");
}

static void places_in_an_assignment_are_those_of_the_command_line(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nsites: [{}]\n");
    struct node *over =
        node_from_assignment("conversation.retention=150 %", room.root, &room.arena, &room.trouble);
    struct node *also = node_from_assignment("sites[0].peeple=3", room.root, &room.arena, &room.trouble);
    section_bind(&camp_section, node_overlay(node_overlay(room.root, over, &room.arena), also, &room.arena),
                 &room.camp, &room.arena, &room.trouble);
    assert_int_equal(room.trouble.count, 2);
    assert_told(&room, 1, "1:24 `retention` is 150 %, which is more than 100 %, the most it can be");
    assert_told(&room, 0, "1:10 unknown key `peeple` in site (did you mean `people`?)");
    assert_string_equal(room.trouble.complaints[1].where.file, "--set");
    assert_string_equal(room.trouble.complaints[1].where.excerpt, "conversation.retention=150 %");
    leave(&room);
}

static void an_assignment_that_leads_nowhere_is_refused(void **state)
{
    (void)state;
    // clang-format off
    const struct {
        const char *assignment, *sentence;
    } refused[] = {
        {"a",                "1:1 this must be written `path=value`, as in `site.people=40`"},
        {"",                 "1:1 a key is missing here, as in `site.people=40`"},
        {"=3",               "1:1 a key is missing here, as in `site.people=40`"},
        {"a..b=3",           "1:3 a key is missing here, as in `site.people=40`"},
        {"a.=3",             "1:3 a key is missing here, as in `site.people=40`"},
        {"s[2].p=3",         "1:2 there is no [2]: the list has 1, counted from [0]"},
        {"a[0]=3",           "1:2 there is no list here to count in"},
        {"new[0]=3",         "1:4 there is no list here to count in"},
        {"s[x]=3",           "1:2 a place in a list is written `[0]`, `[1]` and so on"},
        {"s[-1]=3",          "1:2 a place in a list is written `[0]`, `[1]` and so on"},
        {"s[0=3",            "1:2 a place in a list is written `[0]`, `[1]` and so on"},
        {"s[99999999999999999999999]=3", "1:2 there is no [18446744073709551615]: the list has 1, counted from [0]"},
        {"\"a=3",            "1:1 this double quote is never closed"},
        {"a\nb=3",           "1:1 this must be written `path=value`, as in `site.people=40`"},
        {"a=",               "0:0 there is no key and no value, only blanks or comments"},
        {"a=[1",             "1:3 this bracket is never closed"},
        {"a=b: c: d",        "1:7 a second `: ` on one line; text that holds `: ` goes in quotes"},
        {"a=\xFF",           "1:3 the byte 0xff is not UTF-8 text; save the file as UTF-8"},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct reading_room room;
        read_text(&room, "{a: 1, s: [{p: 1}]}");
        assert_null(node_from_assignment(refused[i].assignment, room.root, &room.arena, &room.trouble));
        assert_told(&room, 0, refused[i].sentence);
        assert_int_equal(room.trouble.count, 1);
        leave(&room);
    }
}

static void an_endless_path_is_refused(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "{a: 1}");
    struct text path = {0};
    for (int i = 0; i < 1000; i++)
        text_say(&path, "a.");
    text_say(&path, "a=1");
    assert_null(node_from_assignment(path.bytes, room.root, &room.arena, &room.trouble));
    assert_told(&room, 0, "0:0 the path is longer than 32 steps");
    text_free(&path);
    leave(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(maps_merge_and_anything_else_replaces),
        cmocka_unit_test(nothing_over_something_is_a_copy_of_it),
        cmocka_unit_test(each_node_of_an_overlay_keeps_its_own_place),
        cmocka_unit_test(an_assignment_reaches_any_place),
        cmocka_unit_test(places_in_an_assignment_are_those_of_the_command_line),
        cmocka_unit_test(an_assignment_that_leads_nowhere_is_refused),
        cmocka_unit_test(an_endless_path_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

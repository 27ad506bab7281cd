/* Files of observed movements that mean nothing: what is said of each mistake. */
#include "unit/models/camps.h"

static const struct {
    const char *more; /* behind CAMPS, from line 6 on */
    const char *sentence;
} refused[] = {
    // clang-format off
    {"links: [[a, c]]",          "6:13 there is no group `c`"},
    {"links: [[a, a]]",          "6:9 this link leads from `a` to itself"},
    {"links: [[a, b], [b, a]]",  "6:17 this link stands here twice; it goes both ways"},
    {"links: [[a, b, a]]",       "6:9 a link is a pair of groups, as in [kitchen, medics]"},
    {"links: [a]",            "6:9 a link is a pair of groups, as in [kitchen, medics]"},
    {"links: {a: b}",            "6:8 a list of pairs must stand here, as in [[kitchen, medics]]"},
    {"links: [[a, [b]]]",        "6:13 the name of a group must stand here, but a list does"},
    {"links: [[a, '']]",         "6:13 the name of a group must stand here, but nothing does"},
    {"dependencies: [[b, b]]",   "6:16 this dependency leads from `b` to itself"},
    {"dependencies: [[b, B2]]",  "6:20 there is no group `B2` (did you mean `b`?)"},
    {"problems: [{name: p, needs: [w]}]",      "6:30 no group ever knows the facet `w` (where that is so, list it under `facets`)"},
    {"problems: [{name: p, needs: [x, x]}]",   "6:33 the facet `x` stands here twice"},
    {"problems: [{name: p, needs: []}]",       "6:29 a problem needs a facet at least"},
    {"problems: [{name: p}]",                  "6:12 `needs` must be given in problem: The facets that it takes"},
    {"problems: [{name: p, needs: x}]",        "6:29 a list of names must stand here, as in [this facet, another facet]"},
    {"problems: [{name: p, needs: [x]}, {name: p, needs: [y]}]", "6:42 the problem `p` stands here twice"},
    {"people: [{name: A, effort: {food: -1}}]", "6:35 `effort` is -1, which is less than 0, the least it can be"},
    {"people: [{name: A, effort: {}}]",        "6:28 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"people: [{name: A, effort: {art: 1}}, {name: A, effort: {art: 1}}]", "6:46 the person `A` stands here twice"},
    {"people: [{name: '', effort: {art: 1}}]", "6:17 a name is missing here"},
    {"topics: [food]",           "4:55 `topics` does not list `media`"},
    {"topics: [food, media, food]", "6:23 the topic `food` stands here twice"},
    {"topics: food",             "6:9 a list of names must stand here, as in [this topic, another topic]"},
    {"facets: [x, x]",           "6:13 the facet `x` stands here twice"},
    {"moments: [{at: 2 d}, {at: 2 d}]", "6:27 `at` must be later than at the moment before"},
    {"moments: [{at: 2}]",       "6:16 `at` needs a unit: us, ms, s, min, h, d or w, as in `90 min` or `1 h 30 min`"},
    {"moments: [{}]",            "6:11 `at` must be given in moment: When: a date, as in 2011-10-15, or since the beginning, as in 10 d; later than the moment before"},
    {"moments: [{at: 1 d, gone: [c]}]", "6:28 there is no group `c`"},
    {"moments: [{at: 1 d, gone: [a, b, a]}]", "6:34 the group `a` stands here twice"},
    {"moments: [{at: 1 d, gone: [a]}, {at: 2 d, gone: [a]}]", "6:43 `a` cannot go: it is not there"},
    {"moments: [{at: 1 d, gone: [a]}, {at: 2 d, links: [[b, a]]}]", "6:55 the group `a` is gone at this moment"},
    {"moments: [{at: 1 d, links: [[b, c]]}, {at: 2 d, groups: [{name: c, site: North, members: 1, topics: [food]}]}]", "6:33 the group `c` is not there yet at this moment"},
    {"moments: [{at: 1 d, groups: [{name: c, members: 1, topics: [food]}]}]", "6:30 `site` must be given where `c` is first told of"},
    {"moments: [{at: 1 d, groups: [{name: a, effort: {food: 1}}]}]", "6:48 this group gives hours and the one in line 4 none; effort is added up, so all groups give it or none"},
    {"moments: [{at: 1 d, groups: [{name: a}, {name: a}]}]", "6:48 the group `a` stands here twice"},
    {"moments: [{at: 1 d, weather: cold}]",      "6:21 unknown key `weather` in moment (there are `at`, `groups`, `gone`, `links`, `dependencies`, `problems` and `people`)"},
    {"group: [a]",               "6:1 unknown key `group` in observed movement (did you mean `groups`?)"},
    {"links: [[a, B]]",          "6:13 there is no group `B` (`B` looks like `b` in line 5; write it as there)"},
    {"facets: ['w ']",           "6:10 the name `w\\u{20}` ends with a blank"},
    {"facets: [X]",              "4:72 the name `x` looks like `X` in line 6; write them alike, or tell them apart by more"},
    {"problems: [{name: \"p\\u200b\", needs: [x]}]", "6:19 the name `p\\u{200b}` has a character that nobody sees"},
    {"problems: [{name: p, needs: [x]}, {name: P, needs: [x]}]", "6:42 the name `P` looks like `p` in line 6; write them alike, or tell them apart by more"},
    {"people: [{name: \"\\u00a0\", effort: {food: 1}}]", "6:17 the name `\\u{a0}` shows nothing; write one that can be read"},
    {"people: [{name: Ana, effort: {food: 1}}, {name: ANA, effort: {food: 1}}]", "6:49 the name `ANA` looks like `Ana` in line 6; write them alike, or tell them apart by more"},
    {"people: [{name: Ana, effort: {Food: 1}}]", "6:31 the name `Food` looks like `food` in line 4; write them alike, or tell them apart by more"},
    {"people: [{name: Ana, effort: {\"a\\u202eb\": 1}}]", "6:31 the name `a\\u{202e}b` has a character that nobody sees"},
    {"moments: [{at: 1 d, groups: [{name: A, site: North, members: 1, topics: [food]}]}]", "6:37 the name `A` looks like `a` in line 4; write them alike, or tell them apart by more"},
    {"moments: [{at: 1 d, groups: [{name: c, site: north, members: 1, topics: [food]}]}]", "6:46 there is no site `north` (`north` looks like `North` in line 2; write it as there)"},
    {"moments: [{at: 1 d, groups: [{name: c, site: North, members: 1, topics: [fo\u00F6d]}, {name: d, site: North, members: 1, topics: [foo\u0308d]}]}]", "6:126 the name `foo\\u{308}d` looks like `fo\\u{f6}d` in line 6; write them alike, or tell them apart by more"},
    // clang-format on
};

/* With this sentence and no other. Returns how many mistakes were made about it, and says which. */
static int refused_otherwise(const char *text, const char *sentence)
{
    char buffer[1024];
    struct reading reading = read_text(text);
    const char *first = told(&reading.trouble, 0, buffer, sizeof buffer);
    bool right = strcmp(first, sentence) == 0 && reading.trouble.count == 1 && reading.movement == NULL;
    if (!right)
        print_error("%s\nis refused with %zu sentences, the first\n%s\nand not\n%s\n", text,
                    reading.trouble.count, first, sentence);
    leave(&reading);
    return right ? 0 : 1;
}

static void assert_refused(const char *text, const char *sentence)
{
    assert_int_equal(refused_otherwise(text, sentence), 0);
}

static void each_mistake_behind_the_groups_has_its_sentence(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, "%s%s\n", CAMPS, refused[i].more);
        wrong += refused_otherwise(text, refused[i].sentence);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *group; /* in line 4, behind one called `first` with members */
    const char *sentence;
} refused_groups[] = {
    // clang-format off
    {"{site: N, members: 1, topics: [food]}",                 "5:5 `name` must be given in group: What the group is called; no other has this name"},
    {"{name: '', site: N, members: 1, topics: [food]}",       "5:12 a name is missing here"},
    {"{name: first, site: N, members: 1, topics: [food]}",    "5:12 the group `first` stands here twice"},
    {"{name: g, site: M, members: 1, topics: [food]}",        "5:21 there is no site `M`"},
    {"{name: g, site: Nort, members: 1, topics: [food]}",     "5:21 there is no site `Nort` (did you mean `North`?)"},
    {"{name: g, members: 1, topics: [food]}",                 "5:5 `site` must be given where `g` is first told of"},
    {"{name: g, site: [N], members: 1, topics: [food]}",      "5:21 `site` must be a name, but a list stands here"},
    {"{name: g, site: N, members: 1}",                        "5:5 `topics` or `effort` must say what `g` works on"},
    {"{name: g, site: N, topics: [food]}",                    "5:5 `members` or `effort` must say how much `g` does"},
    {"{name: g, site: N, members: 0, topics: [food]}",        "5:33 `members` is 0, which is less than 1, the least it can be"},
    {"{name: g, site: N, members: 2.5, topics: [food]}",      "5:33 `members` is 2.5, but it must be a whole number"},
    {"{name: g, site: N, members: 1, topics: []}",            "5:36 `topics` is empty; a group works on a topic at least, as in `topics: [food]`"},
    {"{name: g, site: N, members: 1, topics: {food: 50 %, art: 40 %}}", "5:36 the shares of `topics` add up to 90 %, but they must to 100 %"},
    {"{name: g, site: N, members: 1, topics: {food: 150 %}}", "5:51 `topics` is 150 %, which is more than 100 %, the most it can be"},
    {"{name: g, site: N, members: 1, topics: {food: -0.5, art: 1}}", "5:51 `topics` is -0.5, which is less than 0, the least it can be"},
    {"{name: g, site: N, members: 1, topics: {food: nan}}",   "5:51 `topics` is `nan`, which is not a share such as `5 %` or 0.05"},
    {"{name: g, site: N, members: 1, topics: [food, food]}",  "5:51 the topic `food` stands here twice"},
    {"{name: g, site: N, members: 1, topics: food}",          "5:44 a list of names must stand here, as in [this topic, another topic]"},
    {"{name: g, site: N, members: 1, topics: [food], facets: [x, x]}", "5:64 the facet `x` stands here twice"},
    {"{name: g, site: N, members: 1, topics: [food], facets: {x: 1}}", "5:60 a list of names must stand here, as in [this facet, another facet]"},
    {"{name: g, site: N, members: 1, topics: [food], colour: red}", "5:52 unknown key `colour` in group (there are `name`, `site`, `members`, `topics`, `effort` and `facets`)"},
    {"{name: g, site: N, effort: {food: 1}}",                 "5:32 this group gives hours and the one in line 4 none; effort is added up, so all groups give it or none"},
    {"{name: g, site: N, effort: {food: nan}}",               "5:39 `effort` is `nan`, which is not a number such as 0.5"},
    {"{name: g, site: N, effort: {food: -2 h}}",              "5:39 `effort` is -2 h, which is less than 0, the least it can be"},
    {"{name: g, site: N, effort: {food: 1e400}}",             "5:39 `effort` is 1e400, which is too large to be held"},
    {"{name: g, site: N, effort: {food: {dinner: much}}}",    "5:48 `effort` is `much`, which is not a number such as 0.5"},
    {"{name: g, site: N, effort: {food: {dinner: [1]}}}",     "5:48 `effort` must be a number, but a list stands here"},
    {"{name: g, site: N, effort: {}}",                        "5:32 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"{name: g, site: N, effort: 30 h}",                      "5:32 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"{name: g, site: N, topics: [art], effort: {food: 1}}",  "5:48 effort goes into `food`, which is none of the `topics`"},
    {"{name: g, site: N, topics: {food: 1}, effort: {food: 1}}", "5:24 `effort` tells how the work is shared; leave out the shares of `topics`"},
    {"just words",                                            "5:5 each entry of `groups` must be keys and values, such as {name: ...}"},
    // clang-format on
};

static void each_mistake_in_a_group_has_its_sentence(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof refused_groups / sizeof refused_groups[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text,
                 "title: t\nsites: [N, North]\ngroups:\n"
                 "  - {name: first, site: N, members: 1, topics: [food]}\n  - %s\n",
                 refused_groups[i].group);
        wrong += refused_otherwise(text, refused_groups[i].sentence);
    }
    assert_int_equal(wrong, 0);
}

static void a_file_without_the_first_things_is_refused(void **state)
{
    (void)state;
    assert_refused("title: t\nsites: [N]\n",
                   "1:1 `groups` must be given in observed movement: The working groups");
    assert_refused("title: t\nsites: []\ngroups: []\n", "2:1 a movement has a site at least");
    assert_refused("title: t\nsites: [N, N]\ngroups: []\n", "2:12 the site `N` stands here twice");
    assert_refused(
        "title: t\nsites: [N, n]\ngroups: []\n",
        "2:12 the name `n` looks like `N` in line 2; write them alike, or tell them apart by more");
    assert_refused("title: t\nsites: [N]\ngroups: []\ntopics: [\"a\\u200eb\"]\n",
                   "4:10 the name `a\\u{200e}b` has a character that nobody sees");
    assert_refused(
        "title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, effort: {f: {x: 1, X: 1}}}\n",
        "4:43 the name `X` looks like `x` in line 4; write them alike, or tell them apart by more");
    assert_refused("- a\n", "1:1 observed movement must be keys and values, but a list stands here");
    assert_refused("title: t\nsites: [N]\ngroups: []\ngroups: []\n",
                   "4:1 `groups` is given a second time; the first stands in line 3");
    assert_refused("title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, topics: [f], effort: {f: 1}}\n"
                   "  - {name: h, site: N, members: 3, topics: [f]}\n",
                   "5:5 this group gives no `effort` and the one in line 4 does; effort is added up, so all "
                   "groups give it or none");
    assert_refused("title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, effort: {f: 1}}\n"
                   "moments: [{at: 1 d, groups: [{name: g, topics: [h]}]}]\n",
                   "5:40 this group gives its hours; tell with `effort` what it works on now");
}

static void several_mistakes_are_told_at_once_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N]\n"
                                       "links: [[g, h]]\n"
                                       "groups:\n"
                                       "  - {name: g, site: S, members: 1, topics: [food]}\n"
                                       "problems: [{name: p, needs: [q]}]\n");
    assert_null(reading.movement);
    assert_int_equal(reading.trouble.count, 3);
    assert_told(&reading.trouble, 0, "3:13 there is no group `h`");
    assert_told(&reading.trouble, 1, "5:21 there is no site `S`");
    assert_told(&reading.trouble, 2,
                "6:30 no group ever knows the facet `q` (where that is so, list it under `facets`)");
    leave(&reading);
}

static void movements_too_large_to_be_measured_are_refused_at_once(void **state)
{
    (void)state;
    struct reading reading = read_chain(10001, 0);
    assert_told(&reading.trouble, 0, "1:1 10001 groups are more than 10000, the most there can be");
    leave(&reading);
    reading = read_chain(5000, 30);
    assert_told(&reading.trouble, 0,
                "10025:3 5000 groups, with what the file says of them, are too much to be measured, here or "
                "together with the moments before");
    assert_int_equal(reading.trouble.count, 1);
    leave(&reading);
    reading = read_chain(2, 1001);
    assert_told(&reading.trouble, 0, "8:1 `moments` has 1001 entries, but it can have no more than 1000");
    leave(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_behind_the_groups_has_its_sentence),
        cmocka_unit_test(each_mistake_in_a_group_has_its_sentence),
        cmocka_unit_test(a_file_without_the_first_things_is_refused),
        cmocka_unit_test(several_mistakes_are_told_at_once_in_the_order_of_the_file),
        cmocka_unit_test(movements_too_large_to_be_measured_are_refused_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

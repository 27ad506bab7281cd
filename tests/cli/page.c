/* The page that holds the simulator, as people make it. The page here is a short one, so that what is put
 * into it can be read; whether the real one works in a browser is tests/page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session.h"

#define SHARE                                                                                                \
    "mkdir -p share/groundswell-page && cp \"$G\" groundswell && export "                                    \
    "GROUNDSWELL_LIBRARY=" GROUNDSWELL_SOURCE "/scenarios && "
#define BUILT                                                                                                \
    SHARE "printf '<title>{{title}}</title>{{nothing}}[{{settings}}][{{methods}}][{{scenario}}]{{' "         \
          ">share/groundswell-page/page.html && "

static void a_program_without_a_page_says_so(void **state)
{
    (void)state;
    struct said said = session_shell(SHARE "./groundswell page small.yaml");
    assert_int_equal(said.status, 66);
    assert_says(said.err, "this program was built without the page that holds the simulator");
    assert_false(session_there("small.html"));
}

static void a_page_holds_the_scenario_and_its_settings(void **state)
{
    (void)state;
    struct said said = session_shell(
        BUILT
        "./groundswell page small.yaml --set replications=3 --set 'sites[0].people=50' && cat small.html");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "small.html: open it in a browser");
    assert_says(said.out,
                "{{nothing}}[[{&quot;path&quot;:&quot;replications&quot;,&quot;value&quot;:&quot;3&quot;},");
    assert_says(said.out, "&quot;path&quot;:&quot;sites[0].people&quot;");
    assert_says(said.out, "[][");
    assert_says(said.out, "]{{");
}

static void what_a_scenario_says_cannot_become_markup(void **state)
{
    (void)state;
    session_write("hostile.yaml",
                  "title: \"</title><script>\"\nlasts: 2 d\nreplications: 2\nsites: [{name: S, people: 20}]\n"
                  "calendar: [{every: 1 d, at: \"19:00\", hold: our-circle}]  # </textarea>{{title}}\n");
    session_write("our-circle.yaml",
                  "title: Ours </textarea>\nmeaning: We sit.\nuse: decisions\nsource: ours\nstages:\n"
                  "  - {do: decide, floor: stack, matter: agenda, decision: modified-consensus}\n");
    struct said said = session_shell(BUILT "./groundswell page hostile.yaml -q && cat hostile.html");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "<title>&lt;/title&gt;&lt;script&gt;</title>");
    assert_says(said.out, "data-name=\"our-circle\">\ntitle: Ours &lt;/textarea&gt;\n");
    assert_says(said.out, "# &lt;/textarea&gt;{{title}}\n");
}

static void what_is_wrong_or_too_large_makes_no_page(void **state)
{
    (void)state;
    struct said said = session_shell(BUILT "./groundswell page small.yaml --set replications=many");
    assert_int_equal(said.status, 65);
    said = session_shell(BUILT "./groundswell page small.yaml --set 'sites[0].people=1000000'");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "are more than a page carries out (200000 people times days)");
    said = session_shell(BUILT "./groundswell page nothing-of-this-name");
    assert_int_equal(said.status, 66);
    said = session_shell(BUILT "./groundswell page small.yaml -o small.yaml");
    assert_int_equal(said.status, 73);
    assert_false(session_there("small.html"));
}

static void a_report_carries_the_page(void **state)
{
    (void)state;
    struct said said = session_shell(BUILT "./groundswell run small.yaml -q && ./groundswell report small.h5 "
                                           "--page -o with && ./groundswell report "
                                           "small.h5 -o without && grep -c 'download=\"change-it.html\" "
                                           "href=\"data:text/html;charset=utf-8,%3Ctitle' "
                                           "with/index.html && ! grep -q change-it without/index.html");
    assert_int_equal(said.status, 0);
    said = session_shell(
        SHARE "rm -f share/groundswell-page/page.html && ./groundswell report small.h5 --page -o not");
    assert_int_equal(said.status, 66);
    assert_false(session_there("not/index.html"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_program_without_a_page_says_so, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_page_holds_the_scenario_and_its_settings, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(what_a_scenario_says_cannot_become_markup, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(what_is_wrong_or_too_large_makes_no_page, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_report_carries_the_page, session_begin, session_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

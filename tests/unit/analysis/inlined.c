/* A drawing of gnuplot's in a page: what is seen stays, what a page says once is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/report/inlined.h"

/* The page's part for a drawing with `body` on its canvas. */
static void in_page(const char *body, struct text *page)
{
    struct text drawing = {0};
    text_print(&drawing,
               "<?xml?><svg viewBox=\"0 0 4 3\"><title>Gnuplot</title>\n<desc>by it</desc>\n"
               "<g id=\"gnuplot_canvas\">\n%s</g>\n</svg>\n",
               body);
    page->length = 0;
    inlined_drawing(page, &drawing, "f1-", "what \"is\" seen");
    text_free(&drawing);
}

static void assert_drawn(const char *body, const char *wanted)
{
    struct text page = {0};
    in_page(body, &page);
    if (strstr(page.bytes, wanted) == NULL)
        fail_msg("`%s` is not in %s", wanted, page.bytes);
    text_free(&page);
}

static void assert_not_drawn(const char *body, const char *unwanted)
{
    struct text page = {0};
    in_page(body, &page);
    if (strstr(page.bytes, unwanted) != NULL)
        fail_msg("`%s` is in %s", unwanted, page.bytes);
    text_free(&page);
}

static void a_drawing_says_what_is_seen_and_not_who_drew_it(void **state)
{
    (void)state;
    assert_drawn("<path d='M1,2 L3,4'/>",
                 "<svg role=\"img\" aria-label=\"what &quot;is&quot; seen\" viewBox=\"0 0 4 3\">");
    assert_not_drawn("<path d='M1,2 L3,4'/>", "Gnuplot");
}

static void names_are_those_of_one_drawing_and_marks_those_of_the_page(void **state)
{
    (void)state;
    static const char body[] =
        "<defs><pattern id='dots'/></defs><path fill='url(#dots)' d='M1,2 L3,4'/>"
        "<use xlink:href='#gpPt6' transform='translate(1.00,2.00) scale(2.36)' color='rgb(  0, 114, 178)'/>";
    assert_drawn(body, "id=\"f1-dots\"");
    assert_drawn(body, "fill=\"url(#f1-dots)\"");
    assert_drawn(body, "<use href=\"#gpPt6\" transform=\"translate(1,2) scale(2.4)\" color=\"#0072b2\"/>");
    assert_non_null(strstr(inlined_marks, "id=\"gpPt6\""));
    assert_not_drawn("<defs>\n\n\t<circle id='gpDot' r='0.5'/>\n</defs><path d='M1,2'/>", "gpDot");
}

static void letters_of_a_drawing_stay_as_they_are(void **state)
{
    (void)state;
    assert_drawn("<g fill='none'><text>id='gpDot' black \"black\"</text></g>",
                 "<text>id='gpDot' black \"black\"</text>");
    assert_drawn(
        "<g transform=\"translate(53.84,162.55)\" stroke=\"none\" fill=\"black\" font-family=\"sans-serif\" "
        "font-size=\"14.00\"  text-anchor=\"end\">\n\t\t<text> 2.4 &amp; more</text>\n\t</g>",
        "<text x=\"53.8\" y=\"162.6\" class=\"e\">2.4 &amp; more</text>");
}

static void groups_without_anything_are_left_out_and_equal_neighbours_share_one(void **state)
{
    (void)state;
    static const char body[] =
        "<g color=\"black\" stroke-width=\"2.00\">\n</g>\n<g stroke=\"red\"><path d='M1,1'/></g>\n"
        "<g stroke-width=\"1.00\"></g><g stroke=\"red\"><path d='M2,2'/></g>\n<g stroke=\"blue\"><path "
        "d='M3,3'/></g>";
    assert_drawn(body, "<g stroke=\"red\"><path d=\"M1,1\"/><path d=\"M2,2\"/></g><g stroke=\"blue\"><path "
                       "d=\"M3,3\"/></g>");
    assert_not_drawn(body, "stroke-width");
}

static void lines_that_help_the_eye_are_one_path_before_the_rest(void **state)
{
    (void)state;
    assert_drawn("<path class=\"gridline\" d='M1,1 L2,1'/><path d='M9,9 L8,8'/><path class=\"gridline\" "
                 "d='M1,2 L2,2'/>",
                 "<path class=\"gl\" d=\"M1,1L2,1M1,2L2,2\"/>");
}

/* A line keeps its ends and every corner that the eye can tell from its neighbour. */
static void corners_that_nobody_can_see_apart_become_one(void **state)
{
    (void)state;
    assert_drawn("<path d='M1.00,1.00 L1.10,1.10 L1.20,1.20 L5.00,1.00 L5.01,1.00'/>", "d=\"M1,1L5,1L5,1\"");
    assert_drawn("<path d='M0,0 A1,1 0 0 1 2,2'/>", "A1,1 0 0 1 2,2");
    assert_drawn("<polygon fill='rgb(  0, 114, 178)' fill-opacity='0.220' points='1.2,1.2 1.3,1.3 7.6,1.2'/>",
                 "points=\"1,1 8,1\"");
}

/* Cells of a matrix come each in two groups of its own: all of them need no more than these two. */
static void equal_groups_within_equal_groups_are_one(void **state)
{
    (void)state;
    static const char body[] =
        "<g stroke='currentColor' stroke-width='2.00'><g fill-rule='evenodd'><path d='M1,2 L3,4'/></g></g>"
        "<g stroke='currentColor' stroke-width='2.00'><g fill-rule='evenodd'><path d='M5,6 L7,8'/></g></g>"
        "<g stroke='currentColor' stroke-width='2.00'><path d='M9,9 L7,8'/></g>";
    assert_drawn(
        body,
        "<g fill-rule=\"evenodd\"><path d=\"M1,2L3,4\"/><path d=\"M5,6L7,8\"/></g><path d=\"M9,9L7,8\"/>");
}

static void an_upright_band_is_the_shortest_path_there_is(void **state)
{
    (void)state;
    assert_drawn("<polygon fill='rgb(  0, 114, 178)' fill-opacity='0.400' points='245.2,195.1 250.1,195.1 "
                 "250.1,189.9 245.2,189.9'/>",
                 "<path fill=\"#0072b2\" fill-opacity=\"0.4\" d=\"M245,195h5v-5h-5\"/>");
    assert_drawn(
        "<polygon fill='rgb(  0, 114, 178)' fill-opacity='0.400' points='245,195 250,196 250,190 245,190'/>",
        "points=\"245,195 250,196 250,190 245,190\"");
}

static void a_polygon_that_is_a_disc_becomes_one(void **state)
{
    (void)state;
    struct text body = {0};
    static const double corners[24][2] = {
        {12, 10}, {11.93, 10.52}, {11.73, 11}, {11.41, 11.41}, {11, 11.73}, {10.52, 11.93},
        {10, 12}, {9.48, 11.93},  {9, 11.73},  {8.59, 11.41},  {8.27, 11},  {8.07, 10.52},
        {8, 10},  {8.07, 9.48},   {8.27, 9},   {8.59, 8.59},   {9, 8.27},   {9.48, 8.07},
        {10, 8},  {10.52, 8.07},  {11, 8.27},  {11.41, 8.59},  {11.73, 9},  {11.93, 9.48}};
    text_say(&body, "<polygon fill = 'rgb(213,  94,   0)' points = '");
    for (size_t i = 0; i < 24; i++)
        text_print(&body, "%.2f,%.2f ", corners[i][0], corners[i][1]);
    text_say(&body, "'/>");
    assert_drawn(body.bytes, "<circle cx=\"10.0\" cy=\"10.0\" r=\"2.0\" fill=\"#d55e00\"/>");
    text_free(&body);
}

static void a_mark_says_which_run_it_is(void **state)
{
    (void)state;
    static const char body[] =
        "<g fill=\"none\">\n\t<g onmousemove=\"gnuplot_svg.showHypertext(evt,'run 17: 1.21')\" "
        "onmouseout=\"gnuplot_svg.hideHypertext()\"><title> </title>\n\t<use xlink:href='#gpPt6' "
        "transform='translate(1.00,2.00) scale(2.36)'/></g>\n</g><use xlink:href='#gpPt6'/>";
    assert_drawn(body, "scale(2.4)\"><title>run 17: 1.21</title></use>");
    assert_drawn(body, "<use href=\"#gpPt6\"/>");
    assert_not_drawn(body, "onmouse");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_drawing_says_what_is_seen_and_not_who_drew_it),
        cmocka_unit_test(names_are_those_of_one_drawing_and_marks_those_of_the_page),
        cmocka_unit_test(letters_of_a_drawing_stay_as_they_are),
        cmocka_unit_test(groups_without_anything_are_left_out_and_equal_neighbours_share_one),
        cmocka_unit_test(lines_that_help_the_eye_are_one_path_before_the_rest),
        cmocka_unit_test(corners_that_nobody_can_see_apart_become_one),
        cmocka_unit_test(equal_groups_within_equal_groups_are_one),
        cmocka_unit_test(an_upright_band_is_the_shortest_path_there_is),
        cmocka_unit_test(a_polygon_that_is_a_disc_becomes_one),
        cmocka_unit_test(a_mark_says_which_run_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

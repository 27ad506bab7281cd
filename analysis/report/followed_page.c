#include "analysis/report/followed_page.h"

#include "analysis/figures/followed_picture.h"
#include "analysis/report/html.h"

static void add_paragraph(struct text *page, const char *opening, struct text *words, const char *closing)
{
    if (words->length == 0)
        return;
    text_say(page, opening);
    html_text(page, words->bytes);
    text_say(page, closing);
    text_free(words);
}

static void add_circle(struct text *page, const struct said_stage *stage, const struct said_circle *circle)
{
    struct arena arena = {0};
    struct picture picture = {.arena = &arena};
    struct text words = {0}, said = {0};
    followed_say_circle(stage, circle, &words);
    followed_say_circle(stage, circle, &said);
    text_say(page, "<figure>\n");
    followed_bar(&picture, stage, circle);
    const struct picture_words about = {"Who spoke when", said.bytes};
    if (picture.count > 0)
        picture_svg(&picture, &about, PICTURE_IN_PAGE, page);
    add_paragraph(page, "<figcaption>", &words, "</figcaption>\n</figure>\n");
    text_free(&said);
    arena_free(&arena);
}

static void add_stage(const struct followed_told *told, const struct said_stage *stage, struct text *page)
{
    struct text words = {0};
    followed_say_stage(told, stage, &words);
    add_paragraph(page, "<h3>", &words, "</h3>\n");
    if (stage->stage < told->stage_count && *told->stages[stage->stage].floor != '\0') {
        text_print(&words, "Who speaks: %s.", told->stages[stage->stage].floor);
        if (*told->stages[stage->stage].passes != '\0')
            text_print(&words, " How a proposal passes: %s.", told->stages[stage->stage].passes);
        add_paragraph(page, "<p class=\"small\">", &words, "</p>\n");
    }
    followed_say_beside(stage, &words);
    add_paragraph(page, "<p>", &words, "</p>\n");
    for (size_t i = 0; i < stage->circle_count && i < CIRCLES_SHOWN; i++)
        add_circle(page, stage, &stage->circles[i]);
    followed_say_others(stage, CIRCLES_SHOWN, &words);
    add_paragraph(page, "<p>", &words, "</p>\n");
}

void followed_page(const struct followed_told *told, struct text *page)
{
    struct text words = {0};
    html_begin(page, told->scenario);
    text_say(&words, told->scenario);
    add_paragraph(page, "<h1>", &words, "</h1>\n");
    followed_say_heading(told, &words);
    add_paragraph(page, "<p class=\"lead\">", &words, "</p>\n");
    followed_say_sums(told, &words);
    add_paragraph(page, "<p>", &words, "</p>\n");
    text_say(
        page,
        "<p class=\"small\">This is one run of a model, not a record. A bar is a circle, from the beginning "
        "of the stage to its end. A colour is somebody who speaks; who spoke longest is named below. A "
        "turn of full height brought something new to the circle, a low one did not, and a pale one had "
        "to do with something else.</p>\n");
    for (size_t i = 0; i < told->session->stage_count; i++)
        add_stage(told, &told->session->stages[i], page);
    html_end(page);
}

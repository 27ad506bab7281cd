/* The stages of a method in words (run_sheet.h). */
#include "gathering/run_sheet.h"

#include <string.h>

#include "base/text.h"
#include "conversation/rules.h"

enum { LONGEST_SPAN = 32 };

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

static bool seats_people(const struct stage *stage)
{
    return stage->verb->talks || stage->verb->decides;
}

static void say_length(const struct stage *stage, struct text *out)
{
    char span[LONGEST_SPAN];
    if (stage->work > 0) {
        text_print(out, ", %s of work shared by the circles", sim_time_text(stage->work, span, sizeof span));
        return;
    }
    const char *lasts = stage->lasts > 0 ? sim_time_text(stage->lasts, span, sizeof span) : NULL;
    if (stage->times > 1)
        text_print(out, ", %lld rounds%s%s", (long long)stage->times, lasts == NULL ? "" : " of ",
                   lasts == NULL ? "" : lasts);
    else if (lasts != NULL)
        text_print(out, ", %s", lasts);
}

static void say_sizes(const struct stage *stage, struct text *out)
{
    const struct seating_rule *seating = stage->seating;
    if (seating->lots_middle)
        text_print(out, "; %lld in the middle", (long long)stage->inner_size);
    else if (stage->circles > 0)
        text_print(out, "; %lld circles", (long long)stage->circles);
    else if (seating->seat != NULL && !seating->in_one && !seating->own_sizes && !seating->by_choice &&
             stage->circle_size > 2)
        text_print(out, "; about %lld in a circle", (long long)stage->circle_size);
    if (stage->host_stays)
        text_say(out, "; the host of a circle keeps her seat from round to round");
}

static void say_seats(const struct stage *stage, struct text *out)
{
    char span[LONGEST_SPAN];
    text_print(out, "    who sits with whom: %s", stage->seating->choice.meaning);
    say_sizes(stage, out);
    if (stage->movement->moves || stage->movement->chairs || stage->movement->mingles)
        text_print(out, "; %s", stage->movement->choice.meaning);
    text_say(out, "\n");
    if (stage->outer->hears)
        text_print(out, "    around the circle: %s\n", stage->outer->choice.meaning);
    if (stage->confer > 0)
        text_print(out, "    delegates confer with their groups for %s\n",
                   sim_time_text(stage->confer, span, sizeof span));
}

static void say_turns(const struct stage *stage, struct text *out)
{
    char span[LONGEST_SPAN];
    text_print(out, "    who speaks: %s", stage->floor->choice.meaning);
    if (stage->cap > 0)
        text_print(out, "; %s at most", sim_time_text(stage->cap, span, sizeof span));
    if (stage->turns_each == 1)
        text_say(out, "; once each");
    else if (stage->turns_each > 1)
        text_print(out, "; %lld times each", (long long)stage->turns_each);
    text_say(out, "\n");
}

static void say_content(const struct stage *stage, struct text *out)
{
    if (stage->matter->matter != NULL && stage->shares->shares == SHARE_FACETS)
        text_print(out, "    about: %s\n", stage->matter->choice.meaning);
    if (stage->shares->shares != SHARE_FACETS)
        text_print(out, "    what is shared: %s\n", stage->shares->choice.meaning);
    if (stage->verb->decides)
        text_print(out, "    a proposal passes by: %s\n", stage->decision->meaning);
}

static void say_market(const struct stage *stage, struct text *out)
{
    char span[LONGEST_SPAN];
    text_print(out, "    circles of about %lld", (long long)stage->circle_size);
    if (stage->cap > 0)
        text_print(out, "; %s for an announcement", sim_time_text(stage->cap, span, sizeof span));
    text_say(out, "\n");
    if (stage->matter->of_inquiry)
        text_print(out, "    about: %s\n", stage->matter->choice.meaning);
}

static void say_stage(const struct stage *stage, size_t number, struct text *out)
{
    const char *name = stage->verb->choice.name;
    text_print(out, "%2zu. %s", number, is_given(stage->title) ? stage->title : name);
    say_length(stage, out);
    text_print(out, ": %s\n", stage->verb->choice.meaning);
    if (stage->verb->opens_market)
        say_market(stage, out);
    if (stage->verb->commits)
        text_print(out, "    a call becomes: %s\n", stage->into->meaning);
    if (!seats_people(stage))
        return;
    say_seats(stage, out);
    say_turns(stage, out);
    say_content(stage, out);
}

const char *method_run_sheet(const struct method *method, struct arena *arena)
{
    struct text out = {0};
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        say_stage(&stages[i], i + 1, &out);
    const char *sheet = arena_text(arena, out.bytes == NULL ? "" : out.bytes, out.length);
    text_free(&out);
    return sheet;
}

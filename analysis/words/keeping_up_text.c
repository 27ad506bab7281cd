#include "analysis/words/keeping_up_text.h"

#include "analysis/file/naming.h"

static const double percent = 100;

void say_keeping_up(struct text *out, const struct results *results, size_t design,
                    const struct keeping_up *one, double confidence)
{
    say_design(out, results, design);
    if (one->pace == PACE_FALLS_BEHIND) {
        text_say(out, " falls behind by ");
        say_number(out, one->trend.value);
        text_say(out, " a day (");
    } else {
        text_say(out, one->pace == PACE_KEEPS_UP ? " keeps up" : " may or may not keep up");
        text_say(out, " (open proposals grow by ");
        say_number(out, one->trend.value);
        text_say(out, " a day, ");
    }
    say_number(out, confidence * percent);
    text_say(out, " % range ");
    say_range(out, one->trend.low, one->trend.high);
    text_say(out, "): ");
    say_number(out, one->came_in);
    text_say(out, " came in, ");
    say_number(out, one->decided);
    text_say(out, one->decided == 1 ? " was decided, " : " were decided, ");
    say_number(out, one->open);
    text_say(out, one->open == 1 ? " is open at the end" : " are open at the end");
}

void keeping_up_lines(struct text *out, const struct results *results, double confidence)
{
    struct arena arena = {0};
    for (size_t design = 0; design < results->designs.count; design++) {
        struct keeping_up one = keeping_up_of(results, design, confidence, &arena);
        if (one.pace == PACE_UNKNOWN)
            continue;
        text_say(out, "- ");
        say_keeping_up(out, results, design, &one, confidence);
        text_say(out, "\n");
    }
    arena_free(&arena);
}

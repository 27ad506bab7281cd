#include "analysis/words/factor_text.h"

#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"

void say_factor(struct text *out, const struct results *results, size_t factor)
{
    text_say(out, "`");
    say_setting(out, results, results->worlds->factors[factor].path);
    text_say(out, "`");
}

void say_factor_meaning(struct text *out, const struct results *results, size_t factor)
{
    const char *meaning = results->worlds->factors[factor].meaning;
    struct text first = {0};
    text_add(&first, meaning, strcspn(meaning, ";"));
    say_within(out, first.bytes == NULL ? "" : first.bytes);
    text_say(out, " (");
    say_factor(out, results, factor);
    text_say(out, ")");
    text_free(&first);
}

/* "0.6", not "0.600": without noughts at the end. */
static void say_trimmed(struct text *out, double value)
{
    struct text number = {0};
    say_number(&number, value);
    if (strchr(number.bytes, '.') != NULL && strchr(number.bytes, 'e') == NULL) {
        while (number.bytes[number.length - 1] == '0')
            number.length--;
        number.length -= number.bytes[number.length - 1] == '.' ? 1 : 0;
        number.bytes[number.length] = '\0';
    }
    text_say(out, number.bytes);
    text_free(&number);
}

void say_factor_value(struct text *out, const struct results *results, size_t factor, double value)
{
    const struct results_factor *facts = &results->worlds->factors[factor];
    if (facts->choices.count > 0) {
        say_plain(out, facts->choices.names[(size_t)value]);
        return;
    }
    say_trimmed(out, value);
    if (facts->unit[0] != '\0')
        text_say(out, " ");
    say_plain(out, facts->unit);
}

static bool is_whole(const struct results_worlds *worlds, size_t factor)
{
    for (size_t world = 0; worlds->values != NULL && world < worlds->count; world++) {
        double value = worlds->values[world * worlds->factor_count + factor];
        if (value != round(value))
            return false;
    }
    return worlds->values != NULL;
}

void say_factor_threshold(struct text *out, const struct results *results, size_t factor, double at)
{
    static const double ten = 10;
    const struct results_worlds *worlds = results->worlds;
    if (worlds->factors[factor].choices.count == 0 && is_whole(worlds, factor)) {
        say_factor_value(out, results, factor, ceil(at));
        return;
    }
    const double step = at > 0 ? pow(ten, floor(log10(at)) - 1) : 1;
    const bool fine = worlds->factors[factor].choices.count == 0 && at > 0;
    /* Dividing by the inverse of a small step keeps .61 what it is. */
    say_factor_value(out, results, factor,
                     !fine      ? at
                     : step < 1 ? round(at / step) / round(1 / step)
                                : round(at / step) * step);
}

#include "analysis/words/precision_text.h"

#include <math.h>

#include "analysis/file/naming.h"

static const double percent = 100, most_said = 10; /* ten times the mean: beyond it a number says nothing */

/* Rounded up to two digits, so that what is not enough never looks as if it were. */
static void say_share(struct text *out, double share)
{
    double number = share * percent;
    if (share > most_said) {
        text_say(out, "more than \xC2\xB1 1000 %");
        return;
    }
    double step = number > 0 ? pow(10, floor(log10(number)) - 1) : 1;
    text_say(out, "\xC2\xB1 ");
    say_number(out, step * ceil(number / step - 1e-9));
    text_say(out, " %");
}

bool precision_is_reached(const struct results_precision *precision)
{
    return precision->reached <= precision->within;
}

void say_precision(struct text *out, const struct results_precision *precision, size_t runs)
{
    if (*precision->of == '\0')
        return;
    const bool reached = precision_is_reached(precision), none = isnan(precision->reached);
    text_print(out, "%s %zu runs of each design", reached ? "Sure enough after" : "Stopped at", runs);
    text_say(out, reached || none ? ": " : ", the most allowed: ");
    text_say(out, none ? "no run has a value of `" : "the mean of `");
    say_plain(out, precision->of);
    text_say(out, "`");
    if (!none) {
        text_say(out, reached ? " is known to " : " is still ");
        say_share(out, precision->reached);
        text_say(out, reached ? " or better in every design" : " in the design where it is least sure");
        text_say(out, " (wanted: \xC2\xB1 ");
        say_number(out, precision->within * percent);
        text_say(out, " %, 95 % sure)");
    }
    text_say(out, ".");
}

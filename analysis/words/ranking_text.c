#include "analysis/words/ranking_text.h"

#include "analysis/file/naming.h"

enum { FEWEST_DESIGNS = 3 };

static size_t end_of_place(const struct ranking *ranking, size_t from)
{
    size_t end = from;
    while (end < ranking->count && ranking->designs[end].place == ranking->designs[from].place)
        end++;
    return end;
}

bool say_ranking(struct text *out, const struct results *results, const struct ranking *ranking)
{
    if (ranking->count < FEWEST_DESIGNS || ranking->designs[0].mean.certainty == CERTAINTY_NONE)
        return false;
    text_say(out, results->measures[ranking->measure].better == DIRECTION_NEITHER ? "from most to least:"
                                                                                  : "in order:");
    for (size_t from = 0, end; from < ranking->count; from = end) {
        end = end_of_place(ranking, from);
        if (ranking->designs[from].mean.certainty == CERTAINTY_NONE)
            break;
        text_print(out, "%s %zu. ", from == 0 ? "" : ",", ranking->designs[from].place);
        for (size_t i = from; i < end; i++) {
            text_say(out, i == from ? "" : i + 1 == end ? " and " : ", ");
            say_design(out, results, ranking->designs[i].design);
            text_say(out, " ");
            say_value(out, &results->measures[ranking->measure], ranking->designs[i].mean.value);
        }
        text_say(out, end > from + 1 ? " (not clearly apart)" : "");
    }
    return true;
}

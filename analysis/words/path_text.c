#include "analysis/words/path_text.h"

#include "analysis/plain/plain.h"

static size_t last_stretch(const struct path *path)
{
    size_t first = path->count - 1;
    while (first > 0 && path->stops[first - 1].phase == path->stops[path->count - 1].phase)
        first--;
    return first;
}

void path_words(const struct path *path, struct text *out)
{
    size_t united = 0;
    if (path->count == 0) {
        text_say(out, ", nothing to integrate");
        return;
    }
    const struct stop *last = &path->stops[path->count - 1], *turn = &path->stops[last_stretch(path)];
    while (united < path->count && path->stops[united].phase == PHASE_BEFORE)
        united++;
    if (united == path->count) {
        text_say(out, ", before unity to the end");
    } else {
        text_say(out, ", united by day ");
        say_number(out, path->stops[united].day);
    }
    if (last->phase == PHASE_FALLING_APART) {
        text_say(out, ", falling apart from day ");
        say_number(out, turn->day);
        text_say(out, " on");
    }
    text_say(out, ", integration ");
    say_number(out, last->integration);
    text_say(out, " at the end");
}

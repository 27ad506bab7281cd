/* What a week looks like that is left at last: the lines of its calendar in words, and what to write into the
 * scenario to hold it. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "experiment/choice.h"
#include "experiment/worlds.h"
#include "scenario/node_text.h"
#include "weeks.h"

/* The section that a path lies in: "calendar" of "calendar[1].hold". */
static const char *section_of(const char *path, struct arena *arena)
{
    return arena_text(arena, path, strcspn(path, ".["));
}

/* Whether a choice before this one lies in the same section. */
static bool section_is_told(const struct worlds *worlds, size_t which, struct arena *arena)
{
    const char *section = section_of(worlds->factors[which].path, arena);
    for (size_t i = 0; i < which; i++)
        if (strcmp(section_of(worlds->factors[i].path, arena), section) == 0)
            return true;
    return false;
}

static const char *sections_of(const struct experiment *experiment, struct node *tree, struct arena *arena)
{
    struct text text = {0};
    text_say(&text, "");
    for (size_t i = 0; i < experiment->worlds->plan.factor_count; i++) {
        const char *section = section_of(experiment->worlds->factors[i].path, arena);
        const struct node *node = node_at(tree, section);
        if (node != NULL && !section_is_told(experiment->worlds, i, arena))
            node_say(node, section, &text);
    }
    const char *kept = arena_text(experiment->arena, text.bytes, text.length);
    text_free(&text);
    return kept;
}

/* "General assembly: every day at 19:00, for 1.5 h, all." */
static void say_line(const struct calendar_line *line, struct text *out)
{
    text_print(out, "%s: %s", line->title, line->when);
    if (isfinite(line->hours))
        text_print(out, ", for %.3g h", line->hours);
    text_print(out, ", %s.\n", line->who);
}

static const char *words_of(struct experiment *own, const struct experiment *experiment, struct node *tree,
                            struct scenario *scenario)
{
    struct text text = {0};
    struct weeks weeks = {.arena = own->arena, .until = 0, .most = 0};
    const struct checking checking = checking_of(own, scenario, tree, NULL);
    weeks_ask(&checking, &weeks);
    text_say(&text, "");
    for (size_t i = 0; i < weeks.line_count; i++)
        say_line(&weeks.lines[i], &text);
    for (size_t i = 0; i < weeks.meeting_count; i++)
        text_print(&text, "%s\n", weeks.meetings[i].text);
    const char *kept = arena_text(experiment->arena, text.bytes, text.length);
    text_free(&text);
    return kept;
}

struct record_finalist choice_words_of(const struct experiment *experiment, size_t world, size_t tried)
{
    struct arena arena = {0};
    struct trouble nobody_reads = {0};
    struct experiment own = *experiment;
    struct record_finalist finalist = {tried, "", ""};
    own.arena = &arena;
    struct node *tree = tree_of_world(experiment, world, 0, &arena, &nobody_reads);
    struct scenario *scenario = experiment_bind(&own, tree, &nobody_reads);
    if (nobody_reads.count == 0) {
        finalist.sections = sections_of(experiment, tree, &arena);
        finalist.words = words_of(&own, experiment, tree, scenario);
    }
    trouble_free(&nobody_reads);
    arena_free(&arena);
    return finalist;
}

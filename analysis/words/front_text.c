#include "analysis/words/front_text.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/words/sentence.h"
#include "base/shell.h"

static const double percent = 100;
static const char as_it_is[] = "the week as it is";

static const struct results_measure *measure_of(const struct front *front, size_t asked)
{
    return &front->results->measures[front->choice->asked[asked].measure];
}

/* --- names --- */

/* "proposals decided" rather than "proposals", where the heading begins as what a sentence speaks of. */
static void say_what(struct text *out, const struct results_measure *measure)
{
    const char *noun = measure->phrase.noun, *title = title_of(measure);
    const size_t first = noun == NULL ? 0 : strcspn(noun, " ");
    if (phrase_of(measure) == NULL || first == 0 || strncasecmp(noun, title, first) == 0)
        say_within(out, title);
    else
        say_plain(out, noun);
}

/* "most proposals decided", "fewest person-hours", "lowest hours of sessions" */
static void say_best(struct text *out, const struct front *front, size_t asked)
{
    const struct results_measure *measure = measure_of(front, asked);
    const bool more = front->choice->asked[asked].kind == ASKED_MORE;
    if (phrase_of(measure) == NULL)
        text_say(out, more ? "highest " : "lowest ");
    else if (more)
        text_say(out, "most ");
    else
        text_say(out, strcmp(measure->phrase.less, "fewer") == 0 ? "fewest " : "least ");
    say_what(out, measure);
}

void front_say_name(struct text *out, const struct front *front, const struct front_held *held)
{
    if (held->as == HELD_AS_BETWEEN) {
        text_say(out, "in between");
        return;
    }
    say_best(out, front, held->as == HELD_AS_NEXT ? front->next : front->first);
    if (held->is_best_of_both) {
        text_say(out, " and ");
        say_best(out, front, front->next);
    }
}

void front_say_bounds(struct text *out, const struct front *front, size_t asked)
{
    const struct results_asked *limit = &front->choice->asked[asked];
    if (!isnan(limit->least)) {
        text_say(out, "at least ");
        say_value(out, measure_of(front, asked), limit->least);
    }
    if (!isnan(limit->most)) {
        text_say(out, isnan(limit->least) ? "at most " : " and at most ");
        say_value(out, measure_of(front, asked), limit->most);
    }
}

void front_say_limit(struct text *out, const struct front *front, size_t asked)
{
    say_within(out, title_of(measure_of(front, asked)));
    text_say(out, " ");
    front_say_bounds(out, front, asked);
}

/* --- numbers --- */

static void say_confidence(struct text *out, const struct front *front)
{
    say_number(out, front->confidence * percent);
    text_say(out, " % range ");
}

void front_say_mean(struct text *out, const struct front *front, const struct front_number *number,
                    size_t asked)
{
    const struct results_measure *measure = measure_of(front, asked);
    say_value(out, measure, number->mean.value);
    if (number->mean.certainty != CERTAINTY_INTERVAL || number->mean.low == number->mean.high)
        return;
    text_say(out, " (");
    say_confidence(out, front);
    say_values(out, measure, number->mean.low, number->mean.high);
    text_say(out, ")");
}

bool front_say_change_shortly(struct text *out, const struct front *front, const struct front_number *number)
{
    const enum verdict verdict = number->contrast.verdict;
    if (verdict == VERDICT_UNKNOWN)
        return false;
    if (verdict == VERDICT_SAME || verdict == VERDICT_UNCLEAR)
        text_say(out, verdict == VERDICT_SAME ? "the same" : "not clear");
    else
        contrast_shortest(front->results, &number->contrast, out);
    return true;
}

bool front_say_change(struct text *out, const struct front *front, const struct front_number *number)
{
    const enum verdict verdict = number->contrast.verdict;
    if (verdict == VERDICT_SAME || verdict == VERDICT_UNCLEAR) {
        text_print(out, "%s %s", verdict == VERDICT_SAME ? "the same as" : "no clear difference from",
                   as_it_is);
        return true;
    }
    if (!front_say_change_shortly(out, front, number))
        return false;
    text_print(out, ", against %s", as_it_is);
    return true;
}

void front_say_worlds(struct text *out, const struct front *front, const struct front_number *number)
{
    if (front->choice->plausible > 0 && number->pairs > 0)
        text_print(out, "; better in %zu of %zu plausible worlds", number->ahead, number->pairs);
}

/* "Proposals decided: 45.1 (95 % range 42.3 to 47.8); 22 % more, 18 % to 26 %, against the week as it is" */
static void say_number_line(struct text *out, const struct front *front, const struct front_week *week,
                            size_t asked)
{
    struct text change = {0};
    say_title(out, measure_of(front, asked));
    text_say(out, ": ");
    front_say_mean(out, front, &week->numbers[asked], asked);
    if (front_say_change(&change, front, &week->numbers[asked]))
        text_print(out, "; %s", change.bytes);
    text_free(&change);
    front_say_worlds(out, front, &week->numbers[asked]);
}

/* --- sentences --- */

static const char *plural(double count)
{
    return count == 1 ? "" : "s";
}

/* How many days a run has. */
static double days_of(const struct results *results)
{
    return results->time_count == 0 ? (double)NAN : results->times[results->time_count - 1];
}

void front_say_search(struct text *out, const struct front *front)
{
    const struct results_choice *choice = front->choice;
    text_say(out, "The open settings make ");
    say_number(out, choice->combinations);
    text_print(out, " different week%s; ", plural(choice->combinations));
    if (choice->tries_all) {
        text_say(out, choice->impossible > 0 ? "all that can be were tried" : "all of them were tried");
    } else {
        say_number(out, (double)choice->searched);
        text_print(out, " of them %s tried", choice->searched == 1 ? "was" : "were");
    }
    text_say(out, ", in ");
    say_number(out, choice->search_runs);
    text_print(out, " run%s.", plural(choice->search_runs));
    if (choice->impossible > 0) {
        text_say(out, " ");
        say_number(out, choice->impossible);
        text_print(out, " %s left out, since %s.", choice->impossible == 1 ? "was" : "were",
                   choice->impossible == 1 ? "it contradicts itself" : "they contradict themselves");
    }
    if (front->week_count == 0)
        return;
    text_print(out,
               " The %zu best, the finalists, were then run anew, %zu times each %s that the search "
               "did not have. All numbers here are of these fresh runs alone",
               front->week_count, front->fewest_runs,
               front->choice->plausible > 0 ? "in plausible worlds" : "with luck");
    if (days_of(front->results) > 0) {
        text_say(out, ", and of a whole run of ");
        say_number(out, days_of(front->results));
        text_say(out, " days");
    }
    text_say(out, ": those of the search are too good for the weeks that won it.");
}

void front_say_reach(struct text *out, const struct front *front)
{
    const char *overlap = "Weeks whose ranges overlap may stand in another order with other luck.";
    if (front->choice->plausible > 0)
        text_print(
            out,
            "Every run, of the search too, was made in a plausible world of its own: %zu assumed numbers "
            "were changed at once, each within its plausible range. So a week that stands here does well "
            "over many worlds, and its ranges are those of luck and of what nobody knows together. In a "
            "single world another week may be better. %s",
            front->choice->plausible, overlap);
    else
        text_print(
            out,
            "The weeks were compared in this model, with the numbers of this scenario alone. Whether they "
            "stay the best where the assumed numbers are others was not tried; it often is not so. Write "
            "`over: assumed` into the scenario, and every run is made in a plausible world of its own. %s",
            overlap);
}

static size_t weeks_that_keep(const struct front *front, enum keeps keeps)
{
    size_t count = 0;
    for (size_t i = 0; i < front->week_count; i++)
        count += front->weeks[i].has_goals && front->weeks[i].keeps == keeps ? 1 : 0;
    return count;
}

static void say_limits(struct text *out, const struct front *front)
{
    size_t said = 0;
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        if (front->choice->asked[i].kind != ASKED_LIMIT)
            continue;
        text_say(out, said++ == 0 ? "" : "; ");
        front_say_limit(out, front, i);
    }
}

void front_say_kept(struct text *out, const struct front *front)
{
    static const char *const begins[] = {
        [KEEPS_SURELY] = "Only weeks that surely keep your limits are proposed (",
        [KEEPS_PERHAPS] = "No week surely keeps your limits (",
        [KEEPS_NOT] = "No week keeps your limits (",
    };
    const size_t surely = weeks_that_keep(front, KEEPS_SURELY);
    if (front->limits == 0 || front->week_count == 0)
        return;
    text_say(out, begins[front->kept]);
    say_limits(out, front);
    text_say(out, front->kept == KEEPS_SURELY ? "): the worse end of the range decides. "
                  : front->kept == KEEPS_PERHAPS
                      ? "), by the worse end of the range. What follows keeps them perhaps: a part of "
                        "the range does. More runs may settle it."
                      : "): what follows does not keep them either. Ask for less, or leave more open.");
    if (front->kept == KEEPS_SURELY)
        text_print(out, "%zu of %zu finalists %s.", surely, front->week_count, surely == 1 ? "does" : "do");
}

bool front_say_alike(struct text *out, const struct front *front)
{
    size_t count = 0, said = 0;
    for (size_t i = 0; i < front->week_count; i++)
        count += front->weeks[i].is_alike ? 1 : 0;
    for (size_t i = 0; i < front->week_count; i++)
        if (front->weeks[i].is_alike) {
            text_print(out, "%s%zu",
                       said == 0           ? (count == 1 ? "finalist " : "finalists ")
                       : said + 1 == count ? " and "
                                           : ", ",
                       i + 1);
            said++;
        }
    if (count > 0)
        text_print(out, " cannot be told from it: %s not clearly worse, run by run",
                   count == 1 ? "it is" : "they are");
    return count > 0;
}

/* --- blocks --- */

void front_say_lines(struct text *out, const char *lines, const char *indent)
{
    while (*lines != '\0') {
        const size_t length = strcspn(lines, "\n");
        struct text line = {0};
        text_add(&line, lines, length);
        if (length > 0) {
            text_say(out, indent);
            say_plain(out, line.bytes);
        }
        text_say(out, "\n");
        text_free(&line);
        lines += length + (lines[length] == '\n' ? 1 : 0);
    }
}

static void say_capital(struct text *out, struct text *words)
{
    if (words->length > 0)
        words->bytes[0] = (char)toupper((unsigned char)words->bytes[0]);
    text_say(out, words->bytes == NULL ? "" : words->bytes);
    text_free(words);
}

static void say_heading(struct text *out, const struct front *front, size_t held)
{
    struct text name = {0};
    front_say_name(&name, front, &front->held[held]);
    say_capital(out, &name);
    text_print(out, " (finalist %zu)\n", front->held[held].week + 1);
}

static void say_week(struct text *out, const struct front *front, size_t held)
{
    const size_t week = front->held[held].week;
    const struct results_finalist *finalist = &front->choice->finalists[week];
    say_heading(out, front, held);
    front_say_lines(out, finalist->words, "  ");
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        if (front_is_goal_too(front, &front->weeks[week], i))
            continue;
        text_say(out, "  - ");
        say_number_line(out, front, &front->weeks[week], i);
        text_say(out, "\n");
    }
    text_say(out, "  To hold it, write this into the scenario, in place of what it has there:\n");
    front_say_lines(out, finalist->sections, "    ");
    text_say(out, "\n");
}

static void cell_of(struct table *table, const struct front *front, const struct front_week *week,
                    size_t asked)
{
    const struct front_number *number = &week->numbers[asked];
    const struct results_measure *measure = measure_of(front, asked);
    struct text cell = {0};
    say_value(&cell, measure, number->mean.value);
    if (number->mean.certainty == CERTAINTY_INTERVAL && number->mean.low < number->mean.high) {
        text_say(&cell, " (");
        say_values(&cell, measure, number->mean.low, number->mean.high);
        text_say(&cell, ")");
    }
    if (number->keeps != KEEPS_SURELY)
        text_say(&cell, number->keeps == KEEPS_NOT ? ", not kept" : ", perhaps kept");
    table_take(table, &cell);
}

/* The last cell of a row: what the week is held as, and whether another one is better. */
static void say_place(struct table *table, const struct front *front, size_t week)
{
    const size_t held = front_held_as(front, week);
    struct text cell = {0};
    if (held != NOT_FOUND)
        front_say_name(&cell, front, &front->held[held]);
    else if (front->weeks[week].is_alike)
        text_say(&cell, "cannot be told from the best");
    else if (front->weeks[week].is_on_front)
        text_say(&cell, "on the front");
    else
        text_say(&cell, "");
    table_take(table, &cell);
}

/* All finalists; of many numbers the first ones. */
static void all_finalists(const struct front *front, struct text *out)
{
    enum { SHOWN = TABLE_MOST_COLUMNS - 2 };
    static const enum align align[TABLE_MOST_COLUMNS] = {ALIGN_LEFT};
    const size_t asked = front->choice->asked_count < SHOWN ? front->choice->asked_count : SHOWN;
    struct table table = {.align = align, .columns = asked + 2};
    table_cell(&table, "finalist");
    for (size_t i = 0; i < asked; i++) {
        struct text title = {0};
        say_title(&title, measure_of(front, i));
        table_take(&table, &title);
    }
    table_cell(&table, "");
    for (size_t week = 0; week < front->week_count; week++) {
        struct text number = {0};
        text_print(&number, "%zu", week + 1);
        table_take(&table, &number);
        for (size_t i = 0; i < asked; i++)
            cell_of(&table, front, &front->weeks[week], i);
        say_place(&table, front, week);
    }
    table_cell(&table, "as it is");
    for (size_t i = 0; i < asked; i++)
        cell_of(&table, front, &front->as_it_is, i);
    table_cell(&table, "");
    text_say(out, "All finalists, mean of the fresh runs and its range\n");
    table_write(&table, "  ", out);
    table_free(&table);
    text_say(out, front->goals > 1
                      ? "  On the front: no other one is as good in every goal and better in one.\n\n"
                      : "\n");
}

static void say_alone(const struct front *front, struct text *out)
{
    struct text word = {0}, alike = {0};
    if (front_say_alike(&alike, front)) {
        say_capital(out, &alike);
        text_say(out, ".\n\n");
    }
    shell_path(&word, front->results->path);
    text_print(out, "`groundswell week %s --finalist %zu` prints a week alone, to be copied.\n\n", word.bytes,
               front->held[0].week + 1);
    text_free(&word);
}

void front_text(const struct front *front, struct text *out)
{
    struct text kept = {0};
    if (front == NULL)
        return;
    text_say(out, "Weeks you could hold\n\n");
    front_say_search(out, front);
    text_say(out, "\n");
    front_say_kept(&kept, front);
    if (kept.length > 0)
        text_print(out, "%s\n", kept.bytes);
    text_free(&kept);
    text_say(out, "\n");
    for (size_t i = 0; i < front->held_count; i++)
        say_week(out, front, i);
    if (front->held_count == 0) {
        text_say(out, "No week has a value of every goal.\n\n");
        return;
    }
    say_alone(front, out);
    all_finalists(front, out);
    front_say_reach(out, front);
    text_say(out, "\n\n");
}

void front_lines(const struct front *front, struct text *out)
{
    if (front == NULL || front->held_count == 0)
        return;
    text_say(out, "weeks you could hold:\n");
    for (size_t i = 0; i < front->held_count; i++) {
        const struct front_week *week = &front->weeks[front->held[i].week];
        text_say(out, "- ");
        say_heading(out, front, i);
        front_say_lines(out, front->choice->finalists[front->held[i].week].words, "    ");
        text_say(out, "    ");
        for (size_t j = 0; j < front->choice->asked_count; j++) {
            if (front_is_goal_too(front, &front->weeks[front->held[i].week], j))
                continue;
            text_say(out, j == 0 ? "" : "; ");
            say_title(out, measure_of(front, j));
            text_say(out, ": ");
            front_say_mean(out, front, &week->numbers[j], j);
        }
        text_say(out, "\n");
    }
    if (front->kept != KEEPS_SURELY)
        text_say(out, front->kept == KEEPS_PERHAPS ? "no week surely keeps your limits; these perhaps do\n"
                                                   : "no week keeps your limits\n");
}

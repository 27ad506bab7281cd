/* The search for the best weeks of a file: what weeks are judged by, how it went, and which are left. */
#include <math.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

#define OF_CHOICE(name) LAYOUT_CHOICE "/" name

static const double most_counted = 9007199254740992; /* 2^53: above it numbers are no longer whole */

static enum status apart(struct results *results, struct trouble *trouble)
{
    return results_unfit(results, trouble,
                         "the weeks that were chosen in this results file do not fit together");
}

/* A list of numbers of a length that is known. */
static enum status read_column(struct results *results, const char *variable, size_t count, double **numbers,
                               struct trouble *trouble)
{
    size_t length = 0;
    enum status status = results_numbers(results, variable, MOST_NAMES, numbers, &length, trouble);
    return status == STATUS_FINE && length != count ? apart(results, trouble) : status;
}

/* --- what is asked --- */

/* A bound of a limit may be missing; a goal has none, and a limit has one. */
static bool bounds_fit(const struct results_asked *asked)
{
    const bool least = !isnan(asked->least), most = !isnan(asked->most);
    if (isinf(asked->least) || isinf(asked->most))
        return false;
    if (asked->kind != ASKED_LIMIT)
        return !least && !most;
    return (least || most) && !(least && most && asked->least > asked->most);
}

/* Columns of what is asked, each as long as there are measures. */
struct asked_columns {
    struct names measures;
    double *kinds, *least, *most;
};

static enum status read_asked_columns(struct results *results, struct asked_columns *columns,
                                      struct trouble *trouble)
{
    const struct {
        const char *path;
        double **numbers;
    } numbers[] = {{OF_CHOICE(LAYOUT_ASKED_KIND), &columns->kinds},
                   {OF_CHOICE(LAYOUT_ASKED_LEAST), &columns->least},
                   {OF_CHOICE(LAYOUT_ASKED_MOST), &columns->most}};
    enum status status =
        results_list(results, OF_CHOICE(LAYOUT_ASKED_MEASURE), 1, &columns->measures, trouble);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && status == STATUS_FINE; i++)
        status = read_column(results, numbers[i].path, columns->measures.count, numbers[i].numbers, trouble);
    return status;
}

static enum status read_asked(struct results *results, struct results_choice *choice, struct trouble *trouble)
{
    struct asked_columns columns = {0};
    enum status status = read_asked_columns(results, &columns, trouble);
    if (status != STATUS_FINE)
        return status;
    const size_t count = columns.measures.count;
    struct results_asked *asked = ARENA_NEW(&results->arena, struct results_asked, count);
    size_t goals = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t measure = results_find_measure(results, columns.measures.names[i]);
        if (measure == NOT_FOUND || results->measures[measure].extent != EXTENT_RUN ||
            !results_is_place(columns.kinds[i], ASKED_LIMIT + 1))
            return apart(results, trouble);
        asked[i] = (struct results_asked){measure, (enum asked_kind)columns.kinds[i], columns.least[i],
                                          columns.most[i]};
        goals += asked[i].kind != ASKED_LIMIT ? 1 : 0;
        if (!bounds_fit(&asked[i]))
            return apart(results, trouble);
    }
    choice->asked = asked;
    choice->asked_count = count;
    return goals == 0 ? apart(results, trouble) : STATUS_FINE;
}

/* --- how it went --- */

static bool is_count(double number)
{
    return number >= 0 && number <= most_counted && number == floor(number);
}

/* Combinations may be more than can be counted one by one. */
static enum status read_search(struct results *results, struct results_choice *choice,
                               struct trouble *trouble)
{
    const double all = results_number(results, OF_CHOICE(LAYOUT_TRIES_ALL)),
                 searched = results_number(results, OF_CHOICE(LAYOUT_SEARCHED));
    choice->combinations = results_number(results, OF_CHOICE(LAYOUT_WEEKS));
    choice->search_runs = results_number(results, OF_CHOICE(LAYOUT_SEARCH_RUNS));
    choice->impossible = results_number(results, OF_CHOICE(LAYOUT_IMPOSSIBLE));
    if (!(choice->combinations >= 1) || isinf(choice->combinations) || !results_is_place(all, 2) ||
        !is_count(choice->search_runs) || !is_count(choice->impossible) ||
        !results_is_place(searched, choice->weeks.count + 1))
        return apart(results, trouble);
    const double plausible = results_number(results, OF_CHOICE(LAYOUT_PLAUSIBLE)),
                 as_it_is = results_number(results, OF_CHOICE(LAYOUT_AS_IT_IS));
    const size_t last = choice->weeks.count;
    if ((plausible > 0 && !is_count(plausible)) ||
        (as_it_is > 0 && (as_it_is != (double)last || !(searched < (double)last))))
        return apart(results, trouble);
    choice->plausible = plausible > 0 ? (size_t)plausible : 0;
    choice->as_it_is = as_it_is > 0 ? last - 1 : NOT_FOUND;
    choice->tries_all = all == 1;
    choice->searched = (size_t)searched;
    return STATUS_FINE;
}

/* --- what is left --- */

/* A finalist is a week of the search once more, and was run. */
static bool week_fits(const struct results_choice *choice, const struct results_finalist *finalist)
{
    const size_t factors = choice->weeks.factor_count;
    const double *values = choice->weeks.values;
    for (size_t i = 0; i < factors; i++)
        if (values[finalist->world * factors + i] != values[finalist->tried * factors + i])
            return false;
    return choice->weeks.runs[finalist->world] > 0;
}

/* All finalists begin with the luck of the first replication of the scenario itself; else none is a pair. */
static enum status read_luck(struct results *results, struct results_choice *choice, struct trouble *trouble)
{
    double *luck = NULL;
    enum status status =
        read_column(results, LAYOUT_WORLDS "/" LAYOUT_LUCK, choice->weeks.count, &luck, trouble);
    choice->is_paired = status == STATUS_FINE;
    for (size_t i = choice->searched; status == STATUS_FINE && i < choice->weeks.count; i++)
        choice->is_paired = choice->is_paired && luck[i] == (double)results->first_replication;
    return status;
}

static enum status read_finalists(struct results *results, struct results_choice *choice,
                                  struct trouble *trouble)
{
    struct names sections = {0}, words = {0};
    double *tried = NULL;
    const size_t count = choice->weeks.count - choice->searched - (choice->as_it_is == NOT_FOUND ? 0 : 1);
    enum status status = read_column(results, OF_CHOICE(LAYOUT_FINALIST_TRIED), count, &tried, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, OF_CHOICE(LAYOUT_FINALIST_SECTIONS), 0, &sections, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, OF_CHOICE(LAYOUT_FINALIST_WORDS), 0, &words, trouble);
    if (status != STATUS_FINE)
        return status;
    if (sections.count != count || words.count != count)
        return apart(results, trouble);
    struct results_finalist *finalists = ARENA_NEW(&results->arena, struct results_finalist, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (!results_is_place(tried[i] - 1, choice->searched))
            return apart(results, trouble);
        finalists[i] = (struct results_finalist){choice->searched + i, (size_t)tried[i] - 1,
                                                 sections.names[i], words.names[i]};
        if (!week_fits(choice, &finalists[i]))
            return apart(results, trouble);
    }
    choice->finalists = finalists;
    choice->finalist_count = count;
    return STATUS_FINE;
}

static bool all_are_choices(const struct results_worlds *weeks)
{
    for (size_t i = 0; i < weeks->count * weeks->factor_count; i++)
        if (!results_is_place(weeks->values[i], weeks->factors[i % weeks->factor_count].choices.count))
            return false;
    return weeks->factor_count > 0;
}

enum status results_read_choice(struct results *results, const struct results_worlds *weeks,
                                struct trouble *trouble)
{
    struct results_choice *choice = ARENA_NEW(&results->arena, struct results_choice, 1);
    choice->weeks = *weeks;
    if (results->designs.count != 1 || !all_are_choices(weeks))
        return apart(results, trouble);
    enum status status = read_asked(results, choice, trouble);
    if (status == STATUS_FINE)
        status = read_search(results, choice, trouble);
    if (status == STATUS_FINE)
        status = read_finalists(results, choice, trouble);
    if (status == STATUS_FINE)
        status = read_luck(results, choice, trouble);
    results->choice = choice;
    return status;
}

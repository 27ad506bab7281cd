/* What a method file may say, what its table cannot check, and what follows from its stages. */
#include <stddef.h>
#include <string.h>

#include "base/require.h"
#include "checking.h"
#include "conversation/rules.h"
#include "gathering/choreography.h"
#include "gathering/verbs.h"

#define COUNT(table)   (sizeof(table) / sizeof((table)[0]))
#define STAGE(member)  offsetof(struct stage, member)
#define METHOD(member) offsetof(struct method, member)

// clang-format off
static const struct field stage_fields[] = {
    {FIELD(CHOICE, "do", STAGE(verb), MUST_BE_GIVEN), MEANS("What happens") /* those of all mechanisms */},
    {FIELD(TEXT, "title", STAGE(title), LEFT_OUT), MEANS("A name for the run sheet")},
    {FIELD(DURATION, "lasts", STAGE(lasts), LEFT_OUT), ALLOWED(0, 24), UNIT("min"), MEANS("How long each round lasts at most; left out, until it is done or the session ends")},
    {FIELD(DURATION, "work", STAGE(work), LEFT_OUT), ALLOWED(0, 8760), UNIT("min"), MEANS("Work that the circles share: the stage lasts work / circles")},
    {FIELD(COUNT, "times", STAGE(times), "1"), ALLOWED(1, 100000), MEANS("Rounds; people are seated anew for each")},
    {FIELD(CHOICE, "seating", STAGE(seating), "plenary"), MEANS("Who sits with whom"), ONE_OF(seating_rules)},
    {FIELD(COUNT, "circle_size", STAGE(circle_size), "10"), ALLOWED(1, 1000000000), MEANS("People in a circle, about")},
    {FIELD(COUNT, "circles", STAGE(circles), "0"), ALLOWED(0, 1000000), MEANS("Number of circles, or of spaces in a market; 0: as many as their size says")},
    {FIELD(SWITCH, "host_stays", STAGE(host_stays), "no"), MEANS("Whether the host of a circle keeps her seat from round to round")},
    {FIELD(COUNT, "inner_size", STAGE(inner_size), "5"), ALLOWED(1, 1000000), MEANS("People in the middle, with `seating: inner`"), FOUND_IN("four to six chairs of a fishbowl, c2.com and unitar"), PLAUSIBLE("3", "8", "four to six chairs, and one more or less"), OBSERVABLE},
    {FIELD(CHOICE, "outer", STAGE(outer), "nothing"), MEANS("What those have who sit around a circle"), ONE_OF(outer_rules)},
    {FIELD(DURATION, "confer", STAGE(confer), LEFT_OUT), ALLOWED(0, 24), UNIT("min"), MEANS("How long delegates talk with their groups after each round, or before a proposal is called; left out, not at all")},
    {FIELD(SWITCH, "repeats", STAGE(repeats), "yes"), MEANS("Whether a second round tells again what was voiced in the first; no: each circle goes on where the circle in its place stopped")},
    {FIELD(SWITCH, "facilitated", STAGE(facilitated), "yes"), MEANS("Whether somebody holds a circle together, so that it has one channel")},
    {FIELD(CHOICE, "movement", STAGE(movement), "none"), MEANS("Whether people change circles while they talk"), ONE_OF(movement_rules)},
    {FIELD(RATE, "leave_rate", STAGE(leave_rate), LEFT_OUT), ALLOWED(0, 3600), UNIT("h-1"), MEANS("How often a person leaves a circle, in place of gathering.two_feet")},
    {FIELD(RATE, "join_rate", STAGE(join_rate), LEFT_OUT), ALLOWED(0, 3600), UNIT("h-1"), MEANS("How often somebody who walks sits down again (left out, at once), who stands alone joins a circle, or the empty chair is taken")},
    {FIELD(CHOICE, "floor", STAGE(floor), "open"), MEANS("Who speaks next"), ONE_OF(floor_rules)},
    {FIELD(DURATION, "cap", STAGE(cap), LEFT_OUT), ALLOWED(0, 24), UNIT("min"), MEANS("Longest turn; in a market, the time for one announcement")},
    {FIELD(COUNT, "turns_each", STAGE(turns_each), "0"), ALLOWED(0, 1000000), MEANS("The stage is done when every circle had so many turns for each member; 0: not counted")},
    {FIELD(CHOICE, "shares", STAGE(shares), "facets"), MEANS("What is shared"), ONE_OF(sharing_rules)},
    {FIELD(CHOICE, "matter", STAGE(matter), "none"), MEANS("What is talked about"), ONE_OF(matter_rules)},
    {FIELD(SHARE, "posts", STAGE(posts), "22 %"), ALLOWED(0, 1), MEANS("In a market: share of those present who post a question of their own"), FITTED_TO("the middle of the 40 to 70 topics that 250 people post, Owen 2008"), PLAUSIBLE("16 %", "28 %", "40 to 70 topics that 250 people post, Owen 2008")},
    {FIELD(COUNT, "most_items", STAGE(most_items), "0"), ALLOWED(0, 1000000), MEANS("Proposals taken up in one session at most; 0: no limit")},
};

static const struct field method_fields[] = {
    {FIELD(TEXT, "title", METHOD(title), MUST_BE_GIVEN), MEANS("What the method is called")},
    {FIELD(TEXT, "meaning", METHOD(meaning), LEFT_OUT), MEANS("What it is, in a sentence")},
    {FIELD(TEXT, "source", METHOD(source), LEFT_OUT), MEANS("Where its numbers are from")},
    {FIELD(CHOICE, "use", METHOD(use), "other"), MEANS("What it is for, so that `groundswell methods` can list it there"), ONE_OF(method_uses)},
    {FIELD(TEXT, "recommended_for", METHOD(recommended_for), LEFT_OUT), MEANS("What kind of question those who practise it recommend it for")},
    {FIELD(TEXT, "who_decides", METHOD(who_decides), LEFT_OUT), MEANS("Who decides, where that does not follow from a stage with `do: decide`")},
    {FIELD(LIST, "stages", METHOD(stages), MUST_BE_GIVEN), MEANS("What happens, stage by stage") /* the joined one */},
};
// clang-format on

// clang-format off
static const struct choice use_decisions = {"decisions", "many simple decisions", "assemblies and spokes councils of 2011-12"};
static const struct choice use_question  = {"question", "one question of many sides", "Brown & Isaacs 2005, The World Cafe; Owen 2008, Open Space Technology"};
static const struct choice use_contested = {"contested", "a contested question", "guides of dialogue between sides"};
static const struct choice use_vision    = {"vision", "a vision", "Scharmer 2009, Theory U"};
static const struct choice use_feelings  = {"feelings", "tension and feelings", "Baldwin 1998, Calling the Circle"};
static const struct choice use_needs     = {"needs", "who needs what, and who can give it", "gift circles, Lo 2009"};
static const struct choice use_days      = {"days", "a meeting of several days", "Weisbord & Janoff 2010, Future Search; Cooperrider & Whitney 2005, Appreciative Inquiry"};
static const struct choice use_groups    = {"groups", "working groups, and talk between them", "working groups of New York, 2011-12"};
static const struct choice use_other     = {"other", "anything else", "methods that do not say what they are for"};
// clang-format on

const struct choice *const method_uses[] = {&use_decisions, &use_question, &use_contested, &use_vision,
                                            &use_feelings,  &use_needs,    &use_days,      &use_groups,
                                            &use_other,     NULL};

struct section *method_table(const struct stage_parts *parts, struct arena *arena)
{
    struct field *stage = ARENA_NEW(arena, struct field, COUNT(stage_fields) + parts->field_count);
    memcpy(stage, stage_fields, sizeof stage_fields);
    stage[0].choices = parts->verbs;
    if (parts->field_count > 0)
        memcpy(stage + COUNT(stage_fields), parts->fields, parts->field_count * sizeof *stage);
    struct section *stages = ARENA_NEW(arena, struct section, 1);
    *stages = (struct section){"stages", "The stages of a method, in their order.", sizeof(struct stage),
                               stage, COUNT(stage_fields) + parts->field_count};
    struct field *fields = ARENA_NEW(arena, struct field, COUNT(method_fields));
    memcpy(fields, method_fields, sizeof method_fields);
    fields[COUNT(method_fields) - 1].section = stages;
    struct section *method = ARENA_NEW(arena, struct section, 1);
    *method = (struct section){"method", "A method of meeting, as a run sheet.", sizeof(struct method),
                               fields, COUNT(method_fields)};
    return method;
}

/* --- what a table cannot say --- */

/* In memory 0 stands for "left out"; a person who writes 0 means something else. */
static void check_zero(struct node *node, const char *key, double value, const char *advice,
                       struct trouble *trouble)
{
    const struct node *given = node_at(node, key);
    if (given != NULL && value <= 0)
        node_trouble(trouble, given, "`%s` cannot be 0; %s", key, advice);
}

static void check_zeros(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    check_zero(node, "lasts", sim_hours(stage->lasts),
               "leave it out for a stage that goes on until it is done", trouble);
    check_zero(node, "work", sim_hours(stage->work), "leave it out where circles share no work", trouble);
    check_zero(node, "cap", sim_hours(stage->cap), "leave it out for turns of any length", trouble);
    check_zero(node, "leave_rate", stage->leave_rate, "write `movement: none` where nobody leaves", trouble);
    check_zero(node, "join_rate", stage->join_rate, "leave it out for people who sit down at once", trouble);
    check_zero(node, "confer", sim_hours(stage->confer), "leave it out where delegates do not confer",
               trouble);
}

/* In a market these set the spaces. In any other stage where all sit in one circle there is nothing to
 * choose. */
static void check_circles(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    static const char *const keys[] = {"circles", "circle_size"};
    if (stage->verb->opens_market || !stage->seating->in_one)
        return;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *key = node_at(node, keys[i]);
        if (key != NULL)
            node_key_trouble(trouble, key,
                             "`%s` needs a `seating` in circles, such as `random`; all sit in one here",
                             keys[i]);
    }
}

/* A record is one of an inquiry: of what circles say, or report, about it. */
static void check_record(const struct method *method, const struct stage *stage, struct node *node,
                         struct trouble *trouble)
{
    const struct node *record = node_at(node, "record");
    if (record == NULL || !stage->record)
        return;
    if (!stage->verb->recordable)
        node_trouble(trouble, record, "nothing is said about an inquiry in `%s` that a record could keep",
                     stage->verb->choice.name);
    else if (stage->verb->talks && !stage->matter->of_inquiry)
        node_trouble(trouble, record,
                     "a record is of an inquiry: this stage needs `matter: inquiry` or `aspect`");
    else if (!method_meets_inquiry(method))
        node_trouble(trouble, record,
                     "a record is of an inquiry, and no stage of this method has `matter: inquiry` or "
                     "`aspect`");
}

static void check_stage(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    require(stage->verb != NULL); /* a stage without a verb was reported before, and is not checked here */
    check_zeros(stage, node, trouble);
    check_circles(stage, node, trouble);
    if (stage->verb->needs_time && stage->lasts == 0 && node_at(node, "lasts") == NULL)
        node_trouble(trouble, node, "`%s` needs to be told how long it `lasts`", stage->verb->choice.name);
    if (stage->lasts > 0 && stage->work > 0)
        node_trouble(trouble, node, "a stage has either `lasts` or `work`, not both");
}

static bool decides(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb != NULL && stages[i].verb->decides)
            return true;
    return false;
}

static void check_deciders(const struct method *method, struct node *tree, struct trouble *trouble)
{
    const struct node *said = node_at(tree, "who_decides");
    if (said != NULL && decides(method))
        node_key_trouble(trouble, said,
                         "who decides follows from the stages with `do: decide`; take `who_decides` out");
}

void method_check(const struct method *method, struct node *tree, struct trouble *trouble)
{
    const struct node *list = node_at(tree, "stages");
    const struct stage *stages = method->stages.items, *market = NULL;
    if (list != NULL && method->stages.count == 0 && !told_about(trouble, list))
        node_trouble(trouble, list,
                     "a method needs a stage at least, as in `- {do: converse, lasts: 30 min}`");
    check_deciders(method, tree, trouble);
    struct seated before = {0};
    struct node *node = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < method->stages.count && node != NULL; i++, node = node->next) {
        const struct stage *stage = &stages[i];
        bool is_market = stage->verb != NULL && stage->verb->opens_market; /* NULL: no such verb */
        if (!told_about(trouble, node)) {
            check_stage(stage, node, trouble);
            choreography_check(stage, &before, node, trouble);
            check_record(method, stage, node, trouble);
            if (stage->matter->of_task && stage->verb != NULL && !stage->verb->talks)
                node_key_trouble(trouble, node_at(node, "matter"),
                                 "people talk about tasks in a stage with `do: converse` only");
            if (stage->matter->posted && market == NULL)
                node_trouble(trouble, node,
                             "`matter: posted` needs a stage with `do: market` before this one");
            if (is_market && market != NULL)
                node_trouble(trouble, node, "a method has one market at most, for all its slots");
        }
        market = is_market ? stage : market;
        choreography_seats(stage, &before);
    }
}

/* --- what follows from its stages --- */

/* Where others sit around a circle, or come in from there; where delegates confer; where people make circles
 * themselves. */
static bool is_in_one(const struct stage *stage)
{
    return stage->seating->around || stage->movement->chairs || stage->movement->mingles || stage->confer > 0;
}

void method_prepare(struct method *method)
{
    struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        stages[i].manner = (struct manner){
            .floor = stages[i].floor,
            .cap = stages[i].cap,
            .shares = stages[i].shares->shares,
            .facilitated = stages[i].facilitated,
            .in_one = is_in_one(&stages[i]),
        };
    for (size_t i = 0; i < method->stages.count; i++)
        stages[i].conferring = (struct manner){
            .floor = floor_without_hands(),
            .shares = SHARE_FACETS,
            .facilitated = true,
        };
}

bool method_meets_proposals(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->decides || stages[i].matter->of_agenda)
            return true;
    return false;
}

bool method_meets_questions(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].matter->asks || (stages[i].verb->opens_market && stages[i].posts > 0))
            return true;
    return false;
}

bool method_meets_inquiry(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].matter->of_inquiry)
            return true;
    return false;
}

bool method_meets_tasks(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].matter->of_task)
            return true;
    return false;
}

bool method_meets_aspects(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].matter->of_inquiry && stages[i].matter->aspect != NULL)
            return true;
    return false;
}

const char *method_deciders(const struct method *method, struct arena *arena)
{
    const struct stage *stages = method->stages.items;
    const char *seated = NULL, *said = NULL, *last = NULL;
    for (size_t i = 0; i < method->stages.count; i++) {
        if (stages[i].seating->deciders != NULL)
            seated = stages[i].seating->deciders;
        if (!stages[i].verb->decides || seated == NULL || seated == last)
            continue;
        said = said == NULL ? seated : arena_print(arena, "%s, then %s", said, seated);
        last = seated;
    }
    if (said == NULL && method->who_decides != NULL)
        return method->who_decides;
    return said;
}

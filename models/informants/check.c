/* What a table of stages cannot say of informants: whether there is something that only they know, and a
 * place for them. */
#include "checking.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "informants/informants_parts.h"
#include "links/links.h"
#include "people/people.h"
#include "scenario.h"

static bool has_informants(const struct method *method)
{
    const struct stage *stages = method == NULL ? NULL : method->stages.items;
    for (size_t i = 0; stages != NULL && i < method->stages.count; i++)
        if (stages[i].informants > 0)
            return true;
    return false;
}

bool informants_are_asked(const struct scenario *scenario)
{
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (has_informants(lines[i].method))
            return true;
    return false;
}

/* NULL: informants can sit in the circles of this stage. */
static const char *cannot_sit(const struct stage *stage)
{
    if (!stage->verb->talks || !stage->matter->of_inquiry)
        return "this method has informants in a stage that is no talk about an inquiry: they need `do: "
               "converse` "
               "and `matter: inquiry` or `aspect`";
    if (stage->movement->mingles || stage->movement->chairs)
        return "this method has informants where people make circles themselves, or take chairs in the "
               "middle "
               "(`movement`): informants keep their seats";
    if (stage->confer > 0)
        return "this method has informants in a stage where delegates get up to confer (`confer`): "
               "informants "
               "would sit alone";
    return NULL;
}

static bool leans(double support)
{
    return support < 0.5 || support > 0.5;
}

static void check_side(const struct checking *checking, const char *name, const struct node *hold)
{
    const struct side_settings *sides = checking_settings(checking, &side_section);
    const struct side_kind *kinds = sides->kinds.items;
    uint32_t side = informants_side(sides, name);
    if (side == NOBODY)
        node_trouble(
            checking->trouble, hold,
            "this method has informants of a side (`informants_side: %s`), and no side of the scenario "
            "has this name (`sides.kinds`)",
            name);
    else if (!leans(kinds[side].support))
        node_trouble(checking->trouble, hold,
                     "this method has informants of a side (`informants_side: %s`) that leans neither way "
                     "(`support`), so nothing speaks for it",
                     name);
    else if (sides->contested_questions <= 0)
        node_trouble(
            checking->trouble, hold,
            "this method has informants of a side (`informants_side: %s`), and sides lean apart on no "
            "inquiry (`sides.contested_questions`)",
            name);
}

static void check_stage(const struct checking *checking, const struct stage *stage, const struct node *hold)
{
    const char *refusal = stage->informants > 0 ? cannot_sit(stage) : NULL;
    if (refusal != NULL)
        node_trouble(checking->trouble, hold, "%s", refusal);
    else if (stage->informants_side != NULL && stage->informants == 0)
        node_trouble(
            checking->trouble, hold,
            "this method says on which side informants are (`informants_side`) in a stage that has none "
            "(`informants`)");
    else if (stage->informants_side != NULL)
        check_side(checking, stage->informants_side, hold);
}

/* Something is outside, and guests have places. */
static void check_line(const struct checking *checking, const struct calendar_entry *line,
                       const struct node *hold)
{
    const struct stage *stages = line->method->stages.items;
    for (size_t i = 0; i < line->method->stages.count && !told_about(checking->trouble, hold); i++)
        check_stage(checking, &stages[i], hold);
    if (!has_informants(line->method) || told_about(checking->trouble, hold) || line->inquiry_number == 0)
        return;
    const struct field_list *inquiries = checking_settings(checking, &inquiry_section);
    const struct inquiry_settings *all = inquiries->items, *inquiry = &all[line->inquiry_number - 1];
    const struct people_settings *people = checking_settings(checking, &people_section);
    struct facet_set outside = inquiry_outside(inquiry);
    if (facet_count(&outside) == 0)
        node_trouble(checking->trouble, hold,
                     "this method has informants, who know what is outside, and nothing of `%s` is "
                     "(`outside: %g %%`)",
                     inquiry->name, inquiry->outside * 100);
    else if (people->guest_room == 0)
        node_trouble(checking->trouble, hold,
                     "this method has informants, who sit in places of guests, and there are none "
                     "(`people.guest_room`)");
}

/* What is convened is about no inquiry. */
static void check_convened(const struct checking *checking, const struct calendar_entry *line,
                           const struct node *hold, const char *what)
{
    if (hold != NULL && has_informants(line->method) && !told_about(checking->trouble, hold))
        node_trouble(checking->trouble, hold,
                     "this method has informants, who know of an inquiry, and %s is about none", what);
}

void informants_check(const struct checking *checking)
{
    const struct node *inquiries = node_at(checking->tree, "inquiries");
    bool sound = (inquiries == NULL || !told_about(checking->trouble, inquiries)) &&
                 is_sound(checking, "people") && is_sound(checking, "sides");
    if (sound)
        calendar_each_held(checking, check_line);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct link_settings *links = checking_settings(checking, &link_section);
    check_convened(checking, &groups->meetings,
                   node_at(node_at(node_at(checking->tree, "groups"), "meetings"), "hold"),
                   "a meeting of a working group");
    check_convened(checking, &groups->plannings,
                   node_at(node_at(node_at(checking->tree, "groups"), "plannings"), "hold"),
                   "a planning of a working group");
    check_convened(checking, &links->calls,
                   node_at(node_at(node_at(checking->tree, "links"), "calls"), "hold"),
                   "a call of linked groups");
}

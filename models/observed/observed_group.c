/* What a file says of a group: where it is, what it works on, what it knows. */
#include <math.h>
#include <string.h>

#include "checking.h"
#include "observed/observed_parts.h"
#include "scenario/quote.h"

/* Three times 33.3 % counts as 100 %. */
static const double share_rounding = 0.002;

static const struct field hours_field = {
    .name = "effort", .kind = FIELD_REAL, .usual = "", .least = 0, .most = 1e12, .unit = "h"};
static const struct field share_field = {
    .name = "topics", .kind = FIELD_SHARE, .usual = "", .least = 0, .most = 1};

static double number_in(struct observing *observing, const struct field *field, const struct node *node)
{
    double number = 0;
    field_parse(field, node, &number, observing->trouble);
    return number;
}

static uint32_t topic_of(struct observing *observing, const struct node *node)
{
    return names_key_number(&observing->topics, observing->topics_manner, node, observing->trouble);
}

/* --- hours --- */

static size_t count_items(const struct node *node)
{
    size_t count = 0;
    for (const struct node *topic = node->first; topic != NULL; topic = topic->next)
        count += topic->kind == NODE_MAP ? node_count(topic) : 0;
    return count;
}

/* Two topics may have items of the same name. */
static uint32_t item_of(struct observing *observing, const struct node *topic, const struct node *item)
{
    const char *name = arena_print(observing->arena, "%zu %s %s", strlen(topic->key), topic->key, item->key);
    struct name_book *book = &observing->work.book;
    book->arena = observing->arena;
    if (names_find(&observing->work, name) == NO_NUMBER &&
        name_check(item->key, item, NAME_IS_KEY, observing->trouble) == STATUS_FINE)
        name_book_add(book, names_find(&observing->topics, topic->key), item->key, item, NAME_IS_KEY,
                      observing->trouble);
    return names_add(&observing->work, name);
}

/* Returns the hours of all items of the topic. */
static double take_items(struct observing *observing, const struct node *topic, struct effort *items,
                         size_t *count)
{
    double sum = 0;
    for (const struct node *item = topic->first; item != NULL; item = item->next) {
        double hours = number_in(observing, &hours_field, item);
        items[(*count)++] = (struct effort){item_of(observing, topic, item), hours};
        sum += hours;
    }
    return sum;
}

void observing_hours(struct observing *observing, const struct node *node, struct efforts *topics,
                     struct efforts *work)
{
    *topics = (struct efforts){0};
    if (node->kind != NODE_MAP || node->first == NULL) {
        node_trouble(observing->trouble, node,
                     "`effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}");
        return;
    }
    struct effort *hours = ARENA_NEW(observing->arena, struct effort, node_count(node));
    struct effort *items = ARENA_NEW(observing->arena, struct effort, count_items(node) + 1);
    size_t count = 0, item_count = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        uint32_t topic = topic_of(observing, child);
        double much = child->kind == NODE_MAP ? take_items(observing, child, items, &item_count)
                                              : number_in(observing, &hours_field, child);
        if (topic != NO_NUMBER)
            hours[count++] = (struct effort){topic, much};
    }
    *topics = (struct efforts){hours, count};
    if (work != NULL)
        *work = (struct efforts){items, item_count};
}

/* --- topics --- */

static struct efforts shares_alike(struct observing *observing, const struct node *node)
{
    struct number_set topics =
        names_numbers(&observing->topics, observing->topics_manner, node, observing->trouble);
    struct effort *shares = ARENA_NEW(observing->arena, struct effort, topics.count + 1);
    for (size_t i = 0; i < topics.count; i++)
        shares[i] = (struct effort){topics.items[i], 1 / (double)topics.count};
    return (struct efforts){shares, topics.count};
}

static struct efforts shares_given(struct observing *observing, const struct node *node)
{
    struct effort *shares = ARENA_NEW(observing->arena, struct effort, node_count(node) + 1);
    size_t count = 0, before = observing->trouble->count;
    double sum = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        uint32_t topic = topic_of(observing, child);
        double share = number_in(observing, &share_field, child);
        sum += share;
        if (topic != NO_NUMBER)
            shares[count++] = (struct effort){topic, share};
    }
    if (observing->trouble->count == before && !(fabs(sum - 1) <= share_rounding))
        node_key_trouble(observing->trouble, node,
                         "the shares of `topics` add up to %.6g %%, but they must to 100 %%", 100 * sum);
    for (size_t i = 0; i < count && sum > 0; i++)
        shares[i].much /= sum;
    return (struct efforts){shares, count};
}

static struct efforts take_topics(struct observing *observing, const struct node *node)
{
    if (node_is_empty(node) || (node->kind != NODE_SCALAR && node->first == NULL)) {
        node_key_trouble(observing->trouble, node,
                         "`topics` is empty; a group works on a topic at least, as in `topics: [food]`");
        return (struct efforts){0};
    }
    return node->kind == NODE_MAP ? shares_given(observing, node) : shares_alike(observing, node);
}

/* The hours of a group say what it works on; if the file names its topics too, hours must be for these only.
 */
static void check_topics_of_hours(struct observing *observing, const struct known_group *known,
                                  struct efforts topics, const struct node *effort)
{
    size_t left = known->topics.count;
    for (const struct node *child = effort->first; child != NULL && left > 0; child = child->next) {
        uint32_t topic = names_find(&observing->topics, child->key);
        bool named = topic == NO_NUMBER;
        for (size_t i = 0; i < topics.count; i++)
            named = named || topics.items[i].on == topic;
        if (!named)
            node_key_trouble(observing->trouble, child,
                             "effort goes into `%s`, which is none of the `topics`",
                             quote_of(child->key).text);
    }
}

static void take_work(struct observing *observing, struct known_group *known,
                      const struct written_group *group)
{
    struct efforts shares = {0};
    if (group->topics != NULL)
        shares = take_topics(observing, group->topics);
    if (group->effort != NULL) {
        observing_hours(observing, group->effort, &known->topics, &known->work);
        known->gives_hours = true;
        if (group->topics != NULL && group->topics->kind == NODE_MAP)
            node_key_trouble(observing->trouble, group->topics,
                             "`effort` tells how the work is shared; leave out the shares of `topics`");
        else if (group->topics != NULL)
            check_topics_of_hours(observing, known, shares, group->effort);
    } else if (group->topics != NULL && known->gives_hours) {
        node_key_trouble(observing->trouble, group->topics,
                         "this group gives its hours; tell with `effort` what it works on now");
    } else if (group->topics != NULL) {
        known->shares = shares;
    }
}

/* Without hours, the number of members is the effort. */
static void split_members(struct observing *observing, struct known_group *known)
{
    struct effort *efforts = ARENA_NEW(observing->arena, struct effort, known->shares.count + 1);
    for (size_t i = 0; i < known->shares.count; i++)
        efforts[i] =
            (struct effort){known->shares.items[i].on, known->shares.items[i].much * (double)known->members};
    known->topics = (struct efforts){efforts, known->shares.count};
}

/* --- the whole group --- */

static void check_new(struct observing *observing, const struct written_group *group, struct node *node)
{
    const struct quote name = quote_of(group->name);
    struct trouble *trouble = observing->trouble;
    if (node_at(node, "site") == NULL)
        node_trouble(trouble, node, "`site` must be given where `%s` is first told of", name.text);
    if (group->topics == NULL && group->effort == NULL)
        node_trouble(trouble, node, "`topics` or `effort` must say what `%s` works on", name.text);
}

/* Hours and members are different things, and effort is added up over groups. */
static void check_unit(struct observing *observing, const struct known_group *known,
                       const struct written_group *group, const struct node *node)
{
    const enum effort_unit unit = known->gives_hours ? EFFORT_HOURS : EFFORT_MEMBERS;
    if (observing->first_group == NULL) {
        observing->first_group = node;
        observing->unit = unit;
    }
    const int line = observing->first_group->line;
    if (unit == EFFORT_HOURS && observing->unit == EFFORT_MEMBERS)
        node_trouble(observing->trouble, group->effort,
                     "this group gives hours and the one in line %d none; effort is added up, so all "
                     "groups give it or none",
                     line);
    else if (unit == EFFORT_MEMBERS && observing->unit == EFFORT_HOURS)
        node_trouble(observing->trouble, node,
                     "this group gives no `effort` and the one in line %d does; effort is added up, so all "
                     "groups give it or none",
                     line);
    else if (unit == EFFORT_MEMBERS && known->members == 0)
        node_trouble(observing->trouble, node, "`members` or `effort` must say how much `%s` does",
                     quote_of(group->name).text);
}

void observing_take_group(struct observing *observing, const struct written_group *group, struct node *node)
{
    struct trouble *trouble = observing->trouble;
    struct known_group *known = &observing->known[names_find(&observing->groups, group->name)];
    if (known->presence == PRESENCE_NONE)
        check_new(observing, group, node);
    known->presence = PRESENCE_HERE;
    const struct node *site = node_at(node, "site");
    if (site != NULL && site->kind == NODE_SCALAR)
        known->site = names_number(&observing->sites, NAMES_CLOSED, site, trouble);
    if (group->members > 0)
        known->members = group->members;
    take_work(observing, known, group);
    if (group->facets != NULL)
        known->facets = names_numbers(&observing->facets, NAMES_OPEN, group->facets, trouble);
    if (!told_about(trouble, node))
        check_unit(observing, known, group, node);
    if (!known->gives_hours)
        split_members(observing, known);
}

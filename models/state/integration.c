#include "state/integration.h"

#include <math.h>

#include "random/student.h"
#include "state/partition.h"
#include "state/pieces.h"
#include "state/required.h"
#include "state/waves.h"

static const char *const no_groups = "there are no groups";
static const char *const no_pairs = "no two groups are required to work together";
static const char *const no_links = "there are no links";

/* What one thread needs. */
struct looking {
    struct requirement *requirement;
    struct wave wave;
    wide *at;        /* at each distance, in the piece that is looked at: how many, by word of sources */
    uint64_t *pairs; /* at each distance, in all of its pieces */
    uint32_t furthest;
};

/* What the groups of one word know: each word is a group of sources of its own. */
struct word_found {
    double reached; /* sum of 1/d over their required pairs */
    uint64_t pairs;
};

struct integrating {
    const struct state_view *view;
    struct sources sources;
    struct looking *lookings;
    struct word_found *words; /* WIDE_WORDS a piece */
};

static uint32_t threads_for(const struct state_view *view, const struct sources *sources)
{
    uint32_t threads = view->terms.threads > 0 ? view->terms.threads : 1;
    return threads < sources->pieces ? threads : sources->pieces;
}

static void take_piece(const struct looking *looking, uint32_t furthest, struct word_found *words)
{
    for (uint32_t word = 0; word < WIDE_WORDS; word++)
        for (uint32_t distance = 1; distance <= furthest; distance++)
            words[word].reached += (double)looking->at[distance][word] / distance;
}

static void look_from(void *context, uint32_t worker, uint32_t piece)
{
    const struct integrating *integrating = context;
    struct looking *looking = &integrating->lookings[worker];
    struct requirement *requirement = looking->requirement;
    struct word_found *words = &integrating->words[(size_t)piece * WIDE_WORDS];
    struct wide_count required = {.waiting = 0};
    required_find(requirement, &integrating->sources, piece, &required);
    for (uint32_t word = 0; word < WIDE_WORDS; word++)
        words[word].pairs = required.words[word];
    if (wide_sum(&required.words) == 0)
        return;
    wave_start(&looking->wave, requirement->sources, requirement->count);
    uint32_t distance = 0;
    for (bool moves = true; moves; distance++) {
        struct wide_count reached = {.waiting = 0};
        moves = wave_step(&looking->wave, requirement->pairs, &reached);
        looking->at[distance + 1] = reached.words;
        looking->pairs[distance + 1] += wide_sum(&reached.words);
    }
    looking->furthest = distance > looking->furthest ? distance : looking->furthest;
    take_piece(looking, distance, words);
}

static struct integrating integrating_of(const struct state_view *view, struct sources sources)
{
    uint32_t threads = threads_for(view, &sources);
    struct integrating integrating = {
        .view = view,
        .sources = sources,
        .lookings = ARENA_NEW(view->arena, struct looking, (size_t)threads + 1),
        .words = ARENA_NEW(view->arena, struct word_found, (size_t)sources.pieces * WIDE_WORDS + 1),
    };
    for (uint32_t i = 0; i < threads; i++)
        integrating.lookings[i] = (struct looking){
            .requirement = &required_room(view)[i],
            .wave = wave_of(&view->links, &view->components, view->arena),
            .at = ARENA_NEW(view->arena, wide, (size_t)view->state->group_count + 2),
            .pairs = ARENA_NEW(view->arena, uint64_t, (size_t)view->state->group_count + 2),
        };
    pieces_share(threads, sources.pieces, look_from, &integrating);
    return integrating;
}

/* Pairs at each distance are counted, and the sum taken over distances: numbering the groups in another way,
 * or more threads, give the same bits. */
static double sum_over_distances(const struct integrating *integrating)
{
    uint32_t threads = threads_for(integrating->view, &integrating->sources), furthest = 0;
    for (uint32_t i = 0; i < threads; i++)
        if (integrating->lookings[i].furthest > furthest)
            furthest = integrating->lookings[i].furthest;
    double sum = 0;
    for (uint32_t distance = 1; distance <= furthest; distance++) {
        uint64_t pairs = 0;
        for (uint32_t i = 0; i < threads; i++)
            pairs += integrating->lookings[i].pairs[distance];
        sum += (double)pairs / distance;
    }
    return sum;
}

/* Half of the range of a ratio of sums over clusters drawn without replacement (Cochran 1977, Sampling
 * Techniques, 6.4 and 9A.2), where the words of sources are the clusters. */
static double half_range(const struct integrating *integrating, double ratio, double required)
{
    const struct sources *sources = &integrating->sources;
    double squares = 0, left_out = 1 - sources->count / (double)integrating->view->state->group_count;
    uint32_t words = 0;
    for (uint32_t piece = 0; piece < sources->pieces; piece++)
        for (uint32_t word = 0; word * 64 < required_in_piece(sources, piece); word++, words++) {
            const struct word_found *found = &integrating->words[piece * WIDE_WORDS + word];
            double off = found->reached - ratio * (double)found->pairs;
            squares += off * off;
        }
    double deviation = sqrt(words * squares / (words - 1) * left_out) / required;
    return student_range(words - 1) * deviation;
}

static void integrate(const struct state_view *view)
{
    const struct state_terms *terms = &view->terms;
    uint32_t groups = view->state->group_count;
    bool exact = groups <= terms->exact_up_to || groups <= terms->sampled;
    const struct integrating integrating =
        integrating_of(view, exact ? required_from_all(view) : required_from_sample(view, terms->sampled));
    uint64_t required = 0;
    for (uint32_t i = 0; i < integrating.sources.pieces * WIDE_WORDS; i++)
        required += integrating.words[i].pairs;
    view->taken->integrated = true;
    view->taken->integration = view->taken->within = not_defined(no_pairs);
    if (required == 0)
        return;
    double ratio = sum_over_distances(&integrating) / (double)required;
    view->taken->integration = measured(ratio);
    view->taken->within = measured(exact ? 0 : half_range(&integrating, ratio, (double)required));
}

struct measured integration(const struct state_view *view)
{
    if (!view->taken->integrated)
        integrate(view);
    return view->taken->integration;
}

struct measured integration_within(const struct state_view *view)
{
    integration(view);
    return view->taken->within;
}

struct measured links_per_group(const struct state_view *view)
{
    uint32_t groups = view->state->group_count;
    return groups > 0 ? measured(2 * (double)view->links.links / groups) : not_defined(no_groups);
}

struct measured giant_component(const struct state_view *view)
{
    uint32_t largest = 0;
    for (uint32_t i = 0; i < view->components.count; i++)
        if (view->components.size[i] > largest)
            largest = view->components.size[i];
    return largest > 0 ? measured(largest / (double)view->state->group_count) : not_defined(no_groups);
}

static struct partition by_site(const struct state_view *view)
{
    uint32_t *site = ARENA_NEW(view->arena, uint32_t, (size_t)view->state->group_count + 1);
    for (uint32_t i = 0; i < view->state->group_count; i++)
        site[i] = view->state->groups[i].site;
    return (struct partition){view->state->sites, site};
}

struct measured modularity_of_sites(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    return measured(partition_modularity(&view->links, by_site(view), view->arena));
}

struct measured modularity_of_components(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    const struct partition partition = {view->components.count, view->components.of};
    return measured(partition_modularity(&view->links, partition, view->arena));
}

struct measured external_internal_index(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    return measured(partition_external_internal(&view->links, by_site(view)));
}

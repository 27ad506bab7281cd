/* How far an inquiry has come among the people who are here. */
#include "inquiries/inquiries_parts.h"
#include "rows.h"

static const double common_knowledge_share = 0.8; /* as in knowledge/census.c */
static const double touched_share = 0.5;

/* Who knows each facet: of all who are here, and of those of them who ever came to a session about it. */
struct knower_counts {
    uint64_t all[MOST_FACETS], attended[MOST_FACETS];
    uint32_t here, came;
};

static void count_person(const struct inquiry *inquiry, uint32_t person, struct knower_counts *counts)
{
    const struct matter *matter = inquiry->matter;
    bool came = inquiry->attended[person] != 0;
    counts->here++;
    counts->came += came ? 1 : 0;
    for (uint32_t word = 0; word < matter->words; word++)
        for (uint64_t bits = matter->known[(size_t)person * matter->words + word]; bits != 0;
             bits &= bits - 1) {
            uint32_t facet = word * 64 + (uint32_t)__builtin_ctzll(bits);
            counts->all[facet]++;
            counts->attended[facet] += came ? 1 : 0;
        }
}

static double share_said(const struct matter *matter, uint32_t from, uint32_t until)
{
    uint32_t said = 0;
    for (uint32_t facet = from; facet < until; facet++)
        said += facet_in(&matter->heard.voiced, facet) ? 1 : 0;
    return row_ratio(said, until - from);
}

/* Sums over the facets from one to before another. */
struct known_facets {
    double knowers, common, somebody;
};

static struct known_facets known_facets(const uint64_t *knowers, uint32_t people, uint32_t from,
                                        uint32_t until)
{
    struct known_facets sum = {0};
    for (uint32_t facet = from; facet < until; facet++) {
        sum.knowers += (double)knowers[facet];
        sum.common += people > 0 && (double)knowers[facet] >= common_knowledge_share * people ? 1 : 0;
        sum.somebody += knowers[facet] > 0 ? 1 : 0;
    }
    return sum;
}

static double share_touched(const struct inquiry_settings *settings, const struct knower_counts *counts)
{
    uint32_t touched = 0;
    for (int64_t aspect = 0; aspect < settings->aspects; aspect++) {
        bool known = false;
        for (int64_t facet = aspect; facet < settings->facets; facet += settings->aspects)
            known = known || (double)counts->all[facet] >= touched_share * counts->here;
        touched += known && counts->here > 0 ? 1 : 0;
    }
    return touched / (double)settings->aspects;
}

struct inquiry_census inquiry_census(const struct inquiry *inquiry)
{
    if (inquiry->over)
        return inquiry->last;
    const struct inquiry_settings *settings = inquiry->settings;
    struct knower_counts counts = {.here = 0};
    for (uint32_t person = 0; person < inquiry->people->count; person++)
        if (person_is_here(inquiry->people, person))
            count_person(inquiry, person, &counts);
    uint32_t facets = (uint32_t)settings->facets, all = facets + (uint32_t)settings->insights;
    double insights = (double)settings->insights;
    struct known_facets known = known_facets(counts.all, counts.here, 0, facets);
    struct known_facets noticed = known_facets(counts.all, counts.here, facets, all);
    struct known_facets reached = known_facets(counts.attended, counts.came, facets, all);
    return (struct inquiry_census){
        .voiced = share_said(inquiry->matter, 0, facets),
        .coverage = row_ratio(known.knowers, facets * (double)counts.here),
        .common = known.common / facets,
        .aspects_touched = share_touched(settings, &counts),
        .noticed = row_ratio(noticed.somebody, insights),
        .insights_voiced = share_said(inquiry->matter, facets, all),
        .insights_common = counts.came == 0 ? (double)NAN : row_ratio(reached.common, insights),
        .reach = row_ratio(reached.knowers, insights * counts.came),
    };
}

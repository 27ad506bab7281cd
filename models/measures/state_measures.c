#include "measures/state_measures.h"

#include "measures/differentiation.h"
#include "measures/integration.h"
#include "measures/transformation.h"

#define AT     "time: point", MEASURE_TIME
#define COURSE "time: point", MEASURE_RUN
#define NONE   BETTER_NEITHER, NULL, 0, 0, SCOPE_MOVEMENT
#define MORE   BETTER_MORE, NULL, 0, 0, SCOPE_MOVEMENT
#define LESS   BETTER_LESS, NULL, 0, 0, SCOPE_MOVEMENT

#define HILL "Hill 1973, doi:10.2307/1934352"
#define JOST "Jost 2007, doi:10.1890/06-1736.1"
#define CONGRUENT                                                                                            \
    "Cataldo et al. 2008, doi:10.1145/1414004.1414008; Latora & Marchiori 2001, "                            \
    "doi:10.1103/PhysRevLett.87.198701"
#define COUNTED "counted"
#define OURS    "defined here"

// clang-format off
const struct state_measure state_measures[] = {
    {{"topic_variety", "1", FROM_ONE, "Number of equally worked topics with the same entropy as the effort has over topics: Hill number of order 1", HILL, AT, NONE}, topic_variety},
    {{"differentiation", "1", SHARE, "Topic variety from 0 (all effort in one topic) to 1 (all topics alike): (1D - 1) / (T - 1)", HILL, AT, NONE}, differentiation},
    {{"variety_within_sites", "1", FROM_ONE, "Alpha: topic variety within sites, weighted by their effort", JOST, AT, NONE}, variety_within_sites},
    {{"variety_between_sites", "1", FROM_ONE, "Beta: number of sites that share no topic and would differ as much; gamma / alpha", JOST, AT, NONE}, variety_between_sites},
    {{"variety_of_all_sites", "1", FROM_ONE, "Gamma: topic variety of all sites together; alpha times beta", JOST, AT, NONE}, variety_of_all_sites},
    {{"division_of_labour", "1", SHARE, "How far knowing who works (the people described, else the groups) tells on which topic: I(who; topic) / H(topic)", "Gorelick et al. 2004, doi:10.1086/424968", AT, NONE}, division_of_labour},
    {{"integration", "1", SHARE, "Mean of 1 / (links between them) over the pairs of groups that are required to work together, 0 where no path leads; required: the same topic in different sites, or a declared dependency", CONGRUENT, AT, MORE}, integration},
    {{"required_pairs", "1", FROM_ZERO, "Pairs of groups that are required to work together", COUNTED, AT, NONE}, required_pairs},
    {{"links_per_group", "1", FROM_ZERO, "Links of a group to others, mean over groups: twice the links by the groups", COUNTED, AT, NONE}, links_per_group},
    {{"giant_component", "1", SHARE, "Share of groups in the largest part of the link graph", COUNTED, AT, NONE}, giant_component},
    {{"modularity_of_sites", "1", BETWEEN(-0.5, 1), "How much more links keep within sites than chance would let them", "Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113", AT, NONE}, modularity_of_sites},
    {{"modularity_of_components", "1", BETWEEN(-0.5, 1), "The same of the components of the link graph: 0 when all links are in one of them", "Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113", AT, NONE}, modularity_of_components},
    {{"external_internal_index", "1", BETWEEN(-1, 1), "Links between sites less links within sites, by all links: E-I index, -1 to 1", "Krackhardt & Stern 1988, doi:10.2307/2786835", AT, NONE}, external_internal_index},
    {{"shared_facets", "1", SHARE, "Facets that both know by facets that one of them knows, mean over pairs of groups that are required to work together", "Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x", AT, NONE}, shared_facets},
    {{"duplication", "1", SHARE, "Share of the effort on items of work that somebody not linked with those who do most of the item spends on it", OURS, AT, LESS}, duplication},
    {{"transformation", "1", SHARE, "Share of problems that need two facets or more whose facets some linked groups cover together and no group alone", OURS, AT, MORE}, transformation},
    {{"covered_by_one_group", "1", SHARE, "Share of problems that need two facets or more that some group covers alone", OURS, AT, NONE}, covered_by_one_group},
};

const struct measure balkanization_measure =
    {"balkanization", "1", SHARE, "Share of the highest integration so far that is lost; where that was .5 or more and differentiation has not fallen since", OURS "; cut of .5 assumed", AT, LESS};

const struct course_measure course_measures[] = {
    {{"time_to_unity", "d", FROM_ZERO, "First time at which integration is .5 or more", OURS "; cut of .5 assumed", COURSE, LESS}, time_to_unity},
    {{"duplication_before_unity", "1", SHARE, "Duplication of all effort before unity", OURS "; cut of .5 assumed", COURSE, LESS}, duplication_before_unity},
    {{"duplication_after_unity", "1", SHARE, "Duplication of all effort from unity on", OURS "; cut of .5 assumed", COURSE, LESS}, duplication_after_unity},
    {{"duplication_of_all", "1", SHARE, "Duplication of all effort, before unity and after", OURS, COURSE, LESS}, duplication_of_all},
    {{"mean_differentiation", "1", SHARE, "Differentiation, mean over the moments at which it is defined", HILL, COURSE, NONE}, mean_differentiation},
    {{"mean_integration", "1", SHARE, "Integration, mean over the moments at which it is defined", CONGRUENT, COURSE, MORE}, mean_integration},
    {{"mean_links_per_group", "1", FROM_ZERO, "Links of a group to others, mean over groups and moments", COUNTED, COURSE, NONE}, mean_links_per_group},
    {{"mean_giant_component", "1", SHARE, "Share of groups in the largest part of the link graph, mean over the moments", COUNTED, COURSE, NONE}, mean_giant_component},
    {{"mean_transformation", "1", SHARE, "Transformation, mean over the moments", OURS, COURSE, MORE}, mean_transformation},
    {{"mean_balkanization", "1", SHARE, "Balkanization, mean over the moments at which it is defined", OURS "; cut of .5 assumed", COURSE, LESS}, mean_balkanization},
};
// clang-format on

const size_t state_measure_count = sizeof state_measures / sizeof state_measures[0];
const size_t course_measure_count = sizeof course_measures / sizeof course_measures[0];

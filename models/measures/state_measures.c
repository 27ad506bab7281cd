#include "measures/state_measures.h"

#include "groups/groups.h"

#include "measures/differentiation.h"
#include "measures/integration.h"
#include "measures/measures.h"
#include "measures/transformation.h"
#include "mechanism.h"

#define HILL "Hill 1973, doi:10.2307/1934352"
#define JOST "Jost 2007, doi:10.1890/06-1736.1"
#define CONGRUENT                                                                                            \
    "Cataldo et al. 2008, doi:10.1145/1414004.1414008; Latora & Marchiori 2001, "                            \
    "doi:10.1103/PhysRevLett.87.198701"
#define COUNTED "counted"
#define OURS    "defined here"

// clang-format off
const struct measure_row state_measures[] = {
    {.measure = {NAMED("topic_variety", "1", FROM_ONE), AT_POINT, WHOLE,
                 SAYS("Number of topics worked on", "Number of equally worked topics with the same entropy as the effort has over topics: Hill number of order 1", HILL)},
     .state = topic_variety},
    {.measure = {NAMED("differentiation", "1", SHARE), AT_POINT, WHOLE,
                 SAYS("Differentiation", "Topic variety from 0 (all effort in one topic) to 1 (all topics alike): (1D - 1) / (T - 1)", HILL),
                 .shown = SHOWN_AS_COURSE, .role = "differentiation"},
     .state = differentiation},
    {.measure = {NAMED("variety_within_sites", "1", FROM_ONE), AT_POINT, WHOLE,
                 SAYS("Topics within a site", "Alpha: topic variety within sites, weighted by their effort", JOST)},
     .state = variety_within_sites},
    {.measure = {NAMED("variety_between_sites", "1", FROM_ONE), AT_POINT, WHOLE,
                 SAYS("Sites that differ in their topics", "Beta: number of sites that share no topic and would differ as much; gamma / alpha", JOST)},
     .state = variety_between_sites},
    {.measure = {NAMED("variety_of_all_sites", "1", FROM_ONE), AT_POINT, WHOLE,
                 SAYS("Topics of all sites", "Gamma: topic variety of all sites together; alpha times beta", JOST)},
     .state = variety_of_all_sites},
    {.measure = {NAMED("division_of_labour", "1", SHARE), AT_POINT, WHOLE,
                 SAYS("Division of labour", "How far knowing who works (the people described, else the groups) tells on which topic: I(who; topic) / H(topic)", "Gorelick et al. 2004, doi:10.1086/424968")},
     .state = division_of_labour},
    {.measure = {NAMED("integration", "1", SHARE), AT_POINT, MORE, WHOLE,
                 SAYS("Integration", "Mean of 1 / (links between them) over the pairs of groups that are required to work together, 0 where no path leads; required: the same topic in different sites, or a declared dependency", CONGRUENT),
                 .shown = SHOWN_AS_COURSE, .role = "integration"},
     .state = integration},
    {.measure = {NAMED("required_pairs", "1", FROM_ZERO), AT_POINT, WHOLE,
                 SAYS("Pairs of groups that need each other", "Pairs of groups that are required to work together", COUNTED)},
     .state = required_pairs},
    {.measure = {NAMED("links_per_group", "1", FROM_ZERO), AT_POINT, WHOLE,
                 SAYS("Links of a working group", "Links of a group to others, mean over groups: twice the links by the groups", COUNTED)},
     .state = links_per_group},
    {.measure = {NAMED("giant_component", "1", SHARE), AT_POINT, WHOLE,
                 SAYS("Share of groups in the largest part", "Share of groups in the largest part of the link graph", COUNTED),
                 .shown = SHOWN_AS_COURSE},
     .state = giant_component},
    {.measure = {NAMED("modularity_of_sites", "1", BETWEEN(-0.5, 1)), AT_POINT, WHOLE,
                 SAYS("Links that keep within sites (modularity)", "How much more links keep within sites than chance would let them", "Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113")},
     .state = modularity_of_sites},
    {.measure = {NAMED("modularity_of_components", "1", BETWEEN(-0.5, 1)), AT_POINT, WHOLE,
                 SAYS("Links spread over separate parts (modularity)", "The same of the components of the link graph: 0 when all links are in one of them", "Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113")},
     .state = modularity_of_components},
    {.measure = {NAMED("external_internal_index", "1", BETWEEN(-1, 1)), AT_POINT, WHOLE,
                 SAYS("Links between sites against within (E-I)", "Links between sites less links within sites, by all links: E-I index, -1 to 1", "Krackhardt & Stern 1988, doi:10.2307/2786835")},
     .state = external_internal_index},
    {.measure = {NAMED("shared_facets", "1", SHARE), AT_POINT, WHOLE,
                 SAYS("Knowledge shared by groups that need each other", "Facets that both know by facets that one of them knows, mean over pairs of groups that are required to work together", "Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x")},
     .state = shared_facets},
    {.measure = {NAMED("duplication", "1", SHARE), AT_POINT, LESS, WHOLE,
                 SAYS("Share of work done twice unknowingly", "Share of the effort on items of work that somebody not linked with those who do most of the item spends on it", OURS),
                 .shown = SHOWN_AS_COURSE},
     .state = duplication},
    {.measure = {NAMED("transformation", "1", SHARE), AT_POINT, MORE, WHOLE,
                 SAYS("Problems that only groups together can see", "Share of problems that need two facets or more whose facets some linked groups cover together and no group alone", OURS),
                 .shown = SHOWN_AS_COURSE},
     .state = transformation},
    {.measure = {NAMED("covered_by_one_group", "1", SHARE), AT_POINT, WHOLE,
                 SAYS("Problems that one group sees alone", "Share of problems that need two facets or more that some group covers alone", OURS)},
     .state = covered_by_one_group},
    {.measure = {NAMED("balkanization", "1", SHARE), AT_POINT, LESS, WHOLE,
                 SAYS("Integration lost again (share)", "Share of the highest integration so far that is lost; where that was .5 or more and differentiation has not fallen since", OURS "; cut of .5 assumed"),
                 .shown = SHOWN_AS_COURSE},
     .course = balkanization_now},
    {.measure = {NAMED("time_to_unity", "d", FROM_ZERO), RUN_POINT, LESS, WHOLE,
                 SAYS("Time until the movement is one", "First time at which integration is .5 or more", OURS "; cut of .5 assumed"),
                 MUCH("needed", "time to become one movement"), .role = "unity"},
     .course = time_to_unity},
    {.measure = {NAMED("duplication_before_unity", "1", SHARE), RUN_POINT, LESS, WHOLE,
                 SAYS("Work done twice before unity (share)", "Duplication of all effort before unity", OURS "; cut of .5 assumed"),
                 MUCH("spent", "effort on work done twice before unity")},
     .course = duplication_before_unity},
    {.measure = {NAMED("duplication_after_unity", "1", SHARE), RUN_POINT, LESS, WHOLE,
                 SAYS("Work done twice after unity (share)", "Duplication of all effort from unity on", OURS "; cut of .5 assumed"),
                 MUCH("spent", "effort on work done twice after unity")},
     .course = duplication_after_unity},
    {.measure = {NAMED("duplication_of_all", "1", SHARE), RUN_POINT, LESS, WHOLE,
                 SAYS("Work done twice (share)", "Duplication of all effort, before unity and after", OURS),
                 MUCH("spent", "effort on work done twice")},
     .course = duplication_of_all},
    {.measure = {NAMED("mean_differentiation", "1", SHARE), RUN_POINT, WHOLE,
                 SAYS("Differentiation, on average", "Differentiation, mean over the moments at which it is defined", HILL),
                 MUCH("had", "differentiation")},
     .course = mean_differentiation},
    {.measure = {NAMED("mean_integration", "1", SHARE), RUN_POINT, MORE, WHOLE,
                 SAYS("Integration, on average", "Integration, mean over the moments at which it is defined", CONGRUENT),
                 MUCH("had", "integration")},
     .course = mean_integration},
    {.measure = {NAMED("mean_links_per_group", "1", FROM_ZERO), RUN_POINT, WHOLE,
                 SAYS("Links of a working group, on average", "Links of a group to others, mean over groups and moments", COUNTED)},
     .course = mean_links_per_group},
    {.measure = {NAMED("mean_giant_component", "1", SHARE), RUN_POINT, WHOLE,
                 SAYS("Share of groups in the largest part, on average", "Share of groups in the largest part of the link graph, mean over the moments", COUNTED)},
     .course = mean_giant_component},
    {.measure = {NAMED("mean_transformation", "1", SHARE), RUN_POINT, MORE, WHOLE,
                 SAYS("Problems that only groups together can see, on average", "Transformation, mean over the moments", OURS),
                 MANY("could see", "problems that no group sees alone")},
     .course = mean_transformation},
    {.measure = {NAMED("mean_balkanization", "1", SHARE), RUN_POINT, LESS, WHOLE,
                 SAYS("Integration lost again (share), on average", "Balkanization, mean over the moments at which it is defined", OURS "; cut of .5 assumed"),
                 MUCH("lost again", "of the integration once reached")},
     .course = mean_balkanization},
};
// clang-format on

const size_t state_measure_count = sizeof state_measures / sizeof state_measures[0];

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

const struct chapter state_chapter = {.needs = "working groups", .has = groups_form, ROWS(state_measures)};

#include <stddef.h>

#include "inquiries/inquiries.h"

#define AT(member) offsetof(struct inquiry_settings, member)

static const struct inquiry_end ends_as_nothing = {
    {"nothing", "people have talked about it", "Brown & Isaacs 2005: people talk, and nothing is decided"},
    false};
static const struct inquiry_end ends_as_proposal = {
    {"proposal",
     "it is put on the agenda once, with all that is known of it, when a session about it closes and "
     "`endorsers` of those present are for it",
     "Oakland 2011: a proposal needed endorsers"},
    true};
static const struct choice *const inquiry_ends[] = {&ends_as_nothing.choice, &ends_as_proposal.choice, NULL};

// clang-format off
static const struct field inquiry_fields[] = {
    {FIELD(NAME, "name", AT(name), MUST_BE_GIVEN), MEANS("What lines of the calendar call it")},
    {FIELD(COUNT, "facets", AT(facets), "60"), ALLOWED(1, MOST_FACETS), MEANS("Things that one can know about it"), ASSUMED("no data"), GUESSED("20", "220")},
    {FIELD(COUNT, "aspects", AT(aspects), "12"), ALLOWED(1, MOST_ASPECTS), MEANS("Sides that it has; its facets are spread evenly over them"), ASSUMED("no data: the question how to get through the winter had about twelve"), GUESSED("4", "24")},
    {FIELD(SHARE, "outside", AT(outside), "0 %"), ALLOWED(0, 1), MEANS("Share of the facets of each aspect that nobody of the movement knows at first")},
    {FIELD(COUNT, "insights", AT(insights), "0"), ALLOWED(0, MOST_INSIGHTS), MEANS("Insights that can be put together from its facets; 0: there are none")},
    {FIELD(COUNT, "parts", AT(parts), "2"), ALLOWED(2, MOST_INSIGHT_PARTS), MEANS("Facets of different aspects that it takes for an insight"), ASSUMED("no data"), GUESSED("2", "4")},
    {FIELD(SHARE, "notice", AT(notice), "10 %"), ALLOWED(0, 1), MEANS("Chance that who comes to know the last part of an insight notices it; drawn once"), ASSUMED("no data; decides between talk and silence: compare 2, 10 and 50 %"), GUESSED("2 %", "50 %")},
    {FIELD(DURATION, "begins", AT(begins), "0 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("When it is asked")},
    {FIELD(DURATION, "due", AT(due), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("When it is over; left out, with the run")},
    {FIELD(TREE, "sites", AT(sites), LEFT_OUT), MEANS("Where it is asked: the name of a site, or a list of several; left out, everywhere")},
    {FIELD(CHOICE, "becomes", AT(becomes), "nothing"), MEANS("What comes of it"), ONE_OF(inquiry_ends)},
    {FIELD(COUNT, "endorsers", AT(endorsers), "3"), ALLOWED(1, 1000), UNIT("persons"), MEANS("People present who must be for it before it becomes a proposal"), FOUND_IN("rules of the assembly of Oakland, 2011"), PLAUSIBLE("1", "10", "from anybody to the members of a working group"), OBSERVABLE},
};
// clang-format on

const struct section inquiry_section = {
    "inquiries",
    "Questions that last over sessions and sites, have aspects, and need putting together.",
    FIELDS(struct inquiry_settings, inquiry_fields),
};

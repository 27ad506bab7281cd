#include <stddef.h>

#include "records/records.h"

#define AT(member) offsetof(struct record_settings, member)

// clang-format off
static const struct field record_fields[] = {
    {FIELD(DURATION, "keeps", AT(keeps), "30 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("How long a record hangs at the board"), ASSUMED("no data"), GUESSED("3 d", "365 d"), OBSERVABLE},
    {FIELD(RATE, "reads", AT(reads_per_hour), "0.2 /d"), ALLOWED(0, 10.0 / 24), UNIT("d-1"), MEANS("How often a person comes to the board, or to the forum, and reads what is new to her; 0 /d for never"), ASSUMED("no data: once in five days"), GUESSED("0.02 /d", "2 /d"), OBSERVABLE},
    {FIELD(DURATION, "read_minutes", AT(read_length), "0.5 min"), ALLOWED(0, 1.0 / 6), UNIT("min"), MEANS("How long it takes to read a facet"), ASSUMED("no data: half as long as to say it"), GUESSED("0.1 min", "2 min"), OBSERVABLE},
    {FIELD(SHARE, "read_retention", AT(retention), "30 %"), ALLOWED(0, 1), MEANS("Chance that a person learns a facet that she reads; 0 % switches learning by reading off"), ASSUMED("no data: less than of what one hears"), GUESSED("10 %", "70 %")},
    {FIELD(TREE, "to", AT(to), LEFT_OUT), MEANS("Where else a record comes: `all`, `nowhere`, the name of a site, or a list of several; left out, nowhere")},
};
// clang-format on

const struct section record_section = {
    "records",
    "What was said about an inquiry in a stage with `record: yes`, to be read elsewhere and later.",
    FIELDS(struct record_settings, record_fields),
};

#undef AT
#define AT(member) offsetof(struct forum_settings, member)

// clang-format off
static const struct field forum_fields[] = {
    {FIELD(RATE, "posts", AT(posts_per_hour), "0.2 /week"), ALLOWED(0, 100.0 / 168), UNIT("week-1"), MEANS("How often a person comes to post, on average over people; 0 /week for never"), ASSUMED("no data"), GUESSED("0.02 /week", "2 /week"), OBSERVABLE},
    {FIELD(REAL, "post_sd", AT(post_sd), "2.99"), ALLOWED(0, 5), MEANS("How much people differ in that: standard deviation of its logarithm; 0 makes all alike"), FITTED_TO("the top 1 % wrote .747 of 578,349 posts of 63,990 people: van Mierlo 2014, doi:10.2196/jmir.2966"), PLAUSIBLE("2", "3.5", "the top 1 % write 37 % to 88 % of all posts; van Mierlo 2014 finds 75 % in four networks"), OBSERVABLE},
    {FIELD(COUNT, "page", AT(page), "10"), ALLOWED(1, 1000), UNIT("posts"), MEANS("Newest posts on an inquiry that somebody reads at once"), ASSUMED("no data"), GUESSED("5", "50"), OBSERVABLE},
};
// clang-format on

const struct section forum_section = {
    "forum",
    "How people post at a site with `forum: yes`: a thread for each inquiry.",
    FIELDS(struct forum_settings, forum_fields),
};

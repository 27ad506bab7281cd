/* A group, or those who came together, have found a spark. */
#include "groups/groups.h"
#include "sparks/sparks_parts.h"

void found_by_group(struct site *site, uint32_t route, uint32_t group, const uint32_t *people, uint32_t count)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    if (count == 0 || !group_lives(group_numbered(groups_of(parts_of(site)), group)))
        return;
    struct spark_concept idea = concept_of_people(sparks->terms.people, people, count);
    uint32_t spark = spark_proposed(site, route, &idea, group);
    if (spark_route_at(sparks, route)->approval)
        spark_waits(site, spark);
    else
        spark_announced(site, spark, route, people, count);
}

void found_by_circle(struct site *site, uint32_t route, const uint32_t *people, uint32_t count)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    if (count == 0)
        return;
    struct spark_concept idea = concept_of_people(sparks->terms.people, people, count);
    uint32_t spark = spark_proposed(site, route, &idea, NOBODY);
    spark_begun_by(site, spark, people, count);
    struct draw draw = spark_draw(sparks, DRAW_SPARK_POST, spark);
    if (draw_uniform(&draw) < spark_route_at(sparks, route)->post)
        post_spark(site, spark);
}

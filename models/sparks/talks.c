/* Those who are active on a spark that asks for it talk with each other. */
#include "sparks/sparks_parts.h"

/* Lists of those who are ready as many as a talk takes, and who can come now. Who is not active any more is
 * taken off. */
static uint32_t list_ready(struct site *site, struct local_spark *spark, uint32_t wanted)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t count = 0;
    uint32_t *link = &spark->first_ready;
    while (*link != 0) {
        struct burning *one = burning_at(sparks, *link - 1);
        if (!one->burns) {
            *link = one->next;
            spark->ready--;
            continue;
        }
        if (count < wanted && meeting_suits(sparks->terms.people, one->person, site_now(site)))
            sparks->called[count++] = one->person;
        link = &one->next;
    }
    return count;
}

static void take_off(struct sparks *sparks, struct local_spark *spark, uint32_t count)
{
    uint32_t *link = &spark->first_ready;
    while (*link != 0) {
        const struct burning *one = burning_at(sparks, *link - 1);
        if (meeting_calls(sparks->called, count, one->person)) {
            *link = one->next;
            spark->ready--;
        } else {
            link = &burning_at(sparks, *link - 1)->next;
        }
    }
}

void talk_is_tried(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, local);
    uint32_t wanted = (uint32_t)sparks->terms.kinds[spark->kind].people;
    if (wanted > MOST_ASKED || spark->ready < wanted || list_ready(site, spark, wanted) < wanted)
        return;
    struct spark_meeting meeting = {MEETING_TALK, local, NOBODY};
    take_off(sparks, spark, wanted);
    meeting_convened(site, &meeting, &sparks->terms.talk[spark->kind], sparks->called, wanted);
}

bool talk_goes_without(struct sparks *sparks, uint32_t number)
{
    struct local_spark *spark = local_at(sparks, burning_at(sparks, number)->spark);
    uint32_t *link = &spark->first_ready;
    while (*link != 0 && *link != number + 1)
        link = &burning_at(sparks, *link - 1)->next;
    if (*link == 0)
        return false;
    *link = burning_at(sparks, number)->next;
    spark->ready--;
    return true;
}

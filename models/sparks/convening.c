/* Sessions that sparks ask for: a group chooses, a few find one, those who are active talk. */
#include "gathering/convening.h"

#include "inquiries/inquiries.h"
#include "knowledge/commons.h"
#include "people/interests.h"
#include "sparks/sparks_parts.h"

/* What they talk about: the inquiry of the spark, or the know-how of their topic. */
static struct matter *matter_of(struct site *site, const struct spark_meeting *meeting)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    if (meeting->purpose != MEETING_TALK)
        return knowledge_commons(knowledge_of(parts_of(site)));
    uint32_t inquiry = sparks->terms.kinds[local_at(sparks, meeting->number)->kind].inquiry_number;
    return inquiry > 0 ? inquiry_matter(inquiries_of(parts_of(site)), inquiry)
                       : knowledge_commons(knowledge_of(parts_of(site)));
}

static uint32_t topic_of(const struct sparks *sparks, const struct spark_meeting *meeting, uint32_t caller)
{
    return meeting->purpose == MEETING_TALK ? concept_topic(&local_at(sparks, meeting->number)->concept)
                                            : person_topic(sparks->terms.people, caller);
}

bool meeting_convened(struct site *site, const struct spark_meeting *meeting,
                      const struct calendar_entry *entry, const uint32_t *people, uint32_t count)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct matter *matter = matter_of(site, meeting),
                  *commons = knowledge_commons(knowledge_of(parts_of(site)));
    struct facet_set about;
    bool on_topic = matter != NULL && matter == commons;
    if (on_topic)
        about = topic_facets(knowledge_of(parts_of(site)), topic_of(sparks, meeting, people[0]));
    if (sparks->meeting_count == sparks->meeting_room) {
        uint32_t room = sparks->meeting_room == 0 ? 16 : 2 * sparks->meeting_room;
        sparks->meetings = arena_grow(sparks->terms.arena, sparks->meetings, sparks->meeting_count, room,
                                      sizeof *sparks->meetings);
        sparks->meeting_room = room;
    }
    uint32_t number = sparks->meeting_count++;
    sparks->meetings[number] = *meeting;
    const struct convening convening = {
        .entry = entry,
        .people = people,
        .count = count,
        .luck = number,
        .matter = matter,
        .about = on_topic ? &about : NULL,
        .owner_kind = OWNER_SPARK,
        .owner = number,
    };
    return gathering_convene(site, &convening);
}

bool meeting_calls(const uint32_t *called, uint32_t count, uint32_t person)
{
    for (uint32_t i = 0; i < count; i++)
        if (called[i] == person)
            return true;
    return false;
}

bool meeting_suits(const struct people *people, uint32_t person, sim_time now)
{
    return person_is_here(people, person) && person_is_free(people, person) &&
           person_can_come(people, person, now);
}

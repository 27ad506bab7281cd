#include "gathering/convening.h"

#include "base/require.h"
#include "gathering/gathering_parts.h"
#include "parts.h"

/* Every bit of the result depends on every bit of the number (the finalizer of MurmurHash3, Appleby 2011). */
static uint32_t mixed(uint32_t number)
{
    number ^= number >> 16;
    number *= UINT32_C(0x85EBCA6B);
    number ^= number >> 13;
    number *= UINT32_C(0xC2B2AE35);
    return number ^ number >> 16;
}

/* Conveners, hours and sites are all numbered from small numbers: mixed, the numbers hardly ever meet. */
static uint32_t luck_convened(const struct site *site, const struct convening *convening)
{
    return mixed(mixed(mixed(site_index(site) + 1) + convening->owner_kind) + convening->luck);
}

/* The people who are called come in, in the order of the list. */
static void call_by_name(struct gathering *gathering, struct session *session,
                         const struct convening *convening)
{
    struct people *people = gathering->people;
    for (uint32_t i = 0; i < convening->count; i++) {
        uint32_t person = convening->people[i];
        if (person_is_free(people, person) && person_would_come(people, person, session->opened))
            session_enter(gathering, session, person, session->opened);
    }
}

bool gathering_convene(struct site *site, const struct convening *convening)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    struct people *people = people_of(parts_of(site));
    struct session *session = session_take(gathering);
    session_clear(gathering, session, convening->entry, site_now(site));
    session->origin.luck = luck_convened(site, convening);
    session->origin.own = convening->matter;
    session->origin.owner_kind = convening->owner_kind;
    session->origin.owner = convening->owner;
    if (convening->about != NULL)
        session->origin.about = *convening->about;
    session_make_room(gathering, session, convening->count);
    call_by_name(gathering, session, convening);
    if (session->here.count >= 2) {
        session_begin(site, session);
        return true;
    }
    while (session->here.count > 0)
        person_is_let_go(people, session->here.people[--session->here.count]);
    session_give_back(gathering, session);
    return false;
}

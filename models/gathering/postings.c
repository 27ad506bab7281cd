/* What was posted in the market of a session. */
#include "gathering/gathering_parts.h"
#include "parts.h"

void session_post(struct session *session, const struct posting *posting)
{
    session->market.postings[session->market.posted++] = *posting;
}

uint32_t session_caller(struct site *site, const struct session *session, const struct posting *posting)
{
    if (posting->matter == NULL)
        return NOBODY;
    if (posting->poster == NOBODY)
        return session_presenter(site, session, posting->matter);
    return session_has(people_of(parts_of(site)), session, posting->poster) ? posting->poster : NOBODY;
}

const struct posting *session_posting(const struct session *session, uint32_t circle)
{
    for (uint32_t i = 0; i < session->market.posted; i++)
        if (session->market.postings[i].slot == session->market.slot && circle-- == 0)
            return &session->market.postings[i];
    return NULL;
}

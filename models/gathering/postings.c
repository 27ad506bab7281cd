/* What was posted in the market of a session. */
#include "gathering/gathering_parts.h"

void session_post(struct session *session, const struct posting *posting)
{
    session->market.postings[session->market.posted++] = *posting;
}

const struct posting *session_posting(const struct session *session, uint32_t circle)
{
    for (uint32_t i = 0; i < session->market.posted; i++)
        if (session->market.postings[i].slot == session->market.slot && circle-- == 0)
            return &session->market.postings[i];
    return NULL;
}

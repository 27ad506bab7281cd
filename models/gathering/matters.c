/* The rules of what circles talk about, and of what they share. */
#include "gathering/verbs.h"
#include "parts.h"

static struct matter *no_matter(struct site *site, struct session *session, uint32_t circle)
{
    (void)site, (void)session, (void)circle;
    return NULL;
}

static struct matter *first_of_agenda(struct site *site, struct session *session, uint32_t circle)
{
    (void)circle;
    const struct item *item = agenda_next(agenda_of(parts_of(site)), session->number);
    return item == NULL ? NULL : item->matter;
}

static struct matter *one_question(struct site *site, struct session *session, uint32_t circle)
{
    (void)circle;
    if (session->asked.question == NULL)
        session->asked.question = session_ask(site, session);
    return session->asked.question;
}

static bool in_slot(const struct session *session, uint32_t posting)
{
    return session->market.postings[posting].slot == session->market.slot;
}

/* A proposal that was decided in an earlier slot is not talked about again. */
static uint32_t posted_circles(struct site *site, struct session *session)
{
    (void)site;
    uint32_t circles = 0;
    for (uint32_t i = 0; i < session->market.posted; i++)
        circles += in_slot(session, i) ? 1 : 0;
    return circles;
}

static struct matter *posted_matter(struct site *site, struct session *session, uint32_t circle)
{
    (void)site;
    for (uint32_t i = 0; i < session->market.posted; i++)
        if (in_slot(session, i) && circle-- == 0)
            return session->market.postings[i].matter;
    return NULL;
}

static struct matter *what_it_is_about(struct site *site, struct session *session, uint32_t circle)
{
    (void)site, (void)circle;
    return session->origin.own;
}

static const struct matter_rule matter_none = {
    .choice = {"none", "nothing in particular", "report-backs and announcements of the assemblies, 2011-12"},
    .matter = no_matter,
};
static const struct matter_rule matter_agenda = {
    .choice = {"agenda", "the next proposal of the agenda", "agendas of the New York assembly, 2011"},
    .matter = first_of_agenda,
    .of_agenda = true,
};
static const struct matter_rule matter_posted = {
    .choice = {"posted", "what was posted in the market for this slot, a circle each",
               "Owen 2008, Open Space Technology"},
    .matter = posted_matter,
    .circles = posted_circles,
    .of_agenda = true,
    .asks = true,
    .posted = true,
};
static const struct matter_rule matter_question = {
    .choice = {"question", "one question for all circles of the session",
               "Brown & Isaacs 2005, The World Cafe"},
    .matter = one_question,
    .asks = true,
};

static const struct matter_rule matter_own = {
    .choice = {"own",
               "what the session was convened about, such as the topic of a working group; nothing in a "
               "session of the "
               "calendar",
               "working groups of New York, 2011-12: each with a topic of its own"},
    .matter = what_it_is_about,
};

const struct choice *const matter_rules[] = {&matter_none.choice,   &matter_agenda.choice,
                                             &matter_posted.choice, &matter_question.choice,
                                             &matter_own.choice,    NULL};

static const struct sharing_rule share_facets = {
    {"facets", "what people know about the matter", "Stasser & Titus 1985, doi:10.1037/0022-3514.48.6.1467"},
    SHARE_FACETS};
static const struct sharing_rule share_feelings = {
    {"feelings", "how people feel; tension eases", "Baldwin 1998, Calling the Circle; the relief is assumed"},
    SHARE_FEELINGS};
static const struct sharing_rule share_nothing = {{"nothing", "talk without content", "null model"},
                                                  SHARE_NOTHING};

const struct choice *const sharing_rules[] = {&share_facets.choice, &share_feelings.choice,
                                              &share_nothing.choice, NULL};

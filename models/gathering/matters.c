/* The rules of what circles talk about, and of what they share. */
#include "gathering/gathering_parts.h"
#include "gathering/verbs.h"
#include "inquiries/inquiries.h"
#include "knowledge/commons.h"
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

/* A proposal that was decided in an earlier slot is not talked about again. */
static uint32_t posted_circles(struct site *site, struct session *session)
{
    (void)site;
    uint32_t circles = 0;
    while (session_posting(session, circles) != NULL)
        circles++;
    return circles;
}

static struct matter *posted_matter(struct site *site, struct session *session, uint32_t circle)
{
    (void)site;
    const struct posting *posting = session_posting(session, circle);
    return posting == NULL ? NULL : posting->matter;
}

static uint32_t posted_aspect(const struct session *session, uint32_t circle)
{
    const struct posting *posting = session_posting(session, circle);
    return posting == NULL ? NOBODY : posting->aspect;
}

static struct matter *what_it_is_about(struct site *site, struct session *session, uint32_t circle)
{
    (void)site, (void)circle;
    return session->origin.own;
}

/* --- tasks --- */

/* A part of the commons; session_narrow_to_tasks (inquiring.c) says which. */
static struct matter *what_tasks_need(struct site *site, struct session *session, uint32_t circle)
{
    (void)session, (void)circle;
    return knowledge_commons(knowledge_of(parts_of(site)));
}

/* --- inquiries --- */

static struct matter *inquiry_of_line(struct site *site, struct session *session, uint32_t circle)
{
    (void)circle;
    return session_inquiry(site, session);
}

/* One circle for each posted aspect; or, where people choose, one for each aspect; or as their size says. */
static uint32_t aspect_circles(struct site *site, struct session *session)
{
    const struct matter *matter = session_inquiry(site, session);
    const struct stage *stage = session_stage(session);
    if (stage_takes_posted(session->origin.entry->method, stage))
        return posted_circles(site, session);
    if (matter == NULL || session->asked.aspect != NOBODY)
        return session_circles_by_size(session);
    uint32_t aspects = (uint32_t)inquiry_settings(matter->inquiry)->aspects;
    return stage->circles > 0 && stage->circles < aspects ? (uint32_t)stage->circles : aspects;
}

/* Where there are fewer circles than aspects, each round goes on where the last one stopped. */
static uint32_t aspect_of_circle(const struct session *session, uint32_t circle)
{
    const struct stage *stage = session_stage(session);
    if (stage_takes_posted(session->origin.entry->method, stage))
        return posted_aspect(session, circle);
    if (session->asked.aspect != NOBODY)
        return session->asked.aspect;
    return session->at.round * (uint32_t)stage->circles + circle;
}

static const struct matter_rule matter_none = {
    .choice = {"none", "nothing in particular", "report-backs and announcements of the assemblies, 2011-12"},
    .matter = no_matter,
    .nothing = true,
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
    .aspect = posted_aspect,
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

static const struct matter_rule matter_inquiry = {
    .choice = {"inquiry",
               "the whole inquiry of the line; in a market, its aspects are posted; nothing in a session "
               "outside the calendar",
               "one question for all tables: Brown & Isaacs 2005, The World Cafe"},
    .matter = inquiry_of_line,
    .of_inquiry = true,
};
static const struct matter_rule matter_aspect = {
    .choice = {"aspect",
               "one aspect of the inquiry a circle: those that were posted in the market for this slot, or "
               "as the line says (`aspect`)",
               "Owen 2008, Open Space Technology: one theme, many topics"},
    .matter = inquiry_of_line,
    .circles = aspect_circles,
    .of_inquiry = true,
    .aspect = aspect_of_circle,
};

static const struct matter_rule matter_task = {
    .choice =
        {"task",
         "what the tasks need that working groups have in hand: in a meeting of a working group its own, "
         "else those of all who sit in the circle; of a group that has none in hand, its topic",
         "Schwaber & Sutherland 2020, The Scrum Guide: the Daily Scrum and the planning of a sprint"},
    .matter = what_tasks_need,
    .of_task = true,
};

const struct choice *const matter_rules[] = {
    &matter_none.choice,     &matter_agenda.choice, &matter_posted.choice,
    &matter_question.choice, &matter_own.choice,    &matter_inquiry.choice,
    &matter_aspect.choice,   &matter_task.choice,   NULL};

static const struct sharing_rule share_facets = {
    {"facets", "what people know about the matter", "Stasser & Titus 1985, doi:10.1037/0022-3514.48.6.1467"},
    SHARE_FACETS};
static const struct sharing_rule share_feelings = {
    {"feelings", "how people feel; tension eases", "Baldwin 1998, Calling the Circle; the relief is assumed"},
    SHARE_FEELINGS};
static const struct sharing_rule share_nothing = {{"nothing", "talk without content", "null model"},
                                                  SHARE_NOTHING};
static const struct sharing_rule share_stories = {
    {"stories", "what people have lived through; it ties them as feelings do, and tension stays",
     "interviews of Appreciative Inquiry, Cooperrider & Whitney 2005; that it ties as feelings do is "
     "assumed"},
    SHARE_STORIES};

static const struct sharing_rule share_needs = {
    {"needs", "what people need: one need a turn", "gift circles, Lo 2009"}, SHARE_NEEDS};
static const struct sharing_rule share_offers = {
    {"offers", "what people can give: one offer a turn", "gift circles, Lo 2009"}, SHARE_OFFERS};
static const struct sharing_rule share_thanks = {
    {"thanks", "what people are grateful for; it ties them and eases tension as feelings do",
     "gift circles, Lo 2009; that it works as feelings do is assumed"},
    SHARE_THANKS};

const struct choice *const sharing_rules[] = {
    &share_facets.choice, &share_feelings.choice, &share_nothing.choice, &share_stories.choice,
    &share_needs.choice,  &share_offers.choice,   &share_thanks.choice,  NULL};

#include "gathering/silence.h"

#include <math.h>
#include <stddef.h>

#include "base/same.h"
#include "conversation/telling.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "parts.h"

/* Somebody who sat in silence for so long. `matter` is what the stage is about, `inquiry` what the session is
 * about; NULL: nothing. */
struct silence {
    const struct reflection_settings *settings;
    struct matter *matter, *inquiry;
    uint32_t luck; /* of this stage and round */
    uint32_t person;
    double hours;
};

/* What is left after some time of what goes at a rate. */
static double silence_leaves(double rate, double hours)
{
    return same_exp(-rate * hours);
}

static void silence_calms(struct site *site, const struct silence *silence)
{
    struct people *people = people_of(parts_of(site));
    uint32_t person = silence->person;
    double left = silence_leaves(silence->settings->calm, silence->hours);
    person_feels(people, person, people->body.energy[person],
                 (float)((double)people->body.tension[person] * left), site_now(site));
}

/* She hears herself in place of others: what she leans to comes nearer to what she knows. Who knows nothing
 * of the matter has nothing to hear. */
static void silence_shows_own_mind(struct site *site, const struct silence *silence)
{
    (void)site;
    if (silence->matter == NULL)
        return;
    struct facet_set known = facets_known(silence->matter, silence->person);
    struct facet_set in_favour = facets_for(silence->matter);
    uint32_t count = facet_count(&known);
    if (count == 0)
        return;
    in_favour = facet_and(&in_favour, &known);
    double own = (double)facet_count(&in_favour) / count;
    double away = (double)matter_leaning(silence->matter, silence->person) - own;
    double left = silence_leaves(silence->settings->own_mind, silence->hours);
    matter_store_leaning(silence->matter, silence->person, (float)(own + away * left));
}

/* A person who knows all parts of an insight notices it at this rate, also where she did not when she came to
 * know the last of them. */
static void silence_incubates(struct site *site, const struct silence *silence)
{
    if (silence->inquiry == NULL)
        return;
    struct draw draw = draw_for(site_luck(site), DRAW_INCUBATION, silence->luck, silence->person);
    double chance = 1 - silence_leaves(silence->settings->incubation, silence->hours);
    person_notices(conversation_of(parts_of(site)), silence->inquiry, silence->person, chance, &draw);
}

static const struct effect {
    size_t rate; /* where its setting is; at 0 it is left out */
    void (*comes_over)(struct site *site, const struct silence *silence);
} effects[] = {
    {offsetof(struct reflection_settings, calm), silence_calms},
    {offsetof(struct reflection_settings, own_mind), silence_shows_own_mind},
    {offsetof(struct reflection_settings, incubation), silence_incubates},
};

static double rate_of(const struct reflection_settings *settings, const struct effect *effect)
{
    return *(const double *)((const char *)settings + effect->rate);
}

static void sat_in_silence(struct site *site, const struct silence *silence)
{
    person_rest(people_of(parts_of(site)), silence->person, site_now(site));
    for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++)
        if (rate_of(silence->settings, &effects[i]) > 0)
            effects[i].comes_over(site, silence);
}

static bool silence_does_nothing(const struct reflection_settings *settings)
{
    if (settings == NULL)
        return true;
    for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++)
        if (rate_of(settings, &effects[i]) > 0)
            return false;
    return true;
}

bool silence_is_about(const struct stage *stage)
{
    return !stage->matter->posted && (stage->matter->asks || stage->matter->of_agenda);
}

void silence_ends(struct site *site, struct session *session)
{
    const struct gathering *gathering = gathering_of(parts_of(site));
    struct silence silence = {.settings = gathering->terms.reflection};
    if (silence_does_nothing(silence.settings) || session->here.count == 0)
        return;
    const struct stage *stage = session_stage(session);
    silence.inquiry = session_inquiry(site, session);
    silence.luck = session->origin.luck + session->at.stage * 64u + session->at.round;
    silence.matter = stage->matter->posted ? NULL : stage->matter->matter(site, session, 0); /* one for all */
    for (uint32_t i = 0; i < session->here.count; i++) {
        silence.person = session->here.people[i];
        sim_time came = gathering->persons.came[silence.person];
        sim_time since = came > session->at.began ? came : session->at.began;
        silence.hours = sim_hours(site_now(site) - since);
        sat_in_silence(site, &silence);
    }
}

#define AT(member) offsetof(struct reflection_settings, member)

// clang-format off
static const struct field reflection_fields[] = {
    {FIELD(RATE, "calm", AT(calm), "0 /min"), ALLOWED(0, 60), UNIT("min-1"), MEANS("Share of the tension that goes in a minute of silence (`do: reflect`), beside what goes anyhow; 0 /min switches it off"), ASSUMED("no data"), GUESSED("0 /min", "0.05 /min")},
    {FIELD(RATE, "own_mind", AT(own_mind), "0 /min"), ALLOWED(0, 60), UNIT("min-1"), MEANS("How far in a minute of silence the social part of the opinion moves to the share of what a person knows that speaks for the matter of the stage; 0 /min switches it off"), ASSUMED("no data"), GUESSED("0 /min", "0.03 /min")},
    {FIELD(RATE, "incubation", AT(incubation), "0 /min"), ALLOWED(0, 60), UNIT("min-1"), MEANS("In a silence of a session about an inquiry: rate at which somebody who knows all parts of an insight and has not noticed it does so; 0 /min switches it off"), FITTED_TO("0.0126 /min turns 30 % solved into 42 % within 15 minutes, d = .29 of a break, Sio & Ormerod 2009, 117 studies"), PLAUSIBLE("0 /min", "0.05 /min", "from no effect of a break to twice that effect in a fourth of the time")},
};
// clang-format on

const struct section reflection_section = {
    "reflection",
    "What a stage of silence does to those who sit through it; with all at 0 it does what waiting does.",
    FIELDS(struct reflection_settings, reflection_fields)};

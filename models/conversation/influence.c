#include <math.h>

#include "conversation/hearing_pass.h"
#include "conversation/rules.h"

static float clamped(float x)
{
    return x < 0.0F ? 0.0F : x > 1.0F ? 1.0F : x;
}

static inline float argument_moved(const struct told *told, float leaning, float first)
{
    (void)first;
    return leaning + told->step * (told->position - leaning);
}

VECTORISED static void argument_heard(const struct seats *seats, const struct told *told)
{
    hear_with(seats, told, argument_moved, true);
}

static inline float bounded_moved(const struct told *told, float leaning, float first)
{
    (void)first;
    float distance = told->position - leaning;
    return leaning + (fabsf(distance) <= told->confidence ? told->step * distance : 0.0F);
}

VECTORISED static void bounded_heard(const struct seats *seats, const struct told *told)
{
    hear_with(seats, told, bounded_moved, false);
}

static inline float friedkin_moved(const struct told *told, float leaning, float first)
{
    float stubborn = told->stubbornness;
    float toward = (1.0F - stubborn) * (told->position - leaning) + stubborn * (first - leaning);
    return leaning + told->step * toward;
}

VECTORISED static void friedkin_heard(const struct seats *seats, const struct told *told)
{
    hear_with(seats, told, friedkin_moved, false);
}

/* Everybody moves a step toward the mean of the others whom `confidence` lets her hear. */
static void step_to_mean(const struct seats *seats, const float *shown, double step, double confidence)
{
    for (uint32_t i = 0; i < seats->count; i++) {
        double sum = 0;
        uint32_t heard = 0;
        for (uint32_t j = 0; j < seats->count; j++) {
            if (j == i || fabs((double)shown[j] - (double)shown[i]) > confidence)
                continue;
            sum += (double)shown[j];
            heard++;
        }
        if (heard > 0)
            seats->mind.leaning[i] = (float)((double)shown[i] + step * (sum / heard - (double)shown[i]));
    }
}

static void argument_shown(const struct opinion_settings *settings, struct seats *seats, const float *shown)
{
    double sum = 0;
    for (uint32_t i = 0; i < seats->count; i++)
        sum += (double)shown[i];
    float mean = (float)(sum / seats->count);
    for (uint32_t i = 0; i < seats->count; i++)
        seats->mind.leaning[i] += (float)settings->step * (mean - seats->mind.leaning[i]);
}

static void bounded_shown(const struct opinion_settings *settings, struct seats *seats, const float *shown)
{
    step_to_mean(seats, shown, settings->step, settings->confidence);
}

/* The tolerance keeps a grid of equal steps on the side of the definition: |x - y| <= confidence. */
static void hegselmann_shown(const struct opinion_settings *settings, struct seats *seats, const float *shown)
{
    const double tolerance = 1e-6;
    for (uint32_t i = 0; i < seats->count; i++) {
        double sum = 0;
        uint32_t heard = 0;
        for (uint32_t j = 0; j < seats->count; j++) {
            bool near = fabs((double)shown[j] - (double)shown[i]) <= settings->confidence + tolerance;
            sum += near ? (double)shown[j] : 0.0;
            heard += near ? 1 : 0;
        }
        seats->mind.leaning[i] = (float)(sum / heard);
    }
}

static double weight_between(const struct opinion_settings *settings, uint32_t of, uint32_t with,
                             uint32_t people)
{
    const double *weights = settings->weights.items;
    size_t side = (size_t)sqrt((double)settings->weights.count);
    if (side == 0)
        return 1.0 / people;
    return of < side && with < side ? weights[of * side + with] : 0.0;
}

static void friedkin_shown(const struct opinion_settings *settings, struct seats *seats, const float *shown)
{
    const double *susceptibility = settings->susceptibility.items;
    for (uint32_t i = 0; i < seats->count; i++) {
        uint32_t person = seats->person[i];
        double sum = 0;
        for (uint32_t j = 0; j < seats->count; j++)
            sum += weight_between(settings, person, seats->person[j], seats->count) * (double)shown[j];
        double open =
            person < settings->susceptibility.count ? susceptibility[person] : 1.0 - settings->stubbornness;
        seats->mind.leaning[i] = clamped((float)(open * sum + (1.0 - open) * (double)seats->mind.first[i]));
    }
}

static const struct influence_rule influence_argument = {
    .choice = {"argument", "arguments known and the leanings of others both count",
               "Vinokur & Burnstein 1974; Maes & Flache 2013, doi:10.1371/journal.pone.0074516"},
    .argues = true,
    .heard = argument_heard,
    .shown = argument_shown,
};

static const struct influence_rule influence_bounded = {
    .choice = {"bounded", "people listen to those who think nearly alike",
               "Deffuant et al. 2000, doi:10.1142/S0219525900000078"},
    .heard = bounded_heard,
    .shown = bounded_shown,
};

static const struct influence_rule influence_hegselmann = {
    .choice = {"hegselmann-krause", "people take the mean of all who think nearly alike",
               "Hegselmann & Krause 2002, JASSS 5(3)2"},
    .heard = bounded_heard,
    .shown = hegselmann_shown,
};

static const struct influence_rule influence_friedkin = {
    .choice = {"friedkin-johnsen", "people weigh others against their own first opinion",
               "Friedkin & Johnsen 1990, doi:10.1080/0022250X.1990.9990069"},
    .heard = friedkin_heard,
    .shown = friedkin_shown,
};

const struct choice *const influence_rules[] = {&influence_argument.choice, &influence_bounded.choice,
                                                &influence_hegselmann.choice, &influence_friedkin.choice,
                                                NULL};

#include "knowledge/start.h"

static double within(double leaning)
{
    return leaning < 0 ? 0 : leaning > 1 ? 1 : leaning;
}

static double lean_normal(const struct knowledge_settings *settings, uint32_t person, uint32_t people,
                          struct draw *draw)
{
    (void)person, (void)people;
    return within(settings->support + settings->support_sd * draw_normal(draw));
}

static double lean_uniform(const struct knowledge_settings *settings, uint32_t person, uint32_t people,
                           struct draw *draw)
{
    (void)settings, (void)person, (void)people;
    return draw_uniform(draw);
}

static double lean_grid(const struct knowledge_settings *settings, uint32_t person, uint32_t people,
                        struct draw *draw)
{
    (void)settings, (void)draw;
    return people < 2 ? 0.5 : (double)(person % people) / (double)(people - 1);
}

static double lean_given(const struct knowledge_settings *settings, uint32_t person, uint32_t people,
                         struct draw *draw)
{
    (void)people, (void)draw;
    const double *leanings = settings->leanings.items;
    return settings->leanings.count == 0 ? 0.5 : within(leanings[person % settings->leanings.count]);
}

static const struct start_rule start_normal = {
    .choice = {"normal", "around `support` with spread `support_sd`, cut to 0 and 1", "assumed"},
    .lean = lean_normal,
};

static const struct start_rule start_uniform = {
    .choice = {"uniform", "anywhere between 0 and 1", "Deffuant et al. 2000, doi:10.1142/S0219525900000078"},
    .lean = lean_uniform,
};

static const struct start_rule start_grid = {
    .choice = {"grid", "evenly spaced from 0 to 1", "Hegselmann & Krause 2002, JASSS 5(3)2"},
    .lean = lean_grid,
};

static const struct start_rule start_given = {
    .choice = {"given", "the numbers of `leanings`, one a person, over again when there are more people",
               "the user's own"},
    .lean = lean_given,
};

const struct choice *const start_rules[] = {&start_normal.choice, &start_uniform.choice, &start_grid.choice,
                                            &start_given.choice, NULL};

#include "knowledge/start.h"

#include "knowledge/numbers.h"

static double within(double leaning)
{
    return leaning < 0 ? 0 : leaning > 1 ? 1 : leaning;
}

static void lean_normal(const struct leaning_terms *terms, uint32_t first, double *leanings, uint32_t count)
{
    double support = terms->settings->support, sd = terms->settings->support_sd;
    draw_normals(terms->luck, DRAW_LEANING, terms->matter, first, 1, leanings, count);
    for (uint32_t i = 0; i < count; i++)
        leanings[i] = within(support + sd * leanings[i]);
}

static void lean_uniform(const struct leaning_terms *terms, uint32_t first, double *leanings, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct draw draw = draw_for(terms->luck, DRAW_LEANING, terms->matter, first + i);
        leanings[i] = draw_uniform(&draw);
    }
}

static void lean_grid(const struct leaning_terms *terms, uint32_t first, double *leanings, uint32_t count)
{
    uint32_t begun = terms->begun;
    for (uint32_t i = 0; i < count; i++)
        leanings[i] = begun < 2 ? 0.5 : (double)((first + i) % begun) / (double)(begun - 1);
}

static void lean_given(const struct leaning_terms *terms, uint32_t first, double *leanings, uint32_t count)
{
    const struct field_list *given = &terms->settings->leanings;
    const double *items = given->items;
    for (uint32_t i = 0; i < count; i++)
        leanings[i] = given->count == 0 ? 0.5 : within(items[(first + i) % given->count]);
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

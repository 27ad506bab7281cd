/* Philox and draws as generators of GSL. Both keep a struct draw as their state. */
#include "base/require.h"
#include "random/draw.h"
#include "random/philox.h"

static void generator_start(void *state, unsigned long seed)
{
    struct draw *draw = state;
    *draw = (struct draw){.key = {{(uint32_t)seed, (uint32_t)((uint64_t)seed >> 32)}}};
}

static void refuse_seed(void *state, unsigned long seed)
{
    const void *a_draw_that_has_its_key_already = state;
    (void)seed;
    require(a_draw_that_has_its_key_already == NULL);
}

static unsigned long bits(void *state)
{
    return draw_bits(state);
}

static double uniform(void *state)
{
    return draw_uniform(state);
}

static const gsl_rng_type philox_type = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct draw),
    .set = generator_start,
    .get = bits,
    .get_double = uniform,
};

static const gsl_rng_type draw_type = {
    .name = "draw",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct draw),
    .set = refuse_seed,
    .get = bits,
    .get_double = uniform,
};

const gsl_rng_type *const gsl_rng_philox = &philox_type;

struct draw_gsl draw_as_gsl(struct draw *draw)
{
    return (struct draw_gsl){{.type = &draw_type, .state = draw}};
}

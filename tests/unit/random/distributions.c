/* Every distribution against GSL's distribution functions, whole and by its moments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <string.h>

#include "random/draw.h"
#include "random/ziggurat.h"
#include "unit/random/fit.h"

enum { MANY = 200000, MOST_BINS = 400 };

static double sample[MANY];

static double uniform_cdf(double x, const double *shape)
{
    (void)shape;
    return x;
}

static double exponential_cdf(double x, const double *shape)
{
    return gsl_cdf_exponential_P(x, shape[0]);
}

static double normal_cdf(double x, const double *shape)
{
    (void)shape;
    return gsl_cdf_ugaussian_P(x);
}

static double gamma_cdf(double x, const double *shape)
{
    return gsl_cdf_gamma_P(x, shape[0], shape[1]);
}

static double beta_cdf(double x, const double *shape)
{
    return gsl_cdf_beta_P(x, shape[0], shape[1]);
}

static double exponential_height(double x)
{
    return exp(-x);
}

static double normal_height(double x)
{
    return exp(-x * x / 2);
}

static void check_ziggurat(const double *edge, double (*height)(double), double tail)
{
    double area = edge[1] * height(edge[1]) + tail;
    assert_true(fabs(edge[0] * height(edge[1]) / area - 1) < 1e-13);
    for (int i = 1; i < ZIGGURAT_LAYERS; i++) {
        double layer = edge[i] * (height(edge[i + 1]) - height(edge[i]));
        assert_true(fabs(layer / area - 1) < 1e-10); /* heights near 1 lose digits in the difference */
        assert_true(edge[i + 1] < edge[i]);
    }
    assert_true(edge[ZIGGURAT_LAYERS] == 0);
}

static void the_layers_of_a_ziggurat_have_equal_area(void **state)
{
    (void)state;
    check_ziggurat(ziggurat_exponential, exponential_height, exp(-ziggurat_exponential[1]));
    check_ziggurat(ziggurat_normal, normal_height, sqrt(2 * M_PI) * gsl_cdf_ugaussian_Q(ziggurat_normal[1]));
}

static void waits_are_exponential(void **state)
{
    (void)state;
    const double mean = 3;
    struct luck luck = luck_of(20, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (size_t i = 0; i < MANY; i++)
        sample[i] = draw_exponential(&draw, mean);
    assert_true(mean_chance(sample, MANY, mean, mean) > FALSE_ALARM);
    assert_true(ks_chance(sample, MANY, exponential_cdf, &mean) > FALSE_ALARM);
    assert_true(sample[0] > 0);
    assert_true(sample[MANY - 1] > 8 * mean); /* sorted by now: the tail beyond the base layer is reached */
}

static void normals_are_normal_to_the_tails(void **state)
{
    (void)state;
    struct luck luck = luck_of(21, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    double squares = 0;
    for (size_t i = 0; i < MANY; i++) {
        sample[i] = draw_normal(&draw);
        squares += sample[i] * sample[i];
    }
    assert_true(mean_chance(sample, MANY, 0, 1) > FALSE_ALARM);
    assert_true(gsl_cdf_chisq_P(squares, MANY) > FALSE_ALARM && gsl_cdf_chisq_Q(squares, MANY) > FALSE_ALARM);
    assert_true(ks_chance(sample, MANY, normal_cdf, NULL) > FALSE_ALARM);
}

static double unit_exponential(struct draw *draw)
{
    return draw_exponential(draw, 1);
}

static double half_normal_cdf(double x, const double *shape)
{
    (void)shape;
    return 1 - 2 * gsl_cdf_ugaussian_Q(x);
}

/* One in a hundred points falls between an edge and the curve. Kept without looking at the curve, they would
 * lie evenly between the edges; too small a fault for a distance between distributions, but not for a count
 * of lower halves. */
static void check_between_edges(const double *edge, double (*one)(struct draw *),
                                double (*cdf)(double, const double *), const double *shape)
{
    enum { DRAWS = 2000000 };
    double share = 0;
    for (int i = 1; i < ZIGGURAT_LAYERS; i++)
        share += cdf((edge[i] + edge[i + 1]) / 2, shape) - cdf(edge[i + 1], shape);
    struct luck luck = luck_of(22, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    size_t low = 0, beyond = 0;
    for (size_t i = 0; i < DRAWS; i++) {
        double x = fabs(one(&draw));
        int layer = 1, end = ZIGGURAT_LAYERS; /* edge[layer] >= x > edge[end] */
        while (end - layer > 1) {
            int middle = (layer + end) / 2;
            *(x <= edge[middle] ? &layer : &end) = middle;
        }
        if (x > edge[1])
            sample[beyond++] = (1 - cdf(x, shape)) / (1 - cdf(edge[1], shape));
        low += x <= edge[1] && x < (edge[layer] + edge[end]) / 2;
    }
    double tail = 1 - cdf(edge[1], shape), deviation = (double)low - share * DRAWS;
    assert_true(2 * gsl_cdf_ugaussian_Q(fabs(deviation) / sqrt(share * (1 - share) * DRAWS)) > FALSE_ALARM);
    deviation = (double)beyond - tail * DRAWS;
    assert_true(2 * gsl_cdf_ugaussian_Q(fabs(deviation) / sqrt(tail * DRAWS)) > FALSE_ALARM);
    assert_true(ks_chance(sample, beyond, uniform_cdf, NULL) > FALSE_ALARM);
}

static void points_between_the_edges_lie_under_the_curve(void **state)
{
    (void)state;
    const double one = 1;
    check_between_edges(ziggurat_exponential, unit_exponential, exponential_cdf, &one);
    check_between_edges(ziggurat_normal, draw_normal, half_normal_cdf, NULL);
}

static double tail_cdf(double x, const double *start)
{
    return 1 - gsl_cdf_ugaussian_Q(x) / gsl_cdf_ugaussian_Q(*start);
}

static void the_tail_of_a_normal_is_normal(void **state)
{
    (void)state;
    const double starts[] = {1, ziggurat_normal[1]};
    for (uint32_t s = 0; s < 2; s++) {
        struct luck luck = luck_of(28, s);
        struct draw draw = draw_for(&luck, 0, 0, 0);
        for (size_t i = 0; i < MANY; i++)
            sample[i] = ziggurat_normal_tail(&draw, starts[s]);
        assert_true(ks_chance(sample, MANY, tail_cdf, &starts[s]) > FALSE_ALARM);
    }
}

static void gammas_have_the_mean_and_the_spread_asked_for(void **state)
{
    (void)state;
    const double spreads[] = {0.01, 0.3, 0.7, 1, 1.5, 3};
    for (uint32_t s = 0; s < sizeof spreads / sizeof spreads[0]; s++) {
        const double mean = 60, cv = spreads[s], shape[] = {1 / (cv * cv), mean * cv * cv};
        struct luck luck = luck_of(23, s);
        struct draw draw = draw_for(&luck, 0, 0, 0);
        for (size_t i = 0; i < MANY; i++)
            sample[i] = draw_gamma(&draw, mean, cv);
        assert_true(mean_chance(sample, MANY, mean, mean * cv) > FALSE_ALARM);
        assert_true(ks_chance(sample, MANY, gamma_cdf, shape) > FALSE_ALARM);
    }
}

static void a_gamma_without_spread_is_its_mean(void **state)
{
    (void)state;
    struct luck luck = luck_of(23, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0), untouched = draw;
    assert_true(draw_gamma(&draw, 0.1, 0) == 0.1);
    assert_true(draw_gamma(&draw, 0, 2) == 0);
    assert_int_equal(draw_bits(&draw), draw_bits(&untouched));
}

static void betas_have_both_shapes(void **state)
{
    (void)state;
    const double shapes[][2] = {{1, 1}, {2, 5}, {0.5, 0.5}, {0.2, 3}, {30, 20}};
    for (uint32_t s = 0; s < sizeof shapes / sizeof shapes[0]; s++) {
        const double *shape = shapes[s];
        double mean = shape[0] / (shape[0] + shape[1]),
               sd = sqrt(mean * (1 - mean) / (shape[0] + shape[1] + 1));
        struct luck luck = luck_of(24, s);
        struct draw draw = draw_for(&luck, 0, 0, 0);
        for (size_t i = 0; i < MANY; i++)
            sample[i] = draw_beta(&draw, shape[0], shape[1]);
        assert_true(mean_chance(sample, MANY, mean, sd) > FALSE_ALARM);
        assert_true(ks_chance(sample, MANY, beta_cdf, shape) > FALSE_ALARM);
    }
}

static void a_beta_of_tiny_shapes_is_a_coin(void **state)
{
    (void)state;
    struct luck luck = luck_of(25, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    size_t heads = 0;
    for (size_t i = 0; i < 10000; i++) {
        double x = draw_beta(&draw, 1e-5, 1e-5);
        assert_true(x >= 0 && x <= 1);
        heads += x > 0.5;
    }
    assert_in_range(heads, 4755, 5245); /* 4.9 standard deviations */
}

/* Bins of one count each, the ends merged so that at least ten are expected everywhere. */
static double poisson_chance(double mean, uint32_t replication)
{
    size_t seen[MOST_BINS] = {0};
    double expected[MOST_BINS] = {0};
    long lowest = 0, highest = 0;
    while (MANY * gsl_cdf_poisson_P((unsigned)lowest, mean) < 10)
        lowest++;
    for (highest = lowest + 1; MANY * gsl_cdf_poisson_Q((unsigned)highest, mean) > 10;)
        highest++;
    size_t bins = (size_t)(highest - lowest) + 1;
    assert_true(bins <= MOST_BINS);
    struct luck luck = luck_of(26, replication);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (size_t i = 0; i < MANY; i++) {
        long count = (long)draw_poisson(&draw, mean);
        seen[(count < lowest ? lowest : count > highest ? highest : count) - lowest]++;
    }
    for (long k = lowest; k <= highest; k++)
        expected[k - lowest] = MANY * gsl_ran_poisson_pdf((unsigned)k, mean);
    expected[0] = MANY * gsl_cdf_poisson_P((unsigned)lowest, mean);
    expected[bins - 1] = MANY * gsl_cdf_poisson_Q((unsigned)highest - 1, mean);
    return chi_square_chance(seen, expected, bins);
}

static void counts_are_poisson_for_small_and_large_means(void **state)
{
    (void)state;
    const double means[] = {0.01, 0.5, 3, 9.99, 10, 12, 40, 1000};
    for (uint32_t m = 0; m < sizeof means / sizeof means[0]; m++)
        assert_true(poisson_chance(means[m], m) > FALSE_ALARM);
}

static void a_poisson_of_nothing_is_nothing_and_of_a_billion_nearly_normal(void **state)
{
    (void)state;
    const double billion = 1e9;
    struct luck luck = luck_of(27, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    assert_int_equal(draw_poisson(&draw, 0), 0);
    for (size_t i = 0; i < MANY; i++)
        sample[i] = ((double)draw_poisson(&draw, billion) - billion) / sqrt(billion);
    assert_true(mean_chance(sample, MANY, 0, 1) > FALSE_ALARM);
    assert_true(ks_chance(sample, MANY, normal_cdf, NULL) > FALSE_ALARM);
}

static uint64_t fold(uint64_t folded, const void *number, size_t size)
{
    uint64_t bits = 0;
    memcpy(&bits, number, size);
    const uint64_t prime = 0x100000001b3;
    return (folded ^ bits) * prime ^ folded >> 31;
}

/* One number for two hundred thousand draws: it changes when any bit of any of them does, and then all
 * results change. */
static void the_numbers_are_the_same_with_every_compiler_on_every_machine(void **state)
{
    (void)state;
    enum { DRAWS = 20000, LANES = 61 };
    uint64_t folded = 0;
    struct luck luck = luck_of(2011, 10);
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct draw draw = draw_for(&luck, 1, i, 2);
        double numbers[] = {draw_uniform(&draw),     draw_exponential(&draw, 3), draw_normal(&draw),
                            draw_gamma(&draw, 2, 3), draw_gamma(&draw, 2, 0.5),  draw_beta(&draw, 0.4, 2)};
        uint64_t counts[] = {draw_poisson(&draw, 3), draw_poisson(&draw, 300)};
        uint32_t below = draw_below(&draw, 1000);
        float lanes[LANES];
        draw_lanes(&luck, 2, i, 3, lanes, i % LANES + 1);
        for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++)
            folded = fold(folded, &numbers[n], sizeof numbers[n]);
        for (size_t n = 0; n < sizeof counts / sizeof counts[0]; n++)
            folded = fold(folded, &counts[n], sizeof counts[n]);
        folded = fold(folded, &below, sizeof below);
        folded = fold(folded, &lanes[i % LANES], sizeof lanes[0]);
    }
    if (folded != UINT64_C(0x0f8044e42422c605))
        fail_msg("%#llx", (unsigned long long)folded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_layers_of_a_ziggurat_have_equal_area),
        cmocka_unit_test(waits_are_exponential),
        cmocka_unit_test(normals_are_normal_to_the_tails),
        cmocka_unit_test(points_between_the_edges_lie_under_the_curve),
        cmocka_unit_test(the_tail_of_a_normal_is_normal),
        cmocka_unit_test(gammas_have_the_mean_and_the_spread_asked_for),
        cmocka_unit_test(a_gamma_without_spread_is_its_mean),
        cmocka_unit_test(betas_have_both_shapes),
        cmocka_unit_test(a_beta_of_tiny_shapes_is_a_coin),
        cmocka_unit_test(counts_are_poisson_for_small_and_large_means),
        cmocka_unit_test(a_poisson_of_nothing_is_nothing_and_of_a_billion_nearly_normal),
        cmocka_unit_test(the_numbers_are_the_same_with_every_compiler_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

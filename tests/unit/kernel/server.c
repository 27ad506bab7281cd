/* One server and its line of customers, where the mean stay is known exactly (Pollaczek & Khinchine), and
 * Little's law holds to the microsecond because time is an integer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "kernel/run.h"

enum { ARRIVE, LEAVE, KINDS };
enum { DRAW_ARRIVAL = 1, DRAW_SERVICE };
enum { BATCHES = 40, BATCH = 5000, CUSTOMERS = BATCHES * BATCH, LONGEST_LINE = 4096 };

#define SERVICE_HOURS 1.0
#define LOAD          0.8

struct office {
    sim_time arrived[LONGEST_LINE]; /* of those present, in a ring */
    uint32_t came, left;
    double cv;         /* of the service */
    sim_time stays;    /* sum over those who left */
    sim_time presence; /* integral of the number present */
    sim_time changed;  /* when that number changed last */
    double batch[BATCHES];
};

static void count_presence(struct site *site, struct office *office)
{
    office->presence += (site_now(site) - office->changed) * (office->came - office->left);
    office->changed = site_now(site);
}

static void serve_next(struct site *site, const struct office *office)
{
    struct draw draw = draw_for(site_luck(site), DRAW_SERVICE, office->left, 0);
    double hours = draw_gamma(&draw, SERVICE_HOURS, office->cv);
    site_schedule(site, site_now(site) + sim_time_from_hours(hours), LEAVE, NULL, 0);
}

static void on_arrive(struct site *site, const struct event *event)
{
    (void)event;
    struct office *office = site_state(site);
    count_presence(site, office);
    assert_true(office->came - office->left < LONGEST_LINE);
    office->arrived[office->came % LONGEST_LINE] = site_now(site);
    office->came++;
    if (office->came - office->left == 1)
        serve_next(site, office);
    if (office->came == CUSTOMERS)
        return;
    struct draw draw = draw_for(site_luck(site), DRAW_ARRIVAL, office->came, 0);
    double hours = draw_exponential(&draw, SERVICE_HOURS / LOAD);
    site_schedule(site, site_now(site) + sim_time_from_hours(hours), ARRIVE, NULL, 0);
}

static void on_leave(struct site *site, const struct event *event)
{
    (void)event;
    struct office *office = site_state(site);
    count_presence(site, office);
    sim_time stay = site_now(site) - office->arrived[office->left % LONGEST_LINE];
    office->stays += stay;
    office->batch[office->left / BATCH] += sim_hours(stay) / BATCH;
    office->left++;
    if (office->came > office->left)
        serve_next(site, office);
}

static void check_stay(double cv, double known)
{
    handler *const handlers[KINDS] = {[ARRIVE] = on_arrive, [LEAVE] = on_leave};
    const struct model model = {handlers, KINDS};
    const struct run_plan plan = {.model = &model, .sites = 1, .ends = SIM_NEVER, .seed = 42};
    struct run *run = run_new(&plan);
    struct office office = {.cv = cv};
    site_attach(run_site(run, 0), &office);
    site_schedule(run_site(run, 0), 0, ARRIVE, NULL, 0);
    run_until(run, SIM_NEVER);
    assert_int_equal(office.left, CUSTOMERS);
    assert_int_equal(run_events(run), 2 * CUSTOMERS);
    run_free(run);

    assert_true(office.stays == office.presence); /* Little's law, exactly */

    double mean = 0, squares = 0;
    for (int b = 0; b < BATCHES; b++)
        mean += office.batch[b] / BATCHES;
    for (int b = 0; b < BATCHES; b++)
        squares += (office.batch[b] - mean) * (office.batch[b] - mean);
    double error = sqrt(squares / (BATCHES - 1) / BATCHES);
    double chance = 2 * gsl_cdf_tdist_Q(fabs(mean - known) / error, BATCHES - 1);
    assert_true(chance > 1e-6);
    assert_true(error < 0.03 * known); /* close enough to see a kernel that is wrong */
}

static void customers_stay_as_long_as_theory_says(void **state)
{
    (void)state;
    check_stay(1, 5);     /* M/M/1 */
    check_stay(0.5, 3.5); /* M/G/1 */
    check_stay(0, 3);     /* M/D/1 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(customers_stay_as_long_as_theory_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

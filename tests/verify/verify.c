/* Runs null scenarios through the program and holds what comes out against the laws.
 *
 *     verify_laws make SCENARIO             runs the scenario
 *     verify_laws check SCENARIO            checks its laws against what `make` left
 *     verify_laws check SCENARIO --long     does both, with more replications
 *     verify_laws compare PAGE              whether the tables of a page say what the last runs gave
 *     verify_laws write PAGE                puts them there
 *
 * `compare` and `write` read what `make` left in the working folder, so that a law that fails hides no other
 * and not the page.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "evidence.h"
#include "page.h"

static double slack_of(const struct law *law, struct finding found)
{
    return SLACK * found.standard_error + law->bias * fabs(law->exact(law->with));
}

static void the_law_holds(void **state)
{
    const struct law *law = *state;
    struct evidence evidence;
    assert_true(evidence_open(law->scenario, &evidence));
    struct finding found = evidence_find(&evidence, law);
    evidence_close(&evidence);
    double exact = law->exact(law->with), slack = slack_of(law, found);
    print_message("%s / %s: exact %.6g, got %.6g, error %+.3f %%, allowed %.3f %%, claimed %.3f %%\n",
                  law->design, law->measure, exact, found.mean, 100 * (found.mean / exact - 1),
                  100 * slack / exact, 100 * law->within);
    assert_true(isfinite(found.mean) && isfinite(found.standard_error));
    if (law->within <= 0)
        return;
    assert_true(fabs(found.mean - exact) <= slack);
    assert_true(slack <= law->within * fabs(exact));
}

static const struct null_scenario *scenario_called(const char *name)
{
    for (size_t i = 0; i < null_scenario_count; i++)
        if (strcmp(null_scenarios[i].name, name) == 0)
            return &null_scenarios[i];
    return NULL;
}

static int make(const char *name, int replications)
{
    if (evidence_make(name, replications))
        return EXIT_SUCCESS;
    fprintf(stderr, "verify_laws: the program failed on `%s`\n", name);
    return EXIT_FAILURE;
}

static int check(const char *name, const char *form)
{
    const struct null_scenario *scenario = scenario_called(name);
    if (scenario == NULL) {
        fprintf(stderr, "verify_laws: there is no null scenario `%s`\n", name);
        return EXIT_FAILURE;
    }
    if (form != NULL && strcmp(form, "--long") == 0 &&
        make(name, scenario->long_replications) != EXIT_SUCCESS)
        return EXIT_FAILURE;
    struct CMUnitTest tests[64];
    size_t count = 0;
    for (size_t i = 0; i < law_count && count < sizeof tests / sizeof tests[0]; i++)
        if (strcmp(laws[i].scenario, name) == 0)
            tests[count++] =
                (struct CMUnitTest){laws[i].what, the_law_holds, NULL, NULL, (void *)(uintptr_t)&laws[i]};
    return count == 0 ? EXIT_FAILURE : _cmocka_run_group_tests(name, tests, count, NULL, NULL);
}

int main(int count, char **words)
{
    if (count == 3 && strcmp(words[1], "make") == 0)
        return make(words[2], 0);
    if (count >= 3 && strcmp(words[1], "check") == 0)
        return check(words[2], words[3]);
    if (count == 3 && strcmp(words[1], "compare") == 0)
        return page_is_up_to_date(words[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (count == 3 && strcmp(words[1], "write") == 0)
        return page_write(words[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
    fprintf(stderr,
            "usage: verify_laws make SCENARIO | check SCENARIO [--long] | compare PAGE | write PAGE\n");
    return EXIT_FAILURE;
}

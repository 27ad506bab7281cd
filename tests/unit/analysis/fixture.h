/* A small results file, made by hand, that every test of the analysis can bend to its needs.
 *
 * Written with the C library of HDF5 and not with the recorder, so that the two rooms agree on a layout and
 * not on a piece of code.
 */
#ifndef TESTS_ANALYSIS_FIXTURE_H
#define TESTS_ANALYSIS_FIXTURE_H

#include <hdf5.h>
#include <hdf5_hl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A test of several sites says so before it includes this. */
#ifndef FIXTURE_SITES
#define FIXTURE_SITES 1
#endif

/* A test of fewer designs says so likewise: the first ones are kept. */
#ifndef FIXTURE_DESIGNS
#define FIXTURE_DESIGNS 3
#endif

enum {
    FIXTURE_REPLICATIONS = 12,
    FIXTURE_TIMES = 6,
    FIXTURE_BINS = 5,
    FIXTURE_PROPOSALS = 72,
    FIXTURE_VARIANTS = 9,
    FIXTURE_AXES = 3
};

struct fixture {
    char folder[64];
    char path[96];
    hid_t file;
};

static inline void fixture_attribute(hid_t object, const char *name, const char *value)
{
    hid_t type = H5Tcopy(H5T_C_S1), space = H5Screate(H5S_SCALAR);
    H5Tset_size(type, strlen(value) + 1);
    H5Tset_cset(type, H5T_CSET_UTF8);
    hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5Awrite(attribute, type, value) >= 0);
    H5Aclose(attribute);
    H5Sclose(space);
    H5Tclose(type);
}

static inline void fixture_strings(hid_t file, const char *name, int rank, const hsize_t *lengths,
                                   const char *const *strings)
{
    hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    hid_t space = rank == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(rank, lengths, NULL);
    hid_t dataset = H5Dcreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, strings) >= 0);
    H5Dclose(dataset);
    H5Sclose(space);
    H5Tclose(type);
}

static inline void fixture_numbers(hid_t file, const char *name, int rank, const hsize_t *lengths,
                                   const double *numbers)
{
    hid_t space = H5Screate_simple(rank, lengths, NULL);
    hid_t dataset = H5Dcreate2(file, name, H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    H5Dclose(dataset);
    H5Sclose(space);
}

static inline void fixture_scale(hid_t file, const char *name)
{
    hid_t dataset = H5Dopen2(file, name, H5P_DEFAULT);
    H5DSset_scale(dataset, name);
    H5Dclose(dataset);
}

/* What the file says of how people speak of a measure. */
static inline void fixture_words(hid_t dataset, const char *name)
{
    // clang-format off
    static const struct {const char *name, *title, *verb, *noun, *equal, *less, *role, *shown;} words[] = {
        {"decisions_per_hour", "Proposals decided per hour of sessions", "decided", "proposals per hour", "as many", "fewer", NULL, NULL},
        {"people_hours_per_decision", "Person-hours for each decided proposal", "took", "person-hours for each decision", "as many", "fewer", NULL, "price"},
        {"common_knowledge", "Shared understanding", "reached", "shared understanding", "as much", "less", NULL, "price"},
        {"voice_gini", "Inequality of speaking time", "had", "inequality of speaking time", "as much", "less", NULL, "price"},
        {"never_spoke", "Share of people who never spoke", "had", "people who never spoke", "as many", "fewer", NULL, "price"},
        {"people_here_at", "People at the site", NULL, NULL, NULL, NULL, "here", NULL},
        {"backlog", "Open proposals", "had", "open proposals at any time", "as many", "fewer", NULL, NULL},
        {"circle_sizes", "Share of time in circles of each size", NULL, NULL, NULL, NULL, NULL, NULL},
        {"integration", "Integration", NULL, NULL, NULL, NULL, "integration", "course"},
        {"differentiation", "Differentiation", NULL, NULL, NULL, NULL, "differentiation", "course"},
        {"giant_component", "Share of groups in the largest part", NULL, NULL, NULL, NULL, NULL, "course"},
        {"duplication", "Share of work done twice unknowingly", NULL, NULL, NULL, NULL, NULL, "course"},
        {"transformation", "Problems that only groups together can see", NULL, NULL, NULL, NULL, NULL, "course"},
        {"balkanization", "Integration lost again (share)", NULL, NULL, NULL, NULL, NULL, "course"},
        {"time_to_unity", "Time until the movement is one", "needed", "time to become one movement", "as much", "less", "unity", NULL},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *const names[] = {"title", "verb", "noun", "equal", "less", "role", "shown"};
        const char *const texts[] = {words[i].title, words[i].verb, words[i].noun, words[i].equal,
                                     words[i].less,  words[i].role, words[i].shown};
        for (size_t j = 0; strcmp(words[i].name, name) == 0 && j < sizeof names / sizeof names[0]; j++)
            if (texts[j] != NULL)
                fixture_attribute(dataset, names[j], texts[j]);
    }
}

/* Attaches scales to the axes in their order and says what the variable is. */
static inline void fixture_describe(hid_t file, const char *name, const char *unit, const char *meaning,
                                    const char *better, const char *const *axes, unsigned rank)
{
    hid_t dataset = H5Dopen2(file, name, H5P_DEFAULT);
    fixture_attribute(dataset, "units", unit);
    fixture_attribute(dataset, "long_name", meaning);
    fixture_attribute(dataset, "source", "made by hand");
    fixture_attribute(dataset, "better", better);
    fixture_words(dataset, name);
    for (unsigned i = 0; i < rank; i++) {
        hid_t scale = H5Dopen2(file, axes[i], H5P_DEFAULT);
        H5DSattach_scale(dataset, scale, i);
        H5Dclose(scale);
    }
    H5Dclose(dataset);
}

/* A number between 0 and 1 that depends on the place alone: the same files every time. */
static inline double fixture_luck(uint64_t place)
{
    place += UINT64_C(0x9E3779B97F4A7C15);
    place = (place ^ (place >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    place = (place ^ (place >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (double)((place ^ (place >> 31)) >> 11) / 9007199254740992.0;
}

static inline void fixture_dimensions(hid_t file, const char *const *designs)
{
    static const char *const site[] = {"Liberty Plaza", "Oakland"};
    static const char *const meanings[] = {"the assembly every day", "an open space every Sunday", ""};
    hsize_t count = FIXTURE_DESIGNS;
    fixture_strings(file, "design", 1, &count, designs);
    fixture_scale(file, "design");
    fixture_strings(file, "design_meaning", 1, &count, meanings);
    double numbers[FIXTURE_PROPOSALS];
    for (int i = 0; i < FIXTURE_PROPOSALS; i++)
        numbers[i] = i + 1;
    count = FIXTURE_REPLICATIONS;
    fixture_numbers(file, "replication", 1, &count, numbers);
    fixture_scale(file, "replication");
    count = FIXTURE_SITES;
    fixture_strings(file, "site", 1, &count, site);
    fixture_scale(file, "site");
    count = FIXTURE_TIMES;
    fixture_numbers(file, "time", 1, &count, numbers);
    fixture_scale(file, "time");
    count = FIXTURE_BINS;
    fixture_numbers(file, "circle_size", 1, &count, numbers);
    fixture_scale(file, "circle_size");
}

/* level[design] + slope[design] * index, with luck shared by the designs of a replication and a little of its
 * own. */
static inline void fixture_measure(hid_t file, const char *name, const char *unit, const char *meaning,
                                   const char *better, const char *last, hsize_t length, const double *level,
                                   double own)
{
    const char *axes[] = {"design", "replication", "site", last};
    int rank = last == NULL ? 3 : 4;
    hsize_t lengths[] = {FIXTURE_DESIGNS, FIXTURE_REPLICATIONS, FIXTURE_SITES, length};
    size_t count = FIXTURE_DESIGNS * FIXTURE_REPLICATIONS * FIXTURE_SITES * length;
    double *numbers = calloc(count, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        size_t index = i % length, replication = i / length / FIXTURE_SITES % FIXTURE_REPLICATIONS;
        size_t design = i / length / FIXTURE_SITES / FIXTURE_REPLICATIONS;
        double shared = fixture_luck(replication * 1000 + index), alone = fixture_luck(i + 77);
        numbers[i] =
            level[design] * (1 + 0.15 * (shared - 0.5) + own * (alone - 0.5)) * (1 + 0.3 * (double)index);
    }
    fixture_numbers(file, name, rank, lengths, numbers);
    fixture_describe(file, name, unit, meaning, better, axes, (unsigned)rank);
    free(numbers);
}

static inline void fixture_measures(hid_t file)
{
    static const double decided[] = {0.4, 1.2, 0.41}, hours[] = {67, 30, 67.5}, gini[] = {.8, .5, .8},
                        one[] = {1, 2, 3};
    static const double common[] = {.6, .4, .61}, never[] = {.5, .2, .5}, backlog[] = {20, 8, 19},
                        sizes[] = {.1, .4, .2};
    // clang-format off
    fixture_measure(file, "decisions_per_hour", "h-1", "proposals decided per hour of meeting", "more", NULL, 1, decided, .4);
    fixture_measure(file, "people_hours_per_decision", "h", "person-hours per decision", "less", NULL, 1, hours, .1);
    fixture_measure(file, "common_knowledge", "1", "share of facets known by four in five", "more", NULL, 1, common, .1);
    fixture_measure(file, "voice_gini", "1", "inequality of speaking time (Gini)", "less", NULL, 1, gini, .1);
    fixture_measure(file, "never_spoke", "1", "share of people who never spoke", "less", NULL, 1, never, .1);
    fixture_measure(file, "sessions", "1", "sessions held", "neither", NULL, 1, one, .1);
    fixture_measure(file, "backlog", "1", "proposals waiting", "less", "time", FIXTURE_TIMES, backlog, .2);
    fixture_measure(file, "circle_sizes", "1", "share of circles by size", "neither", "circle_size", FIXTURE_BINS, sizes, .2);
    // clang-format on
}

/* A number that belongs to a variable: valid_min. */
static inline void fixture_number(hid_t file, const char *variable, const char *name, double number)
{
    assert_true(H5LTset_attribute_double(file, variable, name, &number, 1) >= 0);
}

/* One column of the table of proposals from a rule. */
static inline void fixture_column(hid_t file, const char *name, double (*rule)(int row))
{
    static const char *const axis[] = {"proposal"};
    double numbers[FIXTURE_PROPOSALS];
    hsize_t count = FIXTURE_PROPOSALS;
    for (int i = 0; i < FIXTURE_PROPOSALS; i++)
        numbers[i] = rule(i);
    fixture_numbers(file, name, 1, &count, numbers);
    fixture_describe(file, name, "1", name, "neither", axis, 1);
}

static inline double fixture_row(int row)
{
    return row;
}

static inline double fixture_design_of(int row)
{
    return row % FIXTURE_DESIGNS;
}

static inline double fixture_replication_of(int row)
{
    return row / FIXTURE_DESIGNS % FIXTURE_REPLICATIONS;
}

static inline double fixture_zero(int row)
{
    (void)row;
    return 0;
}

static inline double fixture_submitted(int row)
{
    return 0.5 * (row % 5);
}

/* Every seventh proposal is still open when the watch ends on day 6. */
static inline double fixture_decided(int row)
{
    return row % 7 == 0 ? NAN
                        : fixture_submitted(row) + 0.25 +
                              3 * fixture_luck((uint64_t)row) / (1 + row % FIXTURE_DESIGNS);
}

static inline void fixture_proposals(hid_t file)
{
    hsize_t count = FIXTURE_PROPOSALS;
    double numbers[FIXTURE_PROPOSALS];
    for (int i = 0; i < FIXTURE_PROPOSALS; i++)
        numbers[i] = fixture_row(i);
    fixture_numbers(file, "proposal", 1, &count, numbers);
    fixture_scale(file, "proposal");
    fixture_column(file, "proposal_design", fixture_design_of);
    fixture_column(file, "proposal_replication", fixture_replication_of);
    fixture_column(file, "proposal_site", fixture_zero);
    fixture_column(file, "proposal_submitted", fixture_submitted);
    fixture_column(file, "proposal_decided", fixture_decided);
}

/* Base, two alternatives of an assumption (the second turns the headline around), and a sweep of 3 by 2
 * points. */
static inline void fixture_variants(hid_t file)
{
    static const char *const labels[] = {
        "the scenario itself", "digest_ratio = 1", "digest_ratio = 4", "s1", "s2", "s3", "s4", "s5", "s6"};
    static const char *const axes[] = {"conversation.digest_ratio", "proposals.facets", "proposals.per_day"};
    static const char *const texts[FIXTURE_VARIANTS][FIXTURE_AXES] = {
        {"", "", ""},       {"1", "", ""},      {"4", "", ""},      {"", "5", "1 /d"}, {"", "5", "8 /d"},
        {"", "20", "1 /d"}, {"", "20", "8 /d"}, {"", "60", "1 /d"}, {"", "60", "8 /d"}};
    static const double kind[] = {0, 1, 1, 2, 2, 2, 2, 2, 2}, gain[] = {3, 0.5, 3, 0.4, 0.5, 1, 1.1, 2, 4};
    double values[FIXTURE_VARIANTS][FIXTURE_AXES], runs[FIXTURE_VARIANTS];
    hsize_t count = FIXTURE_VARIANTS, axis_count = FIXTURE_AXES, cells[] = {FIXTURE_VARIANTS, FIXTURE_AXES};
    hid_t group = H5Gcreate2(file, "variants", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(group);
    size_t lengths[] = {FIXTURE_VARIANTS, FIXTURE_DESIGNS, FIXTURE_REPLICATIONS, FIXTURE_SITES};
    hsize_t shape[] = {lengths[0], lengths[1], lengths[2], lengths[3]};
    size_t total = lengths[0] * lengths[1] * lengths[2] * lengths[3];
    double *numbers = calloc(total, sizeof *numbers);
    for (size_t i = 0; i < total; i++) {
        size_t variant = i / FIXTURE_DESIGNS / FIXTURE_REPLICATIONS / FIXTURE_SITES,
               design = i / FIXTURE_SITES / FIXTURE_REPLICATIONS % FIXTURE_DESIGNS;
        numbers[i] = (design == 1 ? 0.4 * gain[variant] : 0.4) * (1 + 0.2 * (fixture_luck(i) - 0.5));
    }
    for (size_t i = 0; i < FIXTURE_VARIANTS; i++) {
        runs[i] = FIXTURE_REPLICATIONS;
        for (size_t j = 0; j < FIXTURE_AXES; j++)
            values[i][j] = texts[i][j][0] == '\0' ? NAN : atof(texts[i][j]);
    }
    fixture_strings(file, "variants/variant", 1, &count, labels);
    fixture_strings(file, "variants/axis", 1, &axis_count, axes);
    fixture_strings(file, "variants/axis_text", 2, cells, &texts[0][0]);
    fixture_numbers(file, "variants/axis_value", 2, cells, &values[0][0]);
    fixture_numbers(file, "variants/kind", 1, &count, kind);
    fixture_numbers(file, "variants/replications", 1, &count, runs);
    fixture_numbers(file, "variants/decisions_per_hour", 4, shape, numbers);
    free(numbers);
}

/* Numbers of the record: one that only the assemblies fit, one without a range, one that nobody fits. */
enum { FIXTURE_FOUND = 3 };

static inline void fixture_found(hid_t file)
{
    static const char *const measures[] = {"decisions_per_hour", "people_hours_per_decision", "never_spoke"};
    static const char *const sources[] = {"the minutes of October", "a <b>letter</b> of `1912`",
                                          "an eye witness"};
    static const double values[] = {0.4, 67, 0.9}, least[] = {0.3, 0, 0.8}, most[] = {0.5, 0, 1};
    hsize_t count = FIXTURE_FOUND;
    fixture_strings(file, "provenance/found_measure", 1, &count, measures);
    fixture_strings(file, "provenance/found_source", 1, &count, sources);
    fixture_numbers(file, "provenance/found_value", 1, &count, values);
    fixture_numbers(file, "provenance/found_least", 1, &count, least);
    fixture_numbers(file, "provenance/found_most", 1, &count, most);
}

static inline void fixture_methods(hid_t file)
{
    static const char *const names[] = {"assembly", "ours"}, *const folders[] = {"library", "own"};
    static const char *const files[] = {"methods/assembly.yaml", "ours.yaml"};
    static const char *const texts[] = {"title: Assembly\n", "title: Ours\n# \xFE\n"};
    hsize_t count = 2;
    fixture_strings(file, "provenance/method_name", 1, &count, names);
    fixture_strings(file, "provenance/method_folder", 1, &count, folders);
    fixture_strings(file, "provenance/method_file", 1, &count, files);
    fixture_strings(file, "provenance/method_text", 1, &count, texts);
}

static inline void fixture_provenance(hid_t file, const char *command)
{
    static const char *const paths[] = {"conversation.digest_ratio", "conversation.retention",
                                        "proposals.per_day"};
    static const char *const values[] = {"2", "50 %", "4 /d"}, *const units[] = {"1", "1", "d-1"};
    static const char *const sources[] = {"no data", "no data", ""}, *const grounds[] = {"assumed", "assumed",
                                                                                         "free choice"};
    static const char *const assumptions[] = {"Nobody learns to moderate better over the weeks."};
    static const double given[] = {0, 0, 1};
    static const char *const text = "title: x\n", *const name = "x.yaml";
    hsize_t count = 3, one = 1;
    H5Gclose(H5Gcreate2(file, "provenance", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    fixture_strings(file, "provenance/scenario_text", 0, NULL, &text);
    fixture_strings(file, "provenance/scenario_file", 0, NULL, &name);
    fixture_strings(file, "provenance/command", 0, NULL, &command);
    fixture_strings(file, "provenance/setting_path", 1, &count, paths);
    fixture_strings(file, "provenance/setting_value", 1, &count, values);
    fixture_strings(file, "provenance/setting_unit", 1, &count, units);
    fixture_strings(file, "provenance/setting_source", 1, &count, sources);
    fixture_strings(file, "provenance/setting_ground", 1, &count, grounds);
    fixture_numbers(file, "provenance/setting_given", 1, &count, given);
    fixture_strings(file, "provenance/assumption", 1, &one, assumptions);
    fixture_methods(file);
    fixture_found(file);
}

static inline void fixture_begin(struct fixture *fixture)
{
    strcpy(fixture->folder, "/tmp/groundswell-analysis-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof fixture->path, "%s/x.h5", fixture->folder);
    hid_t creation = H5Pcreate(H5P_FILE_CREATE);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    fixture->file = H5Fcreate(fixture->path, H5F_ACC_TRUNC, creation, H5P_DEFAULT);
    H5Pclose(creation);
    assert_true(fixture->file >= 0);
}

static inline void fixture_fill(struct fixture *fixture, const char *title, const char *const *designs)
{
    hid_t file = fixture->file;
    fixture_attribute(file, "Conventions", "CF-1.10");
    fixture_attribute(file, "title", title);
    fixture_attribute(file, "question", "Should we hold an open space every Sunday?");
    fixture_attribute(file, "headline", "decisions_per_hour");
    fixture_attribute(file, "seed", "2011");
    fixture_attribute(file, "version", "0.1.0");
    fixture_attribute(file, "commit", "abcdef0");
    fixture_attribute(file, "libraries", "GSL 2.7");
    fixture_attribute(file, "source", "Groundswell 0.1.0");
    fixture_dimensions(file, designs);
    fixture_measures(file);
    fixture_proposals(file);
    fixture_variants(file);
    fixture_provenance(file, "groundswell run x.yaml");
}

static inline void fixture_end(struct fixture *fixture)
{
    if (fixture->file >= 0)
        H5Fclose(fixture->file);
    fixture->file = -1;
}

/* The usual file, closed and ready to be read. */
static inline void fixture_make(struct fixture *fixture)
{
    static const char *const designs[] = {"assembly only", "with open space", "assembly again"};
    fixture_begin(fixture);
    fixture_fill(fixture, "Assembly or open space?", designs);
    fixture_end(fixture);
}

static inline void fixture_remove(struct fixture *fixture)
{
    char command[160];
    fixture_end(fixture);
    snprintf(command, sizeof command, "rm -rf '%s'", fixture->folder);
    assert_int_equal(system(command), 0);
}

#endif

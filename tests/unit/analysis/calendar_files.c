/* The calendars of a results file, and files in which they do not fit together. */
#include "unit/analysis/fixture.h"

#include "analysis/file/results.h"

enum { LINES = 2, SESSIONS = 3 };

/* What is bent in a file. */
struct bent {
    double design, line, begins, weekday, looked_at;
    hsize_t heads; /* how many lines have a number of people */
};
static const struct bent sound = {1, 1, 19, 5, 336, LINES};

static void scalar(hid_t file, const char *name, double number)
{
    hid_t space = H5Screate(H5S_SCALAR);
    hid_t dataset = H5Dcreate2(file, name, H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, &number) >= 0);
    H5Dclose(dataset);
    H5Sclose(space);
}

static void write_calendar(hid_t file, const struct bent *bent)
{
    static const char *const texts[] = {"line_method",   "line_title", "line_meaning",
                                        "line_deciders", "line_when",  "line_who"};
    static const char *const words[LINES] = {"assembly", "open space"}, *const meets[1] = {"Groups meet."};
    const hsize_t lines = LINES, sessions = SESSIONS, one = 1;
    const double designs[LINES] = {0, bent->design}, hours[LINES] = {3, NAN}, heads[LINES] = {40, 60},
                 held[SESSIONS] = {0, 0, bent->line}, begins[SESSIONS] = {19, 43, bent->begins}, none = 0;
    char name[64];
    hid_t group = H5Gcreate2(file, "calendar", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(group);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(name, sizeof name, "calendar/%s", texts[i]);
        fixture_strings(file, name, 1, &lines, words);
    }
    fixture_numbers(file, "calendar/line_design", 1, &lines, designs);
    fixture_numbers(file, "calendar/line_hours", 1, &lines, hours);
    fixture_numbers(file, "calendar/line_heads", 1, &bent->heads, heads);
    fixture_numbers(file, "calendar/session_line", 1, &sessions, held);
    fixture_numbers(file, "calendar/session_begins", 1, &sessions, begins);
    fixture_numbers(file, "calendar/meeting_design", 1, &one, &none);
    fixture_strings(file, "calendar/meeting_text", 1, &one, meets);
    scalar(file, "calendar/first_weekday", bent->weekday);
    scalar(file, "calendar/hours_looked_at", bent->looked_at);
    scalar(file, "calendar/sessions_dropped", 0);
}

static void make(struct fixture *fixture, const struct bent *bent)
{
    static const char *const designs[] = {"assembly only", "with open space", "assembly again"};
    fixture_begin(fixture);
    fixture_fill(fixture, "Assembly or open space?", designs);
    write_calendar(fixture->file, bent);
    fixture_end(fixture);
}

static void calendars_are_read(void **state)
{
    (void)state;
    struct fixture fixture;
    struct trouble trouble = {0};
    make(&fixture, &sound);
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    const struct results_calendar *calendar = &results->calendar;
    assert_int_equal(calendar->line_count, LINES);
    assert_string_equal(calendar->lines[1].title, "open space");
    assert_int_equal(calendar->lines[1].design, 1);
    assert_true(calendar->lines[0].hours == 3 && isnan(calendar->lines[1].hours));
    assert_int_equal(calendar->session_count, SESSIONS);
    assert_int_equal(calendar->sessions[2].line, 1);
    assert_true(calendar->sessions[1].begins == 43);
    assert_string_equal(calendar->meetings[0].text, "Groups meet.");
    assert_int_equal(calendar->first_weekday, 5);
    results_close(results);
    fixture_remove(&fixture);
}

static void a_file_of_before_has_no_calendar(void **state)
{
    (void)state;
    struct fixture fixture;
    struct trouble trouble = {0};
    fixture_make(&fixture);
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    assert_int_equal(results->calendar.line_count, 0);
    results_close(results);
    fixture_remove(&fixture);
}

static void calendars_that_do_not_fit_together_are_refused(void **state)
{
    (void)state;
    const struct bent bent[] = {
        {3, 1, 19, 5, 336, LINES},       {-1, 1, 19, 5, 336, LINES},  {0.5, 1, 19, 5, 336, LINES},
        {1, 2, 19, 5, 336, LINES},       {1, NAN, 19, 5, 336, LINES}, {1, 1, -1, 5, 336, LINES},
        {1, 1, INFINITY, 5, 336, LINES}, {1, 1, 19, 7, 336, LINES},   {1, 1, 19, 5, 0, LINES},
        {1, 1, 19, 5, NAN, LINES},       {1, 1, 19, 5, 336, 1},       {1, 0, 19, 5, 336, LINES},
    };
    for (size_t i = 0; i < sizeof bent / sizeof *bent; i++) {
        struct fixture fixture;
        struct trouble trouble = {0};
        make(&fixture, &bent[i]);
        assert_null(results_open(fixture.path, &trouble));
        assert_int_equal(trouble.count, 1);
        assert_string_equal(trouble.complaints[0].sentence,
                            "the calendars in this results file do not fit together");
        trouble_free(&trouble);
        fixture_remove(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendars_are_read),
        cmocka_unit_test(a_file_of_before_has_no_calendar),
        cmocka_unit_test(calendars_that_do_not_fit_together_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What cells of minutes say: dates in the forms that people use, lengths, counts; and which cannot be read,
 * since they can be read in two ways or in none. */
#include "unit/models/minutes.h"

#include "observed/date.h"

/* --- dates --- */

static const char *read_day(struct read_table *table, const char *words)
{
    const struct minutes_date date = minutes_date_read(words, table->words, &table->arena);
    char *text = arena_print(&table->arena, "%32s", "");
    if (date.state == DATE_KNOWN)
        return date_text(date.day, text, 32);
    return date.state == DATE_OPEN ? "open" : date.why;
}

static void dates_are_read_in_the_forms_that_people_use(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "2011-10-15",           "2011/10/15",
        "2011.10.15",           "2011-10-15T19:00",
        "2011-10-15 19:00",     "2011-10-15 7:30 pm",
        "15.10.2011",           "15. 10. 2011",
        "15/10/2011",           "10/15/2011",
        "10-15-2011",           "15 October 2011",
        "15 Oct 2011",          "Oct 15, 2011",
        "October 15th, 2011",   "Sat, 15 Oct 2011",
        "15. Oktober 2011",     "15 de octubre de 2011",
        "15 octobre 2011",      "Samstag, 15. Oktober 2011",
        "2011 October 15",      "15/10/2011, 19:00",
        "15th of October 2011",
    };
    struct read_table table = read_table("date\n2011-10-15\n");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(read_day(&table, forms[i]), "2011-10-15") != 0)
            fail_msg("%s: %s", forms[i], read_day(&table, forms[i]));
    assert_string_equal(read_day(&table, "5/5/2011"), "2011-05-05");
    close_table(&table);
}

static void a_date_of_two_readings_or_none_is_not_read(void **state)
{
    (void)state;
    static const char forms[] = "this is no date that can be read; write it as in 2011-10-15";
    static const struct {
        const char *words, *said;
    } others[] = {
        {"3/4/2011", "open"},
        {"03-04-2011", "open"},
        {"15/10/11", "the year of this date must have four digits"},
        {"15.10.11", "the year of this date must have four digits"},
        {"15 Oct", "this date has no year"},
        {"15/10", "this date has no year"},
        {"15 Oct 11", "the year of this date must have four digits"},
        {"2011-02-29", "there is no such day"},
        {"31.11.2011", "there is no such day"},
        {"13/13/2011", "there is no such day"},
        {"40831", forms},
        {"yesterday", forms},
        {"15 Oct Nov 2011", forms},
        {"2011-10-15-16", forms},
        {":", forms},
        {"99999999999999999999-10-15", forms},
    };
    struct read_table table = read_table("date\n2011-10-15\n");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(read_day(&table, others[i].words), others[i].said) != 0)
            fail_msg("%s: %s", others[i].words, read_day(&table, others[i].words));
    close_table(&table);
}

static void the_column_says_whether_the_day_or_the_month_stands_first(void **state)
{
    (void)state;
    struct read_table table = read_table("date\n3/4/2011\n15/4/2011\n");
    assert_int_equal(table.minutes->session_count, 2);
    assert_int_equal(table.minutes->sessions[1].day - table.minutes->sessions[0].day, 12);
    assert_int_equal(table.unused.count, 0);
    close_table(&table);
    table = read_table("date\n3/4/2011\n3/15/2011\n");
    assert_int_equal(table.minutes->sessions[1].day - table.minutes->sessions[0].day, 11);
    close_table(&table);
    table = read_table("date,present\n3/4/2011,9\n5/6/2011,9\n");
    assert_int_equal(table.minutes->session_count, 0);
    assert_complaint(&table.unused, 0, "2:1 this may be 2011-04-03 or 2011-03-04; write it in this way");
    assert_complaint(&table.unused, 1, "3:1 this may be 2011-06-05 or 2011-05-06; write it in this way");
    close_table(&table);
    table = read_table("date\n3/4/2011\n3/15/2011\n15/4/2011\n");
    assert_int_equal(table.minutes->session_count, 2);
    assert_complaint(
        &table.unused, 0,
        "2:1 this may be 2011-04-03 or 2011-03-04, since other dates here are written both ways; "
        "write it in this way");
    close_table(&table);
}

/* --- numbers --- */

static double read_length(struct read_table *table, const char *words, bool commas)
{
    double minutes = NAN;
    minutes_length_read(words, commas, table->words, &table->arena, &minutes);
    return minutes;
}

static void a_length_is_minutes_unless_it_says_otherwise(void **state)
{
    (void)state;
    struct read_table table = read_table("minutes\n25\n");
    assert_true(read_length(&table, "25", false) == 25);
    assert_true(read_length(&table, "12.5", false) == 12.5);
    assert_true(read_length(&table, "25 min", false) == 25);
    assert_true(read_length(&table, "25'", false) == 25);
    assert_true(read_length(&table, "1 h", false) == 60);
    assert_true(read_length(&table, "1h 10min", false) == 70);
    assert_true(read_length(&table, "1 h 10", false) == 70);
    assert_true(read_length(&table, "1.5 Std.", false) == 90);
    assert_true(read_length(&table, "12,5", true) == 12.5);
    static const char *const refused[] = {"1:10", "10 10", "10 min 1 h", "about 20", "20-30",
                                          "-5",   "0",     "1e3",        "20 min x", "2000",
                                          "12.",  ".5",    "",           "12,5"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (!isnan(read_length(&table, refused[i], false)))
            fail_msg("%s: %g", refused[i], read_length(&table, refused[i], false));
    close_table(&table);
}

static void a_count_is_a_whole_number_with_no_points(void **state)
{
    (void)state;
    double count = NAN;
    assert_null(minutes_count_read("120", 1e6, &count));
    assert_true(count == 120);
    assert_non_null(minutes_count_read("1.200", 1e6, &count));
    assert_non_null(minutes_count_read("1,200", 1e6, &count));
    assert_non_null(minutes_count_read("about 120", 1e6, &count));
    assert_non_null(minutes_count_read("99999999", 1e6, &count));
    assert_non_null(minutes_count_read("", 1e6, &count));
    struct read_table table = read_table("amended\nyes\n");
    assert_null(minutes_amendments_read("Yes", table.words, &table.arena, &count));
    assert_true(count == 1);
    assert_null(minutes_amendments_read("nein", table.words, &table.arena, &count));
    assert_true(count == 0);
    assert_non_null(minutes_amendments_read("some", table.words, &table.arena, &count));
    close_table(&table);
}

/* --- words --- */

static void no_word_means_two_things(void **state)
{
    (void)state;
    struct read_table table = read_table("minutes\n25\n");
    const struct minutes_list *const lists[] = {&table.words->columns, &table.words->outcomes,
                                                &table.words->months, &table.words->switches,
                                                &table.words->units};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i]->count; j++) {
            const struct minutes_word *word = &lists[i]->words[j];
            if (minutes_meaning(lists[i], word->word) != word->meaning)
                fail_msg("`%s` means two things", word->word);
        }
    for (size_t i = 0; i < table.words->months.count; i++)
        assert_int_equal(minutes_meaning(&table.words->beside, table.words->months.words[i].word), -1);
    close_table(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_in_the_forms_that_people_use),
        cmocka_unit_test(a_date_of_two_readings_or_none_is_not_read),
        cmocka_unit_test(the_column_says_whether_the_day_or_the_month_stands_first),
        cmocka_unit_test(a_length_is_minutes_unless_it_says_otherwise),
        cmocka_unit_test(a_count_is_a_whole_number_with_no_points),
        cmocka_unit_test(no_word_means_two_things),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

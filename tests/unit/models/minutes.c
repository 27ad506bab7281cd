/* What a table of minutes says, worked out by hand; and what is said of tables that cannot be used. */
#include "unit/models/minutes.h"

/* Spreadsheets begin with a mark; D stands apart, or it would be read as a digit of it. */
#define MARKED                                                                                               \
    "\xEF\xBB\xBF"                                                                                           \
    "Date;Item;Minutes\r\n01.10.2011;Tents, big;12,5\r\n02.10.2011;Banners;20\r\n;;\r\n"

/* Three sessions, four proposals: the tents are heard twice, the march is not decided, a report is none. */
#define CAMP                                                                                                 \
    "date,item,outcome,minutes,present,amendments\n"                                                         \
    "2011-10-01,Kitchen,passed,30,100,1\n"                                                                   \
    "2011-10-01,Tents,tabled,40,100,0\n"                                                                     \
    "2011-10-03,Report of the medics,report,15,80,\n"                                                        \
    "2011-10-03,tents,passed,20,90,0\n"                                                                      \
    "2011-10-05,Banners,failed,12,60,0\n"                                                                    \
    "2011-10-05,March,tabled,18,60,2\n"

static const struct minutes_number *number_of(const struct minutes_found *found, const char *measure)
{
    for (size_t i = 0; i < found->count; i++)
        if (strcmp(found->numbers[i].measure, measure) == 0)
            return &found->numbers[i];
    return NULL;
}

static const char *why_not(const struct minutes_found *found, const char *measure)
{
    for (size_t i = 0; i < found->gap_count; i++)
        if (strcmp(found->gaps[i].measure, measure) == 0)
            return found->gaps[i].why;
    return "";
}

static void assert_found(const struct minutes_found *found, const char *measure, double value)
{
    const struct minutes_number *number = number_of(found, measure);
    if (number == NULL)
        fail_msg("%s is not found: %s", measure, why_not(found, measure));
    else if (fabs(number->value - value) > 1e-12)
        fail_msg("%s is %.6f, not %.6f", measure, number->value, value);
    else if (!(number->least <= value && value <= number->most))
        fail_msg("%s: %.6f to %.6f does not hold %.6f", measure, number->least, number->most, value);
}

static void numbers_are_those_worked_out_by_hand(void **state)
{
    (void)state;
    struct read_table table = read_table(CAMP);
    assert_int_equal(table.unused.count, 0);
    const struct minutes_found found = minutes_found(table.minutes, .95, &table.arena);
    assert_found(&found, "hearings_passed", 2. / 5);
    assert_found(&found, "hearings_tabled", 2. / 5);
    assert_found(&found, "hearings_failed", 1. / 5);
    assert_found(&found, "pass_rate", 2. / 3);
    assert_found(&found, "amended", 1. / 2);
    assert_found(&found, "passes_per_session", 2. / 3);
    assert_found(&found, "decisions_per_day", 3. / 6); /* three sessions, each of two days */
    assert_found(&found, "visits", (1 + 2 + 1) / 3.);
    assert_found(&found, "hearing_hours", (30 + 60 + 12 + 18) / 4. / 60);
    assert_found(&found, "heads", (100 + 90 + 60) / 3.);
    assert_string_equal(
        number_of(&found, "visits")->source,
        "minutes: mean of 3 decided proposals in m.csv, 2011-10-01 to 2011-10-05 (95 % range, "
        "bootstrap)");
    assert_non_null(strstr(why_not(&found, "no_vote"), "does not say whether anybody blocked"));
    close_table(&table);
}

static void the_load_is_that_worked_out_by_hand(void **state)
{
    (void)state;
    struct read_table table = read_table(CAMP);
    const struct minutes_load load = minutes_load(table.minutes, .95);
    assert_int_equal(load.proposals, 4);
    assert_int_equal(load.sessions, 3);
    assert_true(load.days == 6 && load.dated && load.weekday == 5); /* a Saturday */
    assert_true(fabs(load.a_day - 4. / 6) < 1e-12);
    assert_true(load.minutes.mean == 30 && load.half_below == 24);
    assert_true(load.most_present == 100 && fabs(load.present.mean - 250. / 3) < 1e-12);
    assert_true(load.held[5] == 1 && load.held[0] == 1 && load.held[2] == 1);
    assert_true(fabs(load.session_minutes - (30 + .8 * 40)) <
                1e-12); /* of 20, 30 and 70: nine of ten below */
    close_table(&table);
}

static void who_blocked_is_known_where_every_outcome_says_it(void **state)
{
    (void)state;
    struct read_table table =
        read_table("outcome\nconsensus\nPassed by consensus\npassed by vote\nBlocked\ntabled\n");
    const struct minutes_found found = minutes_found(table.minutes, .95, &table.arena);
    assert_found(&found, "no_vote", 2. / 4);
    assert_found(&found, "pass_rate", 3. / 4);
    assert_string_equal(why_not(&found, "heads"), "columns are missing: date, present");
    assert_string_equal(why_not(&found, "passes_per_session"), "a column is missing: date");
    close_table(&table);
}

static void one_case_has_no_range(void **state)
{
    (void)state;
    struct read_table table = read_table("date,present\n2011-10-01,50\n");
    const struct minutes_found found = minutes_found(table.minutes, .95, &table.arena);
    assert_true(number_of(&found, "heads") != NULL && !number_of(&found, "heads")->ranged);
    close_table(&table);
}

static void a_proposal_that_comes_back_counts_by_what_stands_in_the_end(void **state)
{
    (void)state;
    struct read_table table =
        read_table("date,item,outcome\n2011-10-08,Tents,tabled\n2011-10-01,Tents,passed\n"
                   "2011-10-01,Banners,passed\n");
    const struct minutes_found found = minutes_found(table.minutes, .95, &table.arena);
    assert_found(&found, "hearings_passed", 2. / 3);
    assert_found(&found, "pass_rate", 1); /* of one: rows are taken by their dates */
    assert_found(&found, "decisions_per_day", 1. / 14);
    close_table(&table);
}

static void tables_of_spreadsheets_are_the_same_table(void **state)
{
    (void)state;
    static const char *const written[] = {
        "date,item,minutes\n2011-10-01,\"Tents, big\",12.5\n2011-10-02,Banners,20\n",
        MARKED,
        "Datum\tThema\tDauer (min)\r01.10.2011\tTents, big\t12,5\r02.10.2011\tBanners\t20",
        "minutes,proposal,date\n12.5,\"Tents,\n big\",1 Oct 2011\n20,  Banners ,2 Oct 2011\n",
    };
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        struct read_table table = read_table(written[i]);
        assert_non_null(table.minutes);
        assert_int_equal(table.unused.count, 0);
        assert_int_equal(table.minutes->row_count, 2);
        assert_int_equal(table.minutes->session_count, 2);
        assert_string_equal(table.minutes->rows[0].item, "tents big");
        assert_true(table.minutes->rows[0].minutes == 12.5 && table.minutes->rows[1].minutes == 20);
        assert_string_equal(table.minutes->rows[1].item, "banners");
        close_table(&table);
    }
}

static void what_is_not_used_is_said_with_its_place(void **state)
{
    (void)state;
    struct read_table table = read_table("date,item,outcome,colour,outcom,,result\n"
                                         "2011-10-01,Tents,pased,red,x,,y\n"
                                         "2011-10-02,Banners,passed\n"
                                         ",March,passed,,,,\n"
                                         "2011-10-03,\"Wind\"ow,passed,,,,\n"
                                         "2011-10-04,Kitchen,passed,,,,\n");
    assert_non_null(table.minutes);
    assert_int_equal(table.minutes->row_count, 3);
    assert_complaint(&table.unused, 0, "1:19 no such column is known, so `colour` is not used");
    assert_complaint(&table.unused, 1,
                     "1:26 no such column is known, so `outcom` is not used (did you mean `outcome`?)");
    assert_complaint(&table.unused, 2, "1:33 this column has no name, and is not used");
    assert_complaint(&table.unused, 3, "1:34 `outcome` says outcome already, so this column is not used");
    assert_complaint(&table.unused, 4,
                     "2:18 no such outcome is known; write passed, tabled, failed or withdrawn (did you mean "
                     "`passed`?)");
    assert_complaint(&table.unused, 5, "3:1 this row has 3 of the 7 cells that the names above ask for");
    assert_complaint(&table.unused, 6,
                     "4:1 1 row without a date, here first, belongs to no session; each row needs its own");
    assert_complaint(&table.unused, 7,
                     "5:18 a cell in quotes ends with them; double the quotes that belong to it");
    assert_int_equal(table.unused.count, 8);
    close_table(&table);
}

static void a_table_that_cannot_be_used_is_refused_in_one_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *said;
    } refused[] = {
#define REFUSED(bytes, said) {bytes, sizeof(bytes) - 1, said}
        REFUSED("", "0:0 this table is empty"),
        REFUSED("\n  \n", "0:0 this table is empty"),
        REFUSED("date,outcome\n", "1:1 this table names its columns and has no row that says something"),
        REFUSED("date,outcome\n,\n,\n",
                "1:1 this table names its columns and has no row that says something"),
        REFUSED("date\nsoon\n", "1:1 no cell of this table can be used"),
        REFUSED("a\n1\n",
                "1:1 no column of this table is known; its first line names them: date, item, outcome, "
                "minutes, present, amendments, or some of these"),
        REFUSED(
            "2011-10-01,Tents,passed\n2011-10-02,Banners,passed\n",
            "1:1 no column of this table is known; its first line names them: date, item, outcome, minutes, "
            "present, amendments, or some of these"),
        REFUSED("date,item\n2011-10-01,a\0b\n", "2:13 a NUL byte stands here, so this is no text"),
        REFUSED("date,item\n2011-10-01,caf\xE9\n",
                "2:15 the byte 0xe9 is not UTF-8 text; save the file as UTF-8"),
        REFUSED("date,item\n2011-10-01,\x1B[31m\n",
                "2:12 a control character stands here (byte 0x1b); take it out"),
        REFUSED("PK\x03\x04table", "0:0 this is a zip archive; unpack it first"),
        REFUSED("date,date\n2011-10-01,x\n", "1:6 the column `date` stands here twice"),
        REFUSED("\"date\n2011-10-01\n", "1:1 these quotes are never closed"),
#undef REFUSED
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct read_table table = read_bytes(refused[i].bytes, refused[i].length);
        assert_null(table.minutes);
        assert_complaint(&table.trouble, 0, refused[i].said);
        assert_int_equal(table.trouble.count, 1);
        close_table(&table);
    }
}

static void quotes_that_are_never_closed_take_their_own_row_alone(void **state)
{
    (void)state;
    struct read_table table =
        read_table("date,item\n2011-10-01,\"Tents\n2011-10-02,Banners\n2011-10-03,March\n");
    assert_int_equal(table.minutes->row_count, 2);
    assert_complaint(&table.unused, 0, "2:12 these quotes are never closed");
    close_table(&table);
    table = read_table("date,item\n2011-10-01,\"Tents\n2011-10-02,\"Banners\"\n2011-10-03,March\n");
    assert_int_equal(table.minutes->row_count, 2);
    assert_complaint(
        &table.unused, 0,
        "2:12 these quotes are not closed on their line, and something stands behind the next ones, in "
        "line 3");
    close_table(&table);
}

static void a_million_rows_are_too_many_and_said_to_be(void **state)
{
    (void)state;
    enum { ROWS = 1000000 };
    char *bytes = malloc(ROWS * 3 + 16);
    size_t length = (size_t)sprintf(bytes, "present\n");
    for (size_t i = 0; i < ROWS; i++)
        length += (size_t)sprintf(bytes + length, "%zu\n", i % 10);
    struct read_table table = read_bytes(bytes, length);
    assert_null(table.minutes);
    assert_complaint(&table.trouble, 0, "200002:1 more than 200000 cells are too much for one table");
    close_table(&table);
    memset(bytes, '1', ROWS * 3);
    table = read_bytes(bytes, ROWS * 3);
    assert_null(table.minutes);
    assert_complaint(&table.trouble, 0, "1:65537 a line of more than 65,536 characters; break it up");
    close_table(&table);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_worked_out_by_hand),
        cmocka_unit_test(the_load_is_that_worked_out_by_hand),
        cmocka_unit_test(who_blocked_is_known_where_every_outcome_says_it),
        cmocka_unit_test(one_case_has_no_range),
        cmocka_unit_test(a_proposal_that_comes_back_counts_by_what_stands_in_the_end),
        cmocka_unit_test(tables_of_spreadsheets_are_the_same_table),
        cmocka_unit_test(what_is_not_used_is_said_with_its_place),
        cmocka_unit_test(a_table_that_cannot_be_used_is_refused_in_one_sentence),
        cmocka_unit_test(quotes_that_are_never_closed_take_their_own_row_alone),
        cmocka_unit_test(a_million_rows_are_too_many_and_said_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

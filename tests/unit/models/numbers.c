/* Numbers that were given once and are never given again: a draw is keyed by its purpose, so that a changed
 * number changes results without anybody having meant it. A new purpose is added to its mechanism and here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agenda/numbers.h"
#include "conversation/numbers.h"
#include "decisions/numbers.h"
#include "experiment/numbers.h"
#include "gathering/numbers.h"
#include "groups/numbers.h"
#include "hosts/numbers.h"
#include "knowledge/numbers.h"
#include "links/links.h"
#include "links/numbers.h"
#include "measures/numbers.h"
#include "mechanisms.h"
#include "people/numbers.h"
#include "practices/numbers.h"
#include "shocks/numbers.h"
#include "travel/numbers.h"
#include "travel/travel.h"
#include "whole/numbers.h"

// clang-format off
static const struct {uint32_t purpose, number;} pinned[] = {
    {DRAW_PROPENSITY, 1},
    {DRAW_SHYNESS, 2},
    {DRAW_ATTENDANCE, 3},
    {DRAW_INTEREST, 4},
    {DRAW_LEANING, 5},
    {DRAW_VALENCE, 6},
    {DRAW_COMMON, 7},
    {DRAW_KNOWERS, 8},
    {DRAW_TURN, 9},
    {DRAW_OUTBURST, 10},
    {DRAW_HANDS, 11},
    {DRAW_LEARNING, 12},
    {DRAW_REPORT, 13},
    {DRAW_DIGEST, 14},
    {DRAW_LOSS, 15},
    {DRAW_SEATING, 16},
    {DRAW_CHOICE, 17},
    {DRAW_MOVE, 18},
    {DRAW_STEP, 19},
    {DRAW_REST, 20},
    {DRAW_SITTING, 21},
    {DRAW_POSTING, 22},
    {DRAW_ARRIVAL, 23},
    {DRAW_ITEM, 24},
    {DRAW_AMENDMENT, 25},
    {DRAW_BLOCK, 26},
    {DRAW_REOPENING, 27},
    {DRAW_CATEGORY, 28},
    {DRAW_FIRST_MEMBERS, 29},
    {DRAW_FIRST_TOPIC, 30},
    {DRAW_LEAVING, 31},
    {DRAW_LEAVER, 32},
    {DRAW_JOINING, 33},
    {DRAW_JOINER, 34},
    {DRAW_TOLD, 35},
    {DRAW_REVIEW, 36},
    {DRAW_TRY, 37},
    {DRAW_TASK, 38},
    {DRAW_WORK, 39},
    {DRAW_PERSON_ARRIVES, 40},
    {DRAW_PRESENCE, 41},
    {DRAW_FREE_DAY, 42},
    {DRAW_TOPICS, 43},
    {DRAW_SKILL, 44},
    {DRAW_DRIFT, 45},
    {DRAW_DRIFTER, 46},
    {DRAW_RETURN, 47},
    {DRAW_RETURNER, 48},
    {DRAW_BURN_OUT, 49},
    {DRAW_PRACTICE, 50},
    {DRAW_PROBLEM, 51},
    {DRAW_MEETING_HOUR, 52},
    {DRAW_FIRST_VISIT, 53},
    {DRAW_WELCOME, 54},
    {DRAW_NOTICE, 55},
    {DRAW_CONVERSION, 56},
    {DRAW_MENTION, 57},
    {DRAW_ANNOUNCEMENT, 58},
    {DRAW_RESPONSE, 59},
    {DRAW_SHOCK, 60},
    {DRAW_CLOSING, 61},
    {DRAW_SCATTERING, 62},
    {DRAW_EVICTION, 63},
    {DRAW_SEEKING, 64},
    {DRAW_SEEK, 65},
    {DRAW_PARTNER, 66},
    {DRAW_FADING, 67},
    {DRAW_CALL_HOUR, 68},
    {DRAW_FOLLOWING, 69},
    {DRAW_VISITING, 70},
    {DRAW_GOING_ONLINE, 71},
    {DRAW_EXPERT, 72},
    {DRAW_EACH, 513},
    {DRAW_STRAY, 769},
    {DRAW_APART, 770},
    {DRAW_ABSTENTION, 1281},
    {DRAW_CAN_HOST, 6913},
    {DRAW_COMER_CAN_HOST, 6914},
    {DRAW_HOST_LOT, 6915},
    {DRAW_STRATUM, 8192},
    {DRAW_PLACE_IN_STRATUM, 8193},
    {DRAW_WALK, 8194},
    {DRAW_SHIFT, 8195},
    {DRAW_ROW, 8196},
};
// clang-format on
enum { PINNED = sizeof pinned / sizeof pinned[0] };

static void purposes_of_draws_keep_their_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < PINNED; i++)
        assert_int_equal(pinned[i].purpose, pinned[i].number);
}

static void no_two_purposes_share_a_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < PINNED; i++)
        for (size_t j = i + 1; j < PINNED; j++)
            assert_int_not_equal(pinned[i].purpose, pinned[j].purpose);
}

/* They stand in the log of events. */
static void what_people_travel_for_keeps_its_number(void **state)
{
    (void)state;
    const struct {
        uint32_t errand, number;
    } errands[] = {
        {TRAVEL_HOME, 0}, {TRAVEL_CALL, 1}, {TRAVEL_VISIT, 2}, {TRAVEL_ONLINE, 3}, {TRAVEL_TO_STAY, 4}};
    for (size_t i = 0; i < sizeof errands / sizeof *errands; i++) {
        assert_int_equal(errands[i].errand, errands[i].number);
        assert_in_range(errands[i].errand, 0, ERRANDS_OF(1) - 1);
    }
}

static void every_mechanism_has_a_number_and_a_name_of_its_own(void **state)
{
    (void)state;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        assert_in_range((*one)->number, 1, MOST_MECHANISMS - 1);
        for (const struct mechanism *const *other = mechanisms; *other != *one; other++) {
            assert_int_not_equal((*one)->number, (*other)->number);
            assert_string_not_equal((*one)->choice.name, (*other)->choice.name);
        }
    }
}

static void every_kind_of_event_has_one_handler_and_a_name(void **state)
{
    (void)state;
    const struct event_row *seen[EVENT_KINDS] = {NULL};
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        for (size_t i = 0; i < (*one)->event_count; i++) {
            const struct event_row *row = &(*one)->events[i];
            assert_in_range(row->kind, 0, EVENT_KINDS - 1);
            assert_null(seen[row->kind]);
            assert_non_null(row->handler);
            assert_true(row->name[0] != '\0');
            seen[row->kind] = row;
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(purposes_of_draws_keep_their_numbers),
        cmocka_unit_test(no_two_purposes_share_a_number),
        cmocka_unit_test(what_people_travel_for_keeps_its_number),
        cmocka_unit_test(every_mechanism_has_a_number_and_a_name_of_its_own),
        cmocka_unit_test(every_kind_of_event_has_one_handler_and_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

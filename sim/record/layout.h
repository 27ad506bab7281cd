/* The names of what stands in a results file: attributes, dimensions, groups and variables. Written by
 * record/, read by analysis/, which sees this header and nothing else of this room. What each of them is:
 * README.md, *The results file*.
 */
#ifndef RECORD_LAYOUT_H
#define RECORD_LAYOUT_H

/* Attributes of the file as a whole. */
#define LAYOUT_TITLE         "title"
#define LAYOUT_QUESTION      "question"
#define LAYOUT_HEADLINE      "headline"
#define LAYOUT_SHOW          "show"
#define LAYOUT_SEED          "seed"
#define LAYOUT_VERSION       "version"
#define LAYOUT_COMMIT        "commit"
#define LAYOUT_LIBRARIES     "libraries"
#define LAYOUT_SOURCE        "source"
#define LAYOUT_ASSUMED       "assumed_numbers"
#define LAYOUT_ASSUMED_TRIED "assumed_numbers_tried"
#define LAYOUT_FROM          "measured_from" /* days since the scenario began; left out: from the beginning */

/* Only where it was decided on the way how many runs there are. */
#define LAYOUT_PRECISION_OF     "precision_of"     /* name of a measure */
#define LAYOUT_PRECISION_WITHIN "precision_within" /* share of its mean that was enough */
#define LAYOUT_PRECISION_FIRST  "precision_first"  /* replications at the first look */
#define LAYOUT_PRECISION_MOST   "precision_most"   /* replications there could have been */
/* Half of the 95 % range as a share of the mean, in the design where it is largest; left out: no values. */
#define LAYOUT_PRECISION_REACHED "precision_reached"

/* Only where the best design was looked for: beside these, the variables over `design` below. */
#define LAYOUT_BEST_OF    "best_of"    /* name of a measure */
#define LAYOUT_BEST_WORTH "best_worth" /* a difference that is worth finding, as a share of the best mean */
#define LAYOUT_BEST_SURE  "best_sure"  /* how often what is left is the best, or nearer to it than that */
#define LAYOUT_BEST_MOST  "best_most"  /* replications of a design there could have been */
#define LAYOUT_BEST_DELTA                                                                                    \
    "best_delta" /* that difference, in the unit of the measure; left out: no values                         \
                  */
#define LAYOUT_BEST_DESIGN  "best_design"  /* name of the design that is ahead; left out: none has values */
#define LAYOUT_BEST_DECIDED "best_decided" /* "yes" or "no" */

/* Attributes of a variable; of a measure also title, and how it is spoken of. */
#define LAYOUT_UNITS         "units"
#define LAYOUT_LONG_NAME     "long_name"
#define LAYOUT_CELL_METHODS  "cell_methods"
#define LAYOUT_VALID_MIN     "valid_min"
#define LAYOUT_VALID_MAX     "valid_max"
#define LAYOUT_FLAG_VALUES   "flag_values"
#define LAYOUT_FLAG_MEANINGS "flag_meanings"
#define LAYOUT_BETTER        "better"
#define LAYOUT_VERB          "verb"
#define LAYOUT_NOUN          "noun"
#define LAYOUT_EQUAL         "equal"
#define LAYOUT_LESS          "less"
#define LAYOUT_ROLE          "role"
#define LAYOUT_SECTION       "section"
#define LAYOUT_SHOWN         "shown"

/* Values of the attributes `better` and `shown`. */
#define LAYOUT_BETTER_MORE    "more"
#define LAYOUT_BETTER_LESS    "less"
#define LAYOUT_BETTER_NEITHER "neither"
#define LAYOUT_SHOWN_PRICE    "price"
#define LAYOUT_SHOWN_COURSE   "course"

/* Dimensions, and what the designs mean. */
#define LAYOUT_DESIGN         "design"
#define LAYOUT_REPLICATION    "replication"
#define LAYOUT_SITE           "site"
#define LAYOUT_TIME           "time"
#define LAYOUT_DESIGN_MEANING "design_meaning"
/* Where designs can have different numbers of runs: how many, and of the best design, whether it may be it.
 */
#define LAYOUT_DESIGN_RUNS  "design_runs"
#define LAYOUT_DESIGN_STATE "design_state"
#define LAYOUT_STATES       "in out without_values"

/* The group of variants, and what is in it. */
#define LAYOUT_VARIANTS     "variants"
#define LAYOUT_VARIANT      "variant"
#define LAYOUT_AXIS         "axis"
#define LAYOUT_AXIS_VALUE   "axis_value"
#define LAYOUT_AXIS_TEXT    "axis_text"
#define LAYOUT_KIND         "kind"
#define LAYOUT_REPLICATIONS "replications"

/* The group of worlds: factors are what worlds differ in, repeats are the runs of a design in a world; `by`
 * and `groups` are attributes of its variable `world`; so are `first_runs` where it was decided on the way
 * how many runs a world has, and `fit_keep` and `fit_design` where worlds of a sample can be held against
 * numbers of the record. */
#define LAYOUT_WORLDS            "worlds"
#define LAYOUT_WORLD             "world"
#define LAYOUT_FACTOR            "factor"
#define LAYOUT_REPEAT            "repeat"
#define LAYOUT_BY                "by"
#define LAYOUT_GROUPS            "groups"
#define LAYOUT_FIRST_RUNS        "first_runs"
#define LAYOUT_FIT_KEEP          "fit_keep"
#define LAYOUT_FIT_DESIGN        "fit_design"
#define LAYOUT_FACTOR_MEANING    "factor_meaning"
#define LAYOUT_FACTOR_UNIT       "factor_unit"
#define LAYOUT_FACTOR_CHOICES    "factor_choices"
#define LAYOUT_FACTOR_LEAST      "factor_least"
#define LAYOUT_FACTOR_MOST       "factor_most"
#define LAYOUT_FACTOR_USUAL      "factor_usual"
#define LAYOUT_FACTOR_SPREAD     "factor_spread"
#define LAYOUT_FACTOR_OBSERVABLE "factor_observable"
#define LAYOUT_POSITION          "position"
#define LAYOUT_VALUE             "value"
#define LAYOUT_LUCK              "luck"
#define LAYOUT_RUNS              "runs"
#define LAYOUT_BY_SAMPLE         "sample"
#define LAYOUT_BY_MORRIS         "morris"
#define LAYOUT_BY_SOBOL          "sobol"
#define LAYOUT_BY_CHOICE         "choice"

/* The group of a search for the best weeks, which are worlds: what they are judged by, how the search went,
 * and which are left. */
#define LAYOUT_CHOICE            "choice"
#define LAYOUT_ASKED             "asked"
#define LAYOUT_ASKED_MEASURE     "asked_measure"
#define LAYOUT_ASKED_KIND        "asked_kind"
#define LAYOUT_ASKED_LEAST       "asked_least"
#define LAYOUT_ASKED_MOST        "asked_most"
#define LAYOUT_WEEKS             "weeks"
#define LAYOUT_TRIES_ALL         "tries_all"
#define LAYOUT_SEARCH_RUNS       "search_runs"
#define LAYOUT_IMPOSSIBLE        "impossible"
#define LAYOUT_SEARCHED          "searched"
#define LAYOUT_PLAUSIBLE         "plausible_numbers"
#define LAYOUT_AS_IT_IS          "as_it_is"
#define LAYOUT_FINALIST          "finalist"
#define LAYOUT_FINALIST_TRIED    "finalist_tried"
#define LAYOUT_FINALIST_SECTIONS "finalist_sections"
#define LAYOUT_FINALIST_WORDS    "finalist_words"

/* The group of calendars: a line for each of a design, when their sessions begin, and what groups meet for.
 */
#define LAYOUT_CALENDAR         "calendar"
#define LAYOUT_LINE             "line"
#define LAYOUT_LINE_DESIGN      "line_design"
#define LAYOUT_LINE_HOURS       "line_hours"
#define LAYOUT_LINE_HEADS       "line_heads"
#define LAYOUT_LINE_METHOD      "line_method"
#define LAYOUT_LINE_TITLE       "line_title"
#define LAYOUT_LINE_MEANING     "line_meaning"
#define LAYOUT_LINE_DECIDERS    "line_deciders"
#define LAYOUT_LINE_WHEN        "line_when"
#define LAYOUT_LINE_WHO         "line_who"
#define LAYOUT_SESSION          "session"
#define LAYOUT_SESSION_LINE     "session_line"
#define LAYOUT_SESSION_BEGINS   "session_begins"
#define LAYOUT_MEETING          "meeting"
#define LAYOUT_MEETING_DESIGN   "meeting_design"
#define LAYOUT_MEETING_TEXT     "meeting_text"
#define LAYOUT_FIRST_WEEKDAY    "first_weekday"
#define LAYOUT_HOURS_LOOKED_AT  "hours_looked_at"
#define LAYOUT_SESSIONS_DROPPED "sessions_dropped"

/* The group that says where the file comes from, and what is in it. */
#define LAYOUT_PROVENANCE      "provenance"
#define LAYOUT_SCENARIO_TEXT   "scenario_text"
#define LAYOUT_SCENARIO_FILE   "scenario_file"
#define LAYOUT_COMMAND         "command"
#define LAYOUT_OVERRIDE        "override"
#define LAYOUT_OVERRIDES       "overrides"
#define LAYOUT_ASSUMPTION      "assumption"
#define LAYOUT_SETTING         "setting"
#define LAYOUT_SETTING_PATH    "setting_path"
#define LAYOUT_SETTING_VALUE   "setting_value"
#define LAYOUT_SETTING_UNIT    "setting_unit"
#define LAYOUT_SETTING_SOURCE  "setting_source"
#define LAYOUT_SETTING_GROUND  "setting_ground"
#define LAYOUT_SETTING_MEANING "setting_meaning"
#define LAYOUT_SETTING_GIVEN   "setting_given"
#define LAYOUT_METHOD          "method"
#define LAYOUT_METHOD_NAME     "method_name"
#define LAYOUT_METHOD_FOLDER   "method_folder"
#define LAYOUT_METHOD_FILE     "method_file"
#define LAYOUT_METHOD_TEXT     "method_text"
#define LAYOUT_FOUND           "found"
#define LAYOUT_FOUND_MEASURE   "found_measure"
#define LAYOUT_FOUND_SOURCE    "found_source"
#define LAYOUT_FOUND_VALUE     "found_value"
#define LAYOUT_FOUND_LEAST     "found_least"
#define LAYOUT_FOUND_MOST      "found_most"
#define LAYOUT_FOUND_TOLERANCE "found_tolerance" /* only where one is stated */
/* How the source of a number begins that was worked out from a table of minutes. */
#define LAYOUT_FROM_MINUTES "minutes: "

#endif

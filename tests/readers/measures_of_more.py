"""What happens beside proposals, groups and shocks: needs and gifts, sparks, parts of tasks, records, advice, and what people sign for."""

import math

from measures_events import Replay, gini, ratio

BY_CIRCLE, BY_ASSEMBLY, BY_NAME, BY_CARD, BY_BOARD, BY_STOCK, BY_PURCHASE = range(7)
HAD_TIME = 14 * 24  # hours
NOTE_HOURS, FACET_HOURS = 0.2 / 60, 0.5 / 60  # of the scenario: board.read_minutes, records.read_minutes
ACTS, SUPPORTS = 1, 2  # of the scenario: places in spark_kinds
TAKES = {ACTS: 1.0, SUPPORTS: 5 / 60}  # of the scenario: hours
SPARK_SESSION = 3
WAITS, ANNOUNCED, STALE, REFUSED, OBJECTED = 0, 3, 4, 5, 6


def missing(value):
    return math.isnan(value) or value < 0  # h5py gives the fill value of whole numbers


class More(Replay):
    """One site. Sparks are named by the site that they are from and their number there."""

    def begin(self):
        super().begin()
        self.needs, self.open_needs, self.need_hours, self.hands = {}, 0, 0.0, {}
        self.met, self.pairs = [], [0, 0]  # of those met by a person: how many, and how many never sat with the owner
        self.active, self.days, self.sparks_taken = {}, [], []
        self.in_hand, self.part_hours = {}, 0.0
        self.outside_since, self.outside_left, self.outside_hours, self.outside_came = {}, {}, 0.0, 0

    def before(self, now):
        """Daily looks at who is active on what; the last one is at the end."""
        while 24.0 * (len(self.days) + 1) < min(now, self.ends):
            self.look()

    def work(self):
        super().work()
        self.look()

    def look(self):
        self.days.append((len(self.here | self.guests), dict(self.active)))

    def moment(self, now):
        super().moment(now)
        here = len(self.here | self.guests)
        self.moments[-1].update({
            "needs_open_at": self.open_needs, "parts_in_hand_at": len(self.in_hand),
            "sparks_live_at": sum(count > 0 for count in self.active.values()),
            "spark_active_at": sum(self.active.values()),
            "concert_at": ratio(sum(count ** 2 for count in self.active.values()), here ** 2),
        })

    # needs

    def on_need_arises(self, event):
        self.needs[event["other"]] = {"owner": None if missing(event["who"]) else event["who"], "arose": event["time"]}
        self.open_needs += 1

    def closes(self, event):
        need = self.needs[event["other"]]
        assert "closed" not in need
        need["closed"] = event["time"]
        self.open_needs -= 1
        return need

    def on_need_lapses(self, event):
        self.closes(event)

    def on_need_met(self, event):
        need = self.closes(event)
        need["by"] = int(event["amount"])
        self.met.append(need)
        if need["by"] == BY_CARD:
            need["hands"] = self.hands[event["other"]]
        if need["by"] < BY_STOCK and need["owner"] is not None:
            self.pairs[0] += 1
            self.pairs[1] += event["who"] not in self.partners.get(need["owner"], ())

    def on_card_passed(self, event):
        self.hands[event["other"]] = event["amount"]

    def of_needs(self):
        m = self.measured
        own = [need for need in self.needs.values() if need["owner"] is not None]
        early = [need for need in own if need["arose"] <= self.ends - HAD_TIME]
        met = [need for need in own if "by" in need]
        lacked = [need for need in self.needs.values() if need["owner"] is None]
        found = [need for need in lacked if "by" in need]
        given = [0.0] * len(self.persons)
        for event in self.told["help_given"]:
            given[event["who"]] += event["amount"]
        m["needs"], m["matches"] = len(self.needs), len(met)
        m["needs_met"] = ratio(sum("by" in need for need in early), len(early))
        m["hours_to_match"] = ratio(math.fsum(need["closed"] - need["arose"] for need in met), len(met))
        m["needs_open"] = math.fsum(need.get("closed", self.ends) - need["arose"] for need in self.needs.values()) / self.ends
        m["hours_given"], m["given_gini"] = math.fsum(given), gini(given)
        m["notes_read"] = sum(event["amount"] for event in self.told["notes_read"])
        m["notes_hours"] = m["notes_read"] * NOTE_HOURS
        spent = m["people_hours"] + m["notes_hours"]
        m["people_hours_per_match"], m["help_per_people_hour"] = ratio(spent, len(met)), ratio(m["hours_given"], spent)
        for name, by in (("met_in_circles", BY_CIRCLE), ("met_in_assembly", BY_ASSEMBLY), ("met_by_name", BY_NAME),
                         ("met_by_card", BY_CARD), ("met_at_board", BY_BOARD), ("met_from_stock", BY_STOCK)):
            m[name] = ratio(sum(need["by"] == by for need in self.met), len(self.met))
        m["met_across"] = ratio(self.pairs[1], self.pairs[0])
        by_card = [need["hands"] for need in self.met if need["by"] == BY_CARD]
        m["cards"], m["card_hops"] = self.count("card_written"), ratio(sum(by_card), len(by_card))
        m["cards_lost"] = ratio(self.count("card_lost"), m["cards"])
        m["donations"] = self.count("donation")
        m["resources_lacked"], m["resources_found"] = len(lacked), ratio(len(found), len(lacked))
        m["resources_bought"] = ratio(sum(need["by"] == BY_PURCHASE for need in found), len(lacked))
        m["resources_waited"] = ratio(math.fsum(need["closed"] - need["arose"] for need in found) / 24, len(found))
        rows = self.tables.rows("need_met", self.site)  # the table of needs that were met says the same
        assert sorted((row["arose"], row["at"], row["channel"]) for row in rows) == sorted(
            (need["arose"], need["closed"], need["by"]) for need in self.met)

    # sparks

    @staticmethod
    def spark(event):
        return int(event["amount"]), event["other"]

    def on_spark_taken(self, event):
        spark = self.spark(event)
        self.active[spark] = self.active.get(spark, 0) + 1
        self.sparks_taken.append(spark)

    def on_spark_fades(self, event):
        self.active[self.spark(event)] -= 1
        assert self.active[self.spark(event)] >= 0

    def of_sparks(self):
        m, rows = self.measured, self.tables.rows("spark", self.site)
        stands = [event["amount"] for event in self.told["spark_stands"]]
        announced = [row for row in rows if not missing(row["announced"])]
        m["sparks_proposed"], m["sparks_announced"] = self.count("spark_found"), stands.count(ANNOUNCED)
        m["sparks_stale"], m["sparks_refused"] = stands.count(STALE), stands.count(REFUSED) + stands.count(OBJECTED)
        m["days_to_announcement"] = ratio(math.fsum(row["announced"] - row["proposed"] for row in announced) / 24, len(announced))
        m["sparks_heard"], m["spark_active"] = self.count("spark_heard"), self.count("spark_taken")
        m["spark_reach"] = len({event["who"] for event in self.told["spark_heard"]})
        m["found_something"] = ratio(len({event["who"] for event in self.told["spark_taken"]}), len(self.persons))
        m["actions"] = self.count("spark_acted")
        m["people_acting"] = sum(event["amount"] for event in self.told["spark_acted"])
        supported = sum(self.tables.kind_of_spark[spark] == SUPPORTS for spark in self.sparks_taken)
        met = math.fsum(s["presence"] for s in self.sessions.values() if s["kind"] == SPARK_SESSION and s["ended"])
        m["sparks_hours"] = met + m["people_acting"] * TAKES[ACTS] + supported * TAKES[SUPPORTS]
        assert len(rows) == m["sparks_proposed"] and len(announced) == m["sparks_announced"]
        for event in self.told["spark_acted"]:
            assert self.tables.kind_of_spark[event["other"], event["who"]] == ACTS

    # parts of tasks

    def on_part_begun(self, event):
        part = event["other"], event["amount"]
        assert part not in self.in_hand and event["who"] in self.members[event["other"]]
        self.in_hand[part] = event["who"]

    def on_part_finished(self, event):
        assert self.in_hand.pop((event["other"], event["amount"])) == event["who"]
        self.part_hours += event["time"] - self.tasks[event["other"]]["laid"]

    def on_part_given_back(self, event):
        """Who sits out until the next planning; who left the group has given hers back already."""
        self.in_hand.pop((event["other"], event["amount"]), None)

    def gives_back(self, group, person=None):
        for part in [part for part, holder in self.in_hand.items() if part[0] == group and person in (None, holder)]:
            del self.in_hand[part]

    def on_task_dropped(self, event):
        super().on_task_dropped(event)
        self.gives_back(event["who"])

    def on_group_left(self, event):
        super().on_group_left(event)
        self.gives_back(event["other"], event["who"])

    def on_group_ends(self, event):
        super().on_group_ends(event)
        self.gives_back(event["who"])

    def of_parts(self):
        m = self.measured
        m["parts_finished"] = self.count("part_finished")
        m["part_days"] = ratio(self.part_hours / 24, m["parts_finished"])

    def on_work_shown(self, event):
        self.gives_back(event["who"])
        super().on_work_shown(event)

    def of_reviews(self):
        m = self.measured
        if not self.tables.after:
            del m["reviews_at"]
            return
        waits = [hours for _, hours in self.heard_waits]
        still = [self.ends - task["since"] for tasks in self.shown.values() for task in tasks if task["waits"]]
        heard = [why for why, _ in self.heard_waits if why < 3]
        m["finished_heard"], m["sent_back"] = len(heard), ratio(heard.count(2), len(heard))
        m["hours_to_review"] = ratio(math.fsum(waits), len(waits))
        m["reviews_waiting"] = (math.fsum(waits) + math.fsum(still)) / self.ends

    # people from outside

    def on_circle_entered(self, event):
        if event["who"] not in self.in_session:
            moves = self.outside_left.get(event["who"]) == event["time"]  # from a circle that fell apart
            self.outside_came += not moves
            self.outside_since[event["who"]] = event["time"]
        super().on_circle_entered(event)

    def on_circle_left(self, event):
        if event["who"] in self.outside_since:
            self.outside_hours += event["time"] - self.outside_since.pop(event["who"])
            self.outside_left[event["who"]] = event["time"]
        super().on_circle_left(event)

    def of_outside(self):
        m = self.measured
        m["informants"] = self.outside_came
        m["informant_hours"] = self.outside_hours + math.fsum(self.ends - since for since in self.outside_since.values())

    # records, and what people sign for

    def of_records(self):
        m = self.measured
        m["records"] = sum(event["other"] == self.site for event in self.told["record_hung"])
        m["records_read"] = self.count("record_read")
        facets = sum(event["amount"] for kind in ("record_read", "forum_read") for event in self.told[kind])
        m["reading_hours"] = facets * FACET_HOURS
        m["posts"], m["posters"] = self.count("posted"), len({event["who"] for event in self.told["posted"]})

    def of_signing(self):
        m = self.measured
        m["signed"], m["turned_up"] = self.count("signed"), self.count("turned_up")
        m["groups_committed"] = len({event["other"] for event in self.told["turned_up"]
                                   if not missing(event["other"]) and self.groups[event["other"]]["born"] == event["time"]})
        m["plannings"] = self.count("planned")
        for event in self.told["turned_up"]:
            assert any(event["who"] == other["who"] and event["time"] == other["time"] for other in self.told["signed"])


def concert_of_days(tables, sites):
    """All sites together, once a day."""
    found = {"concert": [], "effective": [], "largest": []}
    for looks in zip(*(site.days for site in sites)):
        people, active = sum(here for here, _ in looks), {}
        for _, counts in looks:
            for spark, count in counts.items():
                active[spark] = active.get(spark, 0) + count
        squared, everybody = sum(count ** 2 for count in active.values()), sum(active.values())
        found["concert"].append(ratio(squared, people ** 2))
        found["largest"].append(ratio(max(active.values(), default=0), people))
        if everybody > 0:
            found["effective"].append(everybody ** 2 / squared)
    mean = {name: ratio(math.fsum(values), len(values)) for name, values in found.items()}
    return {"concert": mean["concert"], "effective_sparks": mean["effective"], "largest_concert": max(found["largest"], default=math.nan)}


def of_all_sparks(tables, sites):
    rows = tables.rows("spark")
    active = [row for row in rows if row["size"] > 0]
    wide = [row["virality"] for row in rows if row["size"] > 1]
    assert sum(row["people"] for row in rows) == sum(site.measured["spark_active"] for site in sites)
    assert sum(row["heard"] for row in rows) == sum(site.measured["sparks_heard"] for site in sites)
    assert sum(row["size"] - row["people"] for row in rows) == sum(tables.value("spark_outside"))
    return {"generations": ratio(sum(row["generations"] for row in active), len(active)),
            "structural_virality": ratio(math.fsum(wide), len(wide)), **concert_of_days(tables, sites)}


def of_common_work(tables, sites):
    """Which site did an item first; those that had been done before."""
    first = {}
    for site in sites:
        for event in site.told["task_done"]:
            if event["other"] < 64 * tables.topics:
                first[event["other"]] = min(first.get(event["other"], (math.inf, 0)), (event["time"], site.site))
    for site in sites:
        tasks = sum(event["other"] < 64 * tables.topics for event in site.told["task_done"])
        items = sum(where == site.site for _, where in first.values())
        site.measured["items_done"], site.measured["done_twice"] = items, ratio(tasks - items, tasks)

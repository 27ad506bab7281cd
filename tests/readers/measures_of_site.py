"""The measures of one site, from its tables and its events."""

import math

from measures_events import YOUTH, gini, ratio
from measures_of_more import BY_STOCK, WAITS, More

CONDITION_COST, COMMON_ITEMS = 0.15, 64 * 6  # of the scenario: decisions.condition_cost, the topics
LEFT = ["left_patience", "left_burnt_out", "left_drifted", "left_raided", "left_cold"]


def effective_share(values):
    total = math.fsum(values)
    if total <= 0:
        return math.nan
    return math.exp(-math.fsum(v / total * math.log(v / total) for v in values if v > 0)) / len(values)


def lasting(groups, quality):
    agree = pairs = 0
    for ended in groups:
        for other in groups:
            if ended["ended"] is not None and other["life"] > ended["life"]:
                pairs += 1
                agree += (quality(other) > quality(ended)) - (quality(other) < quality(ended))
    return ratio(agree, pairs)


class Site(More):
    def __init__(self, tables, site):
        super().__init__(tables, site)
        self.measured = {}
        self.of_proposals()
        self.of_sessions()
        self.of_talk()
        self.of_people()
        self.of_groups()
        self.of_tasks()
        self.of_network()
        self.of_shocks()
        self.of_needs()
        self.of_sparks()
        self.of_parts()
        self.of_outside()
        self.of_records()
        self.of_signing()
        self.over_time()
        self.of_reviews()

    # --- measures of the run ---

    def of_proposals(self):
        rows, m, days = self.proposals, self.measured, self.ends / 24
        ever = [row for row in rows if row["decisions"] > 0]
        stands = [row for row in ever if not row["open"]]
        passed = [row for row in stands if row["outcome"] == 1]
        known = [row for row in stands if not math.isnan(row["value"])]
        heard = [row for row in rows if not math.isnan(row["first_heard"])]
        hearings = sum(row["visits"] for row in rows)
        wrong = [row for row in known if (row["value"] > 0) != (row["outcome"] == 1)]
        m["submitted"], m["decided"], m["passed"], m["ever_decided"] = len(rows), len(stands), len(passed), len(ever)
        m["open_at_end"] = sum(row["open"] for row in rows)
        m["reopened"] = self.count("proposal_reopened")
        m["decided_again"] = sum(row["decisions"] for row in ever) - len(ever)
        m["undone"] = len({event["who"] for event in self.told["proposal_decided"] if event["amount"] == 1} -
                          {i for i, row in enumerate(rows) if row["decisions"] and not row["open"] and row["outcome"] == 1})
        m["decisions_per_day"] = len(stands) / days
        m["pass_rate"] = ratio(len(passed), len(stands))
        m["hearings_passed"] = ratio(self.count("proposal_decided", 1), hearings)
        m["hearings_failed"] = ratio(self.count("proposal_decided", 2) + self.count("proposal_decided", 3), hearings)
        m["hearings_tabled"] = ratio(self.count("proposal_tabled"), hearings)
        m["amended"] = ratio(sum(row["amendments"] > 0 for row in passed), len(passed))
        m["conditions"] = ratio(sum(row["amendments"] for row in passed), len(passed))
        m["work_factor"] = (1 + CONDITION_COST) ** m["conditions"]
        m["no_vote"] = ratio(self.count("consensus_called", 0), self.count("consensus_called"))
        m["visits"] = ratio(sum(row["visits"] for row in stands), len(stands))
        m["decided_in_circles"] = ratio(sum(row["in_circle"] for row in stands), len(stands))
        m["hours_to_decision"] = ratio(sum(row["decided"] - row["submitted"] for row in ever), len(ever))
        m["wait"] = ratio(sum(row["first_heard"] - row["submitted"] for row in heard), len(heard))
        m["hearing_hours"] = ratio(sum(row["hearing_hours"] for row in rows), len(heard))
        m["backlog"] = self.area / self.ends
        m["open_trend"] = 24 * 12 * self.lever / (self.ends / 2) ** 3
        for name, column in (("facets_voiced", "voiced"), ("coverage", "coverage"), ("common_knowledge", "common"),
                             ("agreement", "agreement")):
            m[name] = ratio(math.fsum(row[column] for row in known), len(known))
        accepted = [row for row in known if row["outcome"] == 1]
        for name in ("acceptance", "acceptance_spread"):
            m[name] = ratio(math.fsum(row[name] for row in accepted), len(accepted))
        m["correct"] = ratio(len(known) - len(wrong), len(known))
        m["regret"] = ratio(sum(abs(row["value"]) for row in wrong), len(known))
        m["decided_on_visit"] = [ratio(sum(min(row["visits"], 8) == visit for row in stands), len(stands)) for visit in range(1, 9)]
        # what waited is what was booked; blocks of the proposals are those of the calls
        for i, row in enumerate(rows):
            assert row["blocks"] == sum(e["amount"] for e in self.told["consensus_called"] if e["who"] == i)
            assert row["decisions"] == sum(e["who"] == i for e in self.told["proposal_decided"])
            assert row["open"] == (i in self.open)
        assert self.count("proposal_decided") + self.count("proposal_tabled") in range(
            hearings - self.count("proposal_dropped") - len(self.in_session), hearings + 1)

    def of_sessions(self):
        m = self.measured
        for person, (number, began) in self.in_session.items():  # still there at the end
            self.sessions[number]["presence"] += self.ends - began
            self.attended[person] = self.attended.get(person, 0.0) + self.ends - began
        held = [s for s in self.sessions.values() if s["kind"] == 0]
        hours, heads = math.fsum(s["ends"] - s["begins"] for s in held), sum(s["heads"] for s in held)
        stayed = [s["energy"] for s in held if not math.isnan(s["energy"])]
        m["sessions"], m["session_hours"], m["session_length"] = len(held), hours, ratio(hours, len(held))
        m["heads"], m["went_home"] = ratio(heads, len(held)), ratio(sum(s["tired"] for s in held), heads)
        m["energy"] = ratio(math.fsum(stayed), len(stayed))
        m["people_hours"] = math.fsum(s["presence"] for s in held)
        m["people_hours_per_decision"] = ratio(m["people_hours"], m["decided"])
        m["decisions_per_hour"], m["passes_per_hour"] = ratio(m["decided"], hours), ratio(m["passed"], hours)
        m["passes_per_session"] = ratio(m["passed"], len(held))
        m["ever_came"] = ratio(sum(row["sessions"] > 0 for row in self.persons), len(self.persons))
        m["questions"] = self.count("question_closes")
        m["question_opinion"] = ratio(math.fsum(e["amount"] for e in self.told["question_closes"]), m["questions"])

    def of_talk(self):
        m, tally = self.measured, self.tally
        seat_time = math.fsum(size * hours for size, hours in self.size_time.items())
        lasted = math.fsum(self.size_time.values())
        m["circle_size"] = ratio(seat_time, lasted)
        m["alone"] = ratio(self.size_time.get(1, 0.0), seat_time)
        m["circle_sizes"] = [ratio(math.fsum(hours for size, hours in self.size_time.items() if min(size, 41) == at), lasted)
                             for at in range(1, 42)]
        m["floor_returns"] = ratio(tally["returns"], tally["returnable"])
        m["turns_per_hour"], m["outbursts"] = (ratio(tally[name], m["session_hours"]) for name in ("turns", "outbursts"))
        m["hearings_per_person_hour"] = ratio(tally["hearings"], seat_time)
        m["novel_turns"] = ratio(tally["new"], tally["turns"])
        came = [row for row in self.persons if row["sessions"] > 0]
        m["voice_gini"], m["turn_gini"] = (gini([row[name] for row in came]) for name in ("spoke", "turns"))
        m["effective_speakers"] = effective_share([row["spoke"] for row in came])
        m["never_spoke"] = ratio(sum(row["spoke"] == 0 for row in came), len(came))
        ranked, turns = sorted((row["turns"] for row in came), reverse=True), sum(row["turns"] for row in came)
        m["turns_by_rank"] = [ratio(ranked[i], turns) if i < len(ranked) else math.nan for i in range(10)]
        m["voice_by_tenure"] = [ratio(spoke, math.fsum(self.tenure)) for spoke in self.tenure]
        own = range(len(self.persons))
        m["partners"] = sum(len(self.partners.get(person, ())) for person in own) / len(self.persons)
        for row in self.persons:  # the books of a person are what was told of her
            person = row["number"]
            assert row["turns"] == self.turns.get(person, 0) and row["heard"] == self.heard.get(person, 0)
            assert row["sessions"] == self.visited_since.get(person, 0)
            assert abs(row["spoke"] - self.spoke.get(person, 0.0)) < 1e-6
            assert abs(row["attended"] - self.attended.get(person, 0.0)) < 1e-6

    def of_people(self):
        m = self.measured
        m["arrived"], m["came_back"] = self.count("person_arrives"), self.count("person_returns")
        m["left"] = self.count("person_leaves")
        for why, name in enumerate(LEFT):
            m[name] = self.count("person_leaves", why)
        assert sum(m[name] for name in LEFT) == m["left"]
        assert len(self.here) + len(self.guests) == self.place["people"]
        assert self.here | self.away | self.gone == set(range(len(self.persons)))
        here = [row["tension"] for row in self.persons if row["number"] in self.here]
        m["tension"] = math.nan if self.guests else ratio(math.fsum(here), len(here))  # places of guests have no row

    def of_groups(self):
        m, days = self.measured, self.ends / 24
        books = []
        for row in self.groups:
            book, ended = self.books[row["number"]], None if math.isnan(row["ended"]) else row["ended"]
            life = (self.ends if ended is None else ended) - row["born"]
            books.append({"ended": ended, "life": life, "size": book["young"] / YOUTH,
                          "turnover": ratio(0.5 * (book["young_joins"] + book["young_leaves"]), book["young"])})
            assert book["founders"] == row["founders"] and book["most"] == row["most_members"]
            assert abs(book["time"] - row["mean_members"] * life) < 1e-6
            assert abs(book["experience"] - row["experience"]) < 1e-9
            still = self.ends - self.waiting[row["number"]] if row["number"] in self.waiting else 0.0
            assert abs(self.waited.get(row["number"], 0.0) + still - row["waited"]) < 1e-6
            assert row["joined"] == sum(e["other"] == row["number"] for e in self.told["group_joined"])
            assert row["left"] == sum(e["other"] == row["number"] for e in self.told["group_left"])
            assert (ended is None) == (row["number"] in self.members)
        lives, ended = math.fsum(b["life"] for b in books) / 24, [b for b in books if b["ended"] is not None]
        here = self.here | self.guests
        m["groups_born"], m["groups_ended"] = sum(row["born"] > 0 for row in self.groups), len(ended)
        m["groups_refused"], m["groups_living"] = self.count("group_refused"), lives / days
        m["topics_covered"] = len({self.groups[number]["topic"] for number in self.members})
        m["group_lifetime"] = ratio(lives, len(ended))
        m["group_lifetime_of_ended"] = ratio(math.fsum(b["life"] for b in ended) / 24, len(ended))
        self.member_days = math.fsum(self.books[row["number"]]["time"] for row in self.groups) / 24
        m["members_per_group"] = ratio(self.member_days, lives)
        m["memberships"] = ratio(sum(len(self.members_of(person)) for person in here), len(here))
        m["in_groups"] = ratio(sum(bool(self.members_of(person)) for person in here), len(here))
        m["groups_joined"], m["groups_left"] = (sum(row[name] for row in self.groups) for name in ("joined", "left"))
        m["newcomers_with_group"], m["days_to_first_group"] = ratio(self.found, self.came_new), ratio(self.to_first / 24, self.found)
        m["visits_in_vain"] = ratio(self.count("visit_in_vain"), self.count("group_visited"))
        held = [s for s in self.sessions.values() if s["kind"] == 1 and s["ends"] < self.ends]
        missed = self.count("meeting_missed")
        m["meetings_of_groups"] = sum(row["meetings"] for row in self.groups)
        assert len(held) == m["meetings_of_groups"]
        m["meeting_hours_of_groups"] = math.fsum(s["presence"] for s in held)
        m["meetings_with_progress"] = ratio(self.count("meeting_progress"), len(held))
        m["meetings_missed"] = ratio(missed, missed + len(held))
        m["interjection_hours"] = math.fsum(e["amount"] for e in self.told["visitor_heard"])
        grown = [b for b in books if b["life"] > YOUTH]
        m["lasting_by_size"] = lasting(grown, lambda b: b["size"])
        for name, large in (("lasting_by_turnover_small", False), ("lasting_by_turnover_large", True)):
            m[name] = lasting([b for b in grown if (b["size"] >= 7) == large], lambda b: b["turnover"])
        self.life_hours = lives * 24

    def of_tasks(self):
        m = self.measured
        done, hours = self.count("task_done"), math.fsum(row["effort"] for row in self.groups)
        granted = [waited for why, waited in self.waits if why == 0]
        area = math.fsum(row["waited"] for row in self.groups)
        m["tasks_done"], m["tasks_per_member_day"] = sum(row["tasks"] for row in self.groups), ratio(done, self.member_days)
        m["common_tasks_done"] = sum(e["other"] < COMMON_ITEMS for e in self.told["task_done"])
        m["tasks_dropped"], m["work_hours"], m["work_hours_per_task"] = self.count("task_dropped"), hours, ratio(hours, done)
        m["work_in_vain"] = ratio(math.fsum(e["amount"] for e in self.told["task_dropped"]), hours)
        m["speed_of_experience"] = ratio(self.speed, done)
        m["proposals_of_groups"] = self.count("approval_asked") - sum(
            any(e["time"] == a["time"] for e in self.told["proposal_reopened"]) for a in self.told["approval_asked"])
        # counted with them: what inquiries become, sparks of groups, and what tasks lack, unless it was there
        m["proposals_of_groups"] += self.count("inquiry_proposed") + self.count("spark_stands", WAITS) + self.count("work_shown")
        m["proposals_of_groups"] += sum(need["owner"] is None and not (need.get("by") == BY_STOCK and need["closed"] == need["arose"])
                                        for need in self.needs.values())
        m["approvals"], m["hours_to_approval"] = len(granted), ratio(math.fsum(granted), len(granted))
        m["approvals_waiting"], m["time_waiting"] = area / self.ends, ratio(area, self.life_hours)
        lead, cycle, worked = (math.fsum(way[i] for way in self.ways) for i in range(3))
        m["lead_days"], m["cycle_days"], m["flow"] = ratio(lead / 24, done), ratio(cycle / 24, done), ratio(worked, lead)
        m["ended_waiting"] = sum(why == 3 for why, _ in self.waits)

    def of_network(self):
        m, ended = self.measured, [row for row in self.links if not math.isnan(row["ended"])]
        m["links_made"], m["links_ended"] = len(self.links), len(ended)
        m["link_days"] = ratio(math.fsum(row["ended"] - row["made"] for row in ended) / 24, len(ended))
        m["calls"], m["calls_failed"] = self.count("link_call"), self.count("call_failed")
        m["call_hours"] = math.fsum(e["amount"] for e in self.told["link_call"])
        m["groups_merged"] = sum(row["ending"] == self.tables.flag("group_ending", "merged") for row in self.groups)
        m["visits_begun"], m["online_visits"] = self.count("person_away", 2), self.count("person_away", 3)
        m["guests"], m["guests_turned_away"] = self.count("guest_comes"), self.count("guest_turned_away")
        m["experts_met"] = self.count("expert_comes")
        m["expert_facets"] = sum(e["amount"] for e in self.told["expert_comes"])
        changed = self.told["practice_changed"]
        m["practice_changes"] = len(changed)
        m["practice_changed_after"] = changed[0]["time"] / 24 if changed else math.nan

    def of_shocks(self):
        m = self.measured
        m["raids"], m["cold_spells"], m["media_waves"] = (self.count(kind) for kind in ("raid", "cold", "media"))
        m["closings"], m["sessions_missed"] = self.count("site_closed"), self.count("session_missed")
        closed, until = 0.0, 0.0
        for event in self.told["site_closed"]:
            begins, ends = max(event["time"], until), min(event["time"] + event["amount"], self.ends)
            closed, until = closed + max(0.0, ends - begins), max(until, ends)
        m["closed"] = closed / self.ends

    # --- measures over time ---

    def over_time(self):
        times, m = self.tables.times, self.measured
        for name in self.moments[0]:
            if name != "members":
                m[name] = [moment[name] for moment in self.moments]
        between = [(0.0 if i == 0 else times[i - 1], now) for i, now in enumerate(times)]
        held = [s for s in self.sessions.values() if s["kind"] == 0]
        decided = [row for row in self.proposals if row["decisions"] > 0]
        heads = [[s["heads"] for s in held if since < s["begins"] <= now] for since, now in between]
        waits = [[row["decided"] - row["submitted"] for row in decided if since < row["decided"] <= now] for since, now in between]
        m["heads_at"] = [ratio(sum(some), len(some)) for some in heads]
        m["hours_to_decision_at"] = [ratio(math.fsum(some), len(some)) for some in waits]
        m["links_at"] = [sum(row["made"] <= now and not row["ended"] <= now for row in self.links) for now in times]
        start = self.tables.practice_at_start[self.site]
        m["practice_at"] = [([start] + [e["who"] for e in self.told["practice_changed"] if e["time"] <= now])[-1] for now in times]
        m["adopters_at"] = [float(held == self.tables.spreads) for held in m["practice_at"]]
        m["adopters"] = m["adopters_at"][-1]

"""The tables of a results file, and the events of one site worked one after the other."""

import math

import h5py

LEARNING = 0.32  # of the scenario: groups.work.learning
TENURES = [1, 3, 7, 14, 30, math.inf]  # days
YOUTH = 28 * 24


def ratio(of, to):
    return of / to if to > 0 else math.nan


def gini(values):
    values = sorted(values)
    count, total = len(values), math.fsum(values)
    return ratio(math.fsum((2 * i - count - 1) * v for i, v in enumerate(values, 1)), count * total)


class Tables:
    def __init__(self, path):
        self.file = h5py.File(path, "r")
        self.read = {}
        self.times = self.file["time"][()] * 24  # hours
        self.ends = self.times[-1]
        self.sites = len(self.file["site"])
        logged = "event_kind" in self.file
        self.kinds = self.text(self.file["event_kind"].attrs["flag_meanings"]).split() if logged else []

    @staticmethod
    def text(value):
        return value.decode() if isinstance(value, bytes) else str(value)

    def rows(self, table, site=None):
        if table not in self.read:
            self.read[table] = self.all_rows(table)
        return [row for row in self.read[table] if site is None or row["site"] == site]

    def all_rows(self, table):
        names = [name for name in self.file if name.startswith(table + "_")]
        whole = len(self.file[table])
        columns = {n[len(table) + 1:]: self.file[n][()] for n in names if len(self.file[n]) == whole}
        return [dict(zip(columns, values)) for values in zip(*(c.tolist() for c in columns.values()))]

    def flag(self, column, word):
        return self.text(self.file[column].attrs["flag_meanings"]).split().index(word)

    def value(self, name, site=None):
        values = self.file[name][0, 0]
        return values if site is None or not self.of_sites(name) else values[site]

    def of_sites(self, name):
        shape = self.file[name].shape
        return len(shape) > 2 and shape[2] == self.sites

    def measures(self):
        return [name for name in self.file if isinstance(self.file[name], h5py.Dataset)
                and "cell_methods" in self.file[name].attrs]


class Replay:
    """One site: its events, worked one after the other. Requires on the way that nobody is counted who is gone."""

    def __init__(self, tables, site):
        self.tables, self.site, self.ends = tables, site, tables.ends
        self.proposals, self.persons = tables.rows("proposal", site), tables.rows("person", site)
        self.groups, self.links = tables.rows("group", site), tables.rows("link", site)
        self.place = tables.rows("place", site)[0]
        self.events = tables.rows("event", site)
        self.told = {kind: [] for kind in tables.kinds}
        for event in self.events:
            event["kind"] = tables.kinds[event["kind"]]
            self.told[event["kind"]].append(event)
        self.moments = []
        self.begin()
        self.work()

    def count(self, kind, amount=None):
        return sum(1 for event in self.told[kind] if amount is None or event["amount"] == amount)

    # --- a state that every event changes ---

    def begin(self):
        begun = len(self.persons) - self.count("person_arrives")
        self.here, self.away, self.gone, self.guests = set(range(begun)), set(), set(), set()
        self.newcomers, self.since = set(), {person: 0.0 for person in range(begun)}
        self.members, self.born = {}, {}
        self.had_one, self.looked = set(), {}
        self.came_new = self.found = 0
        self.to_first = 0.0
        self.books = {row["number"]: {"time": 0.0, "young": 0.0, "young_joins": 0, "young_leaves": 0, "at": row["born"],
                                      "experience": 0.0, "founders": 0, "most": 0} for row in self.groups}
        self.open, self.area, self.lever, self.changed = {}, 0.0, 0.0, 0.0
        self.waiting, self.waits, self.waited = {}, [], {}
        self.plans, self.shown, self.accepted, self.heard_waits = {}, {}, {}, []  # where work is heard when it is finished
        self.tasks, self.ways = {}, []  # of each group: its task; of each task done: hours of lead, cycle, work
        self.at, self.session_of_circle, self.session_kind, self.sessions = {}, {}, {}, {}
        self.in_session, self.presence, self.attended = {}, {}, {}
        self.circles, self.size_time, self.last = {}, {}, {}
        self.tally = dict.fromkeys(("turns", "new", "hearings", "returns", "returnable", "outbursts"), 0)
        self.spoke, self.turns, self.heard, self.partners, self.tenure = {}, {}, {}, {}, [0.0] * len(TENURES)
        self.speed, self.done, self.practice, self.first_change = 0.0, 0, None, math.nan
        self.decided_now, self.visited_since = {}, {}
        self.turned, self.sitting, self.idle = {}, {}, {}

    def work(self):
        times, now = list(self.tables.times), 0
        for event in self.events:
            self.before(event["time"])
            while event["time"] > times[now] or (event["time"] == times[now] and event["kind"] == "task_worked"):
                if now + 1 == len(times):
                    break
                self.moment(times[now])
                now += 1
            getattr(self, "on_" + event["kind"], lambda event: None)(event)
        self.before(self.ends + 1)
        while now < len(times):
            self.moment(times[now])
            now += 1
        for number in list(self.members):
            self.count_members(number, self.ends)
        self.count_open(self.ends)
        for circle in list(self.circles):
            self.count_seats(circle, self.ends)

    def before(self, now):
        """All before this time is worked."""

    def members_of(self, person):
        return [number for number, members in self.members.items() if person in members]

    def moment(self, now):
        here = self.here | self.guests
        ever = [p for p in self.visited_since if p < len(self.persons)]
        self.moments.append({
            "backlog_at": len(self.open), "decided_by": len(self.decided_now),
            "age_of_open_at": ratio(sum(now - s for s in self.open.values()), len(self.open)),
            "people_here_at": len(here), "newcomers_at": len(self.newcomers & self.here),
            "groups_at": len(self.members),
            "topics_covered_at": len({self.groups[n]["topic"] for n in self.members}),
            "members_at": ratio(sum(map(len, self.members.values())), len(self.members)),
            "groupless_at": sum(not self.members_of(p) for p in here),
            "approvals_at": len(self.waiting),
            "age_of_waiting_at": ratio(sum(now - s for s in self.waiting.values()), len(self.waiting)),
            "reviews_at": sum(task["waits"] for tasks in self.shown.values() for task in tasks),
            "tasks_done_by": self.done, "guests_at": len(self.guests), "away_at": len(self.away),
            "voice_gini_by": gini([self.spoke.get(p, 0.0) for p in ever]),
            "never_spoke_by": ratio(sum(self.spoke.get(p, 0) == 0 for p in ever), len(ever)),
            "members": {n: set(m) for n, m in self.members.items()},
        })

    # proposals
    def count_open(self, now):
        begins, middle = max(self.changed, self.ends / 2), self.ends * 0.75
        if now > begins:
            self.lever += len(self.open) * (now - begins) * ((begins + now) / 2 - middle)
        self.area += len(self.open) * (now - self.changed)
        self.changed = now

    def on_proposal_submitted(self, event):
        self.count_open(event["time"])
        self.open[event["who"]] = event["time"]

    def on_proposal_decided(self, event):
        self.count_open(event["time"])
        del self.open[event["who"]]
        self.decided_now[event["who"]] = event["amount"]

    def on_proposal_reopened(self, event):
        self.count_open(event["time"])
        self.open[event["who"]] = self.proposals[event["who"]]["submitted"]
        assert self.decided_now.pop(event["who"]) == 1  # only what passed is reopened

    def on_proposal_dropped(self, event):
        self.count_open(event["time"])
        del self.open[event["who"]]
        if self.proposals[event["who"]]["decisions"] > 0:
            self.decided_now[event["who"]] = 1

    # people
    def on_person_arrives(self, event):
        self.on_person_returns(event)

    def on_person_returns(self, event):
        person = event["who"]
        self.gone.discard(person)
        assert person not in self.here | self.away
        self.here.add(person)
        self.newcomers.add(person)
        self.since[person] = event["time"]
        if person not in self.had_one and not self.looked.get(person):
            self.came_new += 1

    def on_person_leaves(self, event):
        self.here.remove(event["who"])
        self.gone.add(event["who"])
        self.newcomers.discard(event["who"])
        assert not self.members_of(event["who"]) and event["who"] not in self.in_session  # nobody is counted who is gone

    def on_person_away(self, event):
        self.here.remove(event["who"])
        self.away.add(event["who"])
        assert event["who"] not in self.in_session

    def on_person_home(self, event):
        self.away.remove(event["who"])
        self.here.add(event["who"])

    def on_guest_comes(self, event):
        assert event["who"] not in self.guests and event["who"] >= len(self.persons)
        self.guests.add(event["who"])

    def on_guest_goes(self, event):
        self.guests.remove(event["who"])
        assert not self.members_of(event["who"])

    # groups
    def count_members(self, number, now):
        book, count = self.books[number], len(self.members[number])
        grown = self.groups[number]["born"] + YOUTH
        book["time"] += (now - book["at"]) * count
        book["young"] += max(0.0, min(now, grown) - book["at"]) * count
        book["at"] = now

    def join(self, person, number, now):
        self.count_members(number, now)
        assert person not in self.members[number] and len(self.members_of(person)) < 2
        self.members[number].add(person)
        if self.tasks.get(number) is not None:
            self.works(number, now)
        self.books[number]["most"] = max(self.books[number]["most"], len(self.members[number]))
        if person in self.newcomers:
            if person not in self.had_one:
                self.found += 1
                self.to_first += now - self.since[person]
            self.newcomers.remove(person)
        self.had_one.add(person)

    def on_group_born(self, event):
        self.members[event["who"]] = set()
        self.take_up(event["who"], event["time"])

    def on_group_founded(self, event):
        self.books[event["other"]]["founders"] += 1
        self.join(event["who"], event["other"], event["time"])

    def on_group_joined(self, event):
        self.join(event["who"], event["other"], event["time"])
        book = self.books[event["other"]]
        book["young_joins"] += event["time"] - self.groups[event["other"]]["born"] <= YOUTH

    def on_group_left(self, event):
        number = event["other"]
        self.count_members(number, event["time"])
        book, before = self.books[number], len(self.members[number])
        self.members[number].remove(event["who"])
        self.sitting.get(number, set()).discard(event["who"])
        self.works(number, event["time"])
        book["experience"] *= 1 - 1 / before
        book["young_leaves"] += event["time"] - self.groups[number]["born"] <= YOUTH

    def on_group_ends(self, event):
        self.count_members(event["who"], event["time"])
        del self.members[event["who"]]
        assert event["who"] not in self.waiting

    def on_group_visited(self, event):
        self.looked[event["who"]] = self.looked.get(event["who"], 0) + 1

    def take_up(self, group, now):
        """What was sent back goes first; in sprints a group takes up what it planned, and then nothing."""
        back = [task for task in self.shown.get(group, []) if not task["waits"]]
        plan = self.plans.setdefault(group, [0, 0.0])
        if back:
            task = back[0]
            self.shown[group].remove(task)
            task["stopped"] += now - task["finished"]
            task["laid"] = now
        elif self.tables.sprint and plan[0] <= 0:
            task = None
        else:
            task = {"asked": plan[1] if self.tables.sprint else now, "begun": now, "stopped": 0.0, "taken": now, "laid": now}
            plan[0] -= 1
        self.tasks[group] = task

    def on_turned_up(self, event):
        self.turned.setdefault((event["other"], event["time"]), set()).add(event["who"])

    def works(self, group, now):
        """A task rests while everybody in the group sits out."""
        idle = self.tasks[group] is not None and self.members[group] <= self.sitting.get(group, set())
        if idle:
            self.idle.setdefault(group, now)
        elif group in self.idle:
            since = self.idle.pop(group)
            if self.tasks[group] is not None:
                self.tasks[group]["stopped"] += now - max(since, self.tasks[group]["taken"])

    def on_planned(self, event):
        group = event["who"]
        self.sitting[group] = self.members[group] - self.turned.pop((group, event["time"]), set())
        self.plans[group] = [self.tables.sprint - (self.tasks[group] is not None), event["time"]]
        if self.tasks[group] is None:
            self.take_up(group, event["time"])
        self.works(group, event["time"])

    def on_task_dropped(self, event):
        self.take_up(event["who"], event["time"])

    def learns(self, group, task):
        """When a task is finished first, accepted or not."""
        if "speed" not in task:
            task["speed"] = (1 + self.books[group]["experience"]) ** LEARNING
            self.books[group]["experience"] += 1

    def on_work_shown(self, event):
        group, now = event["who"], event["time"]
        task = self.tasks[group]
        self.learns(group, task)
        task.update(finished=now, since=now, waits=True, item=event["other"])
        self.shown.setdefault(group, []).append(task)
        self.take_up(group, now)

    def on_work_heard(self, event):
        group, now = event["who"], event["time"]
        task = next(task for task in self.shown[group] if task["waits"] and task["item"] == event["other"])
        self.heard_waits.append((event["amount"], now - task["since"]))
        task["waits"] = False
        if event["amount"] == 0:
            self.shown[group].remove(task)
            self.accepted[group] = task
        elif self.tasks[group] is None and event["amount"] < 3:
            self.take_up(group, now)

    def on_task_done(self, event):
        group, now = event["who"], event["time"]
        task = self.accepted.pop(group, None)
        if task is None:
            task = self.tasks[group]
            self.learns(group, task)
            task["finished"] = now
            self.take_up(group, now)
        ended, begun = task["finished"], task["begun"]
        self.ways.append((ended - task["asked"], ended - begun, ended - begun - task["stopped"]))
        self.speed += task["speed"]
        self.done += 1

    def on_approval_asked(self, event):
        assert event["who"] in self.members and event["who"] not in self.waiting
        self.waiting[event["who"]] = event["time"]
        task = self.tasks[event["who"]]
        if event["time"] == task["taken"]:
            task["begun"] = None

    def on_approval_ends(self, event):
        waited = event["time"] - self.waiting.pop(event["who"])
        task = self.tasks[event["who"]]
        if task["begun"] is None:
            task["begun"] = task["laid"] = event["time"]
        else:
            task["stopped"] += waited
        self.waits.append((event["amount"], waited))
        self.waited[event["who"]] = self.waited.get(event["who"], 0.0) + waited

    # sessions and circles
    def on_session_begins(self, event):
        self.session_kind[event["who"]] = event["amount"]
        self.sessions[event["who"]] = {"kind": event["amount"], "group": event["other"], "begins": event["time"],
                                       "ends": self.ends, "energy": math.nan, "heads": 0, "tired": 0, "presence": 0.0, "ended": False}

    def on_session_ends(self, event):
        self.sessions[event["who"]].update(ends=event["time"], energy=event["amount"], ended=True)

    def on_session_entered(self, event):
        person, session = event["who"], self.sessions[event["other"]]
        assert person not in self.in_session and person in self.here | self.guests
        self.in_session[person] = (event["other"], event["time"])
        session["heads"] += 1
        if session["kind"] == 0:
            self.visited_since[person] = self.visited_since.get(person, 0) + 1

    def on_session_left(self, event):
        person = event["who"]
        session, began = self.in_session.pop(person)
        assert session == event["other"]
        self.sessions[session]["presence"] += event["time"] - began
        self.sessions[session]["tired"] += event["amount"]
        self.attended[person] = self.attended.get(person, 0.0) + event["time"] - began

    def count_seats(self, circle, now):
        book = self.circles[circle]
        if book["kind"] == 0 and book["seated"]:
            size = len(book["seated"])
            self.size_time[size] = self.size_time.get(size, 0.0) + now - book["at"]
        book["at"] = now

    def on_circle_entered(self, event):
        person, now = event["who"], event["time"]
        book = self.circles.setdefault(event["other"], {"seated": set(), "at": now, "kind": None, "spoke": (None, None)})
        if person in self.in_session:  # else she is from outside, and sits in this circle alone
            kind = self.sessions[self.in_session[person][0]]["kind"]
            assert book["kind"] in (None, kind)
            book["kind"] = kind
        self.count_seats(event["other"], now)
        for other in book["seated"] if person in self.in_session else ():
            if other in self.in_session:  # people from outside are not counted
                self.partners.setdefault(person, set()).add(other)
                self.partners.setdefault(other, set()).add(person)
        book["seated"].add(person)

    def on_circle_left(self, event):
        book = self.circles[event["other"]]
        self.count_seats(event["other"], event["time"])
        book["seated"].remove(event["who"])
        book["spoke"] = tuple(None if p == event["who"] else p for p in book["spoke"])

    def turn(self, event, new):
        book, person = self.circles[event["other"]], event["who"]
        before_last, last = book["spoke"]
        assert person in book["seated"]
        self.spoke[person] = self.spoke.get(person, 0.0) + event["amount"]
        self.turns[person] = self.turns.get(person, 0) + 1
        for other in book["seated"] - {person}:
            self.heard[other] = self.heard.get(other, 0) + 1
        if person < len(self.persons):
            days = (event["time"] - self.since[person]) / 24
            self.tenure[next(i for i, most in enumerate(TENURES) if days < most)] += event["amount"]
        if book["kind"] == 0:
            self.tally["turns"] += 1
            self.tally["new"] += new
            self.tally["hearings"] += len(book["seated"]) - 1
            if before_last is not None and last is not None:
                self.tally["returnable"] += 1
                self.tally["returns"] += before_last == person
        book["spoke"] = (last, person)

    def on_turn(self, event):
        self.turn(event, 0)

    def on_turn_new(self, event):
        self.turn(event, 1)

    def on_outburst(self, event):
        self.tally["outbursts"] += self.circles[event["other"]]["kind"] == 0

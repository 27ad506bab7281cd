"""The measures of all sites together, and what comes over them from outside."""

import math

from measures_events import ratio


class Movement:
    """All sites together at every moment."""

    def __init__(self, tables, sites):
        self.tables, self.sites = tables, sites
        self.moments = [self.at(i, now) for i, now in enumerate(tables.times)]
        self.measured = {name: [moment[name] for moment in self.moments] for name in self.moments[0] if name[0] != "_"}
        self.of_course()

    def at(self, i, now):
        groups = [(site.site, number) for site in self.sites for number in sorted(site.moments[i]["members"])]
        node = {group: n for n, group in enumerate(groups)}
        topic = [self.sites[site].groups[number]["topic"] for site, number in groups]
        near = [set() for _ in groups]
        for site in self.sites:
            for row in site.links:
                ends = (site.site, row["group"]), (row["other_site"], row["other_group"])
                if row["made"] <= now and not row["ended"] <= now and all(end in node for end in ends):
                    near[node[ends[0]]].add(node[ends[1]])
                    near[node[ends[1]]].add(node[ends[0]])
            members = site.moments[i]["members"]
            for one in members:
                for other in members:
                    if one != other and members[one] & members[other]:
                        near[node[site.site, one]].add(node[site.site, other])
        part, distance = [None] * len(groups), []
        for n in range(len(groups)):
            far, wave, steps = {n: 0}, [n], 0
            while wave:
                steps += 1
                wave = [b for b in {b for a in wave for b in near[a]} if b not in far]
                far.update(dict.fromkeys(wave, steps))
            distance.append(far)
            part[n] = min(far)
        effort, items = [0.0] * len(groups), {}
        for site in self.sites:
            for event in site.told["task_worked"]:
                if event["time"] == now:
                    n = node[site.site, event["who"]]
                    effort[n] += event["amount"]
                    item = items.setdefault(event["other"], {})
                    item[part[n]] = item.get(part[n], 0.0) + event["amount"]
        state = {"_groups": groups, "_topic": topic, "_effort": effort, "_near": near, "_part": part}
        state.update(self.variety(i, state))
        required = [(a, b) for a in range(len(groups)) for b in range(a) if topic[a] == topic[b] and groups[a][0] != groups[b][0]]
        links = sum(map(len, near)) / 2
        state["required_pairs"] = len(required)
        state["integration"] = ratio(math.fsum(1 / distance[a][b] for a, b in required if b in distance[a]), len(required))
        state["integration_within"] = 0.0 if required else math.nan  # estimated only above 32768 groups
        state["links_per_group"] = ratio(2 * links, len(groups))
        state["giant_component"] = ratio(max(map(part.count, part), default=0), len(groups))
        state["modularity_of_sites"] = self.modularity(near, [site for site, _ in groups], links)
        state["modularity_of_components"] = self.modularity(near, part, links)
        within = sum(groups[a][0] == groups[b][0] for a in range(len(groups)) for b in near[a]) / 2
        state["external_internal_index"] = ratio(links - 2 * within, links)
        state["_spent"] = math.fsum(sum(item.values()) for item in items.values())
        state["_twice"] = math.fsum(sum(item.values()) - max(item.values()) for item in items.values())
        state["duplication"] = ratio(state["_twice"], state["_spent"])
        return state

    @staticmethod
    def modularity(near, part, links):
        if links == 0:
            return math.nan
        within = sum(part[a] == part[b] for a in range(len(near)) for b in near[a]) / 2
        ends = [sum(len(near[a]) for a in range(len(near)) if part[a] == one) for one in set(part)]
        return within / links - sum((end / (2 * links)) ** 2 for end in ends)

    @staticmethod
    def entropy(values):
        total = math.fsum(values)
        return -math.fsum(v / total * math.log(v / total) for v in values if v > 0) if total > 0 else math.nan

    def spread(self, pairs):
        """Entropy over topics of (topic, effort), and the effort."""
        on = {}
        for topic, much in pairs:
            on[topic] = on.get(topic, 0.0) + much
        return self.entropy(on.values()), math.fsum(on.values())

    def variety(self, i, state):
        topics, groups = self.tables.topics, state["_groups"]
        whole, effort = self.spread(zip(state["_topic"], state["_effort"]))
        alpha = people = 0.0 if effort > 0 else math.nan
        for site in self.sites:
            mine = [n for n in range(len(groups)) if groups[n][0] == site.site]
            inside, much = self.spread((state["_topic"][n], state["_effort"][n]) for n in mine)
            alpha += inside * much / effort if much > 0 else 0.0
            members = site.moments[i]["members"]
            for person in set().union(*members.values()):
                shares = [(state["_topic"][n], state["_effort"][n] / len(members[groups[n][1]]))
                          for n in mine if person in members[groups[n][1]]]
                inside, much = self.spread(shares)
                people += inside * much / effort if much > 0 else 0.0
        gamma, on = math.exp(whole), {}
        for topic, much in zip(state["_topic"], state["_effort"]):
            on[topic] = on.get(topic, 0.0) + much
        squares = math.fsum((much / effort) ** 2 for much in on.values()) if effort > 0 else math.nan
        return {"topic_count": sum(much > 0 for much in on.values()) if effort > 0 else math.nan, "topic_dominance": 1 / squares,
                "topic_variety": gamma, "variety_of_all_sites": gamma, "variety_within_sites": math.exp(alpha),
                "variety_between_sites": gamma / math.exp(alpha), "differentiation": (gamma - 1) / (topics - 1),
                "division_of_labour": ratio(whole - people, whole)}

    def of_course(self):
        m = self.measured
        peak, at_peak, unity, lost = -1.0, math.nan, None, []
        sides = {False: [0.0, 0.0], True: [0.0, 0.0]}
        for moment, now in zip(self.moments, self.tables.times):
            integrated, different = moment["integration"], moment["differentiation"]
            if integrated > peak:
                peak, at_peak = integrated, different
            if unity is None and integrated >= 0.5:
                unity = now / 24
            falls = not different >= at_peak - 1e-9  # also where nobody worked at either moment
            lost.append((peak - integrated) / peak if peak >= 0.5 and not falls else math.nan)
            sides[unity is not None][0] += moment["_twice"]
            sides[unity is not None][1] += moment["_spent"]
        m["balkanization"], m["time_to_unity"] = lost, math.nan if unity is None else unity
        m["duplication_before_unity"], m["duplication_after_unity"] = ratio(*sides[False]), ratio(*sides[True])
        m["duplication_of_all"] = ratio(sides[False][0] + sides[True][0], sides[False][1] + sides[True][1])
        for name in ("differentiation", "integration", "links_per_group", "giant_component", "balkanization"):
            defined = [value for value in m[name] if not math.isnan(value)]
            m["mean_" + name] = ratio(math.fsum(defined), len(defined))


def climate(tables, sites):
    """Factor of attendance at every moment: what a shock adds lasts, then halves; the highest above 1 times the lowest below."""
    spikes = {"raid": tables.raid, "cold": tables.cold}
    factors = []
    for here in sites:
        at = []
        for now in tables.times:
            values = [1.0]
            for site in sites:
                for kind, spike in spikes.items():
                    for event in site.told[kind]:
                        full = spike["attendance"] if site is here else spike["elsewhere"]
                        late = now - event["time"] - (0 if site is here else tables.news)
                        if late < 0:
                            continue
                        over = late - spike["lasts"]
                        left = 1.0 if over < 0 else 0.5 ** (over / spike["half_life"]) if spike["half_life"] > 0 else 0.0
                        values.append(1 + (full - 1) * left)
            at.append(max(values) * min(values))
        factors.append(at)
    return factors

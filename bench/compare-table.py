#!/usr/bin/env python3
"""The table of bench/compare: medians by server and load, ratios to the better peer, and whether each line is reached.

    compare-table.py FILE.jsonl
    compare-table.py --add FILE SERVER LOAD RESULT BUSY_TICKS SERVER_TICKS ELAPSED_MS    (used by bench/compare)
"""
import json
import os
import re
import statistics
import sys

# load, what, field, divisor, unit, must, aim. A number is a share of the better peer; "=30" is absolute; "chat-w1-mam*1.15" and "idle-5000+6" are
# measured against another load of Balcony's own; "ejabberd" is that peer; None: stated only.
LINES = [
    ("chat-w1", "chat, window 1, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 3, 1 / 4),
    ("chat-w16", "chat, window 16, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 3, 1 / 4),
    ("chat-w1-sm1", "the same, window 1, with 0198, asking each time", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-w1-sm16", "window 1, with 0198, asking after 16", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-w16-sm1", "window 16, with 0198, asking each time", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-w16-sm16", "window 16, with 0198, asking after 16", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-r500", "open loop 500/s, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 2, 1 / 3),
    ("chat-r500", "open loop 500/s, p50", "lat_p50_us", 1000, "ms", 1.0, 1.0),
    ("chat-r500", "open loop 500/s, p99", "lat_p99_us", 1000, "ms", 1.0, 1.0),
    ("chat-w1-mam", "archive on, window 1, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 4, 1 / 8),
    ("chat-w16-mam", "archive on, window 16, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 4, 1 / 8),
    ("chat-w1-mam-sm1", "archive, window 1, with 0198, asking each time", "srv_cpu_us_per_msg", 1, "µs/message", "chat-w1-mam*1.15", None),
    ("chat-w1-mam-sm16", "archive, window 1, with 0198, asking after 16", "srv_cpu_us_per_msg", 1, "µs/message", "chat-w1-mam*1.15", None),
    ("chat-w16-mam-sm1", "archive, window 16, with 0198, asking each time", "srv_cpu_us_per_msg", 1, "µs/message", "chat-w16-mam*1.15", None),
    ("chat-w16-mam-sm16", "archive, window 16, with 0198, asking after 16", "srv_cpu_us_per_msg", 1, "µs/message", "chat-w16-mam*1.15", None),
    ("chat-r500-mam", "archive, open loop 500/s, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-r500-mam", "archive, open loop 500/s, p50", "lat_p50_us", 1000, "ms", None, None),
    ("chat-r500-mam", "archive, open loop 500/s, p99", "lat_p99_us", 1000, "ms", None, None),
    ("chat-r5000-mam", "archive, open loop 5,000/s, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("chat-r5000-mam", "archive, open loop 5,000/s, p50", "lat_p50_us", 1000, "ms", None, None),
    ("chat-r5000-mam", "archive, open loop 5,000/s, p99", "lat_p99_us", 1000, "ms", None, None),
    ("offline", "stored for who is away, server CPU", "store_srv_cpu_us_per_msg", 1, "µs/message", 1 / 5, 1 / 8),
    ("offline", "delivered at login, server CPU", "offline_srv_cpu_us_per_msg", 1, "µs/message", None, None),
    ("offline", "fetched by MAM, pages of 50, server CPU", "mam_srv_cpu_us_per_msg", 1, "µs/message", 1 / 4, 1 / 8),
    ("room-100", "room of 100, server CPU", "srv_cpu_us_per_delivery", 1, "µs/delivery", 1 / 3, 1 / 4),
    ("room-100", "room of 100, entering", "join_srv_cpu_us_per_presence", 1, "µs/presence", 1 / 4, None),
    ("room-100-sm", "room of 100 with 0198, server CPU", "srv_cpu_us_per_delivery", 1, "µs/delivery", "room-100*1.15", None),
    ("room-1000", "room of 1,000, server CPU", "srv_cpu_us_per_delivery", 1, "µs/delivery", 1 / 3, 1 / 4),
    ("room-1000", "room of 1,000, entering", "join_srv_cpu_us_per_presence", 1, "µs/presence", 1 / 4, None),
    ("iq-w1", "iq, window 1, server CPU", "srv_cpu_us_per_iq", 1, "µs/iq", 1 / 3, 1 / 4),
    ("iq-w16", "iq, window 16, server CPU", "srv_cpu_us_per_iq", 1, "µs/iq", 1 / 3, 1 / 4),
    ("login", "login, SCRAM-SHA-1, TLS 1.3", "srv_cpu_ms_per_login", 1, "ms/login", 2 / 3, 1 / 2),
    ("presence", "presence, 50 mutual contacts", "srv_cpu_us_per_delivery", 1, "µs/delivery", 1 / 3, 1 / 4),
    ("idle-5000", "idle, 5,000 TLS sessions", "rss_kb_per_conn", 1, "kB/session", "=30", "=26"),
    ("idle-5000-sm", "idle, 5,000 TLS sessions with 0198", "rss_kb_per_conn", 1, "kB/session", "idle-5000+6", None),
    ("idle-19000", "idle, 19,000 TLS sessions", "rss_kb_per_conn", 1, "kB/session", "=30", "=26"),
    ("rest", "at rest after five logins, RSS", "rss_kb", 1024, "MB", "ejabberd", "=75"),
    ("rest", "from start to the first login", "first_login_ms", 1000, "s", "ejabberd", "=0.7"),
]
OF_ANOTHER_LOAD = re.compile(r"(?P<load>.+)(?P<how>[*+])(?P<number>[0-9.]+)")
# What 0198 costs each server: the load with it, and the same without.
WITHOUT_SM = re.compile(r"-sm\d*$")
PEERS = ("prosody", "ejabberd")


def add(path, server, load, result, busy, served, elapsed_ms):
    run = json.loads(result)
    seconds = int(elapsed_ms) / 1000
    ticks = os.sysconf("SC_CLK_TCK")
    tool = run.get("tool_cpu_ms", 0) / 1000
    run["other_cores"] = round(max(0.0, ((int(busy) - int(served)) / ticks - tool) / seconds), 2)
    run = {"server": server, "load": load, **run}
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(run) + "\n")
    fields = [line[2] for line in LINES if line[0] == load]
    print(f"{server} {load}: " + ", ".join(f"{name} {run.get(name)}" for name in fields)
          + f", other work {run['other_cores']} cores" + ("" if run.get("ok") else "  ERRORS"))


def figure(value):
    return "–" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def table(path):
    runs = [json.loads(line) for line in open(path, encoding="utf-8")]

    def median(server, load, field, divisor=1):
        values = [run[field] / divisor for run in runs if run["server"] == server and run["load"] == load and run.get("ok") and field in run]
        return statistics.median(values) if values else None

    def better_peer(load, field, must):
        """One server for a load: for latencies it is the one whose CPU is less."""
        if must == "ejabberd":
            return must
        if "_cpu_" not in field:
            field = next(line[2] for line in LINES if line[0] == load)
        costs = {peer: cost for peer in PEERS if (cost := median(peer, load, field)) is not None}
        return min(costs, key=costs.get) if costs else None

    def bound(target, yardstick, field, divisor):
        if target == "ejabberd":
            return yardstick
        if not isinstance(target, str):
            return None if yardstick is None else yardstick * target
        if target.startswith("="):
            return float(target[1:])
        other = OF_ANOTHER_LOAD.fullmatch(target)
        base = median("balcony", other["load"], field, divisor)
        if base is None:
            return None
        return base * float(other["number"]) if other["how"] == "*" else base + float(other["number"])

    def added(server, load, field, divisor, cost):
        """By 0198, in parentheses: per cent of a message, kB of an idle session."""
        if cost is None or not WITHOUT_SM.search(load):
            return figure(cost)
        without = median(server, WITHOUT_SM.sub("", load), field, divisor)
        if without is None:
            return figure(cost)
        return figure(cost) + (f" ({cost - without:+.1f})" if "per_conn" in field else f" ({cost / without - 1:+.0%})")

    has_postgres = any(run["server"] == "balcony-pg" for run in runs)
    names = ["load", "unit", "Balcony", *(["on PostgreSQL"] if has_postgres else []), "Prosody, generational", "ejabberd", "of the better peer", "must", "", "aim", "", "tool"]
    print("| " + " | ".join(names) + " |")
    print("| --- | --- |" + " --: |" * (len(names) - 7) + " --: | --- | --: | --- | --: |")
    missed = untested = 0
    for load, what, field, divisor, unit, must, aim in LINES:
        if not any(run["load"] == load for run in runs):
            continue
        ours = median("balcony", load, field, divisor)
        better = better_peer(load, field, must)
        yardstick = median(better, load, field, divisor) if better else None

        def verdict(target, limit):
            if target is None:
                return "stated"
            return "not tested" if ours is None or limit is None else "reached" if ours <= limit else "MISSED"

        def at_most(target):
            limit = None if target is None else bound(target, yardstick, field, divisor)
            return ["–" if limit is None else "≤ " + figure(limit), verdict(target, limit)]

        ratio = "–" if ours is None or not yardstick else f"{ours / yardstick:.2f}"
        tool = median("balcony", load, field.replace("srv_cpu_us", "tool_cpu_us")) if "srv_cpu_us" in field else None
        reached = at_most(must)
        missed += reached[1] == "MISSED"
        untested += reached[1] == "not tested"
        servers = ["balcony", *(["balcony-pg"] if has_postgres else []), *PEERS]
        cells = [what, unit, *(added(server, load, field, divisor, median(server, load, field, divisor)) for server in servers),
                 ratio, *reached, *at_most(aim), figure(tool)]
        print("| " + " | ".join(cells) + " |")
    failed = sorted({f"{run['server']} {run['load']}" for run in runs if not run.get("ok")})
    others = [run["other_cores"] for run in runs if "other_cores" in run]
    print()
    if others:
        print(f"Other work on the machine during the runs: {statistics.median(others):.2f} cores in the middle, {max(others):.2f} at most.")
    if failed:
        print("Runs with losses, duplicates or errors, left out above: " + ", ".join(failed) + ".")
    print(f"{missed} missed, {untested} not tested.")
    return 1 if missed or failed or untested else 0


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        add(*sys.argv[2:])
    else:
        sys.exit(table(sys.argv[1]))

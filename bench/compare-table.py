#!/usr/bin/env python3
"""The table of bench/compare: medians by server and load, ratios to the better peer, and whether each line is reached.

    compare-table.py FILE.jsonl
    compare-table.py --add FILE SERVER LOAD RESULT BUSY_TICKS SERVER_TICKS ELAPSED_MS    (used by bench/compare)
"""
import json
import os
import statistics
import sys

# load, what, field, divisor, unit, must, aim: shares of the better peer unless they begin with "=" (absolute).
LINES = [
    ("chat-w1", "chat, window 1, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 3, 1 / 4),
    ("chat-w16", "chat, window 16, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 3, 1 / 4),
    ("chat-r500", "open loop 500/s, server CPU", "srv_cpu_us_per_msg", 1, "µs/message", 1 / 2, 1 / 3),
    ("chat-r500", "open loop 500/s, p50", "lat_p50_us", 1000, "ms", 1.0, 1.0),
    ("chat-r500", "open loop 500/s, p99", "lat_p99_us", 1000, "ms", 1.0, 1.0),
    ("iq-w1", "iq, window 1, server CPU", "srv_cpu_us_per_iq", 1, "µs/iq", 1 / 3, 1 / 4),
    ("iq-w16", "iq, window 16, server CPU", "srv_cpu_us_per_iq", 1, "µs/iq", 1 / 3, 1 / 4),
    ("login", "login, SCRAM-SHA-1, TLS 1.3", "srv_cpu_ms_per_login", 1, "ms/login", 2 / 3, 1 / 2),
    ("presence", "presence, 50 mutual contacts", "srv_cpu_us_per_delivery", 1, "µs/delivery", 1 / 3, 1 / 4),
    ("idle-5000", "idle, 5,000 TLS sessions", "rss_kb_per_conn", 1, "kB/session", "=30", "=26"),
    ("idle-19000", "idle, 19,000 TLS sessions", "rss_kb_per_conn", 1, "kB/session", "=30", "=26"),
    ("rest", "at rest after five logins, RSS", "rss_kb", 1024, "MB", "ejabberd", "=75"),
    ("rest", "from start to the first login", "first_login_ms", 1000, "s", "ejabberd", "=0.7"),
]
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

    def cheaper(load, field):
        """The better peer of a load is one server: also for latencies, it is the one whose CPU is less."""
        costs = {peer: median(peer, load, field) for peer in PEERS}
        costs = {peer: cost for peer, cost in costs.items() if cost is not None}
        return min(costs, key=costs.get) if costs else None

    print("| load | unit | Balcony | Prosody, generational | ejabberd | of the better peer | must | | aim | | tool |")
    print("| --- | --- | --: | --: | --: | --: | --: | --- | --: | --- | --: |")
    missed = untested = 0
    for load, what, field, divisor, unit, must, aim in LINES:
        if not any(run["load"] == load for run in runs):
            continue
        ours = median("balcony", load, field, divisor)
        theirs = {peer: median(peer, load, field, divisor) for peer in PEERS}
        main_field = next(line[2] for line in LINES if line[0] == load)
        better = "ejabberd" if must == "ejabberd" else cheaper(load, main_field)
        yardstick = theirs.get(better) if better else None

        def bound(target):
            if target == "ejabberd":
                return yardstick
            if isinstance(target, str):
                return float(target[1:])
            return None if yardstick is None else yardstick * target

        def verdict(limit):
            return "not tested" if ours is None or limit is None else "reached" if ours <= limit else "MISSED"

        ratio = "–" if ours is None or not yardstick else f"{ours / yardstick:.2f}"
        tool = median("balcony", load, "tool_cpu_" + field[8:]) if field.startswith("srv_cpu_us") else None
        result = verdict(bound(must))
        missed += result == "MISSED"
        untested += result == "not tested"
        cells = [what, unit, figure(ours), figure(theirs["prosody"]), figure(theirs["ejabberd"]), ratio,
                 "≤ " + figure(bound(must)), result, "≤ " + figure(bound(aim)), verdict(bound(aim)), figure(tool)]
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

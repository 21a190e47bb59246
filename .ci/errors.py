#!/usr/bin/env python3
"""What score_facts.py counts as wrong, with its words: `errors.py [--gold DIR] FACTS.jsonl [NAME…]`.

For each document (all, or those whose id contains a NAME) every missed and spurious item of each kind, and
what differs in the pairs that match in part. DIR has `facts/` and `text/` (default: the gold of ../shared/evaluation). FACTS.jsonl is what
`chancery extract`, or `score.sh` under $OUT, has written.
"""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
EVALUATION = os.path.join(HERE, "..", "..", "shared", "evaluation")
sys.path.insert(0, EVALUATION)
sys.dont_write_bytecode = True
import score_facts as S  # noqa: E402


def short(words, most=110):
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most * 2 // 3] + " … " + words[-most // 3:]


def report(gold, found, text):
    amap = S.align_entities(gold, found)

    def on_gold(i):
        return None if i is None else amap.get(i, "?" + i)

    def say(kind, sign, line):
        print(f"  {kind:11} {sign} {line}")

    hit = set(amap.values())
    for e in gold["entities"]:
        if e["id"] not in hit:
            say("entity", "-", f"{e['id']}  {[text.words(m) for m in e['mentions']][:6]}")
    for e in found["entities"]:
        if e["id"] not in amap and e["kind"] != "place":
            say("entity", "+", f"{e['id']}  {[text.words(m) for m in e['mentions']][:6]}")

    gm = [(m, e["id"]) for e in gold["entities"] if e["kind"] != "place" for m in e["mentions"]]
    sm = [(m, on_gold(e["id"])) for e in found["entities"] if e["kind"] != "place" for m in e["mentions"]]
    pairs = S.greedy([((g[1] == s[1], S.iou(g[0], s[0])), i, j)
                      for i, s in enumerate(sm) for j, g in enumerate(gm) if S.iou(g[0], s[0]) >= 0.5])
    around = lambda m: short(text.raw[max(0, m[0] - 25):m[0]].decode("utf8", "ignore") + "[" + text.words(m) + "]"
                             + text.raw[m[1]:m[1] + 25].decode("utf8", "ignore"), 160)
    for i, j in pairs:
        if sm[i][1] != gm[j][1]:
            say("mention", "~", f"{around(gm[j][0])}  {sm[i][1]}, is {gm[j][1]}")
    for j, (m, who) in enumerate(gm):
        if j not in {j for _, j in pairs}:
            say("mention", "-", f"{around(m)}  {who}")
    for i, (m, who) in enumerate(sm):
        if i not in {i for i, _ in pairs}:
            say("mention", "+", f"{around(m)}  {who}")

    key = lambda r, name: (name(r["person"]), name(r["of"]), r["title"], r["status"])
    left = [key(r, lambda i: i) for r in gold["roles"]]
    for r in found["roles"]:
        k = key(r, on_gold)
        same = next((g for g in left if g[:2] == k[:2] and S.title_match(g[2], k[2])), None)
        if same:
            left.remove(same)
            if same[3] != k[3]:
                say("role", "~", f"{k}, is {same[3]}")
        else:
            say("role", "+", k)
    for g in left:
        say("role", "-", g)

    mm = S.align_meetings(gold, found, amap)
    for i, s in enumerate(found["meetings"]):
        words = [text.words(m) for m in s["mentions"]]
        if i not in mm:
            say("meeting", "+", f"{s['kind']} {s['status']} {S.date_key(s)} {s['place']} {words}")
            for w, st in s["att"]:
                say("attendance", "+", f"{w} {st}  ({words[:1]})")
            continue
        g = gold["meetings"][mm[i]]
        for k, a, b in (("kind", s["kind"], g["kind"]), ("status", s["status"], g["status"]),
                        ("date", S.date_key(s), S.date_key(g)), ("place", on_gold(s["place"]), g["place"])):
            if a != b:
                say("meeting", "~", f"{g['id']} {k} {a}, is {b}  {words[:2]}")
        have = {(on_gold(w), st) for w, st in s["att"]}
        for w, st in sorted(have - set(g["att"]), key=str):
            say("attendance", "+", f"{g['id']} {w} {st}")
        for w, st in sorted(set(g["att"]) - have, key=str):
            say("attendance", "-", f"{g['id']} {w} {st}  {words[:2]}")
    for j, g in enumerate(gold["meetings"]):
        if j not in mm.values():
            say("meeting", "-", f"{g['id']} {g['kind']} {g['status']} {[text.words(m) for m in g['mentions']]}")
            for w, st in g["att"]:
                say("attendance", "-", f"{g['id']} {w} {st}")

    gs = S.group_statements(gold["statements"], text, lambda x: x)
    ss = S.group_statements(found["statements"], text, on_gold)
    cands = [((S.jac(s["speakers"], g["speakers"]), s["negated"] == g["negated"], S.jac(s["toks"], g["toks"])), i, j)
             for i, s in enumerate(ss) for j, g in enumerate(gs) if S.jac(s["toks"], g["toks"]) >= 0.5]
    pr = S.greedy(cands)

    def words(g):
        return short(" ".join(text.words(text.tokens[t]) for t in sorted(g["toks"])))
    who = lambda g: ",".join(sorted(map(str, g["speakers"])))
    for i, j in pr:
        if ss[i]["speakers"] != gs[j]["speakers"]:
            say("statement", "~", f"{who(ss[i])}, is {who(gs[j])}: {words(gs[j])}")
        for k in ("mode", "negated"):
            if ss[i][k] != gs[j][k]:
                say("statement", "~", f"{k} {ss[i][k]}, is {gs[j][k]}: {words(gs[j])}")
        if ss[i]["addressee"] != gs[j]["addressee"]:
            say("statement", "~", f"addressee {ss[i]['addressee']}, is {gs[j]['addressee']}: {words(gs[j])}")
    for j, g in enumerate(gs):
        if j not in {j for _, j in pr}:
            say("statement", "-", f"{who(g)}: {words(g)}")
    for i, g in enumerate(ss):
        if i not in {i for i, _ in pr}:
            say("statement", "+", f"{who(g)}: {words(g)}")

    gt = [text.toks([g["text"]]) for g in gold["goals"]]
    st = [text.toks([g["text"]]) for g in found["goals"]]
    pr = S.greedy([(S.jac(a, b), i, j) for i, a in enumerate(st) for j, b in enumerate(gt) if S.jac(a, b) >= 0.5])
    for i, j in pr:
        s, g = found["goals"][i], gold["goals"][j]
        a = {on_gold(h) for h in s["holders"]}
        if a != g["holders"] or s["status"] != g["status"]:
            say("goal", "~", f"{sorted(map(str, a))} {s['status']}, is {sorted(g['holders'])} {g['status']}: {short(text.words(g['text']))}")
    for j, g in enumerate(gold["goals"]):
        if j not in {j for _, j in pr}:
            say("goal", "-", f"{sorted(g['holders'])} {g['status']}: {short(text.words(g['text']))}")
    for i, s in enumerate(found["goals"]):
        if i not in {i for i, _ in pr}:
            say("goal", "+", f"{sorted(s['holders'])} {s['status']}: {short(text.words(s['text']))}")


def main():
    arguments = sys.argv[1:]
    gold = os.path.join(EVALUATION, "gold", "dev")
    if arguments[:1] == ["--gold"] and len(arguments) > 1:
        gold, arguments = arguments[1], arguments[2:]
    if not arguments:
        sys.exit(__doc__)
    docs, errors = S.load_gold(os.path.join(gold, "facts"), os.path.join(gold, "text"))
    if errors:
        sys.exit("\n".join(errors))
    found = S.load_system(arguments[0], docs, lambda warning: print("warning:", warning))
    for name, (g, text) in docs.items():
        if not arguments[1:] or any(part in name for part in arguments[1:]):
            print(name)
            report(g, found.get(name, S.EMPTY), text)


if __name__ == "__main__":
    main()

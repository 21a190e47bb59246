#!/usr/bin/env python3
"""Checks every dependency's licence and source against .deny.toml, as `cargo deny` does, where that is not installed."""
import json, os, re, subprocess, sys, tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def allowed(expression, allow):
    """Whether an SPDX expression can be met with allowed licences; `A/B` is the old form of `A OR B`."""
    words = re.findall(r"\(|\)|[^\s()/]+(?:\s+WITH\s+[^\s()/]+)?|/", expression)
    names = {"(": "(", ")": ")", "/": " or ", "OR": " or ", "AND": " and "}
    return eval("".join(names.get(word, str(" ".join(word.split()) in allow)) for word in words))


def main():
    with open(os.path.join(ROOT, ".deny.toml"), "rb") as file:
        rules = tomllib.load(file)
    metadata = subprocess.run(["cargo", "metadata", "--format-version", "1", "--locked"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    wrong = []
    packages = [package for package in json.loads(metadata.stdout)["packages"] if package["source"]]
    for package in packages:
        name = f"{package['name']} {package['version']}"
        if not allowed(package["license"] or "none", rules["licenses"]["allow"]):
            wrong.append(f"{name}: licence {package['license']} is not in the list")
        source = package["source"].removeprefix("registry+")
        if source not in rules["sources"]["allow-registry"]:
            wrong.append(f"{name}: from {source}")
    print("\n".join(wrong) or f"{len(packages)} dependencies, all of allowed licences and sources")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

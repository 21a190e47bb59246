#!/usr/bin/env bash
# The figures of the tree as it stands: `bash .ci/score.sh [seed|others|polnear] [options of the scorer]`.
#   bash .ci/score.sh                  score_facts on the fifteen sample articles, a line an article below
#   bash .ci/score.sh seed             the same on us-russia-talks-2025-02-18 alone
#   bash .ci/score.sh others --json    the same on the fourteen others, for programs
#   bash .ci/score.sh polnear          score_attributions on PolNeAR dev
# Needs the scorers in ../shared/evaluation and python3; the facts stay in $OUT (default: a new folder).
set -euo pipefail
cd "$(dirname "$0")/.."
evaluation=$PWD/../shared/evaluation
out=${OUT:-$(mktemp -d)}
mkdir -p "$out"
set_name=all
case ${1:-} in seed | others | polnear) set_name=$1; shift ;; esac

cargo build --quiet --release --package chancery-ingest --example facts
facts=${CARGO_TARGET_DIR:-target}/release/examples/facts

if [ "$set_name" = polnear ]; then
    dev=../shared/corpora/polnear/dev
    "$facts" "$dev"/text/*.txt > "$out/polnear.jsonl"
    python3 "$evaluation/to_polnear.py" --text "$dev/text" --system "$out/polnear.jsonl" > "$out/polnear.converted.jsonl"
    exec python3 "$evaluation/score_attributions.py" --gold "$dev" --system "$out/polnear.converted.jsonl" "$@"
fi

gold=$out/gold-$set_name
rm -rf "$gold" && mkdir "$gold"
for file in "$evaluation"/gold/dev/facts/*.json; do
    case $set_name:$(basename "$file" .json) in
        seed:us-russia-talks-2025-02-18 | all:*) ln -s "$file" "$gold/" ;;
        seed:* | others:us-russia-talks-2025-02-18) ;;
        *) ln -s "$file" "$gold/" ;;
    esac
done
"$facts" > "$out/facts.jsonl"
[ $# -gt 0 ] || set -- --per-doc
exec python3 "$evaluation/score_facts.py" --gold "$gold" --text "$evaluation/gold/dev/text" --system "$out/facts.jsonl" "$@" \
    2> >(grep -v "no gold for document" >&2)

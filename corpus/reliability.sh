#!/usr/bin/env bash
# What a recogniser's score is worth: amounts of drawn scans by score, and silent errors by threshold.
#
#   corpus/reliability.sh BUILD [dev|held] [COUNT] [GROUP...]
#
# dev (the default) is for setting thresholds, held, with numbers, typefaces and marks of its own, for
# verifying them. COUNT: documents a group (12), of up to nine pages of tables each. Groups: 300, 200, 150
# (dpi), covered (seals and dark marks over amounts, 200 dpi), tesseract (300 dpi, by Tesseract alone),
# in that order. A group takes minutes. docs/reliability.md says what was found.
set -euo pipefail

build=$1
set=${2:-dev}
count=${3:-12}
shift $(($# < 3 ? $# : 3))
groups=("$@")
[ ${#groups[@]} -gt 0 ] || groups=(300 200 150 covered tesseract)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "$set" = held ]; then
  first=7300 phrase=县财政局
  fonts=("AR PL SungtiL GB" "WenQuanYi Zen Hei" "AR PL KaitiM GB" "WenQuanYi Micro Hei")
else
  first=3300 phrase=内部资料
  fonts=("Noto Serif CJK SC" "AR PL UMing CN" "Noto Sans CJK SC")
fi
marks=(watermark=text watermark=translucent watermark=none watermark=image watermark=form)
covers=(seal=d02020 watermark=text,above=0,grey=0.6 seal=808080 watermark=text,above=1,grey=0.8,wanders=1)
tilts=(0.4 -0.3 1.1 -0.7 0)

# draw GROUP I: the I-th document of the group.
draw() {
  local group=$1 i=$2 number=$((first + $2)) look scan
  look="font=${fonts[i % ${#fonts[@]}]},phrase=$phrase,landscape=$((i / 2 % 2))"
  case $group in
    150) number=$((number + 100)) scan=dpi=150,noise=3,blur=0.4,jpeg=50,light=6 ;;
    300) number=$((number + 200)) scan=dpi=300,noise=6,blur=0.8,jpeg=70,light=10 ;;
    tesseract) number=$((number + 300)) scan=dpi=300,noise=6,blur=0.8,jpeg=70,light=10 ;;
    *) scan=dpi=200,noise=5,blur=0.6,jpeg=60,light=10 ;;
  esac
  if [ "$group" = covered ]; then
    number=$((number + 400)) look=$look,${covers[i % ${#covers[@]}]} scan=$scan,colour=1
  else
    look=$look,${marks[i % ${#marks[@]}]}
  fi
  "$build/corpus/juesuan-draw" --invent "$number" --variant tables-last=0,foreign=0 --look "$look" \
    --scan "$scan,tilt=${tilts[i % ${#tilts[@]}]}" --pages 4-12 \
    --out "$work/$group/$number.pdf" --truth "$work/$group/$number.truth.jsonl"
}

mkdir "$work/truth"
together=()
for group in "${groups[@]}"; do
  mkdir "$work/$group"
  for ((i = 0; i < count; ++i)); do draw "$group" "$i"; done
  engine=auto
  if [ "$group" = tesseract ]; then engine=tesseract; else together+=("$work/$group.db"); fi
  "$build/app/juesuan" run "$work/$group" --db "$work/$group.db" --engine "$engine" --quiet --jobs 2 >&2
  mv "$work/$group"/*.truth.jsonl "$work/truth"
  rm -r "$work/$group" "$work/$group.db.work"
  echo "== $set, $group"
  "$build/corpus/juesuan-reliability" "$work/$group.db" --truth "$work/truth" --show 20
done
if [ ${#together[@]} -gt 1 ]; then
  echo "== $set, together without tesseract"
  "$build/corpus/juesuan-reliability" "${together[@]}" --truth "$work/truth"
fi

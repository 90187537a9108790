#!/bin/sh
# No sentence is untranslated, the catalogues hold exactly what the sources say, and the categories that come with the program keep their names.
# Run from anywhere; needs gettext. Says what is wrong and ends with 1.
set -eu
cd "$(dirname "$0")/../.."
wrong=0
said=$(ui/i18n/update --check)
echo "$said"
case "$said" in *untranslated*|*fuzzy*) wrong=1 ;; esac
names=$(sed -nE 's/^ *\{"[a-z_]+", "[a-z_]*", "([^"]+)".*/\1/p' db/seed/starting_categories.cpp)
for po in ui/i18n/*.po; do
  printf '%s\n' "$names" | {
    lost=0
    while IFS= read -r name; do
      grep -qxF "msgid \"$name\"" "$po" || { echo "$po: the category $name has no translation"; lost=1; }
    done
    exit $lost
  } || wrong=1
done
exit $wrong

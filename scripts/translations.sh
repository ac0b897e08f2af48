#!/bin/sh
# Extracts the texts of the window, brings the catalogs in translations/ up to date, compiles them.
# With a file name it only extracts, into that file. PYTHON is the interpreter that has Babel.
# The same sources give the same bytes: hence the fixed date and the header without a year.
set -eu
cd "$(dirname "$0")/.."
pot=${1-translations/mou_desktop.pot}
contributors="MOU Desktop contributors"

pybabel() { "${PYTHON:-.venv/bin/python}" -m babel.messages.frontend --quiet "$@"; }

# The window does not show the command line's own texts. `error` is a method of store/templates.py.
# shellcheck disable=SC2046 # a list of files without spaces
pybabel extract --mapping-file babel.cfg --output-file "$pot" \
    --no-default-keywords --keywords "_ N_ ngettext:1,2 translated error MouError DraftError TemplateError
    FieldError IntakeError StorageError PdfError AmendmentError ManifestError AlreadyThereError LockedError remark" \
    --add-comments Translators: \
    --strip-comments --sort-by-file --add-location file --project mou-desktop --version 1 \
    --copyright-holder "$contributors" --msgid-bugs-address "$contributors" \
    --last-translator "$contributors" --header-comment "# Texts of MOU Desktop." \
    $(find mou_desktop -name '*.py' ! -path '*/cli/*' ! -name __main__.py | LC_ALL=C sort)
sed 's/^"POT-Creation-Date: [^\]*/"POT-Creation-Date: 2026-01-01 00:00+0000/' "$pot" >"$pot.new"
mv "$pot.new" "$pot"
[ $# = 0 ] || exit 0

for language in az kk ru en; do
    [ -e translations/$language/LC_MESSAGES/mou_desktop.po ] ||
        pybabel init -D mou_desktop -i "$pot" -d translations -l $language
done
pybabel update -D mou_desktop -i "$pot" -d translations --no-fuzzy-matching --ignore-obsolete
pybabel compile -D mou_desktop -d translations

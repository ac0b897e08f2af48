"""Prints the table `computed` of resources/examples/memorandum.toml, as the grammar has it now."""

import json
from dataclasses import replace

from mou_desktop.render import forms
from mou_desktop.render.assemble import alternats, render_all
from mou_desktop.store import examples

if __name__ == "__main__":
    example = replace(examples.load("memorandum"), computed={})
    documents = list(render_all(example).values())
    kept = forms.keep(example, [*documents, *alternats(example, documents)])
    for path, by_key in kept.computed.items():
        for by_form in by_key.values():
            for form, found in by_form.items():
                doubt = "" if found.sure else "  # unsure"
                print(f'"{path}#{form}" = {json.dumps(found.text, ensure_ascii=False)}{doubt}')

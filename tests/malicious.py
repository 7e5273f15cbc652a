"""Records whose every text is an attack, and the same records with harmless texts."""

import json
import shutil
from itertools import count

from senrei.model.record import ABSENCES
from senrei.source.schema import ANY, load_schemas
from senrei.source.yaml_text import parse_yaml

LIVE = "__live__"  # what a payload would set if anything ran it
PAYLOADS = (
    f"<img src=x onerror=window.{LIVE}=1>",
    f"<script>window.{LIVE}=1</script>",
    f'"><svg onload=window.{LIVE}=1>',
    f"'><iframe srcdoc='<script>parent.{LIVE}=1</script>'></iframe>",
    f"]]></style></title></textarea></pre><script>alert('{LIVE}')</script><!--",
    f"[押す](javascript:window.{LIVE}=1)",
    f"![x](http://evil.example/{LIVE}.png)",
    "<http://evil.example/> <a href=javascript:alert(1)>押す</a>",
    "<link rel=stylesheet href=//evil.example/x.css><base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example/>",
    "{{ 7*7 }} {% for x in ().__class__.__mro__ %}{{ x }}{% endfor %} {# x #}",
    "${7*7} #{7*7} <%= 7*7 %> {{{raw}}}",
    "--8<-- mkdocs.yml",
    "=cmd|'/c calc'!A1",
    "%3Cscript%3Ealert(1)%3C/script%3E &lt;script&gt;alert(1)&lt;/script&gt; &#x3C;b>",
    "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>",
)
ALL = " ".join(PAYLOADS)
HARMLESS = str.maketrans(dict.fromkeys("<>\"'&{}[]()=!`#%$|*/\\:;.,?@+-", "x"))

# Texts that are no sentences: they point to something inside the record, or are read as dates.
POINTING = {
    "same_as", "matters", "system", "party", "from", "to", "in", "places", "recorded_as",
    "not_demanded",
}  # fmt: skip


def malicious_project(source, folder, *, harmless=False, one_each=False):
    """Copy a project's records and put every attack, or one each, into every free text.

    The harmless twin bears texts of the same width. Gives the paths of the fields that bear any.
    """
    shutil.copytree(source / "records", folder / "records")
    schemas = load_schemas(folder / "schemas")
    attack = _Attack(harmless=harmless, one_each=one_each)
    for file in sorted((folder / "records").rglob("*.yml")):
        schema = schemas.for_file(file.relative_to(folder / "records").as_posix())
        data = attack.everywhere(schema, parse_yaml(file.read_bytes(), "x")[0].data)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return attack.fields


class _Attack:
    def __init__(self, *, harmless, one_each):
        self.fields = set()
        self._harmless, self._one_each = harmless, one_each
        self._numbers = count(1)

    def everywhere(self, schema, data, pointer=()):
        if isinstance(data, dict):
            return {
                key: self.everywhere(schema, part, (*pointer, key)) for key, part in data.items()
            }
        if isinstance(data, list):
            return [self.everywhere(schema, part, (*pointer, n)) for n, part in enumerate(data)]
        return self._on(schema, pointer, data) if isinstance(data, str) else data

    def _on(self, schema, pointer, text):
        field = schema.field_at(pointer)
        name = next(step for step in reversed(pointer) if isinstance(step, str))
        rules = schema.resolve(field.schema.get("else", field.schema))
        number = next(self._numbers)
        payload = PAYLOADS[number % len(PAYLOADS)] if self._one_each else ALL
        if name == "where":
            said = f"{text} {payload}"
        elif name in POINTING or text in ABSENCES or _is_bound(field, rules):
            return text
        else:
            said = f"{payload} {number:05}"
        self.fields.add(
            (schema.name, *(ANY if isinstance(step, int) else step for step in pointer))
        )
        said = said.translate(HARMLESS) if self._harmless else said
        return said[: rules.get("maxLength", len(said))]


def _is_bound(field, rules):
    return (
        rules.get("type") != "string"
        or any(word in rules for word in ("enum", "pattern", "const"))
        or any(word in {**field.schema, **rules} for word in ("x-ref", "x-declares", "x-aliases"))
    )

"""Cases that nobody would think of: drawn from the schema, then made to agree with themselves."""

from hypothesis import strategies as st

DATES = {
    "2022-07-13": "令和4年7月13日",
    "2022-07": "令和4年7月",
    "2022": "令和4年",
    "FY2022": "令和4年度",
}  # any two of them overlap, so that every span runs forward
TEXTS = ("あ", "資料の文です。", "A & B <i>", "きわめて長い名前の施設管理運営業務")
FITTING = {
    "where": "1",
    "reading": "よみ",
    "recorded_as": "purpose",
    "url": "https://example.org/a",
    "sha256": "0" * 64,
}
ID = "sakura-r04-1"


def cases(schema, catalog):
    """Draw the data of a case that points only to records that there are."""
    return _Drawing(schema, catalog).of(schema.contents).map(lambda data: _agreeing(data, catalog))


class _Drawing:
    def __init__(self, schema, catalog):
        self._schema, self._catalog = schema, catalog

    def of(self, node, name=""):
        node = self._schema.resolve(node)
        if "if" in node:
            return self.of(node["then"], name) | self.of(node["else"], name)
        words = [node["const"]] if "const" in node else node.get("enum", ())
        if "x-ref" in node:
            words = list(self._catalog.of_kind(node["x-ref"])) or ["nowhere"]
            words += node.get("x-absences", ())
        if words:
            return st.sampled_from(words)
        return {
            "object": self._object,
            "array": self._array,
            "integer": lambda node, _: st.integers(node.get("minimum", 0), 3000),
            "boolean": lambda *_: st.booleans(),
        }.get(node["type"], _text)(node, name)

    def _array(self, node, name):
        least = node.get("minItems", 0)
        unique = repr if node.get("uniqueItems") else None
        entries = self.of(node["items"], name)
        return st.lists(entries, min_size=least, max_size=max(2, least), unique_by=unique)

    def _object(self, node, _):
        if {"value", "as_written", "part"} == node["properties"].keys():
            dates = [{"value": value, "as_written": said} for value, said in DATES.items()]
            return st.sampled_from(dates).map(dict)
        demanded = {key for key, part in node["properties"].items() if "x-demanded" in part}
        required = demanded | set(node.get("required", ()))
        parts = {key: self.of(part, key) for key, part in node["properties"].items()}
        return st.fixed_dictionaries(
            {key: part for key, part in parts.items() if key in required},
            optional={key: part for key, part in parts.items() if key not in required},
        )


def _text(node, name):
    if name in FITTING:
        return st.just(FITTING[name])
    if "pattern" in node:
        return st.sampled_from(("a", "b-1"))
    return st.sampled_from([text[: node.get("maxLength", 200)] for text in TEXTS])


def _agreeing(case, catalog):
    """Give inner ids their names, inner pointers their targets, and marks their reasons."""
    case |= {"id": ID, "aliases": ["former-one"]}
    case.pop("standing", None)
    case["legal_regime"] = "ward_ordinance"
    for number, act in enumerate(case["acts"]):
        _agreeing_act(act, number, catalog)
    _name(case["matters"])
    matters = [matter["id"] for matter in case["matters"]]
    systems = _name(case["systems"])
    for index, matter in enumerate(case["matters"]):
        _agreeing_matter(matter, matters[0] if index else None, catalog)
    if isinstance(case["data_flow"], dict):
        _agreeing_flow(case["data_flow"])
    _count(case)
    _point(case, matters, systems)
    for number, section in enumerate(_sections(case)):
        section["at"] = str(number + 1)
        section.pop("recorded_as", None)
        section["nothing_because"] = "ほかの見出しと同じ内容です。"
    return case


def _agreeing_act(act, number, catalog):
    """Let one act of several be the principal one, each before a body of the meeting."""
    act.pop("principal", None)
    if number == 1:
        act["principal"] = True
    if act["meeting"] not in {"unstated", "does_not_apply"}:
        meeting = next(iter(catalog.of_kind("meeting").values()))
        act |= {"meeting": meeting.id, "body": meeting.body}
        act.pop("date", None)
    else:
        act["date"] = {"value": "2022-07", "as_written": DATES["2022-07"]}
    if isinstance(act["outcome"], dict):
        act["outcome"].pop("date", None)
        act["outcome"].setdefault("conditions", "unstated")
        if isinstance(act["outcome"]["conditions"], list):
            act["outcome"]["result"] = "approved_with_conditions"


def _agreeing_matter(matter, same_as, catalog):
    entrusts = catalog.of_kind("matter-type")[matter["type"]].entrusts
    if entrusts and matter["contractors"] in ("none", "does_not_apply"):
        matter["contractors"] = "unstated"
    for group in _listed(matter["data_items"]):
        if same_as and group.get("same_as"):
            group.pop("items", None)
            group["same_as"] = same_as
        else:
            group.pop("same_as", None)
            group.setdefault("items", [{"as_written": "氏名", "term": _any(catalog, "data-item")}])
    for provision in _listed(matter.get("provisions", [])):
        _agreeing_provision(provision, same_as)
    for group in _listed(matter["controls"]):
        for entry in group["entries"]:
            _agreeing_entry(entry)
    for volume in _listed(matter["volumes"]):
        volume["value"] = volume.pop("min", 0) or volume.pop("max", 0) or 1
        volume.pop("max", None)
    for claim in _claims(matter):
        if claim["status"] == "held":
            claim["basis"] = "登録番号が書かれています。"


def _agreeing_provision(provision, same_as):
    if same_as and provision.get("same_as"):
        provision.pop("items", None)
        provision["same_as"] = same_as
    else:
        provision.pop("same_as", None)
        provision.setdefault("items", "unstated")


def _agreeing_entry(entry):
    entry.pop("reason", None)
    if entry.get("mark") == "dash":
        entry["reason"] = "該当するデータがないため"
    if "row" not in entry:
        entry.pop("also", None)


def _agreeing_flow(flow):
    flow.pop("confirmed", None)
    parties, nodes = _name(flow["parties"]), _name(flow["nodes"])
    versions = _name(flow.get("versions", []))
    for number, node in enumerate(flow["nodes"]):
        node["party"] = parties[number % len(parties)]
        _versions(node, versions)
    for number, step in enumerate(flow["flows"]):
        step["step"] = number + 1
        step["from"], step["to"] = nodes[number % len(nodes)], nodes[(number + 1) % len(nodes)]
        step.pop("change", None)
        _versions(step, versions)
        ends = {step["from"], step["to"]}
        if any(node["id"] in ends and "in" in node for node in flow["nodes"]):
            step["in"] = versions[-1:]
        elif versions and number == 1:
            step |= {"in": versions[:1], "change": "removed"}


def _count(data):
    """Let every number of a period of keeping have its unit."""
    if isinstance(data, list):
        for part in data:
            _count(part)
    if isinstance(data, dict):
        kept = data.get("retention", {})
        if "value" in kept:
            kept["unit"] = "year"
        else:
            kept.pop("unit", None)
        for part in data.values():
            _count(part)


def _versions(part, versions):
    if "in" in part:
        part.pop("in")
        if versions:
            part["in"] = versions[-1:]


def _point(data, matters, systems):
    """Let every pointer to a matter or a system lead somewhere, or take it away."""
    if isinstance(data, list):
        for part in data:
            _point(part, matters, systems)
    if isinstance(data, dict):
        if isinstance(data.get("matters"), list) and "brief" not in data:
            data["matters"] = matters[-1:]
        if "system" in data and not systems:
            del data["system"]
        elif "system" in data:
            data["system"] = systems[0]
        if data.get("case") or data.get("by") == "nowhere":
            data.pop("case", None)
        for part in data.values():
            _point(part, matters, systems)


def _name(entries):
    for number, entry in enumerate(_listed(entries)):
        entry["id"] = f"part-{number}"
    return [entry["id"] for entry in _listed(entries)]


def _listed(data):
    return data if isinstance(data, list) else []


def _sections(case):
    return [section for source in case["sources"] for section in source["sections"]]


def _claims(data):
    if isinstance(data, dict):
        if "mark" in data and "status" in data:
            yield data
        for part in data.values():
            yield from _claims(part)
    elif isinstance(data, list):
        for part in data:
            yield from _claims(part)


def _any(catalog, kind):
    return next(iter(catalog.of_kind(kind)))

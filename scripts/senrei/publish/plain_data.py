"""Values of records as plain data: references become id and label, what is unstated null."""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.data_flow import RENAMED
from senrei.model.dates import Date
from senrei.model.record import DOES_NOT_APPLY, NONE, Listed, Stated, inapplicable
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kind
    from senrei.model.words import KindId
    from senrei.source.schema import FieldPath, Schemas

SCHEMA_VERSION = "1.0"


class PlainData:
    """Turns values of records into what JSON can say."""

    def __init__(self, catalog: Catalog, schemas: Schemas) -> None:
        self.catalog = catalog
        self._unpublished = {
            (name, path)
            for name, schema in schemas.by_name.items()
            for _, path in schema.paths_with("x-unpublished")
        }

    def named(self, kind: KindId, entry_id: str) -> dict[str, str]:
        """Return a record as id and label."""
        return {"id": entry_id, "label": self.catalog.label(kind, entry_id)}

    def of(self, value: Any, path: FieldPath, kind: Kind) -> Any:
        """Return a value as plain data; a text at a reference's path becomes id and label.

        `path` is where the value stands in the schema of the kind.
        """
        value = value.value if isinstance(value, Stated) else value
        match value:
            case Date():
                return {**asdict(value), "precision": str(value.precision)}
            case Listed() if value.absence:
                return [] if value.absence == NONE else None
            case Listed() | tuple():
                return [self.of(part, (*path, ANY), kind) for part in value] or None
            case str() if path in kind.references:
                return self.named(kind.references[path], value)
            case _ if is_dataclass(value):
                renamed = RENAMED.get(type(value), {})
                keys = {field.name: renamed.get(field.name, field.name) for field in fields(value)}
                plain = {
                    key: self.of(getattr(value, name), (*path, key), kind)
                    for name, key in keys.items()
                    if (kind.schema, (*path, key)) not in self._unpublished
                }
                out = [keys[name] for name in inapplicable(value)]
                return plain | ({DOES_NOT_APPLY: out} if out else {})
            case _:
                return value

"""Measures of an overview in px, for wide screens, for phones, and for two side by side."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    """Widths of what stands side by side; heights are the same in both forms."""

    width: float
    margin: float
    head: float
    inset: float
    node: float
    node_least: float
    icon: float
    nodes_in_row: int
    between_nodes: float
    beside_line: float
    line_pitch: float
    port: float
    tag_port: float
    label_sizes: tuple[float, ...]
    party_sizes: tuple[float, ...]

    @property
    def left(self) -> float:
        """Left edge of the room for nodes."""
        return self.margin + self.head + 4 + self.inset

    @property
    def right(self) -> float:
        """Right edge of the room for nodes."""
        return self.width - self.margin - self.inset


WIDE_SIZES = Sizes(
    width=800.0,
    margin=8.0,
    head=82.0,
    inset=12.0,
    node=146.0,
    node_least=112.0,
    icon=28.0,
    nodes_in_row=4,
    between_nodes=24.0,
    beside_line=7.0,
    line_pitch=16.0,
    port=22.0,
    tag_port=30.0,
    label_sizes=(12.0, 11.5, 11.0, 10.5, 10.0),
    party_sizes=(12.5, 12.0, 11.0, 10.5),
)
HALF_SIZES = replace(
    WIDE_SIZES,
    width=560.0,
    head=62.0,
    inset=8.0,
    node=128.0,
    node_least=100.0,
    icon=24.0,
    nodes_in_row=3,
    between_nodes=18.0,
    party_sizes=(11.5, 11.0, 10.5),
)
PHONE_SIZES = Sizes(
    width=360.0,
    margin=6.0,
    head=46.0,
    inset=6.0,
    node=104.0,
    node_least=84.0,
    icon=20.0,
    nodes_in_row=2,
    between_nodes=12.0,
    beside_line=5.0,
    line_pitch=14.0,
    port=20.0,
    tag_port=28.0,
    label_sizes=(11.0, 10.5, 10.0, 9.5),
    party_sizes=(10.5, 10.0, 9.5),
)

"""The level pieces of the lines between two rows: which lies above which, and how many levels."""

from collections.abc import Sequence
from itertools import permutations

STRAIGHT = 0.05  # px; a line that is off by less is drawn straight
_TOO_NEAR = 7.0
_ON_EACH_OTHER = 50
_EXACT = 5
_BESIDE = 9.0

Ends = tuple[float, float]  # where a line comes from the row above, and where it goes below


def levels(legs: Sequence[Ends]) -> tuple[int | None, ...]:
    """Level of every line from 0 downward; None: straight. Lines far apart share a level."""
    bent = [at for at, (top, bottom) in enumerate(legs) if abs(top - bottom) > STRAIGHT]
    order = _order([legs[at] for at in bent])
    level: dict[int, int] = {}
    for place in order:
        at = bent[place]
        over = [level[other] + 1 for other in level if _meet(legs[other], legs[at])]
        level[at] = max(over, default=0)
    return tuple(level.get(at) for at in range(len(legs)))


def _order(bent: Sequence[Ends]) -> tuple[int, ...]:
    """Order from top to bottom with the fewest crossings, by number."""
    cost = [[_cost(one, other) for other in bent] for one in bent]
    if len(bent) <= _EXACT:
        return min(permutations(range(len(bent))), key=lambda order: _total(cost, order))
    order: list[int] = []
    for at in sorted(range(len(bent)), key=lambda at: _first_guess(bent[at])):
        order = _inserted(cost, order, at)
    improved = True
    while improved:
        before = _total(cost, order)
        for at in range(len(bent)):
            rest = [one for one in order if one != at]
            tried = _inserted(cost, rest, at)
            if _total(cost, tried) < _total(cost, order):
                order = tried
        improved = _total(cost, order) < before
    return tuple(order)


def _first_guess(ends: Ends) -> tuple[bool, float]:
    top, bottom = ends
    return (True, -top) if bottom > top else (False, top)


def _inserted(cost: list[list[int]], order: list[int], at: int) -> list[int]:
    tries = [[*order[:spot], at, *order[spot:]] for spot in range(len(order) + 1)]
    return min(tries, key=lambda tried: _total(cost, tried))


def _total(cost: list[list[int]], order: Sequence[int]) -> int:
    return sum(cost[one][other] for at, one in enumerate(order) for other in order[at + 1 :])


def _cost(upper: Ends, lower: Ends) -> int:
    """Crossings when one lies above the other, and much if they would lie on each other."""
    if not _meet(upper, lower):
        return 0
    upper_bottom, lower_top = upper[1], lower[0]
    crossed = _between(lower_top, upper) + _between(upper_bottom, lower)
    near = abs(upper_bottom - lower_top) < _TOO_NEAR
    return crossed + (_ON_EACH_OTHER if near else 0)


def _between(x: float, ends: Ends) -> bool:
    return min(ends) < x < max(ends)


def _meet(one: Ends, other: Ends) -> bool:
    return max(min(one), min(other)) < min(max(one), max(other)) + _BESIDE

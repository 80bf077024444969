"""Linear expressions, and the neutral ``Problem`` every solver, test and explanation reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


class Linear:
    """A linear expression ``Σ coefficient·variable + constant`` over variable numbers.

    Small and mutable on purpose: a model of 200 activities has some hundred thousand terms.
    """

    __slots__ = ("constant", "terms")

    def __init__(self, terms: Mapping[int, float] | None = None, constant: float = 0.0) -> None:
        self.terms: dict[int, float] = dict(terms) if terms else {}
        self.constant = constant

    def add(self, other: "Linear", factor: float = 1.0) -> "Linear":
        """Add ``factor × other`` in place and return this expression."""
        for variable, coefficient in other.terms.items():
            total = self.terms.get(variable, 0.0) + factor * coefficient
            if total == 0.0:
                self.terms.pop(variable, None)
            else:
                self.terms[variable] = total
        self.constant += factor * other.constant
        return self

    def __add__(self, other: "Linear") -> "Linear":
        return Linear(self.terms, self.constant).add(other)

    def __sub__(self, other: "Linear") -> "Linear":
        return Linear(self.terms, self.constant).add(other, -1.0)

    def __mul__(self, factor: float) -> "Linear":
        return Linear().add(self, factor)

    @property
    def is_constant(self) -> bool:
        """Whether no variable is left."""
        return not self.terms

    def at(self, values: Sequence[float]) -> float:
        """Return the value of the expression where the variables have these values."""
        return self.constant + sum(c * values[v] for v, c in self.terms.items())


def total(expressions: Iterable[Linear]) -> Linear:
    """Return the sum of expressions."""
    result = Linear()
    for expression in expressions:
        result.add(expression)
    return result


@dataclass(frozen=True, slots=True, order=True)
class Clause:
    """The rule of the planner that a row stands for: its code and what it is about.

    A row without a clause is plumbing (it defines a variable) and is never given as a reason.
    """

    rule: str
    key: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One constraint ``lower <= Σ coefficient·variable <= upper``."""

    name: str
    terms: Mapping[int, float]
    lower: float | None
    upper: float | None
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective of the lexicographic order.

    ``unit`` is what one unit of the value is worth outside the model: 1 for points, the money
    unit for rupiah.
    """

    name: str
    maximise: bool
    expression: Linear
    unit: float = 1.0

    def kept(self, name: str, value: float, noise: float) -> Row:
        """Return the row that keeps the objective as good as a value.

        Parameters
        ----------
        value
            Value of the objective, in the problem's units.
        noise
            How much may be lost to floating-point noise, as share of what variables decide.
        """
        limit = value - self.expression.constant
        slack = noise * max(1.0, abs(limit))
        return Row(
            name,
            self.expression.terms,
            limit - slack if self.maximise else None,
            None if self.maximise else limit + slack,
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """A mixed-integer linear problem with named rows and columns, in a fixed order.

    Attributes
    ----------
    names, lower, upper, integer
        Columns. An upper bound of ``None`` means none.
    rows
        Constraints.
    objectives
        From the most to the least important.
    """

    names: tuple[str, ...]
    lower: tuple[float, ...]
    upper: tuple[float | None, ...]
    integer: tuple[bool, ...]
    rows: tuple[Row, ...]
    objectives: tuple[Objective, ...]
    index: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        index = {name: number for number, name in enumerate(self.names)}
        if len(index) != len(self.names):
            message = "two columns share a name"
            raise ValueError(message)
        object.__setattr__(self, "index", index)

    @property
    def size(self) -> dict[str, int]:
        """Numbers of columns, integer columns, rows and nonzeros."""
        return {
            "kolom": len(self.names),
            "kolom_bulat": sum(self.integer),
            "baris": len(self.rows),
            "unsur": sum(len(row.terms) for row in self.rows),
        }

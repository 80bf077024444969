"""Numbers, money, dates and lists as an Indonesian reader writes them: the one place for it."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.dates import format_date
from num2words import num2words

type Number = int | float | Decimal | Fraction

_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ONE_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_NO_CENTS = re.compile(r"(?<=\d),-$")  # as on receipts: Rp1.500.000,-
_MONTHS = {
    name: month
    for month, names in enumerate(
        ("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu aug agt", "sep", "okt oct",
         "nov nop", "des dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})[/-](?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}}) (?P<name>(?:{'|'.join(_MONTHS)})[a-z]*) (?P<y3>\d{{4}})"
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


class NotANumberError(ValueError):
    """The text is no number in any notation that is read here."""


class AmbiguousNumberError(ValueError):
    """The text can be read in two ways (``1.500``: seribu lima ratus, or satu setengah).

    Attributes
    ----------
    readings
        Both readings.
    """

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        self.readings = readings
        super().__init__(text)


def half_up(value: Number, decimals: int = 0) -> Decimal:
    """Round half away from zero to so many decimals, exactly."""
    if isinstance(value, Fraction):
        scaled = value * 10**decimals
        sign = -1 if scaled < 0 else 1
        whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        return (Decimal(sign * whole)).scaleb(-decimals)
    exact = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(value)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: Number, decimals: int | None = None) -> str:
    """Write a number with points between thousands and a decimal comma.

    Parameters
    ----------
    value
        The number.
    decimals
        Fixed number of decimals; ``None`` keeps up to two and drops trailing zeros.
    """
    rounded = half_up(value, 2 if decimals is None else decimals)
    text = f"{rounded:,f}".translate(str.maketrans(",.", ".,"))
    if decimals is None and "," in text:
        text = text.rstrip("0").rstrip(",")
    return "0" if text == "-0" else text


def percent(share: Number, decimals: int = 1) -> str:
    """Write a fraction as a percentage: ``0.153`` → ``15,3 %``."""
    scaled = share * 100 if not isinstance(share, float) else Decimal(repr(float(share))) * 100
    return f"{number(scaled, decimals)} %"


def rupiah(amount: Number) -> str:
    """Write whole rupiah: ``1500000`` → ``Rp1.500.000``."""
    whole = half_up(amount)
    return f"{'-' if whole < 0 else ''}Rp{number(abs(whole), 0)}"


def rupiah_short(amount: Number) -> str:
    """Write rupiah in the largest fitting scale: ``1536000000`` → ``Rp1,54 miliar``.

    What rounds to a thousand of a scale is one of the next: ``999999999`` → ``Rp1 miliar``.
    """
    whole = half_up(amount)
    for size, word in _SCALES:
        if abs(whole) >= size or (size > _SCALES[-1][0] and _rounds_up_to(abs(whole), size)):
            sign = "-" if whole < 0 else ""
            return f"{sign}Rp{number(abs(whole) / size)} {word}"
    return rupiah(amount)


def _rounds_up_to(whole: Decimal, size: int) -> bool:
    return half_up(whole / (size // 1000), 2) >= 1000


def tanggal(day: date) -> str:
    """Write a date: ``14 November 2023``."""
    return str(format_date(day, "d MMMM y", locale="id"))


def parse_tanggal(text: str) -> date:
    """Read a date: ``31 Maret 2026``, ``2026-03-31``, or ``31/3/2026`` (the day first).

    Raises
    ------
    ValueError
        If the text is no date in one of these notations.
    """
    found = _DAY.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        raise ValueError(text)
    parts = found.groupdict()
    month = parts["name"]
    return date(
        int(parts["y1"] or parts["y2"] or parts["y3"]),
        _MONTHS[month[:3]] if month else int(parts["m1"] or parts["m2"]),
        int(parts["d1"] or parts["d2"] or parts["d3"]),
    )


def terbilang(amount: int) -> str:
    """Write a whole number in words: ``1500`` → ``seribu lima ratus``."""
    if amount < 0:
        return f"minus {terbilang(-amount)}"
    words = str(num2words(amount, lang="id"))
    # num2words says "satu ribu"; Indonesian contracts only the thousand itself.
    words = re.sub(r"(?<!puluh )(?<!ratus )(?<!belas )\bsatu ribu\b", "seribu", words)
    return " ".join(words.split())


def join(words: Sequence[str]) -> str:
    """Join names as a sentence does: ``a``, ``a dan b``, ``a, b, dan c``."""
    if len(words) <= 1:
        return "".join(words)
    if len(words) == 2:
        return f"{words[0]} dan {words[1]}"
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def parse_number(text: str, *, maximum: Decimal | None = None, whole: bool = False) -> Decimal:
    """Read a number written in the files' notation (``1234.5``) or the Indonesian one.

    Parameters
    ----------
    text
        ``1234.5``, ``1.234,5``, ``1.500.000``, ``Rp 1.500.000`` or ``Rp1.500.000,-``.
    maximum
        The largest value that makes sense here; a reading above it is not considered.
    whole
        Whether only whole numbers make sense here, as for rupiah.

    Raises
    ------
    AmbiguousNumberError
        If two readings remain (``1.500`` as a volume).
    NotANumberError
        If none is left.
    """
    bare = re.sub(r"^Rp\.?\s*", "", text.strip(), flags=re.IGNORECASE).replace("\u00a0", "")
    bare = _NO_CENTS.sub("", bare)
    if _ONE_GROUP.fullmatch(bare):
        thousands = Decimal(re.sub(r"[.,]", "", bare))
        fraction = Decimal(bare.replace(",", "."))
        readings = [
            reading
            for reading in (thousands, fraction)
            if (maximum is None or reading <= maximum)
            and not (whole and reading != reading.to_integral_value())
        ]
        if len(readings) == 2:
            raise AmbiguousNumberError(text, (thousands, fraction))
        if readings:
            return readings[0]
        return fraction
    if _PLAIN.fullmatch(bare):
        return Decimal(bare)
    if _GROUPED.fullmatch(bare) or _COMMA.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    raise NotANumberError(text)


def plain_number(value: Decimal | int | Fraction) -> str:
    """Write a number for a data file: decimal point, no grouping, never ambiguous to read back.

    A value such as ``1.125`` is written ``1.1250``, because ``1.125`` could be read as 1125.
    """
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{Decimal(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if _ONE_GROUP.fullmatch(text):
        text += "0"
    return "0" if text in {"-0", ""} else text

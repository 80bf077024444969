"""The command line's own words in Indonesian: headings, help, mistakes in typing."""

import re
from collections.abc import Iterable
from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from kla_plan.findings import did_you_mean

HELP = "Tampilkan bantuan ini."
_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Masukan",
    "OPTIONS_PANEL_TITLE": "Opsi",
    "COMMANDS_PANEL_TITLE": "Perintah",
    "ERRORS_PANEL_TITLE": "Kesalahan",
    "REQUIRED_LONG_STRING": "[wajib]",
    "DEFAULT_STRING": "[bawaan: {}]",
    "ABORTED_TEXT": "Dibatalkan.",
}


class Command(TyperCommand):
    """A command that explains itself in Indonesian, without the types of a programmer."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, each showing what to write or nothing at all."""
        return [_untyped(parameter) for parameter in super().get_params(ctx)]

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows this help."""
        return _explained(super().get_help_option(ctx))


class Group(TyperGroup):
    """The list of commands, which explains itself in Indonesian."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, each showing what to write or nothing at all."""
        return [_untyped(parameter) for parameter in super().get_params(ctx)]

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows this help."""
        return _explained(super().get_help_option(ctx))


def _usage(text: str) -> str:
    return text.replace("Usage:", "Pemakaian:", 1)


def _untyped(parameter: Any) -> Any:
    """Hide the type of what has a name of its own, or is a switch."""
    if parameter.param_type_name == "argument" or parameter.metavar is None:
        parameter.display_type_rich = lambda ctx: None  # noqa: ARG005 - the name is typer's
    return parameter


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = HELP
    return option


def speak_indonesian() -> None:
    """Set the headings of the help screens."""
    for name, words in _WORDS.items():
        setattr(rich_utils, name, words)


def mistake(error: Exception, commands: Iterable[str] = ()) -> str:
    """Say in Indonesian what is wrong with the command line; empty if help was shown instead.

    Parameters
    ----------
    commands
        Names of the commands, for a hint at the one that was meant.
    """
    if type(error).__name__ == "NoArgsIsHelpError":
        return ""
    message = str(getattr(error, "message", error))
    quoted = re.findall(r"'([^']*)'", message)
    named = _name(error) or (quoted[0] if quoted else "")
    for pattern, words in _MISTAKES:
        if re.search(pattern, message) or re.search(pattern, type(error).__name__):
            hint = _hint(getattr(error, "possibilities", None))
            if pattern == "No such command":
                hint = did_you_mean(named, commands)
            return words.format(name=named, message=message) + hint
    return f"Perintah tidak dapat dipahami: {message}"


_MISTAKES = (
    ("NoSuchOption", "Opsi {name} tidak dikenal."),
    ("No such command", "Perintah {name} tidak dikenal."),
    ("Missing command", "Perintah belum ditulis."),
    ("MissingParameter", "{name} wajib diisi."),
    ("requires an argument", "Opsi {name} memerlukan nilai."),
    ("does not take a value", "Opsi {name} tidak memerlukan nilai."),
    ("unexpected extra argument", "Ada masukan yang berlebih: {message}."),
    ("valid integer", "Nilai {name} harus bilangan bulat."),
    ("valid (number|float)", "Nilai {name} harus bilangan."),
    ("BadParameter", "Nilai {name} tidak sah: {message}"),
)


def _name(error: Exception) -> str:
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(parameter.metavar or parameter.name).upper()
    return str(parameter.opts[-1])


def _hint(possibilities: Any) -> str:
    names = sorted(possibilities or ())
    return f" Apakah maksud Anda {' atau '.join(names)}?" if names else ""

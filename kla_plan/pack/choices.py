"""The drop-down of a column that takes one of a few words."""

from kla_plan.schema import Column, Kind


def choice_list(column: Column) -> dict[str, object]:
    """Return the rule in the words of xlsxwriter's ``data_validation``; empty where any text goes.

    Flags are ``ya`` or ``tidak``.
    """
    choices = ("ya", "tidak") if column.kind is Kind.FLAG else column.choices
    if not choices:
        return {}
    return {
        "validate": "list",
        "source": list(choices),
        "error_title": "Pilihan tidak dikenal",
        "error_message": f"Pilih: {', '.join(choices)}.",
    }

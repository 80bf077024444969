"""Verbs whose libraries take seconds to load: loaded when they are first called, in a thread."""

import importlib
from collections.abc import Callable
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """Return a verb of a module that is loaded no sooner than the verb is called."""

    def call(*args: Any, **settings: Any) -> Any:
        return getattr(importlib.import_module(module), name)(*args, **settings)

    return call

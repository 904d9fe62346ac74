"""Many documents: sources → OUT, over processes, building only what is new.

`run(names, out, options) -> Report`. The result depends on nothing but the documents and the options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.run.driver import Options, run
    from kg.run.report import Report

__all__ = ["Options", "Report", "run"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `kg extract` uses the limits of this package and waits for none of the rest.
    if name not in __all__:
        raise AttributeError(f"module 'kg.run' has no attribute {name!r}")
    from kg.run import driver  # noqa: PLC0415

    return getattr(driver, name)

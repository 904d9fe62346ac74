"""Many documents: sources → OUT, over processes, building only what is new.

`run(names, out, options) -> Report`. The result depends on nothing but the documents and the options.
"""

from kg.run.driver import Options, run
from kg.run.report import Report, Tally

__all__ = ["Options", "Report", "Tally", "run"]

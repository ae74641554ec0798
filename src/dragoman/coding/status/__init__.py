"""Status of an act, composed along the chain of words that embed its predicate.

"refused to agree to release": from the act outwards each word may change the status; how two of them
join is the table ``composition`` of ``codebook/operators.yaml``.
"""

from dragoman.coding.status.chain import Chain
from dragoman.coding.status.reader import StatusReader

__all__ = ["Chain", "StatusReader"]

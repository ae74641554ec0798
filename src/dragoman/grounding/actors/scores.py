"""How sure each kind of evidence makes a reading (0..1): an order set by judgement, not calibrated frequencies."""

NAMED, TITLED, SHORT, BY_CONTEXT, DESCRIBED, GUESSED = 0.97, 0.9, 0.88, 0.6, 0.7, 0.5

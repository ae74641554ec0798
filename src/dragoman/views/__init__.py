"""Answers made of records: explanations, briefs, calendars, disagreements, dyads. Pure: no SQL, no printing."""

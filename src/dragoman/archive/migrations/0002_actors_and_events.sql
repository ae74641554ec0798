-- Schema 2: actors across articles, events over claims, and wire copies.
-- Only actor_merges and actor_merge_undos hold decisions; everything else here can be rebuilt.

CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sectors TEXT NOT NULL,                      -- PLOVER sector codes, joined by ' '
    origin TEXT NOT NULL CHECK (origin IN ('reports', 'given')),
    identity TEXT NOT NULL                      -- the actor this one counts as after merges; itself if none
) WITHOUT ROWID;
CREATE INDEX actors_identity ON actors (identity);

CREATE TABLE actor_names (
    actor_id TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,                  -- folded words for filtering
    PRIMARY KEY (actor_id, name)
) WITHOUT ROWID;

CREATE TABLE offices (
    id INTEGER PRIMARY KEY,
    actor_id TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    affiliation TEXT,
    country TEXT,
    as_of TEXT,
    article_id TEXT,                            -- the evidence: this article …
    span_start INTEGER,                         -- … from this character
    span_end INTEGER                            -- … up to this one
);
-- NULLs count as different in a UNIQUE constraint, hence the expressions.
CREATE UNIQUE INDEX offices_once ON offices (
    actor_id, title, ifnull(affiliation, ''), ifnull(country, ''), ifnull(as_of, ''),
    ifnull(article_id, ''), ifnull(span_start, -1), ifnull(span_end, -1)
);
CREATE INDEX offices_article ON offices (article_id);

CREATE TABLE actor_merges (
    id INTEGER PRIMARY KEY,
    kept TEXT NOT NULL,
    other TEXT NOT NULL,
    by TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TABLE actor_merge_undos (
    merge_id INTEGER PRIMARY KEY REFERENCES actor_merges (id),
    by TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TRIGGER actor_merges_keep BEFORE DELETE ON actor_merges BEGIN
    SELECT RAISE (ABORT, 'merges are append-only; undo them instead');
END;
CREATE TRIGGER actor_merges_fixed BEFORE UPDATE ON actor_merges BEGIN
    SELECT RAISE (ABORT, 'merges are append-only; undo them instead');
END;
CREATE TRIGGER actor_merge_undos_keep BEFORE DELETE ON actor_merge_undos BEGIN
    SELECT RAISE (ABORT, 'merges are append-only');
END;
CREATE TRIGGER actor_merge_undos_fixed BEFORE UPDATE ON actor_merge_undos BEGIN
    SELECT RAISE (ABORT, 'merges are append-only');
END;

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    plover TEXT NOT NULL,
    act TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    start_day TEXT,
    end_day TEXT,
    granularity TEXT,
    place TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    place_search TEXT,
    claim_count INTEGER NOT NULL,
    report_count INTEGER NOT NULL,
    independent_sources INTEGER NOT NULL,
    conflict_count INTEGER NOT NULL,
    denied INTEGER NOT NULL,
    first_report TEXT,
    last_report TEXT,
    confidence REAL NOT NULL,
    json TEXT NOT NULL                          -- the whole event, losslessly
) WITHOUT ROWID;
CREATE INDEX events_day ON events (start_day, end_day);
CREATE INDEX events_type ON events (plover, status);

CREATE TABLE event_claims (
    claim_row INTEGER PRIMARY KEY REFERENCES claims (row),
    claim_id TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX event_claims_event ON event_claims (event_id, position);
CREATE INDEX event_claims_claim ON event_claims (claim_id);

CREATE TABLE event_parties (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'denier')),
    position INTEGER NOT NULL,
    party TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (event_id, role, position)
) WITHOUT ROWID;

CREATE TABLE event_numbers (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    counted TEXT NOT NULL,
    low REAL,
    best REAL,
    high REAL,
    PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE event_history (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    on_day TEXT,
    according_to TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE event_conflicts (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    claim_ids TEXT NOT NULL,                    -- joined by ' '
    note TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE wire_copies (
    article_id TEXT PRIMARY KEY REFERENCES articles (id),
    group_id TEXT NOT NULL,
    origin TEXT NOT NULL,                       -- the agency or outlet the words go back to
    original_id TEXT REFERENCES articles (id),  -- the report they were taken from, if it is in the archive
    overlap REAL NOT NULL,                      -- share of the words that are the original's, 0 to 1
    why TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX wire_copies_group ON wire_copies (group_id);

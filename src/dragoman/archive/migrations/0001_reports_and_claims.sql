-- Schema 1: reports, what was coded from them, and what people decided.
-- Rows of articles, claims and judgements are never changed or deleted; the triggers below see to it.

CREATE TABLE about (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE coders (
    version TEXT PRIMARY KEY,
    first_used TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '{}'          -- JSON: codebook, model, spaCy pipeline … of that version
) WITHOUT ROWID;

CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    publisher TEXT,
    byline TEXT,
    url TEXT,
    published TEXT,
    published_basis TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT,
    source_hash TEXT,
    exact TEXT,                                 -- JSON of the article where UTF-8 cannot hold its text; else NULL
    version INTEGER NOT NULL DEFAULT 1,         -- counts the versions of the page at this URL
    added_at TEXT NOT NULL,
    superseded_at TEXT,
    superseded_by TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((superseded_at IS NULL) = (superseded_by IS NULL))
);
CREATE UNIQUE INDEX articles_newest_at_url ON articles (url) WHERE superseded_at IS NULL AND url IS NOT NULL;
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_published ON articles (published, id);

CREATE TABLE codings (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    coder_version TEXT NOT NULL REFERENCES coders (version),
    coded_at TEXT NOT NULL,
    claim_count INTEGER NOT NULL,
    superseded_at TEXT
);
CREATE UNIQUE INDEX codings_standing ON codings (article_id) WHERE superseded_at IS NULL;
CREATE INDEX codings_article ON codings (article_id);

CREATE TABLE claims (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    coding_id INTEGER NOT NULL REFERENCES codings (id),
    plover TEXT NOT NULL,
    act TEXT NOT NULL,
    mode TEXT,
    cameo TEXT,
    status TEXT NOT NULL,
    historical INTEGER NOT NULL,
    quad INTEGER NOT NULL,
    score REAL NOT NULL,
    actors TEXT NOT NULL,                       -- names, joined by '; '
    recipients TEXT NOT NULL,
    speaker TEXT,                               -- the last link of the chain of who says so
    start_day TEXT,
    end_day TEXT,
    granularity TEXT,
    day_basis TEXT,
    place TEXT,
    country TEXT,
    admin1 TEXT,
    latitude REAL,
    longitude REAL,
    geonames_id INTEGER,
    place_precision TEXT,
    place_search TEXT,                          -- folded words for filtering
    publisher TEXT,
    contexts TEXT NOT NULL,
    trigger_text TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    confidence REAL NOT NULL,
    frame TEXT,
    coder_version TEXT NOT NULL,
    json TEXT NOT NULL,                         -- the whole claim, losslessly
    superseded_at TEXT,
    superseded_by TEXT,                         -- a coder version or an article id
    superseded_reason TEXT CHECK (superseded_reason IN ('recoded', 'page changed')),
    CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
    CHECK ((superseded_at IS NULL) = (superseded_reason IS NULL))
);
CREATE UNIQUE INDEX claims_current_id ON claims (id) WHERE superseded_at IS NULL;
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_coding ON claims (coding_id);
-- With superseded_at, a window of days is decided in the index alone; rows of claims are wide.
CREATE INDEX claims_day ON claims (start_day, end_day, superseded_at);
CREATE INDEX claims_type ON claims (plover, status);

CREATE TABLE claim_parties (
    claim_row INTEGER NOT NULL REFERENCES claims (row),
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'speaker', 'status holder')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    actor_id TEXT,
    name TEXT,
    country TEXT,
    sectors TEXT NOT NULL,                      -- PLOVER sector codes, joined by ' '
    search_text TEXT NOT NULL,                  -- folded words for filtering
    PRIMARY KEY (claim_row, role, position)
) WITHOUT ROWID;
CREATE INDEX claim_parties_actor ON claim_parties (actor_id, role);
CREATE INDEX claim_parties_country ON claim_parties (country);

CREATE TABLE claim_numbers (
    claim_row INTEGER NOT NULL REFERENCES claims (row),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    counted TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    PRIMARY KEY (claim_row, position)
) WITHOUT ROWID;

CREATE TABLE set_asides (
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    PRIMARY KEY (source, reason)
) WITHOUT ROWID;

CREATE TABLE judgements (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL,
    field TEXT,
    value TEXT                                  -- JSON
);
CREATE TABLE judgement_subjects (
    judgement_id TEXT NOT NULL REFERENCES judgements (id),
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,                      -- a claim id; for 'undo' a judgement id
    PRIMARY KEY (judgement_id, position)
) WITHOUT ROWID;
CREATE INDEX judgement_subjects_subject ON judgement_subjects (subject);

-- Full-text search. The words are kept once, in the tables; the index holds only pointers to them.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'articles', content_rowid = 'row', tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    evidence, actors, recipients, speaker, place,
    content = 'claims', content_rowid = 'row', tokenize = "unicode61 remove_diacritics 2"
);
-- Boxes for "claims near here"; a claim's box is its point.
CREATE VIRTUAL TABLE claim_places USING rtree (row, south, north, west, east);

CREATE TRIGGER articles_index AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
CREATE TRIGGER claims_index AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, evidence, actors, recipients, speaker, place)
    VALUES (new.row, new.evidence, new.actors, new.recipients, new.speaker, new.place);
END;
CREATE TRIGGER claims_index_place AFTER INSERT ON claims
WHEN new.latitude IS NOT NULL AND new.longitude IS NOT NULL BEGIN
    INSERT INTO claim_places (row, south, north, west, east)
    VALUES (new.row, new.latitude, new.latitude, new.longitude, new.longitude);
END;

CREATE TRIGGER articles_keep BEFORE DELETE ON articles BEGIN
    SELECT RAISE (ABORT, 'articles are never deleted');
END;
CREATE TRIGGER articles_fixed BEFORE UPDATE OF
    row, id, title, publisher, byline, url, published, published_basis, language, text, source, source_hash, exact
ON articles BEGIN
    SELECT RAISE (ABORT, 'articles are never changed');
END;
CREATE TRIGGER claims_keep BEFORE DELETE ON claims BEGIN
    SELECT RAISE (ABORT, 'claims are never deleted');
END;
CREATE TRIGGER claims_fixed BEFORE UPDATE ON claims
WHEN old.superseded_at IS NOT NULL OR new.json IS NOT old.json OR new.id IS NOT old.id
    OR new.article_id IS NOT old.article_id OR new.coding_id IS NOT old.coding_id BEGIN
    SELECT RAISE (ABORT, 'claims are never changed');
END;
CREATE TRIGGER judgements_keep BEFORE DELETE ON judgements BEGIN
    SELECT RAISE (ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgements_fixed BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE (ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgement_subjects_keep BEFORE DELETE ON judgement_subjects BEGIN
    SELECT RAISE (ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgement_subjects_fixed BEFORE UPDATE ON judgement_subjects BEGIN
    SELECT RAISE (ABORT, 'judgements are append-only');
END;

-- What most people want to look at: the newest version of every page, and its standing claims.
CREATE VIEW current_articles AS SELECT * FROM articles WHERE superseded_at IS NULL;
CREATE VIEW current_claims AS SELECT * FROM claims WHERE superseded_at IS NULL;

-- Schema 3: what matching worked out, so that a new report is compared with its neighbourhood only.
-- All of it can be rebuilt; only `match_pending` says what the events do not know yet.

CREATE TABLE match_about (
    key TEXT PRIMARY KEY,                       -- 'version': the matcher that made the state; absent: there is none
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE match_pending (
    kind TEXT NOT NULL CHECK (kind IN ('article', 'claim')),
    id TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TRIGGER match_article_added AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO match_pending VALUES ('article', new.id);
END;
CREATE TRIGGER match_article_superseded AFTER UPDATE OF superseded_at ON articles BEGIN
    INSERT OR IGNORE INTO match_pending VALUES ('article', new.id);
END;
CREATE TRIGGER match_claim_added AFTER INSERT ON claims BEGIN
    INSERT OR IGNORE INTO match_pending VALUES ('claim', new.id);
END;
CREATE TRIGGER match_claim_superseded AFTER UPDATE OF superseded_at ON claims BEGIN
    INSERT OR IGNORE INTO match_pending VALUES ('claim', new.id);
END;
-- A judgement is about claims; taking one back is about a judgement, and so about its claims.
CREATE TRIGGER match_claim_judged AFTER INSERT ON judgement_subjects BEGIN
    INSERT OR IGNORE INTO match_pending SELECT 'claim', new.subject
    WHERE EXISTS (SELECT 1 FROM claims WHERE id = new.subject);
    INSERT OR IGNORE INTO match_pending SELECT 'claim', s.subject FROM judgement_subjects AS s
    WHERE s.judgement_id = new.subject;
END;

CREATE TABLE match_articles (
    article_row INTEGER PRIMARY KEY REFERENCES articles (row),
    runs INTEGER NOT NULL,                      -- how many distinct five-word runs its text has
    about TEXT                                  -- JSON: what it is about, [[weight, [word, …]], …]; NULL: not asked yet
);
CREATE TABLE match_runs (                       -- a sample of the runs, as numbers
    run INTEGER NOT NULL,
    article_row INTEGER NOT NULL,
    PRIMARY KEY (run, article_row)
) WITHOUT ROWID;
CREATE TABLE match_bands (                      -- bands of the texts' sketches
    band INTEGER NOT NULL,
    article_row INTEGER NOT NULL,
    PRIMARY KEY (band, article_row)
) WITHOUT ROWID;
CREATE TABLE match_likes (                      -- articles that share text, both ways
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    common INTEGER NOT NULL,                    -- runs in common
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE TABLE match_claims (
    claim_row INTEGER PRIMARY KEY REFERENCES claims (row),
    claim_id TEXT NOT NULL UNIQUE,
    article_row INTEGER NOT NULL,
    keys BLOB NOT NULL                          -- the blocks it stands in: numbers of six bytes, biggest byte first
);
CREATE INDEX match_claims_article ON match_claims (article_row);
CREATE TABLE match_keys (
    key INTEGER NOT NULL,
    claim_row INTEGER NOT NULL,
    PRIMARY KEY (key, claim_row)
) WITHOUT ROWID;
CREATE TABLE match_links (                      -- claims that may tell of one event, both ways
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    score REAL NOT NULL,                        -- log-odds; minus infinity where only a judgement links them
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

ALTER TABLE wire_copies ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;  -- 0: a passage in a report of its own
CREATE INDEX events_status ON events (status, end_day);

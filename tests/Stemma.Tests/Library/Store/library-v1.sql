-- A library of layout 1, as a program of that layout left it: one report in two versions, one story.
-- Layouts that were released never change, so this file does not either.
CREATE TABLE stories(
    story INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    reports INTEGER NOT NULL,
    day_from INTEGER,
    day_to INTEGER,
    newest INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    changed INTEGER NOT NULL);
CREATE INDEX stories_by_day ON stories(newest DESC, story DESC);

CREATE TABLE reports(
    report INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT,
    language TEXT NOT NULL,
    day_from INTEGER,
    day_to INTEGER,
    placed_day INTEGER NOT NULL,
    version INTEGER NOT NULL,
    text_hash BLOB NOT NULL,
    story INTEGER REFERENCES stories(story),
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL);
CREATE INDEX reports_by_words ON reports(site, text_hash);
CREATE INDEX reports_by_story ON reports(story);
CREATE INDEX reports_by_day ON reports(day_to);
CREATE INDEX reports_by_placed_day ON reports(placed_day);

CREATE TABLE versions(
    version INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(report) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    added INTEGER NOT NULL,
    source_hash BLOB NOT NULL,
    data BLOB NOT NULL,
    text BLOB NOT NULL,
    UNIQUE(report, number));

CREATE TABLE features(
    report INTEGER PRIMARY KEY REFERENCES reports(report) ON DELETE CASCADE,
    bytes BLOB NOT NULL);

CREATE VIRTUAL TABLE search USING fts5(title, body, names, speakers, outlet, content='', contentless_delete=1, tokenize='ascii');

INSERT INTO stories VALUES(1, 's199b16652c579ccb', 'Kiln relit at Varde after nine years', 1, 739042, 739042, 739042, 2, 1717668000000);
INSERT INTO reports VALUES(1, 'r803ebc6647759795', '//varde.example/kiln', 'varde.example', 'https://varde.example/kiln', 'en', 739042, 739042, 739042, 2, x'c42791997108585afa99d22f8be338cf498dfb70d15f401424426892171f4d23', 1, 1717668000000, 1717671600000);
INSERT INTO versions VALUES(1, 1, 1, 1717668000000, x'7b6ac6f8b70fb17f9cb5592e2c319100a26a6b17a51e318b18b0cd828224da16', CAST('{"id":"kiln.html","file":"kiln.html","url":"https://varde.example/kiln","outlet":"Varde Tidings","title":"Kiln relit at Varde after nine years","language":"en","published":{"from":"2024-06-06","to":"2024-06-06","how":"Stated"}}' AS BLOB), CAST('The brick kiln at Varde was relit on Thursday, eight years after it went cold.

“It took a whole night to warm,” said Mara Sorrel, who runs the works.' AS BLOB));
INSERT INTO versions VALUES(2, 1, 2, 1717671600000, x'97ee4dd8c287b29fac37bf3314e4064309c97ba0290fc9a39fbc4a6d8878fe79', CAST('{"id":"kiln.html","file":"kiln.html","url":"https://varde.example/kiln","outlet":"Varde Tidings","title":"Kiln relit at Varde after nine years","language":"en","published":{"from":"2024-06-06","to":"2024-06-06","how":"Stated"}}' AS BLOB), CAST('The brick kiln at Varde was relit on Thursday, nine years after it went cold.

“It took a whole night to warm,” said Mara Sorrel, who runs the works.' AS BLOB));
INSERT INTO features VALUES(1, CAST('Kiln relit at Varde after nine years' AS BLOB));
INSERT INTO search(rowid, title, body, names, speakers, outlet) VALUES(1, 'kiln relit at varde after nine years', 'the brick kiln at varde was relit on thursday nine years after it went cold it took a whole night to warm said mara sorrel who runs the works', 'varde ¦ mara sorrel', 'mara sorrel', 'varde tidings');

PRAGMA application_id = 1400137069;
PRAGMA user_version = 1;

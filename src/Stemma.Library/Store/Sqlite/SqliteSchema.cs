namespace Stemma.Library.Store.Sqlite;

/// <summary>The layout of a library in one SQLite file, as the steps that lead to it from nothing.</summary>
internal static class SqliteSchema
{
    /// <summary>"Stem" in ASCII: tells a library from other SQLite files.</summary>
    public const int ApplicationId = 0x5374656D;

    /// <summary>The number of the present layout, kept in user_version.</summary>
    public static int Current => s_steps.Length;

    /// <summary>The step that makes layout <paramref name="version"/>, from 1, of the one before it.</summary>
    public static string Step(int version) => s_steps[version - 1];

    // Days are day numbers (DateOnly.DayNumber), times milliseconds since 1970 UTC. Texts are blobs of UTF-8, as SQLite's own text
    // functions stop at NUL; JSON holds all of a report but its text; columns beside it are for finding and listing alone. A step
    // never changes once it is released: libraries of that layout exist.
    private static readonly string[] s_steps =
    [
        """
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
        """,
        """
        CREATE TABLE dossiers(
            story INTEGER PRIMARY KEY REFERENCES stories(story) ON DELETE CASCADE,
            revision INTEGER NOT NULL,
            stemma TEXT NOT NULL,
            made INTEGER NOT NULL,
            origins INTEGER NOT NULL,
            conflicts INTEGER NOT NULL,
            json BLOB NOT NULL);
        CREATE TABLE dossier_reports(
            story INTEGER NOT NULL REFERENCES dossiers(story) ON DELETE CASCADE,
            report INTEGER NOT NULL REFERENCES reports(report) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            PRIMARY KEY(story, report)) WITHOUT ROWID;

        CREATE TABLE work(
            story INTEGER PRIMARY KEY REFERENCES stories(story) ON DELETE CASCADE,
            queued INTEGER NOT NULL,
            worker TEXT,
            until INTEGER);

        CREATE TABLE decisions(
            decision INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK(kind IN ('pin', 'together', 'apart')),
            report TEXT NOT NULL,
            other TEXT NOT NULL,
            made INTEGER NOT NULL,
            UNIQUE(kind, report, other));

        INSERT INTO work(story, queued) SELECT story, changed FROM stories;
        """,
    ];
}

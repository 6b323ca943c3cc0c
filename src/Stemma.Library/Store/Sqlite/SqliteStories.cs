using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Stories, their dossiers, and the queue of dossiers to be made.</summary>
internal static class SqliteStories
{
    private const string Select = """
        SELECT s.id, s.title, s.reports, s.day_from, s.day_to, s.revision, s.changed, d.revision, d.origins, d.conflicts
        FROM stories s LEFT JOIN dossiers d ON d.story = s.story
        """;

    /// <summary>The stories, those with the newest reports first.</summary>
    public static List<StoredStory> Newest(SqliteSession session, int most) => session.All($"{Select} ORDER BY s.newest DESC, s.story DESC LIMIT $most", Read, ("$most", most));

    /// <summary>The story of this id.</summary>
    public static StoredStory? Of(SqliteSession session, string id) => session.First($"{Select} WHERE s.id = $id", Read, ("$id", id));

    /// <summary>Counts a report that was in no story into the one it joined, and queues its dossier; costs the same however many reports the story has.</summary>
    public static void CountIn(SqliteSession session, long story, long report, DateTimeOffset when)
    {
        session.Run("""
            UPDATE stories SET reports = stories.reports + 1,
                day_from = min(coalesce(stories.day_from, r.day_from), coalesce(r.day_from, stories.day_from)),
                day_to = max(coalesce(stories.day_to, r.day_to), coalesce(r.day_to, stories.day_to)),
                newest = max(stories.newest, r.placed_day), revision = revision + 1, changed = $when
            FROM (SELECT day_from, day_to, placed_day FROM reports WHERE report = $report) AS r
            WHERE story = $story
            """, ("$story", story), ("$report", report), ("$when", SqliteSession.Stored(when)));
        Queue(session, story, when);
    }

    /// <summary>Counts a story's reports anew, after one left or changed, and queues its dossier; a story without reports goes.</summary>
    public static void Recount(SqliteSession session, long story, DateTimeOffset when)
    {
        if (session.Value("SELECT 1 FROM reports WHERE story = $story LIMIT 1", ("$story", story)) is null)
        {
            session.Run("DELETE FROM stories WHERE story = $story", ("$story", story));
            return;
        }
        session.Run("""
            UPDATE stories SET (reports, day_from, day_to, newest) =
                (SELECT count(*), min(day_from), max(day_to), max(placed_day) FROM reports WHERE reports.story = stories.story),
                revision = revision + 1, changed = $when
            WHERE story = $story
            """, ("$story", story), ("$when", SqliteSession.Stored(when)));
        Queue(session, story, when);
    }

    // Whoever makes the dossier now makes it of the revision before: the work is there again, for anybody.
    private static void Queue(SqliteSession session, long story, DateTimeOffset when) =>
        session.Run("INSERT INTO work(story, queued) VALUES($story, $when) ON CONFLICT(story) DO UPDATE SET worker = NULL, until = NULL", ("$story", story), ("$when", SqliteSession.Stored(when)));

    /// <summary>The dossier that was made last.</summary>
    public static StoredDossier? Dossier(SqliteSession session, string story)
    {
        List<(string, int)> madeOf = session.All("""
            SELECT r.id, m.number FROM dossier_reports m JOIN reports r ON r.report = m.report JOIN stories s ON s.story = m.story WHERE s.id = $story ORDER BY r.id
            """, row => (row.GetString(0), row.GetInt32(1)), ("$story", story));
        return session.First(
            "SELECT d.revision, d.stemma, d.made, d.origins, d.conflicts, d.json FROM dossiers d JOIN stories s ON s.story = d.story WHERE s.id = $story",
            row => new StoredDossier(story, row.GetInt64(0), row.GetString(1), SqliteSession.Time(row, 2),
                new DossierFigures(row.GetInt64(0), row.GetInt32(3), row.GetInt32(4)), madeOf, SqlitePacking.Unpack(SqliteSession.Bytes(row, 5))),
            ("$story", story));
    }

    /// <summary>Keeps a dossier, unless a later one is kept or the story has gone.</summary>
    public static void Keep(SqliteSession session, StoredDossier dossier)
    {
        long story = session.Number("SELECT story FROM stories WHERE id = $id", ("$id", dossier.Story));
        if (story == 0 || session.Number("SELECT revision FROM dossiers WHERE story = $story", ("$story", story)) > dossier.Revision)
            return;
        session.Run("DELETE FROM dossiers WHERE story = $story", ("$story", story));
        session.Run("INSERT INTO dossiers(story, revision, stemma, made, origins, conflicts, json) VALUES($story, $revision, $stemma, $made, $origins, $conflicts, $json)",
            ("$story", story), ("$revision", dossier.Revision), ("$stemma", dossier.Stemma), ("$made", SqliteSession.Stored(dossier.Made)),
            ("$origins", dossier.Figures.Origins), ("$conflicts", dossier.Figures.Conflicts), ("$json", SqlitePacking.Pack(dossier.Json.Span)));
        foreach ((string report, int number) in dossier.MadeOf)
            session.Run("INSERT INTO dossier_reports(story, report, number) SELECT $story, report, $number FROM reports WHERE id = $id", ("$story", story), ("$number", number), ("$id", report));
        Finish(session, dossier.Story, dossier.Revision);
    }

    /// <summary>Takes the oldest work that nobody has, or that somebody has kept too long.</summary>
    public static StoryWork? Take(SqliteSession session, string worker, DateTimeOffset now, DateTimeOffset until) => session.First("""
        UPDATE work SET worker = $worker, until = $until
        WHERE story = (SELECT story FROM work WHERE worker IS NULL OR until <= $now ORDER BY queued, story LIMIT 1)
        RETURNING (SELECT id FROM stories WHERE stories.story = work.story), (SELECT revision FROM stories WHERE stories.story = work.story)
        """, row => new StoryWork(row.GetString(0), row.GetInt64(1), worker),
        ("$worker", worker), ("$now", SqliteSession.Stored(now)), ("$until", SqliteSession.Stored(until)));

    /// <summary>Takes work off the queue, where the story is still of this revision.</summary>
    public static void Finish(SqliteSession session, string story, long revision) =>
        session.Run("DELETE FROM work WHERE story = (SELECT story FROM stories WHERE id = $id AND revision = $revision)", ("$id", story), ("$revision", revision));

    private static StoredStory Read(SqliteDataReader row) => new(
        row.GetString(0), SqliteSession.Text(row, 1), row.GetInt32(2), SqliteSession.Day(row, 3), SqliteSession.Day(row, 4), row.GetInt64(5), SqliteSession.Time(row, 6),
        row.IsDBNull(7) ? null : new DossierFigures(row.GetInt64(7), row.GetInt32(8), row.GetInt32(9)));
}

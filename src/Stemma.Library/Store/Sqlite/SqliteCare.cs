using System.Text;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Looks after a library: what it holds, and whether all of it holds together.</summary>
internal static class SqliteCare
{
    /// <summary>In lines for each rule; a broken library would fill the screen.</summary>
    private const int MostTold = 20;

    // Each gives a line for each breach; none where the rule holds.
    private static readonly string[] s_rules =
    [
        "SELECT 'report ' || id || ': its present version ' || version || ' is missing' FROM reports r WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.report = r.report AND v.number = r.version)",
        "SELECT 'report ' || id || ': it has ' || (SELECT count(*) FROM versions v WHERE v.report = r.report) || ' versions, and the last one is ' || version FROM reports r WHERE version <> (SELECT count(*) FROM versions v WHERE v.report = r.report)",
        "SELECT 'report ' || id || ': it is in no story' FROM reports WHERE story IS NULL",
        "SELECT 'report ' || id || ': nothing is kept to place it by' FROM reports r WHERE NOT EXISTS (SELECT 1 FROM features f WHERE f.report = r.report)",
        "SELECT 'report ' || id || ': it cannot be searched' FROM reports r WHERE NOT EXISTS (SELECT 1 FROM search_docsize d WHERE d.id = r.report)",
        "SELECT 'the search index knows a report ' || id || ' that is not there' FROM search_docsize d WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.report = d.id)",
        "SELECT 'story ' || id || ': it has ' || (SELECT count(*) FROM reports r WHERE r.story = s.story) || ' reports and counts ' || reports FROM stories s WHERE reports <> (SELECT count(*) FROM reports r WHERE r.story = s.story) OR reports = 0",
        "SELECT 'story ' || s.id || ': its dossier is of revision ' || d.revision || ', later than its own ' || s.revision FROM dossiers d JOIN stories s ON s.story = d.story WHERE d.revision > s.revision",
        "SELECT 'story ' || s.id || ': its dossier is out of date and not queued' FROM stories s LEFT JOIN dossiers d ON d.story = s.story WHERE coalesce(d.revision, 0) < s.revision AND NOT EXISTS (SELECT 1 FROM work w WHERE w.story = s.story)",
    ];

    /// <summary>How much there is.</summary>
    public static LibraryCounts Counts(SqliteSession session, string path) => new()
    {
        Reports = session.Number("SELECT count(*) FROM reports"),
        Versions = session.Number("SELECT count(*) FROM versions"),
        Stories = session.Number("SELECT count(*) FROM stories"),
        Dossiers = session.Number("SELECT count(*) FROM dossiers d JOIN stories s ON s.story = d.story WHERE d.revision = s.revision"),
        Waiting = session.Number("SELECT count(*) FROM work"),
        Bytes = new[] { path, path + "-wal" }.Where(File.Exists).Sum(p => new FileInfo(p).Length),
        Layout = SqliteOpening.Layout(session),
    };

    /// <summary>What does not hold.</summary>
    public static List<string> Check(SqliteSession session, CancellationToken cancellation)
    {
        var faults = new List<string>();
        faults.AddRange(session.All("PRAGMA integrity_check(20)", row => row.GetString(0)).Where(line => line != "ok").Select(line => "the file is damaged: " + line.ReplaceLineEndings(" ")));
        if (faults.Count > 0)
            return faults;
        faults.AddRange(session.All("PRAGMA foreign_key_check", row => $"a row of {row.GetString(0)} belongs to a row of {row.GetString(2)} that is not there").Take(MostTold));
        foreach (string rule in s_rules)
        {
            cancellation.ThrowIfCancellationRequested();
            faults.AddRange(session.All($"{rule} LIMIT {MostTold}", row => row.GetString(0)));
        }
        CheckIndex(session, faults);
        CheckReports(session, faults, cancellation);
        return faults;
    }

    private static void CheckIndex(SqliteSession session, List<string> faults)
    {
        try
        {
            session.Run("INSERT INTO search(search) VALUES('integrity-check')");
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode == 11)
        {
            faults.Add("the search index is damaged; restore a backup");
        }
    }

    // Each report must be readable, and its words those that were added.
    private static void CheckReports(SqliteSession session, List<string> faults, CancellationToken cancellation)
    {
        int told = 0;
        foreach (string? fault in session.All("SELECT r.id, r.text_hash, v.data, v.text, v.number = r.version, v.number FROM reports r JOIN versions v ON v.report = r.report ORDER BY r.report, v.number", row =>
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Reports.Report report = StoredReportJson.Read(SqliteSession.Bytes(row, 2), new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(SqliteSession.Bytes(row, 3)));
                bool isCurrent = row.GetInt64(4) != 0;
                return isCurrent && !NewReport.HashOf(report).AsSpan().SequenceEqual(SqliteSession.Bytes(row, 1)) ? $"report {row.GetString(0)}: its words are not those that were added" : null;
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or ArgumentException or InvalidOperationException)
            {
                return $"report {row.GetString(0)}: version {row.GetInt32(5)} cannot be read ({e.Message.TrimEnd('.')})";
            }
        }))
        {
            if (fault is not null && ++told <= MostTold)
                faults.Add(fault);
        }
    }
}

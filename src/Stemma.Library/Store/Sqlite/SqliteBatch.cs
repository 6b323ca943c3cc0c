using System.Text;
using Microsoft.Data.Sqlite;
using Stemma.Reports;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Reports that are written in one transaction.</summary>
internal sealed class SqliteBatch : ILibraryBatch
{
    private readonly SqliteSession _session;
    private readonly string _path;
    private readonly SqliteTransaction _transaction;

    // Headlines of the reports that were put in; a story is called after the one that begins it.
    private readonly Dictionary<string, string?> _titles = new(StringComparer.Ordinal);

    /// <summary>Begins; only one batch can be open on a file.</summary>
    public SqliteBatch(SqliteSession session, string path)
    {
        (_session, _path) = (session, path);
        // Takes the lock now: a transaction that reads first could not be sure to get it later.
        _transaction = SqliteFailures.Told(path, () => session.Connection.BeginTransaction(deferred: false));
        session.Transaction = _transaction;
    }

    /// <inheritdoc/>
    public PutResult Put(NewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return SqliteFailures.Told(_path, () => Known(report) switch
        {
            null => Insert(report),
            { HasTheseWords: true } known => known.Result(PutOutcome.Same),
            var known => AddVersion(known, report),
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredFeatures> Features(long after, DateOnly from, DateOnly to) => SqliteFailures.Told(_path, () => SqliteReports.Features(_session, after, from, to));

    /// <inheritdoc/>
    public string Join(string report, string? story, DateTimeOffset when) => SqliteFailures.Told(_path, () =>
    {
        (long Report, long? Story) row = _session.First("SELECT report, story FROM reports WHERE id = $id", r => Tuple.Create(r.GetInt64(0), r.IsDBNull(1) ? (long?)null : r.GetInt64(1)), ("$id", report))?.ToValueTuple()
            ?? throw new ArgumentException($"there is no report {report}", nameof(report));
        string id = story ?? NewStory(report);
        if (story is null)
        {
            string? title = _titles.TryGetValue(report, out string? put) ? put : SqliteReports.Of(_session, report)?.Report.Title;
            _session.Run("INSERT INTO stories(id, title, reports, newest, revision, changed) VALUES($id, $title, 0, 0, 0, $when)",
                ("$id", id), ("$title", SqliteSession.Stored(title)), ("$when", SqliteSession.Stored(when)));
        }
        long joined = _session.Number("SELECT story FROM stories WHERE id = $id", ("$id", id));
        if (joined == 0)
            throw new ArgumentException($"there is no story {story}", nameof(story));
        if (row.Story == joined)
            return id;
        _session.Run("UPDATE reports SET story = $story WHERE report = $report", ("$story", joined), ("$report", row.Report));
        if (row.Story is not { } left)
        {
            SqliteStories.CountIn(_session, joined, row.Report, when);
            return id;
        }
        SqliteStories.Recount(_session, joined, when);
        SqliteStories.Recount(_session, left, when);
        return id;
    });

    /// <inheritdoc/>
    public void Commit() => SqliteFailures.Told(_path, _transaction.Commit);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Transaction = null;
        _transaction.Dispose();
    }

    // Named after the report that begins it, so that the same reports make the same ids; with a number where that one began another before.
    private string NewStory(string report)
    {
        for (int n = 0; ; n++)
        {
            string id = ReportKey.IdOf('s', FormattableString.Invariant($"{report}:{n}"));
            if (_session.Value("SELECT 1 FROM stories WHERE id = $id", ("$id", id)) is null)
                return id;
        }
    }

    // By its key; or by its words, where the same site has them under another address.
    private Known? Known(NewReport report)
    {
        const string columns = "SELECT r.report, r.id, r.version, r.text_hash, s.id, r.url FROM reports r LEFT JOIN stories s ON s.story = r.story ";
        return _session.First(columns + "WHERE r.key = $key", row => new Known(row, report, isOther: false), ("$key", report.Key.Text))
            ?? (report.IsKnownByWords
                ? _session.First(columns + "WHERE r.site = $site AND r.text_hash = $hash AND r.url IS NOT NULL ORDER BY r.report LIMIT 1", row => new Known(row, report, isOther: true),
                    ("$site", report.Key.Site), ("$hash", report.TextHash.ToArray()))
                : null);
    }

    private PutResult Insert(NewReport report)
    {
        Report r = report.Report;
        _session.Run("""
            INSERT INTO reports(id, key, site, url, language, day_from, day_to, placed_day, version, text_hash, added, changed)
            VALUES($id, $key, $site, $url, $language, $from, $to, $placed, 1, $hash, $seen, $seen)
            """,
            ("$id", report.Id), ("$key", SqliteSession.Stored(report.Key.Text)), ("$site", SqliteSession.Stored(report.Key.Site)), ("$url", SqliteSession.Stored(r.Url)), ("$language", SqliteSession.Stored(r.Language)),
            ("$from", r.Published?.From.DayNumber), ("$to", r.Published?.To.DayNumber), ("$placed", report.Day.DayNumber),
            ("$hash", report.TextHash.ToArray()), ("$seen", SqliteSession.Stored(report.Seen)));
        long row = _session.Number("SELECT last_insert_rowid()");
        InsertWords(row, 1, report);
        _titles[report.Id] = r.Title;
        return new PutResult(PutOutcome.New, report.Id, 1, null, null, row);
    }

    private PutResult AddVersion(Known known, NewReport report)
    {
        Report r = report.Report;
        int number = known.Version + 1;
        _session.Run("""
            UPDATE reports SET url = $url, language = $language, day_from = $from, day_to = $to, version = $number, text_hash = $hash, changed = $seen
            WHERE report = $report
            """,
            ("$report", known.Row), ("$number", number), ("$url", SqliteSession.Stored(r.Url)), ("$language", SqliteSession.Stored(r.Language)),
            ("$from", r.Published?.From.DayNumber), ("$to", r.Published?.To.DayNumber), ("$hash", report.TextHash.ToArray()), ("$seen", SqliteSession.Stored(report.Seen)));
        _session.Run("DELETE FROM search WHERE rowid = $report", ("$report", known.Row));
        _session.Run("DELETE FROM features WHERE report = $report", ("$report", known.Row));
        InsertWords(known.Row, number, report);
        if (_session.Number("SELECT story FROM reports WHERE report = $report", ("$report", known.Row)) is > 0 and var story)
            SqliteStories.Recount(_session, story, report.Seen);
        return known.Result(PutOutcome.NewVersion) with { Version = number };
    }

    private void InsertWords(long row, int number, NewReport report)
    {
        _session.Run("INSERT INTO versions(report, number, added, source_hash, data, text) VALUES($report, $number, $seen, $source, $data, $text)",
            ("$report", row), ("$number", number), ("$seen", SqliteSession.Stored(report.Seen)), ("$source", report.SourceHash.ToArray()),
            ("$data", StoredReportJson.Write(report.Report)), ("$text", Encoding.UTF8.GetBytes(report.Report.Text)));
        _session.Run("INSERT INTO features(report, bytes) VALUES($report, $bytes)", ("$report", row), ("$bytes", report.Features.ToArray()));
        IndexedWords words = report.Words;
        _session.Run("INSERT INTO search(rowid, title, body, names, speakers, outlet) VALUES($report, $title, $body, $names, $speakers, $outlet)",
            ("$report", row), ("$title", words.Title), ("$body", words.Body), ("$names", words.Names), ("$speakers", words.Speakers), ("$outlet", words.Outlet));
    }
}

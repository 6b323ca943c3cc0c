using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>A library in one SQLite file: one process writes at a time, others read meanwhile; nothing has to be set up.</summary>
public sealed class SqliteStore : ILibraryStore
{
    private readonly SqliteSession _session;
    private readonly string _path;

    private SqliteStore(SqliteSession session, string path) => (_session, _path) = (session, path);

    /// <summary>Opens a library; one of an older layout is brought up to date, with a copy beside it (FILE.v1.bak).</summary>
    /// <param name="path">The file.</param>
    /// <param name="make">True to make it, with its folder, where it is missing.</param>
    /// <exception cref="LibraryException">It cannot be opened: the message tells why.</exception>
    public static SqliteStore Open(string path, bool make) => new(SqliteOpening.Open(path, make), path);

    /// <inheritdoc/>
    public ILibraryBatch BeginBatch() => new SqliteBatch(_session, _path);

    /// <inheritdoc/>
    public IReadOnlyList<StoredFeatures> Features(long after, DateOnly from, DateOnly to) => Told(() => SqliteReports.Features(_session, after, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<string> IdsFrom(string start, int most) => Told(() => SqliteReports.IdsFrom(_session, start, most));

    /// <inheritdoc/>
    public StoredReport? Report(string id) => Told(() => SqliteReports.Of(_session, id));

    /// <inheritdoc/>
    public IReadOnlyList<StoredVersion> Versions(string id) => Told(() => SqliteReports.Versions(_session, id));

    /// <inheritdoc/>
    public IReadOnlyList<StoredStory> Stories(int most) => Told(() => SqliteStories.Newest(_session, most));

    /// <inheritdoc/>
    public StoredStory? Story(string id) => Told(() => SqliteStories.Of(_session, id));

    /// <inheritdoc/>
    public IReadOnlyList<StoredReport> ReportsOf(string story) => Told(() => SqliteReports.OfStory(_session, story));

    /// <inheritdoc/>
    public StoredDossier? Dossier(string story) => Told(() => SqliteStories.Dossier(_session, story));

    /// <inheritdoc/>
    public void Keep(StoredDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        Write(() => SqliteStories.Keep(_session, dossier));
    }

    /// <inheritdoc/>
    public SearchAnswer Search(SearchQuery query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.IsEmpty ? new SearchAnswer([], 0, false) : Told(() => SqliteSearch.Find(_session, query, most));
    }

    /// <inheritdoc/>
    public StoryWork? TakeWork(string worker, DateTimeOffset now, DateTimeOffset until) => Told(() => SqliteStories.Take(_session, worker, now, until));

    /// <inheritdoc/>
    public void FinishWork(StoryWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Told(() => SqliteStories.Finish(_session, work.Story, work.Revision));
    }

    /// <inheritdoc/>
    public void Decide(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Told(() => _session.Run("INSERT INTO decisions(kind, report, other, made) VALUES($kind, $report, $other, $made) ON CONFLICT DO NOTHING",
            ("$kind", decision.Kind.ToString().ToLowerInvariant()), ("$report", decision.Report), ("$other", decision.Other), ("$made", SqliteSession.Stored(decision.Made))));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Decision> Decisions() => Told(() => _session.All("SELECT kind, report, other, made FROM decisions ORDER BY decision",
        row => new Decision(Enum.Parse<DecisionKind>(row.GetString(0), ignoreCase: true), row.GetString(1), row.GetString(2), SqliteSession.Time(row, 3))));

    /// <inheritdoc/>
    public LibraryCounts Counts() => Told(() => SqliteCare.Counts(_session, _path));

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(CancellationToken cancellation) => Told(() => SqliteCare.Check(_session, cancellation));

    /// <inheritdoc/>
    public void BackUp(string path)
    {
        if (Path.Exists(path))
            throw new LibraryException($"{path}: there is a file of this name already; give another");
        try
        {
            SqliteFailures.Told(_path, () => SqliteOpening.Copy(_session, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"{path}: the copy cannot be written ({e.Message.TrimEnd('.')})", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private T Told<T>(Func<T> work) => SqliteFailures.Told(_path, work);

    private void Told(Action work) => SqliteFailures.Told(_path, work);

    private void Write(Action work) => SqliteFailures.Told(_path, () =>
    {
        using SqliteTransaction transaction = _session.Connection.BeginTransaction(deferred: false);
        _session.Transaction = transaction;
        try
        {
            work();
            transaction.Commit();
        }
        finally
        {
            _session.Transaction = null;
        }
    });
}

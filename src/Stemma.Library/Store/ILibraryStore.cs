namespace Stemma.Library.Store;

/// <summary>Where reports, their versions, stories and dossiers are kept.</summary>
/// <remarks>
/// One object is one connection: use it from one thread at a time and open another for another thread or process. What a call
/// returns is of one moment. Every member throws <see cref="LibraryException"/> where the store cannot be read or written.
/// The same contract tests run on every store.
/// </remarks>
public interface ILibraryStore : IDisposable
{
    /// <summary>Begins to write; waits a while for another writer to end.</summary>
    /// <exception cref="LibraryException">Another writer did not end in time.</exception>
    ILibraryBatch BeginBatch();

    /// <summary>What places reports to stories knows of reports whose days of publication, or of adding where that is not known, lie in an interval; in order of adding.</summary>
    /// <param name="after">Only reports that were added after the one with this <see cref="StoredFeatures.Sequence"/>; 0 for all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    IReadOnlyList<StoredFeatures> Features(long after, DateOnly from, DateOnly to);

    /// <summary>The ids of reports and stories that begin with these characters, at most <paramref name="most"/>, in ordinal order.</summary>
    IReadOnlyList<string> IdsFrom(string start, int most);

    /// <summary>The report of this id; null where there is none.</summary>
    StoredReport? Report(string id);

    /// <summary>The versions of a report, the first one first, each with its text.</summary>
    IReadOnlyList<StoredVersion> Versions(string id);

    /// <summary>The stories, those with the newest reports first.</summary>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<StoredStory> Stories(int most);

    /// <summary>The story of this id; null where there is none.</summary>
    StoredStory? Story(string id);

    /// <summary>The reports of a story in order of their ids, each in its present version.</summary>
    IReadOnlyList<StoredReport> ReportsOf(string story);

    /// <summary>The dossier that was made last for a story; null where none was made.</summary>
    StoredDossier? Dossier(string story);

    /// <summary>Keeps a dossier; an older one of the story goes. Does nothing where the story has gone or its kept dossier is of a later revision.</summary>
    void Keep(StoredDossier dossier);

    /// <summary>The reports that a query finds, the best first.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="most">How many at most.</param>
    SearchAnswer Search(SearchQuery query, int most);

    /// <summary>Takes the oldest work that nobody has; null where there is none.</summary>
    /// <param name="worker">Who takes it.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When others may take it if it is not done by then.</param>
    StoryWork? TakeWork(string worker, DateTimeOffset now, DateTimeOffset until);

    /// <summary>Takes work off the queue, unless the story has changed since it was taken.</summary>
    void FinishWork(StoryWork work);

    /// <summary>Puts down what a person decided.</summary>
    void Decide(Decision decision);

    /// <summary>What persons have decided, the oldest first.</summary>
    IReadOnlyList<Decision> Decisions();

    /// <summary>How much it holds.</summary>
    LibraryCounts Counts();

    /// <summary>What does not hold: damage of the store, and rules of the library that are broken. Empty where all is sound. Reads everything.</summary>
    IReadOnlyList<string> Check(CancellationToken cancellation);

    /// <summary>Writes a copy of the whole library, as of one moment, to a new file.</summary>
    void BackUp(string path);
}

/// <summary>Reports that are written together: after <see cref="Commit"/> all are there and stay whatever happens to this machine's processes and power; without it none is.</summary>
public interface ILibraryBatch : IDisposable
{
    /// <summary>Puts a report in: a new one, a new version of one that is there, or nothing where its words are there.</summary>
    PutResult Put(NewReport report);

    /// <summary>What places reports to stories knows of reports that others added meanwhile; see <see cref="ILibraryStore.Features"/>.</summary>
    IReadOnlyList<StoredFeatures> Features(long after, DateOnly from, DateOnly to);

    /// <summary>Puts a report to a story, or to a new one of its own; takes it out of the one it was in.</summary>
    /// <param name="report">The report's id.</param>
    /// <param name="story">The story's id; null for a new one.</param>
    /// <param name="when">The time.</param>
    /// <returns>The story's id.</returns>
    string Join(string report, string? story, DateTimeOffset when);

    /// <summary>Makes all of it last.</summary>
    void Commit();
}

using Stemma.Library.Store;
using Stemma.Library.Store.Sqlite;
using Stemma.Stories.Clustering;

namespace Stemma.Tests.Library.Store;

/// <summary>Stories that are put right: what adding one by one could not see, and what a person decides.</summary>
public sealed class LibraryReplayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma replay ").FullName;
    private readonly SqliteStore _store;

    public LibraryReplayTests() => _store = SqliteStore.Open(Path.Combine(_folder, "library.db"), make: true);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Add(string text, string name) => new ReportAdder(_store).Add([LibraryReports.Of(text, url: $"https://{name}.example/x", outlet: name)])[0].Report;

    private string StoryOf(string report) => _store.Report(report)!.Story;

    private IReadOnlyList<StoryChange> Replay() => LibraryReplay.Run(_store, LibraryReports.Seen, cancellation: TestContext.Current.CancellationToken).Changes;

    [Fact]
    public void Two_stories_of_one_text_become_one_which_keeps_its_id()
    {
        string a = Add(LibraryReports.Lighthouse, "orm"), b = Add(LibraryReports.Quarry, "coast"), c = Add(LibraryReports.Lighthouse + " It was sold.", "post");
        string kept = StoryOf(a);
        using (ILibraryBatch batch = _store.BeginBatch())
        {
            batch.Join(c, null, LibraryReports.Seen);
            batch.Commit();
        }
        string gone = StoryOf(c);
        StoryChange change = Assert.Single(Replay());
        Assert.Equal(StoryChangeKind.Merged, change.Kind);
        Assert.Equal(StoryOf(a), StoryOf(c));
        Assert.Contains(StoryOf(a), new[] { kept, gone });
        Assert.NotEqual(StoryOf(a), StoryOf(b));
        Assert.Empty(_store.Check(TestContext.Current.CancellationToken));
        Assert.Empty(Replay());
    }

    [Fact]
    public void What_a_person_parts_stays_parted_and_what_a_person_joins_stays_joined()
    {
        string a = Add(LibraryReports.Lighthouse, "orm"), b = Add(LibraryReports.Lighthouse + " It was sold.", "coast"), c = Add(LibraryReports.Quarry, "post");
        string story = StoryOf(a);
        Assert.Equal(story, StoryOf(b));
        _store.Decide(new Decision(DecisionKind.Apart, b, a, LibraryReports.Seen));
        StoryChange split = Assert.Single(Replay());
        Assert.Equal((StoryChangeKind.Split, story), (split.Kind, split.From));
        Assert.Equal(split.Into, StoryOf(split.Reports[0]));
        Assert.NotEqual(StoryOf(a), StoryOf(b));
        _store.Decide(new Decision(DecisionKind.Together, c, a, LibraryReports.Seen));
        Replay();
        Assert.Equal(StoryOf(a), StoryOf(c));
        Assert.NotEqual(StoryOf(a), StoryOf(b));
        Assert.Empty(Replay());
        Assert.Empty(_store.Check(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_pinned_report_goes_to_its_story_and_stays_there()
    {
        string a = Add(LibraryReports.Lighthouse, "orm"), b = Add(LibraryReports.Quarry, "coast");
        _store.Decide(new Decision(DecisionKind.Pin, b, StoryOf(a), LibraryReports.Seen));
        Assert.NotEmpty(Replay());
        Assert.Equal(StoryOf(a), StoryOf(b));
        Assert.Empty(Replay());
    }

    [Fact]
    public void A_library_in_order_is_left_as_it_is()
    {
        Add(LibraryReports.Lighthouse, "orm");
        Add(LibraryReports.Quarry, "coast");
        long[] before = [.. _store.Stories(10).Select(s => s.Revision)];
        Assert.Empty(Replay());
        Assert.Equal(before, _store.Stories(10).Select(s => s.Revision));
    }
}

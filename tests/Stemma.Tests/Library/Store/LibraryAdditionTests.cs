using System.Text;
using Stemma.Library;
using Stemma.Library.Store;
using Stemma.Library.Store.Sqlite;
using Stemma.Reading;

namespace Stemma.Tests.Library.Store;

/// <summary>Adding many reports from a source that is slow, broken or ended.</summary>
public sealed class LibraryAdditionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma adding ").FullName;
    private readonly SqliteStore _store;

    public LibraryAdditionTests() => _store = SqliteStore.Open(Path.Combine(_folder, "library.db"), make: true);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ReportSource Source(int i) => new(new ReportInput($"r{i}.txt", Encoding.UTF8.GetBytes($"{LibraryReports.Lighthouse}\n\nNote {i} is the last paragraph of it.")), null);

    private List<AddedReport> Add(IEnumerable<ReportSource> sources, int threads = 3)
    {
        var told = new List<AddedReport>();
        new LibraryAddition(_store, TimeProvider.System) { Threads = threads }.Run(sources, told.Add, CancellationToken.None);
        return told;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Each_is_told_in_order_whatever_the_number_of_threads(int threads)
    {
        ReportSource bad = new(new ReportInput("bad.txt", Array.Empty<byte>()), null);
        ReportSource gone = new(null, new FileProblem("gone.txt", "no such file", true));
        List<AddedReport> told = Add([.. Enumerable.Range(0, 250).Select(Source), bad, gone, Source(3)], threads);
        Assert.Equal([.. Enumerable.Range(0, 250).Select(i => $"r{i}.txt"), "bad.txt", "gone.txt", "r3.txt"], told.Select(t => t.Name));
        Assert.All(told.Take(250), t => Assert.Equal(PutOutcome.New, t.Put!.Outcome));
        Assert.All(told.Skip(250).Take(2), t => Assert.True(t.Put is null && t.Problem!.IsUnread));
        Assert.Equal(PutOutcome.Same, told[^1].Put!.Outcome);
        Assert.Equal(250, _store.Counts().Reports);
    }

    [Fact]
    public void A_report_is_safe_before_a_slow_source_gives_the_next()
    {
        using var first = new ManualResetEventSlim();
        IEnumerable<ReportSource> Slow()
        {
            yield return Source(0);
            Assert.True(first.Wait(TimeSpan.FromMinutes(2)), "the first report was not added while the second was waited for");
            yield return Source(1);
        }
        int told = 0;
        new LibraryAddition(_store, TimeProvider.System).Run(Slow(), _ =>
        {
            told++;
            first.Set();
        }, CancellationToken.None);
        Assert.Equal(2, told);
    }

    [Fact]
    public void A_source_that_fails_is_told_and_what_came_before_stays()
    {
        static IEnumerable<ReportSource> Broken()
        {
            yield return Source(0);
            throw new InvalidOperationException("the source broke");
        }
        Assert.Equal("the source broke", Assert.Throws<InvalidOperationException>(() => Add(Broken())).Message);
        Assert.Equal(1, _store.Counts().Reports);
    }

    [Fact]
    public void Who_ends_it_keeps_what_was_told()
    {
        using var ended = new CancellationTokenSource();
        int told = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => new LibraryAddition(_store, TimeProvider.System).Run(Enumerable.Range(0, int.MaxValue).Select(Source), _ =>
        {
            if (++told == 100)
                ended.Cancel();
        }, ended.Token));
        Assert.True(_store.Counts().Reports >= 100);
        Assert.Equal(told, _store.Counts().Reports);
        Assert.Empty(_store.Check(CancellationToken.None));
    }
}

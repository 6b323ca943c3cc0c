using Microsoft.Data.Sqlite;
using Stemma.Library.Store;
using Stemma.Library.Store.Sqlite;
using Stemma.Stories;

namespace Stemma.Tests.Library.Store;

/// <summary>The contract on a real SQLite file, and what is SQLite's alone: opening, layouts, two connections.</summary>
public sealed class SqliteStoreTests : StoreContractTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma library ").FullName;

    private string FilePath => Path.Combine(_folder, "library.db");

    protected override ILibraryStore Open() => SqliteStore.Open(FilePath, make: true);

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_library_that_is_not_there_is_only_made_by_who_wants_to_add()
    {
        string path = Path.Combine(_folder, "new folder", "news.db");
        Assert.Contains("stemma add", Refused(path), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        SqliteStore.Open(path, make: true).Dispose();
        SqliteStore.Open(path, make: false).Dispose();
    }

    [Theory]
    [InlineData("no library at all, but a text that somebody wrote down and that is long enough to hold a header of a database")]
    [InlineData("SQLite format 3\0 and then nothing that belongs to it, for a hundred bytes and more, so that it looks like a header ....")]
    public void A_file_that_is_no_library_is_refused_and_left_alone(string content)
    {
        File.WriteAllText(FilePath, content);
        Assert.Contains(FilePath, Refused(FilePath), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        Run("CREATE TABLE notes(note TEXT); INSERT INTO notes VALUES('mine')");
        byte[] before = File.ReadAllBytes(FilePath);
        Assert.Contains("another program", Refused(FilePath), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void A_library_of_a_newer_program_is_refused_and_left_alone()
    {
        Open().Dispose();
        Run("PRAGMA user_version = 99");
        Assert.Contains("newer Stemma", Refused(FilePath), StringComparison.Ordinal);
        Assert.Contains("99", Refused(FilePath), StringComparison.Ordinal);
        Assert.Equal(99L, Value("PRAGMA user_version"));
    }

    [Fact]
    public void A_library_of_the_first_layout_is_brought_up_to_date_with_a_copy_beside_it()
    {
        Run(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Stemma.Tests", "Library", "Store", "library-v1.sql")));
        using (ILibraryStore store = Open())
        {
            Assert.Equal(2, store.Counts().Layout);
            Assert.Empty(store.Check(CancellationToken.None));
            StoredReport report = Assert.Single(store.Search(LibraryReports.Query("kiln speaker:sorrel"), 5).Hits).Report;
            Assert.Equal("Kiln relit at Varde after nine years", report.Report.Title);
            Assert.Equal(2, store.Versions(report.Id).Count);
            StoredStory story = Assert.Single(store.Stories(5));
            Assert.NotNull(new StoryDossiers(store, TimeProvider.System).Of(story.Id, new StoryOptions()));
        }
        using var copy = new SqliteConnection($"Data Source={FilePath}.v1.bak;Pooling=False");
        copy.Open();
        using SqliteCommand command = copy.CreateCommand();
        command.CommandText = "SELECT user_version || ' ' || (SELECT count(*) FROM versions) FROM pragma_user_version";
        Assert.Equal("1 2", command.ExecuteScalar());
    }

    [Fact]
    public void A_report_whose_words_were_changed_behind_its_back_is_told()
    {
        using ILibraryStore store = Open();
        PutResult put = new ReportAdder(store).Add([LibraryReports.Of(LibraryReports.Lighthouse)])[0];
        Assert.Empty(store.Check(CancellationToken.None));
        Run("UPDATE versions SET text = CAST(replace(CAST(text AS TEXT), '212', '999') AS BLOB)");
        Assert.Contains(put.Report, Assert.Single(store.Check(CancellationToken.None)), StringComparison.Ordinal);
        Run("UPDATE versions SET text = x'FF', data = x'00'");
        Assert.Contains("db check", Assert.Throws<LibraryException>(() => store.Report(put.Report)).Message, StringComparison.Ordinal);
        Run("DELETE FROM versions; UPDATE stories SET reports = 7");
        Assert.True(store.Check(CancellationToken.None).Count >= 2);
    }

    [Fact]
    public void One_reads_while_another_writes_and_sees_nothing_half_done()
    {
        using ILibraryStore writer = Open(), reader = Open();
        using (ILibraryBatch batch = writer.BeginBatch())
        {
            PutResult put = batch.Put(LibraryReports.Of(LibraryReports.Lighthouse));
            Assert.Equal(0, reader.Counts().Reports);
            batch.Join(put.Report, null, LibraryReports.Seen);
            batch.Commit();
        }
        Assert.Equal(1, reader.Counts().Reports);
    }

    [Fact]
    public void Two_who_add_at_once_wait_for_each_other_and_lose_nothing()
    {
        Parallel.For(0, 2, writer =>
        {
            using ILibraryStore store = Open();
            var adder = new ReportAdder(store);
            for (int i = 0; i < 20; i++)
                adder.Add([LibraryReports.Of($"{LibraryReports.Lighthouse}\n\nNote {writer} of {i} is the last paragraph.", $"https://site{writer}.example/{i}")]);
        });
        using ILibraryStore both = Open();
        Assert.Equal(40, both.Counts().Reports);
        Assert.Single(both.Stories(100));
        Assert.Empty(both.Check(CancellationToken.None));
    }

    private string Refused(string path) => Assert.Throws<LibraryException>(() => SqliteStore.Open(path, make: false)).Message;

    private void Run(string sql) => Value(sql);

    private object? Value(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

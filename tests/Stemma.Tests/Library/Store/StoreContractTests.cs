using Stemma.Library.Store;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Library.Store;

/// <summary>What everybody relies on who keeps reports in a library, whatever store it is.</summary>
public abstract class StoreContractTests : IDisposable
{
    private ILibraryStore? _store;

    private ILibraryStore Store => _store ??= Open();

    /// <summary>A library without reports at the first call; the same library at others.</summary>
    protected abstract ILibraryStore Open();

    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    private PutResult Add(NewReport report) => new ReportAdder(Store).Add([report])[0];

    [Fact]
    public void A_report_that_was_added_is_there_word_for_word_for_whoever_opens_the_library_next()
    {
        NewReport added = LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper", "Orm Post", "Keeper leaves");
        PutResult put = Add(added);
        Assert.Equal(PutOutcome.New, put.Outcome);
        using ILibraryStore other = Open();
        StoredReport stored = other.Report(put.Report)!;
        Assert.Equal(added.Report.Text, stored.Report.Text);
        Assert.Equal("Orm Post", stored.Report.Outlet);
        Assert.Equal(added.Report.Published!.From, stored.Report.Published!.From);
        Assert.Equal(LibraryReports.Seen, stored.Added);
        Assert.Equal(put.Story, stored.Story);
        Assert.Equal(1, other.Counts().Reports);
    }

    [Fact]
    public void A_report_that_is_added_again_changes_nothing()
    {
        PutResult first = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper"));
        long revision = Store.Story(first.Story!)!.Revision;
        PutResult again = Add(LibraryReports.Of(LibraryReports.Lighthouse, "http://www.orm.example/keeper/?utm_source=mail#top"));
        Assert.Equal(PutOutcome.Same, again.Outcome);
        Assert.Equal(first.Report, again.Report);
        Assert.Equal(1, Store.Counts().Versions);
        Assert.Equal(revision, Store.Story(first.Story!)!.Revision);
    }

    [Fact]
    public void The_same_words_of_one_site_under_another_address_are_the_same_report()
    {
        PutResult first = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper"));
        PutResult again = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/amp/10482"));
        Assert.Equal(PutOutcome.Same, again.Outcome);
        Assert.Equal(first.Report, again.Report);
        Assert.Equal("https://orm.example/keeper", again.KnownAs);
    }

    [Fact]
    public void The_same_words_of_two_outlets_are_two_reports()
    {
        PutResult a = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper"));
        PutResult b = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://coast.example/keeper"));
        PutResult c = Add(LibraryReports.Of(LibraryReports.Lighthouse, outlet: "Coast Weekly"));
        Assert.Equal([PutOutcome.New, PutOutcome.New, PutOutcome.New], new[] { a.Outcome, b.Outcome, c.Outcome });
        Assert.Equal(3, new[] { a.Report, b.Report, c.Report }.Distinct().Count());
    }

    [Fact]
    public void Changed_words_are_a_new_version_and_the_earlier_one_is_kept()
    {
        PutResult first = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper"));
        string corrected = LibraryReports.Lighthouse.Replace("212 steps", "221 steps", StringComparison.Ordinal);
        PutResult second = Add(LibraryReports.Of(corrected, "https://orm.example/keeper", seen: LibraryReports.Seen.AddHours(3)));
        Assert.Equal((PutOutcome.NewVersion, 2, first.Report, first.Story), (second.Outcome, second.Version, second.Report, second.Story));
        Assert.Equal([LibraryReports.Lighthouse, corrected], Store.Versions(first.Report).Select(v => v.Report.Text));
        Assert.Equal(corrected, Store.Report(first.Report)!.Report.Text);
        Assert.Equal(LibraryReports.Seen.AddHours(3), Store.Report(first.Report)!.Changed);
        Assert.Empty(Store.Search(LibraryReports.Query("212"), 10).Hits);
        Assert.Single(Store.Search(LibraryReports.Query("221"), 10).Hits);
    }

    [Fact]
    public void Other_spacing_is_no_new_version()
    {
        Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper"));
        string spaced = LibraryReports.Lighthouse.Replace("\n\n", "\n\n\n", StringComparison.Ordinal);
        Assert.Equal(PutOutcome.Same, Add(LibraryReports.Of(spaced, "https://orm.example/keeper")).Outcome);
    }

    [Fact]
    public void Nothing_of_a_batch_that_was_not_committed_is_there()
    {
        using (ILibraryBatch batch = Store.BeginBatch())
        {
            PutResult put = batch.Put(LibraryReports.Of(LibraryReports.Lighthouse));
            batch.Join(put.Report, null, LibraryReports.Seen);
        }
        LibraryCounts counts = Store.Counts();
        Assert.Equal((0L, 0L, 0L), (counts.Reports, counts.Versions, counts.Stories));
        Assert.Empty(Store.Search(LibraryReports.Query("lighthouse"), 10).Hits);
    }

    [Fact]
    public void Reports_of_one_event_are_one_story_and_of_two_events_two()
    {
        IReadOnlyList<PutResult> put = new ReportAdder(Store).Add(
        [
            LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper", title: "Lighthouse keeper of Orm Point retires"),
            LibraryReports.Of(LibraryReports.Quarry, "https://tann.example/quarry", title: "Crack stops work at Tannholm quarry"),
            LibraryReports.Of(LibraryReports.Lighthouse.Replace("for the last time ", "", StringComparison.Ordinal), "https://coast.example/brask", title: "Keeper of Orm Point lighthouse hands over her keys"),
        ]);
        Assert.Equal(put[0].Story, put[2].Story);
        Assert.NotEqual(put[0].Story, put[1].Story);
        Assert.Equal([2, 1], Store.Stories(10).Select(s => s.Reports).OrderDescending());
        Assert.Equal(new[] { put[0].Report, put[2].Report }.Order(StringComparer.Ordinal), Store.ReportsOf(put[0].Story!).Select(r => r.Id));
    }

    [Fact]
    public void A_report_that_leaves_a_story_is_counted_where_it_went_and_an_empty_story_goes()
    {
        IReadOnlyList<PutResult> put = new ReportAdder(Store).Add([LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/a"), LibraryReports.Of(LibraryReports.Quarry, "https://tann.example/b")]);
        using (ILibraryBatch batch = Store.BeginBatch())
        {
            Assert.Equal(put[1].Story, batch.Join(put[0].Report, put[1].Story, LibraryReports.Seen));
            batch.Commit();
        }
        Assert.Null(Store.Story(put[0].Story!));
        Assert.Equal(2, Store.Story(put[1].Story!)!.Reports);
        Assert.Empty(Store.Check(CancellationToken.None));
    }

    [Fact]
    public void The_stories_with_the_newest_reports_come_first()
    {
        Add(LibraryReports.Of(LibraryReports.Quarry, "https://tann.example/b", title: "Quarry", day: "2024-05-04"));
        Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/a", title: "Lighthouse", day: "2024-02-01"));
        Assert.Equal(["Quarry", "Lighthouse"], Store.Stories(10).Select(s => s.Title));
        Assert.Single(Store.Stories(1));
    }

    [Fact]
    public void A_dossier_is_kept_until_its_story_changes_and_the_queue_tells_when()
    {
        PutResult put = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/a", title: "Keeper"));
        var dossiers = new StoryDossiers(Store, TimeProvider.System);
        var made = new List<string>();
        dossiers.Work("one", TimeSpan.FromMinutes(1), new StoryOptions { Threads = 1 }, made.Add);
        Assert.Equal([put.Story!], made);
        StoredDossier kept = Store.Dossier(put.Story!)!;
        Assert.Equal((put.Report, 1), Assert.Single(kept.MadeOf));
        Assert.Equal(1, kept.Figures.Origins);
        Assert.Null(Store.TakeWork("two", LibraryReports.Seen, LibraryReports.Seen));

        Add(LibraryReports.Of(LibraryReports.Lighthouse + "\n\nA fourth paragraph tells of the new electric lamp.", "https://orm.example/a", title: "Keeper"));
        Assert.True(Store.Story(put.Story!)!.Revision > kept.Revision);
        Assert.Equal(put.Story, Store.TakeWork("two", LibraryReports.Seen, LibraryReports.Seen.AddMinutes(1))!.Story);
    }

    [Fact]
    public void Work_that_somebody_has_is_left_to_them_until_their_time_is_over()
    {
        Add(LibraryReports.Of(LibraryReports.Lighthouse));
        DateTimeOffset now = LibraryReports.Seen;
        StoryWork taken = Store.TakeWork("one", now, now.AddMinutes(5))!;
        Assert.Null(Store.TakeWork("two", now.AddMinutes(4), now.AddMinutes(9)));
        StoryWork again = Store.TakeWork("two", now.AddMinutes(5), now.AddMinutes(9))!;
        Assert.Equal(taken.Story, again.Story);
        Store.FinishWork(again);
        Assert.Null(Store.TakeWork("three", now.AddHours(1), now.AddHours(2)));
    }

    [Fact]
    public void Work_on_a_story_that_changed_meanwhile_stays_to_be_done()
    {
        PutResult put = Add(LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/a"));
        StoryWork taken = Store.TakeWork("one", LibraryReports.Seen, LibraryReports.Seen.AddMinutes(5))!;
        Add(LibraryReports.Of(LibraryReports.Lighthouse + "\n\nA fourth paragraph tells of the new electric lamp.", "https://orm.example/a"));
        Store.FinishWork(taken);
        Assert.Equal(put.Story, Store.TakeWork("two", LibraryReports.Seen, LibraryReports.Seen.AddMinutes(5))!.Story);
    }

    [Fact]
    public void An_older_dossier_does_not_replace_a_later_one()
    {
        PutResult put = Add(LibraryReports.Of(LibraryReports.Lighthouse));
        StoredDossier Made(long revision, byte content) => new(put.Story!, revision, "0", LibraryReports.Seen, new DossierFigures(revision, 1, 0), [(put.Report, 1)], new[] { content });
        Store.Keep(Made(1, 7));
        Store.Keep(Made(0, 9));
        Assert.Equal([7], Store.Dossier(put.Story!)!.Json.ToArray());
    }

    [Fact]
    public void A_dossier_from_the_library_is_that_of_the_reports_read_together()
    {
        NewReport[] reports =
        [
            LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/keeper", "Orm Post", "Lighthouse keeper of Orm Point retires", name: "orm.txt"),
            LibraryReports.Of(LibraryReports.Lighthouse.Replace("212", "221", StringComparison.Ordinal), "https://coast.example/brask", "Coast", "Keeper of Orm Point lighthouse retires", name: "coast.txt"),
        ];
        string story = new ReportAdder(Store).Add(reports)[0].Story!;
        Dossier stored = new StoryDossiers(Store, TimeProvider.System).Of(story, new StoryOptions())!;
        Assert.Equal(Json(StoryReader.Read(reports.Select(r => r.Report))), Json(stored));
        Assert.Equal(Json(stored), Json(new StoryDossiers(Store, TimeProvider.System).Of(story, new StoryOptions())!));

        static string Json(Dossier dossier)
        {
            using var stream = new MemoryStream();
            DossierJson.Write(dossier, stream);
            return System.Text.Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public void What_a_person_decided_is_kept_once()
    {
        var apart = new Decision(DecisionKind.Apart, "r1", "r2", LibraryReports.Seen);
        Store.Decide(apart);
        Store.Decide(apart with { Made = LibraryReports.Seen.AddDays(1) });
        Store.Decide(new Decision(DecisionKind.Pin, "r1", "s1", LibraryReports.Seen));
        Assert.Equal([DecisionKind.Apart, DecisionKind.Pin], Store.Decisions().Select(d => d.Kind));
        Assert.Equal(apart, Store.Decisions()[0]);
    }

    [Fact]
    public void An_id_is_found_by_its_beginning()
    {
        PutResult put = Add(LibraryReports.Of(LibraryReports.Lighthouse));
        Assert.Equal([put.Report], Store.IdsFrom(put.Report[..6], 5));
        Assert.Equal([put.Story!], Store.IdsFrom(put.Story![..6], 5));
        Assert.Empty(Store.IdsFrom("rxyz", 5));
    }

    [Theory]
    [InlineData("lighthouse", "orm")]
    [InlineData("LIGHTHOUSE brask", "orm")]
    [InlineData("lighthouse quarry", "")]
    [InlineData("\"never counted the ships\"", "orm")]
    [InlineData("\"counted never the ships\"", "")]
    [InlineData("terrac*", "tann")]
    [InlineData("terrac", "")]
    [InlineData("the -lighthouse", "tann")]
    [InlineData("speaker:brask", "orm")]
    [InlineData("speaker:lorang", "tann")]
    [InlineData("speaker:quarry", "")]
    [InlineData("name:\"Hedda Brask\"", "orm")]
    [InlineData("name:tannholm", "tann")]
    [InlineData("outlet:post", "orm")]
    [InlineData("title:keeper", "orm")]
    [InlineData("title:terrace", "")]
    [InlineData("after:2024-05-04", "tann")]
    [InlineData("before:2024-05-04", "orm")]
    [InlineData("after:2024-05-04 lighthouse", "")]
    [InlineData("after:2024-05-03 before:2024-05-05", "orm tann")]
    [InlineData("lang:en friday", "orm")]
    [InlineData("lang:de friday", "")]
    [InlineData("140", "tann")]
    public void A_search_finds_the_reports_with_all_that_was_asked_for(string typed, string found)
    {
        new ReportAdder(Store).Add(
        [
            LibraryReports.Of(LibraryReports.Lighthouse, "https://orm.example/a", "Orm Post", "Keeper leaves", "2024-05-03", "orm"),
            LibraryReports.Of(LibraryReports.Quarry, "https://tann.example/b", "Tannholm Daily", "Quarry shut", "2024-05-04", "tann"),
        ]);
        SearchAnswer answer = Store.Search(LibraryReports.Query(typed), 10);
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), answer.Hits.Select(h => h.Report.Report.Id).Order(StringComparer.Ordinal));
        Assert.Equal(answer.Hits.Count, answer.Matches);
    }

    [Fact]
    public void A_report_with_the_word_in_its_headline_comes_before_one_that_mentions_it()
    {
        new ReportAdder(Store).Add(
        [
            LibraryReports.Of(LibraryReports.Quarry + "\n\nThe lighthouse is far away.", name: "mentions"),
            LibraryReports.Of(LibraryReports.Lighthouse, title: "Lighthouse loses its keeper", name: "about"),
        ]);
        Assert.Equal(["about", "mentions"], Store.Search(LibraryReports.Query("lighthouse"), 10).Hits.Select(h => h.Report.Report.Id));
    }

    [Fact]
    public void Accents_and_scripts_without_spaces_are_found_as_they_are_typed()
    {
        new ReportAdder(Store).Add([LibraryReports.Of("Le préfet a fermé le pont de Kérouan hier soir.", name: "fr"), LibraryReports.Of("昨日東京都の橋が閉鎖された。", name: "ja")]);
        Assert.Equal("fr", Assert.Single(Store.Search(LibraryReports.Query("prefet KEROUAN"), 10).Hits).Report.Report.Id);
        Assert.Equal("ja", Assert.Single(Store.Search(LibraryReports.Query("東京"), 10).Hits).Report.Report.Id);
        Assert.Empty(Store.Search(LibraryReports.Query("京東"), 10).Hits);
    }

    [Fact]
    public void A_phrase_does_not_reach_from_one_name_into_the_next()
    {
        Add(LibraryReports.Of("Hedda Brask met Piet Lorang in Tannholm on Monday. Hedda Brask and Piet Lorang talked for an hour about the harbour."));
        Assert.Single(Store.Search(LibraryReports.Query("name:\"Piet Lorang\""), 10).Hits);
        Assert.Empty(Store.Search(LibraryReports.Query("name:\"Brask Piet\""), 10).Hits);
    }

    [Fact]
    public void Any_text_and_any_search_is_taken_as_it_is()
    {
        var random = new Random(20240503);
        string[] pieces = ["\"", "'", "*", "-", "(", ")", ":", "{", "}", "^", "+", " AND ", " OR ", " NOT ", "NEAR(", "title:", "after:", "lang:", "ships", "\0", "\uD800", "\uDC00", "é", "東", ";--", "$match", "%", "\n", "lighthouse"];
        new ReportAdder(Store).Add([LibraryReports.Of(LibraryReports.Lighthouse + "\0\uD800 NEAR( \"x\"", name: "odd\0name\uDFFF", title: "a\0b", outlet: "\uD800")]);
        for (int i = 0; i < 2000; i++)
        {
            string typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            SearchQuery query = SearchQueryParser.Parse(typed, out string? problem);
            if (problem is null)
                Assert.All(Store.Search(query, 5).Hits, h => SearchPassage.Of(h.Report.Report, query));
        }
        Assert.Single(Store.Search(LibraryReports.Query("lighthouse"), 5).Hits);
        Assert.Empty(Store.Check(CancellationToken.None));
    }

    [Fact]
    public void Whatever_is_added_in_whatever_batches_the_library_is_sound_and_knows_it_again()
    {
        var random = new Random(7);
        NewReport[] reports = [.. Enumerable.Range(0, 60).Select(i => LibraryReports.Of(
            (i % 2 == 0 ? LibraryReports.Lighthouse : LibraryReports.Quarry) + $"\n\nParagraph {random.Next(8)} of the report says a little more about it.",
            $"https://site{random.Next(4)}.example/{random.Next(12)}", day: random.Next(5) == 0 ? null : $"2024-05-{1 + random.Next(28):00}"))];
        foreach (NewReport[] batch in reports.Chunk(7))
            new ReportAdder(Store).Add(batch);
        Assert.Empty(Store.Check(CancellationToken.None));
        LibraryCounts before = Store.Counts();
        Assert.Equal(before.Reports, Store.Stories(100).Sum(s => s.Reports));
        NewReport last = reports[^1];
        Assert.Equal(PutOutcome.Same, Add(last).Outcome);
        Assert.Equal(before.Versions, Store.Counts().Versions);
    }

    [Fact]
    public void A_copy_holds_all_that_the_library_held_and_never_overwrites_a_file()
    {
        Add(LibraryReports.Of(LibraryReports.Lighthouse));
        string copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Store.BackUp(copy);
            Assert.True(new FileInfo(copy).Length > 0);
            Assert.Contains("already", Assert.Throws<LibraryException>(() => Store.BackUp(copy)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}

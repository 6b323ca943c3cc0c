using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Tests.Library.Store;

/// <summary>What changed between two versions of a report.</summary>
public class VersionChangesTests
{
    private static Report Report(string text) => new() { Id = "r", Text = text, Language = "en" };

    [Fact]
    public void A_changed_an_added_and_a_dropped_sentence_are_told_in_place()
    {
        Report older = Report("The bridge shut at noon. Nobody was hurt. Buses go by Tannholm. The mayor will speak.");
        Report newer = Report("The bridge shut at one. Nobody was hurt. The mayor will speak. It opens on Friday.");
        Assert.Equal(
            [("The bridge shut at noon.", "The bridge shut at one."), ("Buses go by Tannholm.", ""), ("", "It opens on Friday.")],
            VersionChanges.Between(older, newer).Select(c => (c.Old.In(older.Text), c.New.In(newer.Text))));
    }

    [Fact]
    public void Other_spacing_and_marks_are_no_change() =>
        Assert.Empty(VersionChanges.Between(Report("“It is shut,” she said.\n\nNobody was hurt."), Report("\"It is shut,\" she said. Nobody  was hurt.")));

    [Fact]
    public void Applying_the_changes_to_the_older_sentences_gives_the_newer_ones()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            string[] a = Sentences(random), b = Sentences(random);
            Report older = Report(string.Join(' ', a)), newer = Report(string.Join(' ', b));
            IReadOnlyList<VersionChange> changes = VersionChanges.Between(older, newer);
            string[] gone = [.. changes.SelectMany(c => VersionChanges.SentencesIn(older, c.Old))], come = [.. changes.SelectMany(c => VersionChanges.SentencesIn(newer, c.New))];
            Assert.Equal(a.Length - gone.Length, b.Length - come.Length);
            Assert.Equal(Words(b), Words(a).Concat(come).GroupBy(x => x).SelectMany(g => g.Skip(gone.Count(x => x == g.Key))).Order());
        }

        static string[] Sentences(Random random) => [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"House {"abcdef"[random.Next(6)]} burnt down.")];
        static IEnumerable<string> Words(string[] sentences) => sentences.Select(s => s.ToLowerInvariant().TrimEnd('.')).Order();
    }
}

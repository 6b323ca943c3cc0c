using System.Globalization;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

/// <summary>Stories at the edges: none, one, sixty, hostile.</summary>
internal static class MoreDossiers
{
    public static Dossier Empty() => new StoryBuilder().Unread("broken.txt", "The file is empty.").Build();

    public static Dossier One() => new StoryBuilder()
        .Report("only.txt", "The Only Paper", "One report", new DossierDate("2031-05-02", "2031-05-02", "stated", []), "A bridge was opened.\n\n“It stands,” the engineer said.")
        .Origin("only.txt", "only.txt")
        .Build();

    /// <summary>Sixty reports: a dispatch that forty took from, a chain, and some that stand alone.</summary>
    public static Dossier Sixty()
    {
        var story = new StoryBuilder();
        string[] lines = [.. Enumerable.Range(0, 24).Select(i => string.Create(CultureInfo.InvariantCulture, $"Sentence number {i} of the long report says that gauge {i * 7} on the river rose by {i + 3} centimetres during the night before the barrier closed."))];
        string[] ids = [.. Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"report-{i:00}.txt"))];
        for (int i = 0; i < ids.Length; i++)
        {
            string own = string.Create(CultureInfo.InvariantCulture, $"A paragraph that only outlet {i} prints, about its own street number {i * 3}.");
            string day = string.Create(CultureInfo.InvariantCulture, $"2031-06-{1 + i / 6:00}");
            story.Report(ids[i], string.Create(CultureInfo.InvariantCulture, $"The Outlet with Quite a Long Name No {i + 1}"), $"The river rose {i} times", new DossierDate(day, day, "stated", []),
                i < 50 ? string.Join("\n\n", lines.Skip(i % 5)) + "\n\n“The barrier held,” Uma Reed said.\n\n" + own : own);
        }
        var proofs = ids.ToDictionary(id => id, _ => new List<string>());
        for (int i = 1; i < 50; i++)
        {
            for (int j = 0; j < i; j += 1 + i / 12)
            {
                string passage = story.Passage(ids[j], string.Join("\n\n", lines.Skip(5)), ids[i]);
                proofs[ids[i]].Add(passage);
            }
        }
        story.Lost("lost1", null, ids[..40]);
        for (int i = 0; i < 40; i++)
            story.Link("lost1", ids[i], 0.9, 0.9, [.. proofs[ids[i]]], "shares long runs with many others");
        for (int i = 40; i < 50; i++)
            story.Link(ids[i - 1], ids[i], 0.8, 0.7, [.. proofs[ids[i]]], "the day after");
        story.Origin("lost1", ids[..50]);
        foreach (string id in ids[50..])
            story.Origin(id, id);
        string[] quotes = [.. ids[..50].Select(id => story.Quote(id, "The barrier held,", "Uma Reed", "Uma Reed", "n1"))];
        story.Wording("Uma Reed", quotes, [.. quotes.Skip(1).Select(q => story.Pair(quotes[0], q, "same"))]);
        story.Name("Uma Reed", "person", [], ids[..50]);
        for (int i = 0; i < 30; i++)
            story.Event($"2031-06-{1 + i % 28:00}", $"2031-06-{1 + i % 28:00}", "day", ["o1"], [.. ids[..12].Select(id => (id, lines[10]))]);
        return story.Build();
    }

    /// <summary>Texts that try to become markup, script, style or terminal codes, and spans and ids that fit nothing.</summary>
    public static Dossier Hostile()
    {
        const string evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)' javascript:alert(4) &amp; \u202Egnp.exe\u001b[31mred\u0007\0 \ud800 end";
        Dossier dossier = new StoryBuilder()
            .Report("\"><script>alert(5)</script>", evil, evil, new DossierDate(evil, evil, "inferred", [evil]), evil + "\n\n" + evil, [evil], [evil])
            .Report("b", "</title><b>", "</style>", null, evil)
            .Cut("b", "alert(1)", evil)
            .Unread(evil, evil)
            .Build();
        return dossier with
        {
            Passages = [new DossierPassage("p", "verbatim", "copied", double.MaxValue, new DossierSpan("b", -5, int.MaxValue), new DossierSpan("\"><script>alert(5)</script>", 9, 3)), new DossierPassage("p", evil, evil, 1, new DossierSpan("none", 0, 1), new DossierSpan("b", 0, 4))],
            Quotes = [new DossierQuote { Id = evil, Report = "b", Start = 4, End = 900, Kind = evil, Speaker = new DossierSpeaker(evil, evil, -1, 99) }, new DossierQuote { Id = "q", Report = "none", Start = 0, End = 1, Kind = "direct" }],
            Wordings = [new DossierWording { Id = "w", Speaker = evil, Quotes = [evil, "gone", "q"], Pairs = [new WordingPair(evil, "q", evil, [new WordingEdit("replace", -1, 700, 5, 2)])] }],
            Names = [new DossierName("n", evil, evil, [evil], [new DossierSpan("b", 3, 2), new DossierSpan("b", 0, 3), new DossierSpan("none", 0, 3)])],
            Times = [new DossierTime("b", 500, 600, evil, evil, [evil])],
            Claims =
            [
                new DossierClaim("c", "conflict", [new DossierTelling("b", 2, 9, evil, 30, 1, evil) { Source = new DossierTellingSource(evil, evil, evil, true), Root = "b" }], [evil], [evil])
                {
                    Roots = ["b", evil],
                    Support = [new DossierSupport(evil, evil, ["b", evil], ["b", evil, "</b>"])],
                    Silent = [evil],
                },
                new DossierClaim("c", "agree", [new DossierTelling("b", 9, 2, evil, -1, 900, evil) { Source = new DossierTellingSource("b", evil, null, false), Root = evil }], [], [evil])
                {
                    Roots = ["b"],
                    Chain = [evil, "b", "b"],
                },
            ],
            Compared = new DossierComparisons(-1, int.MaxValue, [new DossierAbstention(evil, int.MaxValue, evil), new DossierAbstention(evil, int.MaxValue, evil)]),
            Timeline = [new DossierEvent(evil, evil, "month", [new DossierEventTelling("b", 900, 1000) { TimeStart = 2000, TimeEnd = 1, Kind = evil }], []) { Kind = evil, Label = new DossierSpan("gone", 5, 1), Undated = [evil], Reasons = [evil], Conflict = true }],
            Lineage = new DossierLineage
            {
                Lost = [new LostDispatch("lost", evil, ["b", "none"], [evil])],
                Links = [new LineageLink("b", "\"><script>alert(5)</script>", double.NaN, 7, ["p", "gone"], [evil]), new LineageLink("\"><script>alert(5)</script>", "b", -1, -1, ["p"], []), new LineageLink("b", "b", 1, 1, [], []), new LineageLink("gone", "b", 1, 1, [], [])],
                Origins = [new Origin("o", "gone", ["b"])],
            },
        };
    }
}

using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.NameTagging;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.NameTagging;

public class NameTaggerTests
{
    private static string[] Names(string text) => [.. Annotated.Report(text).Names.Select(n => $"{n.Kind} {n.Span.In(text)}")];

    [Theory]
    [InlineData("The ferry was bought by Anna Lindgren, a teacher from the coast.", "Person Anna Lindgren")]
    [InlineData("He moved to Norway and later to Chicago with his family.", "Place Chicago")]
    [InlineData("She studied at the University of Torvik before the war.", "Organisation University of Torvik")]
    [InlineData("The council gave the work to Halvorsen & Brothers Ltd in spring.", "Organisation Halvorsen & Brothers Ltd")]
    public void Names_get_their_kind_from_their_words_and_from_what_stands_around_them(string text, string expected) => Assert.Contains(expected, Names(text));

    [Fact]
    public void A_clear_place_tells_what_the_name_means_elsewhere()
    {
        const string text = "Grimstad was late. The crowd waited for the singer Maria Grimstad, who said she was sorry. Grimstad sang for an hour.";
        Assert.Equal(3, Names(text).Count(n => n is "Person Grimstad" or "Person Maria Grimstad"));
    }

    [Fact]
    public void Days_part_names_and_are_in_none() =>
        Assert.DoesNotContain(Annotated.Report("On Monday President Anna Lindgren met Tuesday Club members.").Names, n => n.Span.Length > 0 && n.Kind == NameKind.Person && n.Title is null);

    public static TheoryData<string> HostileTexts => new(
        new string('A', 500_000),
        string.Concat(Enumerable.Repeat("Anna ", 200_000)),
        string.Concat(Enumerable.Repeat("Anna of the ", 100_000)),
        string.Concat(Enumerable.Repeat("Mr. A. B. & 7 ", 50_000)),
        string.Concat(Enumerable.Repeat("Anna Moen Wins\n", 30_000)),
        "\uD800 Anna \uDC00 Moen's \uDFFF-\uD83D’s",
        "");

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void No_text_makes_it_fail(string text) => AssertSound(text);

    [Fact]
    public void Names_are_in_order_and_none_overlaps_another_whatever_the_text()
    {
        string[] pieces = ["Anna", "Moen", "the", "of", "Mr", ".", ",", " ", " ", "Bank", "'s", "\n", "7", "&", "“", "”", "said", "Norwegian", "MOEN", "de", "-"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().ToArbitrary(), list => AssertSound(string.Join(' ', list))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_name_that_begins_is_ended_before_another_begins()
    {
        int begin = NameLabels.Of(NameKind.Person, NameLabels.Begin), end = NameLabels.Of(NameKind.Person, NameLabels.End);
        Assert.True(NameLabels.MayFollow(begin, end));
        Assert.False(NameLabels.MayFollow(begin, NameLabels.Outside));
        Assert.False(NameLabels.MayFollow(begin, NameLabels.Of(NameKind.Place, NameLabels.End)));
        Assert.False(NameLabels.MayFollow(NameLabels.Outside, end));
        Assert.True(NameLabels.MayFollow(end, NameLabels.Of(NameKind.Place, NameLabels.Single)));
    }

    private static void AssertSound(string text)
    {
        int last = 0;
        foreach (NameMention name in Annotator.Annotate(new Report { Id = "a", Text = text, Language = "en" }).Names)
        {
            Assert.True(name.Span.Start >= last && name.Span.Length > 0 && name.Span.End <= text.Length, name.ToString());
            last = name.Span.End;
        }
    }
}

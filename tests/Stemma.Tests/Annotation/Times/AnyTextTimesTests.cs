using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Bench.Planting;
using Stemma.Fuzzing;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Times;

/// <summary>Whatever the text: no exception, spans in it, values that TIMEX3 allows, the same result again.</summary>
public class AnyTextTimesTests
{
    private const int Texts = 400;

    /// <summary>In UTF-16 code units; what grows faster than the text does would not end.</summary>
    private const int Long = 1_000_000;

    public static TheoryData<string> Repeated => new(
        "the ", "Monday ", "7", "12-", "a", "\n", "three ", "twenty-", "hundred thousand ", "1,234", "1.5.", "March 3, 2021 ", "the quarter ", "a year earlier ", "last ", "“Monday” ", "between May and ", "'99 ", "\0", "\uD800", "٣", "mid-2011-");

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_long_text_of_one_piece_ends(string piece) => TimeTarget.Read(string.Concat(Enumerable.Repeat(piece, Long / piece.Length)));

    [Fact]
    public void Times_of_random_texts_hold_what_is_promised()
    {
        var chance = new Chance(6);
        for (int i = 0; i < Texts; i++)
            TimeTarget.Read(Random(chance));
    }

    [Fact]
    public void A_text_gives_the_same_times_again()
    {
        var chance = new Chance(7);
        for (int i = 0; i < Texts; i++)
        {
            string text = Random(chance);
            Assert.Equal(Times(text).Select(Shown), Times(text).Select(Shown));
        }
    }

    [Fact]
    public void A_paragraph_added_behind_changes_no_time_before_it()
    {
        var chance = new Chance(8);
        for (int i = 0; i < Texts; i++)
        {
            string text = Random(chance) + ".", more = text + "\n\n" + Random(chance);
            IReadOnlyList<ResolvedTime> before = Times(text), all = Times(more);
            Assert.Equal(before.Select(Shown), all.Take(before.Count).Select(Shown));
        }
    }

    [Theory]
    [InlineData("2024-02-30", "DATE")]
    [InlineData("2024-13", "DATE")]
    [InlineData("2024-W54", "DATE")]
    [InlineData("2024-05-15T25:00", "TIME")]
    [InlineData("2024-05-15T24:30", "TIME")]
    [InlineData("P", "DURATION")]
    [InlineData("P3", "DURATION")]
    [InlineData("soon", "DATE")]
    public void The_check_of_values_refuses_what_is_none(string value, string type) => Assert.False(TimexSyntax.Holds(value, type));

    private static string Random(Chance chance)
    {
        var pieces = new List<string>();
        for (int left = chance.Between(1, 60); left > 0; left--)
        {
            pieces.Add(chance.Of(TimeTarget.Pieces));
            if (chance.Is(0.5))
                pieces.Add(" ");
        }
        return string.Concat(pieces);
    }

    private static IReadOnlyList<ResolvedTime> Times(string text)
    {
        AnnotatedReport outline = Annotator.Outline(new Report { Id = "r", Text = text, Language = "en" });
        return TimeResolver.Resolve(outline with { Times = TimeTagger.Tag(text, outline.Tokens, outline.Sentences) }, TimesOf.Day(2024, 5, 15));
    }

    private static string Shown(ResolvedTime time) => $"{time.Span.Start}-{time.Span.End} {time.Type} {time.Value} {time.From:O} {time.To:O}";
}

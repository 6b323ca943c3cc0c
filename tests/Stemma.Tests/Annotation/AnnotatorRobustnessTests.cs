using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Tests.Annotation;

public class AnnotatorRobustnessTests
{
    public static TheoryData<string> HostileTexts => new(
        new string('a', 1_000_000),
        new string('“', 1000),
        new string('"', 300_000),
        string.Concat(Enumerable.Repeat("“‘", 100_000)) + "a" + string.Concat(Enumerable.Repeat("’”", 100_000)),
        string.Concat(Enumerable.Range(0, 30_000).Select(i => $"the “label {i}” and ")),
        string.Concat(Enumerable.Repeat("“ab cd he said\n", 50_000)),
        string.Concat(Enumerable.Repeat("x: ‘y’ ", 100_000)),
        string.Concat(Enumerable.Repeat("f(\"a\",", 100_000)),
        string.Concat(Enumerable.Repeat("‘a’ s’ ", 100_000)),
        string.Concat(Enumerable.Repeat("“a b c d” ", 60_000)),
        string.Concat(Enumerable.Repeat("Ana Lund said and ", 50_000)),
        string.Concat(Enumerable.Repeat("who said, ", 50_000)),
        string.Concat(Enumerable.Repeat("Dale “x” ", 50_000)),
        string.Concat(Enumerable.Repeat("A. ", 100_000)),
        "\uD800 said \uDC00 “\uDFFF” \uD83D",
        "");

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void No_text_makes_it_fail(string text) => AssertSound(Annotated.Report(text));

    [Fact]
    public void Spans_lie_in_the_text_in_order_whatever_the_text()
    {
        string[] pieces = ["“", "”", "‘", "’", "\"", "'", "said", " ", ". ", ", ", "\n", "Ana Lund", "he", "the minister", "according to", "''", "«", "»", "\uD800", "é", "—", "(", ")", "who", "U.S.", "3.5"];
        Arbitrary<string> texts = Gen.Elements(pieces).ListOf(40).Select(p => string.Concat(p)).ToArbitrary();
        Prop.ForAll(texts, text => AssertSound(Annotated.Report(text))).QuickCheckThrowOnFailure();
    }

    private static void AssertSound(AnnotatedReport report)
    {
        int end = 0;
        foreach (Token token in report.Tokens)
        {
            Assert.True(token.Span.Start >= end && token.Span.Length > 0);
            end = token.Span.End;
        }
        Assert.True(end <= report.Text.Length);
        int next = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            Assert.True(report.Paragraphs[sentence.Paragraph].Span.Contains(sentence.Span));
            next += sentence.TokenCount;
        }
        Assert.Equal(report.Tokens.Count, next);
        Assert.All(report.Quotations, q => Assert.True(q.Marked.Contains(q.Span) && q.Marked.End <= report.Text.Length));
        for (int i = 1; i < report.Names.Count; i++)
            Assert.False(report.Names[i].Span.Overlaps(report.Names[i - 1].Span));
    }
}

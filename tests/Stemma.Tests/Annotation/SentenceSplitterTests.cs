using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Tests.Annotation;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Mr. Lund left. He came back.", "Mr. Lund left.|He came back.")]
    [InlineData("J. K. Moran paid 3.5 million. Nobody asked.", "J. K. Moran paid 3.5 million.|Nobody asked.")]
    [InlineData("They met in the U.S. Senate. It rained.", "They met in the U.S. Senate.|It rained.")]
    [InlineData("They moved to the U.S. The rest stayed.", "They moved to the U.S.|The rest stayed.")]
    [InlineData("Acme Inc. Chairman Bo Dale quit. Why? No one knows!", "Acme Inc. Chairman Bo Dale quit.|Why?|No one knows!")]
    public void A_stop_ends_a_sentence_only_where_it_is_no_part_of_a_word(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Annotated.Sentences(text));

    [Theory]
    [InlineData("“We came. We saw.” Nobody won.", "“We came. We saw.”|Nobody won.")]
    [InlineData("“Why now?” Ana Lund asked. Bo left.", "“Why now?” Ana Lund asked.|Bo left.")]
    [InlineData("“Stop! Wait!” he said, and ran.", "“Stop! Wait!” he said, and ran.")]
    public void No_sentence_ends_inside_quotation_marks(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Annotated.Sentences(text));

    [Fact]
    public void What_was_cut_is_seen_by_nothing()
    {
        const string Text = "Home News Sport\nAna Lund said “we will rebuild the bridge”.\nLeave a reply";
        var report = new Report
        {
            Id = "a",
            Text = Text,
            Language = "en",
            Cuts = [new Cut(new TextSpan(0, 15), "menu"), new Cut(new TextSpan(Text.LastIndexOf('\n') + 1, Text.Length), "form")],
        };
        AnnotatedReport annotated = Annotator.Annotate(report);
        Assert.Equal("Ana Lund said “we will rebuild the bridge”.", Assert.Single(annotated.Sentences).Span.In(Text));
        Assert.All(annotated.Tokens, t => Assert.InRange(t.Span.Start, 16, Text.LastIndexOf('\n')));
    }

    [Fact]
    public void A_line_that_is_only_a_quoted_phrase_is_a_heading()
    {
        AnnotatedReport report = Annotated.Report("Ana Lund left the talks on Monday.\n‘Open door’\nShe will be back.");
        Assert.Equal([ParagraphKind.Body, ParagraphKind.Heading, ParagraphKind.Body], report.Paragraphs.Select(p => p.Kind));
        Assert.Empty(report.Quotations);
    }
}

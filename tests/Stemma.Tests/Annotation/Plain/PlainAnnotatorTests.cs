using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Plain;

public class PlainAnnotatorTests
{
    private static AnnotatedReport French(string text) => Annotator.Annotate(new Report { Id = "x", Language = "fr", Text = text });

    [Fact]
    public void Names_have_their_small_words_and_not_those_written_before_them()
    {
        AnnotatedReport report = French("Le président Jean de La Tour a reçu l’Union des pêcheurs et la Banque de Norvie à Ostrande. L’homme a salué d’Ormont.");
        Assert.Equal([("Jean de La Tour", NameKind.Person), ("Union", NameKind.Organisation), ("Banque de Norvie", NameKind.Organisation), ("Ostrande", NameKind.Place), ("Ormont", NameKind.Other)],
            report.Names.Select(n => (n.Span.In(report.Text), n.Kind)));
    }

    [Fact]
    public void Every_language_of_the_list_can_be_read()
    {
        Assert.Contains("fr", LanguageData.Tags);
        Assert.All(LanguageData.Tags, tag =>
        {
            LanguageData language = LanguageData.For(tag)!;
            AnnotatedReport report = Annotator.Annotate(new Report { Id = "x", Language = tag, Text = "« Abc def ghi », 12.3.2021." });
            Assert.NotEmpty(report.Sentences);
            Assert.NotEqual("", language.Folder);
        });
        Assert.Null(LanguageData.For("xx"));
    }

    [Fact]
    public void Any_text_is_annotated_with_spans_inside_it()
    {
        string[] parts = ["« ", " »", "“", "”", "a déclaré ", "Paul ", "Morin", ", ", ". ", "\n\n", "dit-il", "selon ", "d’", "le maire ", "12 mars 2021 ", "\ud800", "A-t-il ", ":"];
        Prop.ForAll(Gen.Elements(parts).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            AnnotatedReport report = French(text);
            return report.Quotations.All(q => q.Span.End <= text.Length && (q.Speaker?.Span is not { } s || s.End <= text.Length)) && report.Names.All(n => n.Span.End <= text.Length && !n.Span.IsEmpty);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Paul ")]
    [InlineData("« ")]
    [InlineData("« a » dit ")]
    [InlineData("a déclaré ")]
    public void Endless_repeats_are_harmless(string part) => Assert.NotNull(French(string.Concat(Enumerable.Repeat(part, 50_000))));
}

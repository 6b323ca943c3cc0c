using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Presentation.Page;
using Stemma.Reports;

namespace Stemma.Tests.Presentation;

public class MarkedTextTests
{
    private const string Text = "One ferry ran.\n\nTwo boats & three <ships> came, “very quickly”, to help.\nFour more\n  followed.";

    [Fact]
    public void Marks_that_cross_one_another_and_paragraphs_keep_the_text_and_every_anchor()
    {
        Gen<(int Start, int Length, int Layer)[]> marks = Gen.Choose(0, Text.Length).SelectMany(s => Gen.Choose(0, 30).SelectMany(l => Gen.Choose(0, 3).Select(k => (s, l, k)))).ArrayOf();
        Prop.ForAll(marks.ToArbitrary(), added => Holds(added)).QuickCheckThrowOnFailure();
    }

    private static bool Holds((int Start, int Length, int Layer)[] added)
    {
        var marks = new Marks(Text);
        for (int i = 0; i < added.Length; i++)
        {
            var mark = new Mark(new TextSpan(added[i].Start, added[i].Start + added[i].Length), (MarkLayer)added[i].Layer, "<span class=\"m\"", "</span>");
            mark.Anchors.Add(FormattableString.Invariant($"a{i}"));
            marks.Add(mark);
        }
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        MarkedText.Write(new Html(writer), marks);
        string html = writer.ToString();
        IElement body = new HtmlParser().ParseDocument(html).Body!;
        string[] anchors = [.. body.QuerySelectorAll("[id]").Select(e => e.Id!).Concat(marks.Stray)];
        return body.TextContent.Where(c => !char.IsWhiteSpace(c)).SequenceEqual(Text.Where(c => !char.IsWhiteSpace(c)))
            && anchors.Length == added.Length && anchors.Distinct().Count() == added.Length
            && body.QuerySelectorAll("p").Length == 4 && body.InnerHtml == html;
    }
}

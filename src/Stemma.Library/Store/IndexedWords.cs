using System.Text;
using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>The words of a report that can be searched, folded and parted by blanks, by field.</summary>
/// <param name="Title">Of the headline.</param>
/// <param name="Body">Of the article without its headline.</param>
/// <param name="Names">Of the persons, organisations and places it names, each name once, with <see cref="Border"/> between.</param>
/// <param name="Speakers">Of those whose words it gives, in the same form.</param>
/// <param name="Outlet">Of its outlet's name.</param>
public sealed record IndexedWords(string Title, string Body, string Names, string Speakers, string Outlet)
{
    /// <summary>A word that no query can hold: no phrase reaches from one name to the next.</summary>
    public const string Border = "¦";

    /// <summary>The words of a report.</summary>
    /// <param name="annotated">The report with its names and quotations.</param>
    /// <param name="article">Its article's own words.</param>
    public static IndexedWords Of(AnnotatedReport annotated, string article)
    {
        Report report = annotated.Report;
        return new IndexedWords(
            Words(report.Title ?? ""),
            Words(article),
            Listed(annotated.Names.Select(n => n.Span.In(report.Text))),
            Listed(annotated.Quotations.Select(q => q.Speaker?.Name).OfType<string>()),
            Words(report.Outlet ?? ""));
    }

    private static string Listed(IEnumerable<string> names) =>
        string.Join($" {Border} ", names.Select(Words).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal));

    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (SearchWord word in SearchWords.Of(text))
            words.Append(words.Length > 0 ? " " : "").Append(word.Folded);
        return words.ToString();
    }
}

using System.Security.Cryptography;
using System.Text;
using Stemma.Annotation;
using Stemma.Library.Corpus;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>A report with all that is kept of it, computed before anything is locked.</summary>
public sealed record NewReport
{
    /// <summary>In UTF-16 code units of article: with less, the same words on two pages of a site are more likely a notice than an article.</summary>
    private const int ShortestKnownAgain = 200;

    /// <summary>What makes it one report however often it is added.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>Its id in the library, made of <see cref="Key"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>SHA-256 of the bytes it was read from.</summary>
    public required ReadOnlyMemory<byte> SourceHash { get; init; }

    /// <summary>SHA-256 of its headline and its article's words: what is cut, and how it is spaced, makes no new version.</summary>
    public required ReadOnlyMemory<byte> TextHash { get; init; }

    /// <summary>True where the same words on the same site under another address are the same report.</summary>
    public required bool IsKnownByWords { get; init; }

    /// <summary>When it was fetched or read.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Its words for searching.</summary>
    public required IndexedWords Words { get; init; }

    /// <summary>What places it to a story.</summary>
    public required ReadOnlyMemory<byte> Features { get; init; }

    /// <summary>The day it is placed by: of publication, or of <see cref="Seen"/> where that is not known.</summary>
    public DateOnly Day => Report.Published?.To ?? DateOnly.FromDateTime(Seen.UtcDateTime);

    /// <summary>Makes one; annotates the report, so that speakers and names can be searched for. Linear in its length.</summary>
    /// <param name="report">The report.</param>
    /// <param name="source">The bytes it was read from.</param>
    /// <param name="seen">When it was fetched or read.</param>
    public static NewReport Of(Report report, ReadOnlySpan<byte> source, DateTimeOffset seen)
    {
        ArgumentNullException.ThrowIfNull(report);
        string article = ArticleText.Of(report);
        byte[] words = HashOf(report.Title, article);
        var key = ReportKey.Of(report, words);
        AnnotatedReport annotated = Annotator.Annotate(report);
        return new NewReport
        {
            Key = key,
            Id = ReportKey.IdOf('r', key.Text),
            Report = report,
            SourceHash = SHA256.HashData(source),
            TextHash = words,
            IsKnownByWords = key.IsAddress && article.Length >= ShortestKnownAgain,
            Seen = seen,
            Words = IndexedWords.Of(annotated, article),
            Features = StoryPlacer.FeaturesOf(annotated),
        };
    }

    private static byte[] HashOf(string? title, string article)
    {
        var text = new StringBuilder(article.Length + 80);
        foreach (string part in (ReadOnlySpan<string>)[title ?? "", article])
        {
            foreach (Range word in WordsOf(part))
                text.Append(part.AsSpan(word)).Append(' ');
            text.Append('\n');
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The same hash for a stored report, to check that it is what was added.</summary>
    internal static byte[] HashOf(Report report) => HashOf(report.Title, ArticleText.Of(report));

    private static IEnumerable<Range> WordsOf(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            yield return start..i;
        }
    }
}

namespace Stemma.Library.Store;

/// <summary>Where a word is searched for.</summary>
public enum SearchField
{
    /// <summary>The headline and the article.</summary>
    Text,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>Those whose words the report gives.</summary>
    Speaker,

    /// <summary>The persons, organisations and places it names.</summary>
    Name,

    /// <summary>The outlet's name.</summary>
    Outlet,
}

/// <summary>Words that a report must have, or must not have.</summary>
/// <param name="Field">Where.</param>
/// <param name="Words">One word, or a phrase: folded as in the index, never empty, letters and digits alone.</param>
/// <param name="IsStart">True where the last word is only the beginning of one.</param>
/// <param name="IsExcluded">True where a report with it is left out.</param>
public sealed record SearchTerm(SearchField Field, IReadOnlyList<string> Words, bool IsStart, bool IsExcluded);

/// <summary>What is searched for.</summary>
public sealed record SearchQuery
{
    /// <summary>Words and phrases; a report must have all of them, and none that is excluded.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>The first day of publication; null for any. A report without a known day is left out where either day is given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day before which it must be published; null for any.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>The language tag; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>True where it holds no word that must be found and no day or language either.</summary>
    public bool IsEmpty => Terms.All(t => t.IsExcluded) && From is null && Before is null && Language is null;
}

/// <summary>Reports that were found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="Matches">How many reports there are that match; where <paramref name="IsCapped"/>, at least so many.</param>
/// <param name="IsCapped">True where more match than are ranked; those added last were.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Matches, bool IsCapped);

/// <summary>A report that was found.</summary>
/// <param name="Report">The report.</param>
/// <param name="Score">How well it matches (BM25): more is better; 0 where nothing but days and language was asked.</param>
public sealed record SearchHit(StoredReport Report, double Score);

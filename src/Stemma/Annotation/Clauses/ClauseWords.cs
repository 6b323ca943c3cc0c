using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Annotation.Clauses;

/// <summary>The words of clause-forms.tsv. Immutable, safe to share between threads.</summary>
internal sealed class ClauseWords
{
    private readonly FrozenSet<string> _ahead, _plan, _due, _be, _again, _start, _range, _opens, _past;

    private ClauseWords(string language)
    {
        string[][] rows = [.. TableFile.Rows($"{language}/clause-forms.tsv")];
        FrozenSet<string> Of(string type) => rows.Where(r => r[1] == type).Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
        (_ahead, _plan, _due, _be, _again, _start, _range, _opens, _past) = (Of("ahead"), Of("plan"), Of("due"), Of("be"), Of("again"), Of("start"), Of("range"), Of("opens"), Of("past"));
    }

    /// <summary>English.</summary>
    public static ClauseWords English { get; } = new("En");

    /// <summary>True for an auxiliary that looks ahead.</summary>
    public bool LooksAhead(string word) => _ahead.Contains(word);

    /// <summary>True for a word whose clause "to …" is still to come.</summary>
    public bool Plans(string word) => _plan.Contains(word);

    /// <summary>True for a participle or adjective that dates what is still to come ("is expected on Monday").</summary>
    public bool IsDue(string word) => _due.Contains(word);

    /// <summary>True for a form of "be".</summary>
    public bool IsBe(string word) => _be.Contains(word);

    /// <summary>True for a word that tells of one of several of a kind.</summary>
    public bool IsOneOfSeveral(string word) => _again.Contains(word);

    /// <summary>True for a word before a stretch of time ("from" Monday to Friday).</summary>
    public bool StartsRange(string word) => _start.Contains(word);

    /// <summary>True for a word between the ends of a stretch of time (from Monday "to" Friday).</summary>
    public bool JoinsRange(string word) => _range.Contains(word);

    /// <summary>True for a word that opens a clause of its own, to which a time before it does not belong.</summary>
    public bool OpensClause(string word) => _opens.Contains(word);

    /// <summary>True for an auxiliary that looks back.</summary>
    public bool LooksBack(string word) => _past.Contains(word);
}

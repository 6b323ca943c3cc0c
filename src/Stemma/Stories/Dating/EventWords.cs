using System.Collections.Frozen;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Words by which two reports are seen to speak of one event; the classes come from times-events.tsv.</summary>
internal sealed class EventWords
{
    private readonly FrozenSet<string> _stop, _open, _recurring, _common, _clause, _relative, _holding, _ahead, _modal, _sure, _date, _was;

    private EventWords(string language)
    {
        string[][] rows = [.. TableFile.Rows($"{language}/times-events.tsv")];
        FrozenSet<string> Of(string type) => rows.Where(r => r[1] == type).Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
        (_stop, _open, _recurring, _common) = (Of("stop"), Of("open"), Of("recurs"), Of("common"));
        (_clause, _relative, _holding, _ahead, _modal, _sure, _date, _was) = (Of("clause"), Of("relative"), Of("hold"), Of("ahead"), Of("modal"), Of("sure"), Of("date"), Of("was"));
    }

    /// <summary>English.</summary>
    public static EventWords English { get; } = new("En");

    /// <summary>The word without case and possessive ending, null where the token is no word or tells nothing of an event.</summary>
    public string? Content(string text, Token token)
    {
        if (token.Kind != TokenKind.Word || token.Span.Length > LongestWord)
            return null;
        string word = Plain(text, token);
        bool isShort = word.Length < ShortestWord && !char.IsUpper(text[token.Span.Start]);
        return isShort || word.Length == 0 || _stop.Contains(word) || _clause.Contains(word) || _relative.Contains(word) ? null : word;
    }

    /// <summary>The word in lower case without possessive ending.</summary>
    public static string Plain(string text, Token token)
    {
        if (token.Span.Length > LongestWord)
            return "";
        string word = token.Span.In(text).ToLowerInvariant();
        int end = word.Length;
        if (end > 2 && word[end - 1] == 's' && word[end - 2] is '\'' or '’')
            end -= 2;
        else if (end > 1 && word[end - 1] is '\'' or '’')
            end--;
        return word[..end];
    }

    /// <summary>True where there are many events of the name.</summary>
    public bool Recurs(string word) => _recurring.Contains(word);

    /// <summary>True for words of so many events that they name none.</summary>
    public bool IsCommon(string word) => _common.Contains(word);

    /// <summary>True where a past verb may speak of what is still to come.</summary>
    public bool IsOpen(string word) => _open.Contains(word);

    /// <summary>True where the word starts another clause.</summary>
    public bool StartsClause(string word) => _clause.Contains(word);

    /// <summary>True where the word starts a clause that tells of the word before it ("the dam, which burst").</summary>
    public bool IsRelative(string word) => _relative.Contains(word);

    /// <summary>True where the word makes its clause look ahead for sure.</summary>
    public bool LooksAhead(string word) => _ahead.Contains(word);

    /// <summary>True where what the sentence dates may be still to come.</summary>
    public bool IsModal(string word) => _modal.Contains(word);

    /// <summary>True where the word puts what follows into the past for sure.</summary>
    public bool IsSurelyPast(string word) => _sure.Contains(word);

    /// <summary>True for a preposition that reaches from or to its date ("until 2030").</summary>
    public bool ReachesOut(string word) => _holding.Contains(word);

    /// <summary>True for a preposition that stands before a date ("in 2019").</summary>
    public bool StandsBeforeDate(string word) => _date.Contains(word);

    /// <summary>True where the word before an office tells that it is not, or no longer, held.</summary>
    public bool IsOfThePast(string word) => _was.Contains(word);

    /// <summary>True for a mark that ends a clause.</summary>
    public static bool EndsClause(string text, Token token) =>
        token.Kind == TokenKind.Punctuation && ",;:—–()[]…".Contains(text[token.Span.Start]);

    /// <summary>In UTF-16 code units; shorter words without a capital tell nothing.</summary>
    private const int ShortestWord = 3;

    /// <summary>In UTF-16 code units; longer words are no words.</summary>
    private const int LongestWord = 40;
}

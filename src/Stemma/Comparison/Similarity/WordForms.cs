using System.Globalization;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>The forms in which words are compared, each worked out once: the reports of a story use the same words again and again.</summary>
/// <remarks>Keeps what it has worked out; not safe to share between threads.</remarks>
internal sealed class WordForms(Lexicon lexicon)
{
    /// <summary>In letters: "UNESCO"; longer words in capitals are words that are shouted.</summary>
    private const int LongestShortName = 6;

    /// <summary>In UTF-16 code units: what is longer is hardly met twice and not kept.</summary>
    private const int LongestKept = 40;

    private readonly Dictionary<string, ComparableWord[]>.AlternateLookup<ReadOnlySpan<char>> _words = Table(), _numbers = Table();

    /// <summary>The forms of a token; spans count from its start.</summary>
    /// <param name="token">Its letters.</param>
    /// <param name="kind">A word, of which the parts between hyphens are words of their own, or a number.</param>
    public ComparableWord[] Of(ReadOnlySpan<char> token, TokenKind kind)
    {
        Dictionary<string, ComparableWord[]>.AlternateLookup<ReadOnlySpan<char>> known = kind == TokenKind.Number ? _numbers : _words;
        if (!known.TryGetValue(token, out ComparableWord[]? forms))
        {
            forms = kind == TokenKind.Number ? [Form(token, new TextSpan(0, token.Length))] : Parts(token);
            if (token.Length <= LongestKept)
                known[token] = forms;
        }
        return forms;
    }

    private static Dictionary<string, ComparableWord[]>.AlternateLookup<ReadOnlySpan<char>> Table() =>
        new Dictionary<string, ComparableWord[]>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private ComparableWord[] Parts(ReadOnlySpan<char> token)
    {
        if (NumberWords.Read(token.ToString().ToLowerInvariant()) is not null)
            return [Form(token, new TextSpan(0, token.Length))];
        var parts = new List<ComparableWord>(1);
        int from = 0;
        for (int i = 0; i <= token.Length; i++)
        {
            if (i < token.Length && token[i] is not ('-' or '‑'))
                continue;
            if (i > from)
                parts.Add(Form(token, new TextSpan(from, i)));
            from = i + 1;
        }
        return [.. parts];
    }

    private ComparableWord Form(ReadOnlySpan<char> token, TextSpan span)
    {
        string word = token[span.Start..span.End].ToString(), lower = word.ToLowerInvariant();
        if (NumberWords.Read(lower) is { } number && !(number.IsOrdinal && lexicon.IsStopWord(lower)))
        {
            string form = number.Value.ToString("0.#####", CultureInfo.InvariantCulture) + (number.IsOrdinal ? "." : "");
            return new ComparableWord(span, form, form, lower == "one" ? ReportWords.StopWeight : 1);
        }
        if (IsShortName(word))
        {
            // "U.S." and "US" are one name, and "US" is not the pronoun.
            string name = word.Replace(".", "", StringComparison.Ordinal);
            return new ComparableWord(span, name, name, 1);
        }
        string folded = lexicon.Fold(lower);
        return new ComparableWord(span, folded, lexicon.Stem(folded), lexicon.IsStopWord(folded) ? ReportWords.StopWeight : 1);
    }

    private static bool IsShortName(string word)
    {
        int letters = 0;
        foreach (char c in word)
        {
            if (!char.IsUpper(c) && c != '.')
                return false;
            letters += c == '.' ? 0 : 1;
        }
        return letters is >= 2 and <= LongestShortName;
    }
}

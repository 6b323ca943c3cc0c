using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Recognises lines that belong to the page and not to the article by the phrases that such lines consist of.</summary>
internal static class JunkLines
{
    /// <summary>In UTF-16 code units; junk is short, and a long line is prose until something else shows that it is not.</summary>
    private const int LongestStart = 200, LongestHas = 160, LongestWhole = 200;

    private const string EndMarks = " .!…:?»›→>*•|-–—(),;0123456789\"'";
    private const string StartMarks = " *•·|-–—→»›>#▶+";

    private sealed record Phrase(string Why, string How, string Words);

    private static readonly Phrase[] s_phrases = [.. TableFile.Rows("En/junk-lines.tsv").Select(row => new Phrase(row[0], row[1], row[2]))];

    private static readonly FrozenDictionary<string, string> s_whole = s_phrases
        .Where(p => p.How == "line").GroupBy(p => p.Words.Trim(EndMarks.ToCharArray()), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Why, StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, Phrase[]> s_starts = s_phrases
        .Where(p => p.How is "start" or "open" or "bar" or "name").GroupBy(p => p.Words[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly Phrase[] s_inside = [.. s_phrases.Where(p => p.How is "has" or "ask")];

    private static readonly FrozenDictionary<string, string> s_tails =
        TableFile.Rows("En/tail-headings.tsv").GroupBy(row => row[1].Trim(EndMarks.ToCharArray()), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);

    /// <summary>Why the line is no part of the article, null where it may be.</summary>
    public static string? Why(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestStart)
            return null;
        FoldedLine folded = FoldedLine.Of(line);
        string text = folded.Text.TrimStart(StartMarks.ToCharArray());
        if (text.Length == 0)
            return null;
        if (line.Length <= LongestWhole && (s_whole.TryGetValue(text.Trim(EndMarks.ToCharArray()), out string? why) || (why = WhyAllPieces(line, folded)) is not null))
            return why;
        bool isTold = EndsLikeASentence(text) && PageWording.TellsWhatSomebodySaid(text);
        if (s_starts.TryGetValue(text[0], out Phrase[]? starts))
        {
            foreach (Phrase start in starts)
            {
                if (StartsWith(text, start.Words) && Fits(start, line, text) && (!isTold || start.Words[^1] is ':' or '|'))
                    return start.Why;
            }
        }
        return line.Length <= LongestHas && !isTold && !text.Contains('"', StringComparison.Ordinal) ? WhyInside(text) : null;
    }

    private static bool Fits(Phrase phrase, ReadOnlySpan<char> line, string text) => phrase.How switch
    {
        "start" => true,
        "open" => !EndsLikeASentence(text),
        "bar" => PageWording.IsBar(text.AsSpan(phrase.Words.Length)),
        // Folding keeps the letters, so the name stands as far from the end as in the line.
        _ => PageWording.IsNameWithRemark(line[Math.Max(0, line.Length - (text.Length - phrase.Words.Length))..]),
    };

    private static string? WhyInside(string text)
    {
        foreach (Phrase inside in s_inside)
        {
            int at = text.IndexOf(inside.Words, StringComparison.Ordinal);
            if (at >= 0 && (inside.How == "has" || !EndsLikeASentence(text) || PageWording.IsRequest(text, at)))
                return inside.Why;
        }
        return null;
    }

    /// <summary>What begins after the article where the line is a heading of such a part, null else.</summary>
    public static string? TailHeading(ReadOnlySpan<char> line) =>
        line.Length <= 60 && s_tails.TryGetValue(FoldedLine.Fold(line).Trim(EndMarks.ToCharArray()), out string? why) ? why : null;

    /// <summary>True where the folded line ends with a mark that ends a sentence, quotation marks and brackets after it left out.</summary>
    public static bool EndsLikeASentence(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = line.TrimEnd(" \"'”’»)]」』");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or ';' or ':' or ',';
    }

    private static bool StartsWith(string text, string phrase) =>
        text.StartsWith(phrase, StringComparison.Ordinal)
        && (text.Length == phrase.Length || !char.IsLetterOrDigit(phrase[^1]) || !char.IsLetterOrDigit(text[phrase.Length]));

    // "Leave a commentPlease enter your name": the whole line is made of such phrases, each beginning after a mark, a
    // blank or a change from small to capital letters.
    private static string? WhyAllPieces(ReadOnlySpan<char> line, FoldedLine folded)
    {
        string text = folded.Text;
        string? first = null;
        int at = 0, pieces = 0;
        while (true)
        {
            while (at < text.Length && !char.IsLetter(text[at]))
                at++;
            if (at >= text.Length)
                return pieces > 0 ? first : null;
            if (at > 0 && char.IsLetter(text[at - 1]) && !char.IsUpper(line[folded.PlaceOf(at)]))
                return null;
            int length = LongestPieceAt(text, at, out string? why);
            if (length == 0)
                return null;
            first ??= why;
            at += length;
            pieces++;
        }
    }

    private static int LongestPieceAt(string text, int at, out string? why)
    {
        var whole = s_whole.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(LongestPiece, text.Length - at); length > 1; length--)
        {
            if (whole.TryGetValue(text.AsSpan(at, length), out why))
                return length;
        }
        why = null;
        return 0;
    }

    /// <summary>In UTF-16 code units: the longest phrase of the table that fills a line.</summary>
    private static readonly int LongestPiece = s_whole.Keys.Max(k => k.Length);
}

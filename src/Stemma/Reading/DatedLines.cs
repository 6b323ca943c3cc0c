using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>A line that only says when the report was published or changed.</summary>
/// <param name="Date">The date, null where it cannot be read.</param>
/// <param name="IsChange">True where it tells of a change, not of publication.</param>
/// <param name="Problem">What is wrong with the date, or null.</param>
internal readonly record struct DatedLine(StatedDate? Date, bool IsChange, string? Problem);

/// <summary>Recognises lines such as "Published: 12 March 2024, 10:15 GMT" or "October 04, 2005" alone.</summary>
internal static class DatedLines
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 120;

    /// <summary>Words that are neither date, lead nor filler; an outlet's or author's name may stand in the line.</summary>
    private const int MostOtherWords = 0;

    private static readonly FrozenDictionary<string, string> s_leads =
        TableFile.Rows("En/date-leads.tsv").ToFrozenDictionary(row => row[1], row => row[0], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_fillers = TableFile.Lines("En/date-fillers.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the line; null where it is no date line.</summary>
    public static DatedLine? Read(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest || !line.ContainsAnyInRange('0', '9'))
            return null;
        string text = line.ToString();
        string folded = text.ToLowerInvariant();
        (int lead, string? kind) = Lead(folded);
        StatedDate? date = StatedDates.Find(text[lead..], out string? problem);
        if (date is null && problem is null)
            return null;
        if (date is { } found)
        {
            int others = OtherWords(folded[lead..(lead + found.Start)]) + OtherWords(folded[(lead + found.End)..]);
            if (others > MostOtherWords)
                return null;
        }
        else if (kind is null)
        {
            return null;
        }
        return new DatedLine(date, kind == "changed", problem);
    }

    /// <summary>"published" or "changed" where the words before a date end with a lead that says so, null where they do not.</summary>
    public static string? KindOf(string words)
    {
        string folded = words.ToLowerInvariant().TrimEnd(' ', ':', '-', '–', '—', '|', '\u00a0', '\u2002');
        for (int length = Math.Min(LongestLead, folded.Length); length > 1; length--)
        {
            int at = folded.Length - length;
            if ((at == 0 || !char.IsLetter(folded[at - 1])) && s_leads.TryGetValue(folded[at..], out string? kind))
                return kind;
        }
        return null;
    }

    /// <summary>In UTF-16 code units of the words before a date.</summary>
    private const int LongestLead = 24;

    /// <summary>True for a word of time beside a date: a day of the week, a zone.</summary>
    public static bool IsDayWord(string word) => s_fillers.Contains(word.ToLowerInvariant());

    private static (int End, string? Kind) Lead(string folded)
    {
        int at = 0;
        while (at < folded.Length && !char.IsLetterOrDigit(folded[at]))
            at++;
        for (int length = Math.Min(LongestLead, folded.Length - at); length > 1; length--)
        {
            if (at + length < folded.Length && char.IsLetter(folded[at + length]))
                continue;
            if (s_leads.TryGetValue(folded.Substring(at, length), out string? kind))
                return (at + length, kind);
        }
        return (0, null);
    }

    // A second date ("Updated …" in the same line) and times are no other words.
    private static int OtherWords(string folded)
    {
        int others = 0;
        foreach (DatePiece piece in DatePiece.Split(folded))
        {
            if (piece.IsNumber || piece.Length == 1 || !char.IsLetter(piece.Text[0]))
                continue;
            if (!s_fillers.Contains(piece.Folded) && StatedDates.Month(piece.Folded) is null && !s_leads.ContainsKey(piece.Folded) && piece.Folded is not ("last" or "first"))
                others++;
        }
        return others;
    }
}

using System.Globalization;
using System.Text;
using Stemma.Comparison.Collation;
using Stemma.Reports;

namespace Stemma.Presentation;

/// <summary>An apparatus in plain text: the base text with numbered places, and below it who reads what at each.</summary>
public static class ApparatusText
{
    /// <summary>In characters: more of a reading or of what stands before a moved block is cut in the middle or at the start.</summary>
    private const int LongestReading = 120, LongestContext = 32;

    /// <summary>Writes the apparatus.</summary>
    /// <param name="apparatus">What to write.</param>
    /// <param name="width">In characters: where lines of the base text break; 20 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is less than 20.</exception>
    public static string Write(Apparatus apparatus, int width = 80)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 20);
        var page = new StringBuilder();
        AddBaseText(apparatus, width, page);
        int number = 0;
        foreach (ApparatusPlace place in apparatus.Places.Where(p => p.IsVariant))
            AddPlace(apparatus, place, ++number, page);
        if (number == 0)
            page.Append("All witnesses agree: ").Append(Names(apparatus, Enumerable.Range(0, apparatus.Witnesses.Count))).Append('\n');
        if (apparatus.Moves.Count > 0)
            page.Append("\nMoved\n");
        foreach (MovedBlock move in apparatus.Moves)
            AddMove(apparatus, move, page);
        return page.ToString();
    }

    private static void AddBaseText(Apparatus apparatus, int width, StringBuilder page)
    {
        int line = 0, number = 0;
        foreach (ApparatusPlace place in apparatus.Places)
        {
            string text = place.Base.IsOmission ? "" : Words(apparatus, place.Base, withMarks: true);
            if (place.IsVariant)
                text = string.Create(CultureInfo.InvariantCulture, $"[{text}]{++number}");
            foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (line > 0 && line + 1 + word.Length > width)
                {
                    page.Append('\n');
                    line = 0;
                }
                page.Append(line > 0 ? " " : "").Append(word);
                line += (line > 0 ? 1 : 0) + word.Length;
            }
        }
        page.Append(line > 0 ? "\n\n" : "");
    }

    private static void AddPlace(Apparatus apparatus, ApparatusPlace place, int number, StringBuilder page)
    {
        string head = number.ToString(CultureInfo.InvariantCulture).PadLeft(3) + "  ";
        foreach (ApparatusReading reading in place.Readings)
        {
            string words = reading.IsOmission ? "(nothing)" : Cut(Words(apparatus, reading, withMarks: false));
            page.Append(head).Append(words).Append(" — ").Append(Names(apparatus, reading.Witnesses.Select(w => w.Witness))).Append('\n');
            head = "     ";
        }
        if (place.Absent.Count > 0)
            page.Append(head).Append("has a longer gap: ").Append(Names(apparatus, place.Absent)).Append('\n');
    }

    private static void AddMove(Apparatus apparatus, MovedBlock move, StringBuilder page)
    {
        page.Append("  “").Append(Cut(OneLine(move.First.Witnesses[0].Span.In(apparatus.TextOf(move.First.Witnesses[0].Witness))))).Append("”\n");
        foreach (BlockPlace place in new[] { move.First, move.Second })
        {
            (int witness, TextSpan span) = place.Witnesses[0];
            page.Append("     ").Append(Before(apparatus.TextOf(witness), span.Start)).Append(" — ")
                .Append(Names(apparatus, place.Witnesses.Select(w => w.Witness))).Append('\n');
        }
    }

    private static string Before(string text, int position)
    {
        string before = OneLine(text[Math.Max(0, position - LongestContext)..position]);
        if (before.Length == 0)
            return "at the start";
        int space = before.IndexOf(' ', StringComparison.Ordinal);
        return position > LongestContext ? $"after “…{(space < 0 ? before : before[(space + 1)..])}”" : $"after “{before}”";
    }

    // The reading as its first witness writes it.
    private static string Words(Apparatus apparatus, ApparatusReading reading, bool withMarks)
    {
        (int witness, TextSpan span) = reading.Witnesses[0];
        string text = apparatus.TextOf(witness);
        return OneLine((withMarks ? WithMarks(span, text) : span).In(text));
    }

    // Marks belong to the word they are written to.
    private static TextSpan WithMarks(TextSpan span, string text)
    {
        int start = span.Start, end = span.End;
        while (start > 0 && IsMark(text[start - 1]))
            start--;
        while (end < text.Length && IsMark(text[end]))
            end++;
        // A mark between two words that no space parts ("—") belongs to the one before it.
        while (start < span.Start && start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start++;
        return new TextSpan(start, end);
    }

    private static bool IsMark(char c) => !char.IsWhiteSpace(c) && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text) =>
        text.Length <= LongestReading ? text : $"{text[..(LongestReading / 2)].TrimEnd()} … {text[^(LongestReading / 2)..].TrimStart()}";

    private static string Names(Apparatus apparatus, IEnumerable<int> witnesses) => string.Join(", ", witnesses.Select(w => apparatus.Witnesses[w]));
}

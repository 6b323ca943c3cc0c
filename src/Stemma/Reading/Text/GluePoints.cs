using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>
/// Finds the places where a flattened page glued its blocks together ("…in the harbour.Read more", "HomeWorld News") and
/// parts lines there. Nothing is altered: the pieces are spans of the text.
/// </summary>
internal static class GluePoints
{
    /// <summary>In UTF-16 code units; shorter lines hold one block, or one name such as "McAllister".</summary>
    private const int ShortestGlued = 60;

    /// <summary>Fewer places may be names written with a capital inside ("YouTube") and leave the line whole.</summary>
    private const int FewestPoints = 3;

    /// <summary>In UTF-16 code units; a longer piece of a glued line is parted at its sentences too, so that a menu before an article goes alone.</summary>
    private const int LongPiece = 300;

    /// <summary>In UTF-16 code units; a sentence is not parted from less text than this before it ("Dr. Quill").</summary>
    private const int ShortestSentence = 40;

    private const string Closers = ")”\"’'»]®™©›|→";

    /// <summary>The lines with glued ones parted; linear in the length of the text.</summary>
    public static List<TextLine> Split(string text, IReadOnlyList<TextLine> lines)
    {
        var pieces = new List<TextLine>(lines.Count);
        var points = new List<int>();
        foreach (TextLine line in lines)
        {
            points.Clear();
            if (line.Span.Length >= ShortestGlued)
                Find(line.Span.Over(text), points);
            if (points.Count < FewestPoints)
            {
                pieces.Add(line);
                continue;
            }
            points.Add(line.Span.Length);
            int start = 0;
            foreach (int point in points)
            {
                AddSentences(text, new TextSpan(line.Span.Start + start, line.Span.Start + point), line.AfterBlank && start == 0, pieces);
                start = point;
            }
        }
        return pieces;
    }

    private static void Find(ReadOnlySpan<char> line, List<int> points)
    {
        int wordStart = 0;
        for (int i = 1; i + 1 < line.Length; i++)
        {
            if (!char.IsLetter(line[i - 1]))
                wordStart = i;
            if (char.IsUpper(line[i]) ? EndsBefore(line, i, wordStart) : line[i] is '“' && line[i - 1] is '.' or '!' or '?' && line[i] is '“')
                points.Add(i);
        }
    }

    // True where something ends right before the capital at i although no blank parts them.
    private static bool EndsBefore(ReadOnlySpan<char> line, int i, int wordStart)
    {
        char before = line[i - 1];
        if (char.IsLower(before))
            return i - wordStart >= 2 && !IsNamePart(line[wordStart..i]);
        if (i < 2)
            return false;
        char second = line[i - 2];
        if (before is '.' or '!' or '?' or '…' or ':' or ';')
            return (char.IsLower(second) || char.IsDigit(second) || Closers.Contains(second)) && line[i + 1] != '.';
        if (Closers.Contains(before))
            return !char.IsWhiteSpace(second);
        return char.IsDigit(before) && char.IsLower(line[i + 1]);
    }

    // "McKay", "MacDonald", "DeSantis", "LaGuardia", "VanDyke": particles of names written in one.
    private static bool IsNamePart(ReadOnlySpan<char> word) => word is "Mc" or "Mac" or "De" or "La" or "Le" or "Di" or "Van" or "Fitz";

    private static void AddSentences(string text, TextSpan piece, bool afterBlank, List<TextLine> pieces)
    {
        int start = piece.Start;
        if (piece.Length > LongPiece)
        {
            for (int i = piece.Start + ShortestSentence; i + 1 < piece.End; i++)
            {
                if (!char.IsWhiteSpace(text[i]) || i - start < ShortestSentence || !ShortSentences.Ends(text.AsSpan(i - 2, 2)) || !OpensSentence(text.AsSpan(i + 1, piece.End - i - 1)))
                    continue;
                Add(text, new TextSpan(start, i), afterBlank && start == piece.Start, pieces);
                start = i + 1;
            }
        }
        Add(text, new TextSpan(start, piece.End), afterBlank && start == piece.Start, pieces);
    }

    private static bool OpensSentence(ReadOnlySpan<char> rest) =>
        char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || rest.Length > 1 && rest[0] is '“' or '"' or '‘' or '(' or '«' or '„' && char.IsUpper(rest[1]);

    private static void Add(string text, TextSpan span, bool afterBlank, List<TextLine> pieces)
    {
        if (span.Trimmed(text) is { IsEmpty: false } trimmed)
            pieces.Add(TextLine.Of(text, trimmed, afterBlank));
    }
}

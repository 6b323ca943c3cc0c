using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>
/// Finds the prose of articles whose paragraphs are single short sentences. One short sentence alone may be a teaser or a
/// prompt of the page; where two stand one after the other, somebody tells a story.
/// </summary>
internal static class ShortSentences
{
    /// <summary>In words; shorter ones ("Log in.") stand in menus too.</summary>
    private const int FewestWords = 4;

    /// <summary>In UTF-16 code units: what the words and names of other scripts, which have no blanks, need to be a sentence.</summary>
    private const int LeastWithoutBlanks = 12;

    /// <summary>Marks the prose; linear in the number of lines.</summary>
    public static void Mark(string text, List<TextLine> lines)
    {
        bool[] sentence = new bool[lines.Count];
        bool inArticle = false;
        for (int i = 0; i < lines.Count; i++)
        {
            ReadOnlySpan<char> line = lines[i].Span.Over(text);
            // A headline may ask or cry out: before the first paragraph only a full stop shows a sentence.
            sentence[i] = !lines[i].IsProse && Ends(line, inArticle) && IsLong(line) && !IsOfThePage(text, lines[i].Span);
            inArticle |= sentence[i] || lines[i].IsProse;
        }
        for (int i = 0; i < lines.Count; i++)
        {
            if (sentence[i])
                lines[i].IsProse = IsNext(i - 1) && !Same(i - 1, i) || IsNext(i + 1) && !Same(i, i + 1);
        }

        bool IsNext(int i) => i >= 0 && i < lines.Count && (sentence[i] || lines[i].IsProse);

        // A headline that stands twice is no story.
        bool Same(int a, int b) => lines[a].Span.Over(text).SequenceEqual(lines[b].Span.Over(text));
    }

    /// <summary>True where the line ends with a mark that only a sentence has: no comma, colon or semicolon.</summary>
    public static bool Ends(ReadOnlySpan<char> line, bool askingToo = true)
    {
        ReadOnlySpan<char> bare = line.TrimEnd(" \"'”’»)]」』");
        return bare is [.., '.' or '。' or '।' or '۔'] || askingToo && bare is [.., '!' or '?' or '…' or '！' or '？' or '؟'];
    }

    private static bool IsLong(ReadOnlySpan<char> line)
    {
        int words = line.Count(' ') + 1;
        return words >= FewestWords || words == 1 && line.Length >= LeastWithoutBlanks && line[^1] is '。' or '！' or '？';
    }

    private static bool IsOfThePage(string text, TextSpan line)
    {
        ReadOnlySpan<char> words = line.Over(text);
        return JunkLines.Why(words) is not null || Taglines.Is(words) || DatedLines.Read(words) is not null
            || Bylines.ReadLine(text, line) is not null || CreditLines.Read(text, line, isTail: true) is not null;
    }
}

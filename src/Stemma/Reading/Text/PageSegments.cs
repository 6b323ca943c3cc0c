using System.Collections.Frozen;
using System.Globalization;
using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Makes the segments of a dumped page and counts what tells running text from menus; linear in the text.</summary>
internal sealed class PageSegments
{
    /// <summary>In words; a shorter line without an end mark is a link or a heading, not the first line of a wrapped paragraph.</summary>
    private const int LeastWrappedWords = 5;

    /// <summary>In UTF-16 code units; texts are wrapped at 60 to 100.</summary>
    private const int LongestWrapped = 120;

    /// <summary>In UTF-16 code units; a sample of running text that is enough to tell its language.</summary>
    private const int LanguageSample = 20_000;

    /// <summary>In UTF-16 code units; a folded text takes several times its own memory.</summary>
    private const int LongestFolded = 2000;

    private readonly string _text;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly PageWords _words = new();
    private readonly List<int[]> _tokens = [];

    private PageSegments(string text, IReadOnlyList<TextLine> lines)
    {
        _text = text;
        _lines = lines;
    }

    private readonly List<PageSegment> _all = [];

    /// <summary>Reads the lines as segments, in order.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="lines">Its lines, glued ones parted.</param>
    /// <param name="vocabulary">How many different words there are.</param>
    public static List<PageSegment> Of(string text, IReadOnlyList<TextLine> lines, out int vocabulary)
    {
        var page = new PageSegments(text, lines);
        page.Join();
        page.CountCommonWords();
        page.CountRepeats();
        vocabulary = page._words.Count;
        return page._all;
    }

    private void Join()
    {
        var tokens = new List<int>();
        for (int i = 0; i < _lines.Count; i++)
        {
            var segment = new PageSegment(i);
            tokens.Clear();
            int capitals = 0;
            segment.Words = _words.Read(_lines[i].Span.Over(_text), tokens, ref capitals);
            int lineWords = segment.Words;
            // A paragraph that was wrapped by hand: the line has no end, and the next one begins small.
            while (i + 1 < _lines.Count && lineWords >= LeastWrappedWords && IsWrapped(_lines[i], _lines[i + 1]))
            {
                i++;
                lineWords = _words.Read(_lines[i].Span.Over(_text), tokens, ref capitals);
                segment.Words += lineWords;
            }
            segment.End = i + 1;
            ReadOnlySpan<char> last = _lines[i].Span.Over(_text);
            segment.Ends = ShortSentences.Ends(last);
            segment.EndsSoftly = !segment.Ends && JunkLines.EndsLikeASentence(last);
            segment.CapitalShare = segment.Words == 0 ? 0 : Math.Min(1, (double)capitals / segment.Words);
            if (segment.End == segment.First + 1)
            {
                segment.Junk = JunkLines.Why(last) ?? PageHeadings.Junk(last);
                segment.Heading = JunkLines.TailHeading(last) ?? PageHeadings.Of(last);
            }
            _all.Add(segment);
            _tokens.Add([.. tokens]);
        }
    }

    private bool IsWrapped(TextLine line, TextLine next)
    {
        ReadOnlySpan<char> words = line.Span.Over(_text);
        return words.Length <= LongestWrapped && !next.AfterBlank && next.Span.Start > line.Span.End && char.IsLower(_text[next.Span.Start]) && !ShortSentences.Ends(words)
            && (ShortSentences.Ends(next.Span.Over(_text)) || next.Span.Over(_text).Count(' ') >= 2);
    }

    private void CountCommonWords()
    {
        FrozenSet<string>? common = CommonWords.Of(Language());
        bool[] isCommon = _words.Mark(common);
        for (int s = 0; s < _all.Count; s++)
        {
            PageSegment segment = _all[s];
            int[] tokens = _tokens[s];
            segment.CommonShare = common is null ? -1 : segment.Words == 0 ? 0 : (double)tokens.Count(t => isCommon[t]) / segment.Words;
            segment.Keys = [.. tokens.Where(t => !isCommon[t] && _words.IsContent(t)).Distinct()];
        }
    }

    private string Language()
    {
        var sample = new System.Text.StringBuilder();
        foreach (PageSegment segment in _all)
        {
            if (segment.IsProse && sample.Length < LanguageSample)
                sample.Append(segment.Span(_lines).Over(_text)).Append('\n');
        }
        return LanguageGuess.Of(sample.ToString());
    }

    /// <summary>What two segments that say the same have in common; of long ones their beginning and their length.</summary>
    public static string Folded(string text, IReadOnlyList<TextLine> lines, PageSegment segment)
    {
        TextSpan span = segment.Span(lines);
        return span.Length <= LongestFolded ? FoldedLine.Fold(span.Over(text))
            : string.Create(CultureInfo.InvariantCulture, $"{FoldedLine.Fold(text.AsSpan(span.Start, LongestFolded))}…{span.Length}");
    }

    private void CountRepeats()
    {
        var folded = new string[_all.Count];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int s = 0; s < _all.Count; s++)
        {
            folded[s] = Folded(_text, _lines, _all[s]);
            counts[folded[s]] = counts.GetValueOrDefault(folded[s]) + 1;
        }
        for (int s = 0; s < _all.Count; s++)
            _all[s].Count = counts[folded[s]];
    }
}

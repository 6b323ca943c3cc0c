using System.Globalization;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>The words of one report in the forms in which words are compared, in text order; marks are left out.</summary>
internal sealed class ReportWords
{
    /// <summary>The weight of a word of the closed classes, where a word of content weighs 1.</summary>
    /// <remarks>Set by hand so that five of them weigh as one word of content; on newstree seeds 11-13 values from .1 to .3 give the same families.</remarks>
    public const double StopWeight = .2;

    /// <summary>In letters: "UNESCO"; longer words in capitals are words that are shouted.</summary>
    private const int LongestShortName = 6;

    private readonly ComparableWord[] _words;

    private ReportWords(ComparableWord[] words) => _words = words;

    /// <summary>All words.</summary>
    public ReadOnlySpan<ComparableWord> All => _words;

    /// <summary>Makes the view. Linear in the number of tokens.</summary>
    public static ReportWords Of(AnnotatedReport report, Lexicon lexicon)
    {
        string text = report.Text;
        var words = new List<ComparableWord>(report.Tokens.Count);
        foreach (Token token in report.Tokens)
        {
            if (token.Kind == TokenKind.Number)
                Add(token.Span);
            else if (token.Kind == TokenKind.Word)
                AddParts(token.Span);
            else if (text[token.Span.Start] == '%')
                words.Add(new ComparableWord(token.Span, "percent", "percent", 1));
        }
        return new ReportWords([.. words]);

        void AddParts(TextSpan span)
        {
            if (NumberWords.Read(text[span.Start..span.End].ToLowerInvariant()) is not null)
            {
                Add(span);
                return;
            }
            int from = span.Start;
            for (int i = span.Start; i <= span.End; i++)
            {
                if (i < span.End && text[i] is not ('-' or '‑'))
                    continue;
                if (i > from)
                    Add(new TextSpan(from, i));
                from = i + 1;
            }
        }

        bool IsShortName(TextSpan span)
        {
            int letters = 0;
            foreach (char c in span.Over(text))
            {
                if (!char.IsUpper(c) && c != '.')
                    return false;
                letters += c == '.' ? 0 : 1;
            }
            return letters is >= 2 and <= LongestShortName;
        }

        void Add(TextSpan span)
        {
            string lower = span.In(text).ToLowerInvariant();
            if (NumberWords.Read(lower) is { } number && !(number.IsOrdinal && lexicon.IsStopWord(lower)))
            {
                string form = number.Value.ToString("0.#####", CultureInfo.InvariantCulture) + (number.IsOrdinal ? "." : "");
                words.Add(new ComparableWord(span, form, form, lower == "one" ? StopWeight : 1));
                return;
            }
            if (IsShortName(span))
            {
                // "U.S." and "US" are one name, and "US" is not the pronoun.
                string name = span.In(text).Replace(".", "", StringComparison.Ordinal);
                words.Add(new ComparableWord(span, name, name, 1));
                return;
            }
            string folded = lexicon.Fold(lower);
            // "per cent" and "percent" are one: the first half stays a stop word, the second is the whole.
            if (folded == "cent" && words.Count > 0 && words[^1].Form == "per")
            {
                words[^1] = new ComparableWord(new TextSpan(words[^1].Span.Start, span.End), "percent", "percent", 1);
                return;
            }
            words.Add(new ComparableWord(span, folded, lexicon.Stem(folded), lexicon.IsStopWord(folded) ? StopWeight : 1));
        }
    }

    /// <summary>The words that lie wholly inside the span.</summary>
    public ReadOnlySpan<ComparableWord> In(TextSpan span)
    {
        int first = FirstFrom(span.Start), end = first;
        while (end < _words.Length && _words[end].Span.End <= span.End)
            end++;
        return _words.AsSpan(first, end - first);
    }

    private int FirstFrom(int position)
    {
        int low = 0, high = _words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_words[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

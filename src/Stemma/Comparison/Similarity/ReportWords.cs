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

    private readonly ComparableWord[] _words;

    private ReportWords(ComparableWord[] words) => _words = words;

    /// <summary>All words.</summary>
    public ReadOnlySpan<ComparableWord> All => _words;

    /// <summary>Makes the view. Linear in the number of tokens.</summary>
    public static ReportWords Of(AnnotatedReport report, Lexicon lexicon) => Of(report, new WordForms(lexicon));

    /// <summary>The same, where the forms serve several reports.</summary>
    public static ReportWords Of(AnnotatedReport report, WordForms forms)
    {
        string text = report.Text;
        var words = new List<ComparableWord>(report.Tokens.Count);
        foreach (Token token in report.Tokens)
        {
            if (token.Kind is not (TokenKind.Number or TokenKind.Word))
            {
                if (text[token.Span.Start] == '%')
                    words.Add(new ComparableWord(token.Span, "percent", "percent", 1));
                continue;
            }
            foreach (ref readonly ComparableWord word in forms.Of(token.Span.Over(text), token.Kind).AsSpan())
            {
                var span = new TextSpan(token.Span.Start + word.Span.Start, token.Span.Start + word.Span.End);
                // "per cent" and "percent" are one: the first half stays a stop word, the second is the whole.
                if (word.Form == "cent" && words.Count > 0 && words[^1].Form == "per")
                    words[^1] = new ComparableWord(new TextSpan(words[^1].Span.Start, span.End), "percent", "percent", 1);
                else
                    words.Add(word with { Span = span, IsCapital = char.IsUpper(text[span.Start]) && !char.IsDigit(word.Form[0]) });
            }
        }
        return new ReportWords([.. words]);
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

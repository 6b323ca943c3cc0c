using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>One of two wordings as its edits are judged: its words with the phrases that bear on the meaning and the names among them.</summary>
internal sealed class WordingSide
{
    private readonly (int Start, MeaningWord Word)[] _phrases;
    private readonly int[] _names;

    /// <summary>Looks up every word once.</summary>
    public WordingSide(AnnotatedReport report, TextSpan span, ComparableWord[] words, MeaningWords meanings)
    {
        (Report, Span, Words) = (report, span, words);
        string[] forms = [.. words.Select(w => w.Form.ToLowerInvariant())];
        var phrases = new List<(int, MeaningWord)>();
        for (int i = 0; i < forms.Length; i++)
        {
            // "May" inside a sentence is a month.
            if (i > 0 && words[i].IsCapital && forms[i].Length > 1)
                continue;
            if (meanings.At(forms.AsSpan(i)) is not { } word)
                continue;
            phrases.Add((i, word));
            i += word.Length - 1;
        }
        (_phrases, _names) = ([.. phrases], NamesOf(report, words));
    }

    /// <summary>The report it stands in.</summary>
    public AnnotatedReport Report { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>Its words.</summary>
    public ComparableWord[] Words { get; }

    /// <summary>The phrases that bear on the meaning and have a word in the run.</summary>
    public IEnumerable<(int Start, MeaningWord Word)> Phrases(Range run)
    {
        (int start, int length) = run.GetOffsetAndLength(Words.Length);
        return _phrases.Where(p => p.Start < start + length && p.Start + p.Word.Length > start);
    }

    /// <summary>The number of the name mention that holds the word, -1 where none does.</summary>
    public int NameAt(int word) => _names[word];

    /// <summary>The words of a run as they are written.</summary>
    public string Text(Range run)
    {
        (int start, int length) = run.GetOffsetAndLength(Words.Length);
        return length == 0 ? "" : Report.Text[Words[start].Span.Start..Words[start + length - 1].Span.End];
    }

    /// <summary>What stands between a word and the one before it; empty for the first.</summary>
    public ReadOnlySpan<char> Before(int word) => word <= 0 || word >= Words.Length ? default : Report.Text.AsSpan(Words[word - 1].Span.End..Words[word].Span.Start);

    private static int[] NamesOf(AnnotatedReport report, ComparableWord[] words)
    {
        var names = new int[words.Length];
        Array.Fill(names, -1);
        if (words.Length == 0)
            return names;
        int name = 0;
        for (int low = 0, high = report.Names.Count; low < high;)
        {
            int middle = (low + high) / 2;
            if (report.Names[middle].Span.End <= words[0].Span.Start)
                name = low = middle + 1;
            else
                high = middle;
        }
        for (int i = 0; i < words.Length && name < report.Names.Count; i++)
        {
            while (name < report.Names.Count && report.Names[name].Span.End <= words[i].Span.Start)
                name++;
            if (name < report.Names.Count && report.Names[name].Span.Overlaps(words[i].Span) && words[i].IsCapital)
                names[i] = name;
        }
        return names;
    }
}

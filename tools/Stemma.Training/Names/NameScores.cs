using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.NameTagging;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>How many names a tagger finds, by exact spans and kinds; bench/score_names.py scores what the whole engine finds.</summary>
internal sealed class NameScores
{
    /// <summary>How many names are right, given and wanted: of persons, organisations, places, others and all.</summary>
    private sealed class Tally
    {
        public readonly int[] Right = new int[5], Given = new int[5], Wanted = new int[5];
    }

    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Adds what a tagger finds in documents.</summary>
    public void Add(IReadOnlyList<NameDocument> documents, NameModel model, bool plain)
    {
        var tagger = new NameTagger(model);
        foreach (NameDocument document in documents)
        {
            if (!_tallies.TryGetValue(document.Set, out Tally? tally))
                _tallies.Add(document.Set, tally = new Tally());
            Add(document, tagger, plain, tally);
        }
    }

    /// <summary>A line a set: F1 in percent of persons, organisations, places, others and all.</summary>
    public IEnumerable<string> Lines()
    {
        foreach ((string set, Tally tally) in _tallies)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{set}: person {F(0):0.0}, organisation {F(1):0.0}, place {F(2):0.0}, other {F(3):0.0}, all {F(4):0.0}");
            double F(int k) => 200.0 * tally.Right[k] / Math.Max(1, tally.Given[k] + tally.Wanted[k]);
        }
    }

    private static void Add(NameDocument document, NameTagger tagger, bool plain, Tally tally)
    {
        TokenView view = NameLessons.View(document.Text);
        var gold = new HashSet<(TextSpan, NameKind)>();
        List<TextSpan> unclear = [];
        foreach (MarkedName name in document.Names)
        {
            if (name.Kinds.Length == 1 && !name.MayBeNone)
                gold.Add((name.Span, name.Kinds[0]));
            else
                unclear.Add(name.Span);
        }
        foreach ((_, NameKind kind) in gold)
            Count(tally.Wanted, kind);
        foreach (TaggedName name in tagger.Find(view, TokenTags.Of(view), plain))
        {
            var span = new TextSpan(view.Tokens[name.First].Span.Start, view.WordSpan(name.End - 1).End);
            if ((document.Rest != Unmarked.NoName && name.Kind == NameKind.Other) || unclear.Exists(u => u.Overlaps(span)))
                continue;
            Count(tally.Given, name.Kind);
            if (gold.Contains((span, name.Kind)))
                Count(tally.Right, name.Kind);
        }
    }

    private static void Count(int[] counts, NameKind kind)
    {
        counts[(int)kind]++;
        counts[4]++;
    }
}

using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.NameTagging;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>How many names a tagger finds, by exact spans and kinds; bench/score_names.py scores what the whole engine finds.</summary>
internal static class NameScores
{
    /// <summary>A line a set: F1 in percent of persons, organisations, places, others and all.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<NameDocument> documents, NameModel model, bool plain)
    {
        var tagger = new NameTagger(model);
        foreach (IGrouping<string, NameDocument> set in documents.GroupBy(d => d.Set, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var right = new int[5];
            var given = new int[5];
            var wanted = new int[5];
            foreach (NameDocument document in set)
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
                    Count(wanted, kind);
                foreach (TaggedName name in tagger.Find(view, TokenTags.Of(view), plain))
                {
                    var span = new TextSpan(view.Tokens[name.First].Span.Start, view.WordSpan(name.End - 1).End);
                    if ((document.Rest != Unmarked.NoName && name.Kind == NameKind.Other) || unclear.Exists(u => u.Overlaps(span)))
                        continue;
                    Count(given, name.Kind);
                    if (gold.Contains((span, name.Kind)))
                        Count(right, name.Kind);
                }
            }
            yield return string.Create(CultureInfo.InvariantCulture, $"{set.Key}: person {F(0):0.0}, organisation {F(1):0.0}, place {F(2):0.0}, other {F(3):0.0}, all {F(4):0.0}");
            double F(int k) => 200.0 * right[k] / Math.Max(1, given[k] + wanted[k]);
        }
    }

    private static void Count(int[] counts, NameKind kind)
    {
        counts[(int)kind]++;
        counts[4]++;
    }
}

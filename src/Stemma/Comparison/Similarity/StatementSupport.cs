using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>How far a text tells what a statement says.</summary>
/// <remarks>
/// The statement's words are looked for in two neighbouring sentences at a time. A word weighs by how rare it is in the language, and the
/// less the more often the text has it: what the text is about says nothing of the statement. Weights are set by hand in round numbers;
/// when one changes, run bench/score_support.py (docs/decisions/claims.md).
/// </remarks>
internal readonly record struct StatementSupport
{
    /// <summary>What the best place of the text must have for the text to tell the statement.</summary>
    public const double Told = .4;

    /// <summary>What a name or a number that the text has not takes away, and what a negation that one alone has.</summary>
    private const double OtherName = .25, OtherNumber = .5, OtherPolarity = .25;

    /// <summary>In natural logarithms of one over a word's part of all words: a number's weight, the least and the greatest rarity that is told apart.</summary>
    private const double NumberRarity = 10, LeastRarity = 2, MostRarity = 14;

    /// <summary>In words; more of a statement is not looked at.</summary>
    private const int LongestStatement = 200;

    /// <summary>The weight of the statement's words that the best place of the text has, 0 to 1.</summary>
    public required double Cover { get; init; }

    /// <summary>How far the name of the statement that the text tells least of is missing, 0 to 1.</summary>
    public required double MissingName { get; init; }

    /// <summary>The same of its numbers.</summary>
    public required double MissingNumber { get; init; }

    /// <summary>True where the statement is negated and the best place is not, or the other way round.</summary>
    public required bool IsOpposed { get; init; }

    /// <summary>The place: a sentence and the one before it.</summary>
    public required TextSpan Place { get; init; }

    /// <summary>The higher, the likelier that the text tells the statement; at most 1.</summary>
    public double Score => Cover - OtherName * MissingName - OtherNumber * MissingNumber - (IsOpposed ? OtherPolarity : 0);

    /// <summary>Looks for the statement in the text; null where the text or the statement has no words. Linear in the text for one statement.</summary>
    public static StatementSupport? Of(AnnotatedReport text, ReportWords words, ReadOnlySpan<ComparableWord> statement, Lexicon lexicon)
    {
        statement = statement[..Math.Min(statement.Length, LongestStatement)];
        if (statement.IsEmpty || words.All.IsEmpty)
            return null;
        double[] weights = Weights(statement, words.All);
        double sum = weights.Sum();
        double[] here = new double[statement.Length], before = new double[statement.Length], anywhere = new double[statement.Length];
        (double Cover, int Sentence) best = (-1, 0);
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            (here, before) = (before, here);
            Array.Clear(here);
            foreach (ref readonly ComparableWord word in words.In(text.Sentences[s].Span))
            {
                for (int i = 0; i < statement.Length; i++)
                    here[i] = Math.Max(here[i], WordLikeness.Of(statement[i], word, lexicon));
            }
            double cover = 0;
            for (int i = 0; i < statement.Length; i++)
            {
                cover += weights[i] * Math.Max(here[i], before[i]);
                anywhere[i] = Math.Max(anywhere[i], here[i]);
            }
            if (cover > best.Cover)
                best = (cover, s);
        }
        int first = Math.Max(0, best.Sentence - 1);
        var place = new TextSpan(text.Sentences[first].Span.Start, text.Sentences[best.Sentence].Span.End);
        (double name, double number) = Missing(statement, anywhere);
        return new StatementSupport
        {
            Cover = best.Cover / sum,
            MissingName = name,
            MissingNumber = number,
            IsOpposed = IsNegated(statement) != IsNegated(words.In(text.Sentences[best.Sentence].Span)),
            Place = place,
        };
    }

    private static double[] Weights(ReadOnlySpan<ComparableWord> statement, ReadOnlySpan<ComparableWord> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ref readonly ComparableWord word in statement)
            counts[word.Stem] = 0;
        foreach (ref readonly ComparableWord word in text)
        {
            if (counts.TryGetValue(word.Stem, out int count))
                counts[word.Stem] = count + 1;
        }
        var weights = new double[statement.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double rarity = IsNumber(statement[i]) ? NumberRarity : Math.Min(-Math.Log(WordCounts.English.ShareOf(statement[i].Form)), MostRarity);
            weights[i] = Math.Max(0, rarity - LeastRarity) / Math.Sqrt(Math.Max(1, counts[statement[i].Stem]));
        }
        return weights;
    }

    private static (double Name, double Number) Missing(ReadOnlySpan<ComparableWord> statement, double[] found)
    {
        double name = 0, number = 0;
        for (int i = 0; i < found.Length; i++)
        {
            if (IsNumber(statement[i]))
                number = Math.Max(number, 1 - found[i]);
            else if (statement[i] is { IsCapital: true, IsContent: true })
                name = Math.Max(name, 1 - found[i]);
        }
        return (name, number);
    }

    private static bool IsNegated(ReadOnlySpan<ComparableWord> words)
    {
        bool negated = false;
        foreach (ref readonly ComparableWord word in words)
            negated |= Factuality.English.OnWord(word.Form) is { Plain: FactEffect.No, Negated: FactEffect.None };
        return negated;
    }

    private static bool IsNumber(in ComparableWord word) => char.IsDigit(word.Form[0]);
}

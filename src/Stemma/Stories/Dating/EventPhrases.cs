using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Finds the pairs of neighbouring content words that a time in the same sentence dates: "third term", "sluice gate".</summary>
internal static class EventPhrases
{
    /// <summary>The phrases on both sides of the time, up to the next mark, another time or the end of the sentence.</summary>
    /// <param name="report">The report.</param>
    /// <param name="sentence">The sentence of the time.</param>
    /// <param name="first">The first token of the time.</param>
    /// <param name="end">The token after the time.</param>
    /// <param name="names">The words that the report writes with a capital inside a sentence.</param>
    public static IReadOnlyList<string> Near(AnnotatedReport report, Sentence sentence, int first, int end, HashSet<string> names)
    {
        var phrases = new List<string>();
        string? after = null;
        for (int i = first - 1; i >= Math.Max(sentence.FirstToken, first - Reach); i--)
        {
            if (EventWords.EndsClause(report.Text, report.Tokens[i]))
                break;
            string? word = Word(report, i, names);
            if (word is not null && after is not null)
                phrases.Add(word + ' ' + after);
            after = word;
        }
        string? before = null;
        for (int i = end; i < Math.Min(sentence.FirstToken + sentence.TokenCount, end + Reach); i++)
        {
            if (EventWords.EndsClause(report.Text, report.Tokens[i]))
                break;
            string? word = Word(report, i, names);
            if (word is not null && before is not null)
                phrases.Add(before + ' ' + word);
            before = word;
        }
        return phrases;
    }

    // A word that helps to name one event; null for names, which many events share.
    private static string? Word(AnnotatedReport report, int token, HashSet<string> names)
    {
        EventWords words = EventWords.English;
        if (words.Content(report.Text, report.Tokens[token]) is not { } word || names.Contains(word))
            return null;
        return words.Recurs(word) || words.IsCommon(word) || words.IsModal(word) || words.IsOpen(word) ? null : word;
    }

    /// <summary>In tokens to each side of the time.</summary>
    private const int Reach = 25;
}

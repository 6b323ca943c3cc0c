using Stemma.Languages;
using Stemma.Stories.Dating;

namespace Stemma.Stories.Timeline;

/// <summary>How much two clauses tell the same, by content words that weigh the more the rarer they are in the story.</summary>
internal sealed class ClauseLikeness
{
    private readonly Dictionary<string, double> _weights;

    /// <summary>Weighs the words by the number of clauses that they are in.</summary>
    /// <param name="clauses">The clauses, copies left out.</param>
    public ClauseLikeness(IReadOnlyCollection<TimelineItem> clauses)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in clauses.SelectMany(c => c.Words))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        _weights = counts.ToDictionary(c => c.Key, c => Math.Log(1 + ((double)(clauses.Count + Smoothing) / c.Value)), StringComparer.Ordinal);
    }

    /// <summary>Compares two clauses.</summary>
    public Likeness Of(TimelineItem a, TimelineItem b)
    {
        double shared = 0;
        int count = 0, things = 0;
        var words = new List<string>();
        foreach (string word in a.Words)
        {
            if (Array.BinarySearch(b.Words, word, StringComparer.Ordinal) < 0)
                continue;
            shared += _weights[word];
            count++;
            things += IsName(a, word) && IsName(b, word) ? 0 : 1;
            words.Add(word);
        }
        double x = Whole(a), y = Whole(b);
        return new Likeness(count, things, shared / Math.Max(double.Epsilon, Math.Min(x, y)), 2 * shared / Math.Max(double.Epsilon, x + y), IsSameVerb(a, b), words);
    }

    private static bool IsName(TimelineItem item, string word) => Array.BinarySearch(item.Names, word, StringComparer.Ordinal) >= 0;

    private double Whole(TimelineItem item)
    {
        double whole = 0;
        foreach (string word in item.Words)
            whole += _weights[word];
        return whole;
    }

    /// <summary>True where the two surely tell one act, so that they cannot have happened on two days.</summary>
    /// <remarks>Names, numbers or words like "another" that set them apart, and acts of which there are many, make it unsure.</remarks>
    public static bool IsOneAct(TimelineItem a, TimelineItem b, Likeness likeness)
    {
        bool alike = likeness.Shared >= ActWords && likeness.Containment >= ActContainment && likeness.Dice >= ActDice && likeness.IsSameVerb;
        if (!alike || a.Gives || b.Gives || a.IsOneOfSeveral || b.IsOneOfSeveral)
            return false;
        if (Differ(a.Names, b.Names) || Differ(a.Numbers, b.Numbers))
            return false;
        return likeness.Dice >= CommonActDice || !likeness.Words.Any(EventWords.English.Recurs);
    }

    // Each side has something that the other lacks.
    private static bool Differ(string[] a, string[] b) => a.Except(b, StringComparer.Ordinal).Any() && b.Except(a, StringComparer.Ordinal).Any();

    private static bool IsSameVerb(TimelineItem a, TimelineItem b) =>
        a.Verb.Length > 0 && (a.Verb == b.Verb || Lexicon.English.AreSynonyms(a.Verb, b.Verb) || Lexicon.English.AreDerived(a.Verb, b.Verb));

    /// <summary>In clauses, added so that in a story of two clauses no word weighs nothing.</summary>
    private const int Smoothing = 2;

    // In words; parts of the weight of the shorter clause and of both (weighted Dice). Set by hand on invented stories, high: a wrong
    // conflict is worse than two entries. Re-run the tests of TimelineBuilder when changed.
    private const int ActWords = 3;
    private const double ActContainment = 0.7, ActDice = 0.6, CommonActDice = 0.8;
}

/// <summary>What two clauses share.</summary>
/// <param name="Shared">How many content words.</param>
/// <param name="Things">How many of them are no names.</param>
/// <param name="Containment">Their weight in that of the clause with less, 0 to 1.</param>
/// <param name="Dice">Their weight in that of both, 0 to 1.</param>
/// <param name="IsSameVerb">True where the same or a synonymous word tells what happened.</param>
/// <param name="Words">The shared words.</param>
internal readonly record struct Likeness(int Shared, int Things, double Containment, double Dice, bool IsSameVerb, IReadOnlyList<string> Words);

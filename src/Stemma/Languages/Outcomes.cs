using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>One of two outcomes of which only one can be true of one thing at one time; see outcomes.tsv.</summary>
/// <param name="Topic">The number of the happening.</param>
/// <param name="IsFirst">Which of the two.</param>
/// <param name="IsEither">True where what is not the one is the other.</param>
/// <param name="OfDoer">True where it is so of the subject; else of the object.</param>
/// <param name="IsAgain">True where the one may follow the other within days: "closed", "opened".</param>
internal readonly record struct Outcome(int Topic, bool IsFirst, bool IsEither, bool OfDoer, bool IsAgain);

/// <summary>Happenings that have one doer for one thing; see single-takers.tsv.</summary>
/// <param name="Topic">Words of one topic tell one happening.</param>
/// <param name="Only">Who or what there is but one of: "doer", "thing" or a preposition.</param>
/// <param name="Same">What must be the same for that.</param>
internal readonly record struct SingleTaker(string Topic, string Only, string Same);

/// <summary>What is known of happenings that exclude one another. Base forms in small letters. Immutable.</summary>
internal sealed class Outcomes
{
    private static readonly Lazy<Outcomes> s_english = new(() => new Outcomes("En"));

    private readonly FrozenDictionary<string, Outcome[]> _outcomes;
    private readonly FrozenDictionary<string, SingleTaker> _takers;
    private readonly FrozenDictionary<string, int[]> _acts;
    private readonly FrozenSet<string> _partial, _doubting, _none;

    private Outcomes(string language)
    {
        var outcomes = new Dictionary<string, List<Outcome>>(StringComparer.Ordinal);
        int topic = 0;
        foreach (string[] row in TableFile.Rows(language + "/outcomes.tsv"))
        {
            for (int side = 0; side < 2; side++)
            {
                foreach (string words in row[3 + side].Split('|'))
                {
                    if (!outcomes.TryGetValue(words, out List<Outcome>? list))
                        outcomes[words] = list = [];
                    list.Add(new Outcome(topic, side == 0, row[0] == "either", row[2] == "doer", row[1] == "again"));
                }
            }
            topic++;
        }
        _outcomes = outcomes.ToFrozenDictionary(o => o.Key, o => o.Value.ToArray(), StringComparer.Ordinal);
        _takers = TableFile.Rows(language + "/single-takers.tsv").ToFrozenDictionary(r => r[1], r => new SingleTaker(r[0], r[2], r[3]), StringComparer.Ordinal);
        _acts = TableFile.Lines(language + "/acts.tsv").Index().SelectMany(l => l.Item.Split('|').Select(word => (Word: word, l.Index)))
            .GroupBy(a => a.Word, a => a.Index, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _partial = TableFile.Lines(language + "/partial-negations.txt").ToFrozenSet(StringComparer.Ordinal);
        _none = TableFile.Lines(language + "/none-words.txt").ToFrozenSet(StringComparer.Ordinal);
        _doubting = TableFile.Lines(language + "/doubting-verbs.txt").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The English words; read when they are first asked for.</summary>
    public static Outcomes English => s_english.Value;

    /// <summary>The outcomes that the words tell; none for most words.</summary>
    public Outcome[] Of(string words) => _outcomes.GetValueOrDefault(words) ?? [];

    /// <summary>The happening with one doer that the words tell, null for most words.</summary>
    public SingleTaker? TakerOf(string words) => _takers.TryGetValue(words, out SingleTaker taker) ? taker : null;

    /// <summary>The numbers of the acts that the words may tell; two words with a number in common can tell one.</summary>
    public int[] ActsOf(string words) => _acts.GetValueOrDefault(words) ?? [];

    /// <summary>True for a word in small letters that makes a negation beside it partial: "not only".</summary>
    public bool IsPartial(string word) => _partial.Contains(word);

    /// <summary>True for a word in small letters that says that there is none: "no", "nobody".</summary>
    public bool IsNone(string word) => _none.Contains(word);

    /// <summary>True for a verb in its base form that leaves what is said to who says it: "claim".</summary>
    public bool IsDoubting(string verb) => _doubting.Contains(verb);
}

using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>What the training text and the dictionaries say of words: class, certain tag, form kinds.</summary>
internal sealed class WordTable
{
    /// <summary>The folds by which the training text describes its own words: each sentence is described by the other folds.</summary>
    public const int Folds = 10;

    private const int TagCount = (int)UniversalTag.X + 1;

    /// <summary>In occurrences: a word seen less often has the class of its dictionary forms.</summary>
    private const int Seen = 3;

    /// <summary>In occurrences: a word seen less often is never certain.</summary>
    private const int OftenSeen = 30;

    /// <summary>The share of its occurrences with one tag above which a word is certain. At .998 no figure on the development sets changed.</summary>
    private const double CertainShare = 0.998;

    private sealed class Counts
    {
        public readonly int[] All = new int[TagCount];
        public readonly int[]?[] Fold = new int[Folds][];
        public string Spelling = "";
    }

    private readonly SortedDictionary<uint, Counts> _counts = [];
    private readonly Dictionary<uint, FormKinds> _kinds = [];

    /// <summary>Counts the training text.</summary>
    public WordTable(IReadOnlyList<GoldSentence> train, WordForms forms)
    {
        foreach ((string word, FormKinds kinds) in forms.Kinds)
        {
            if (forms.Common.Contains(word))
                _kinds[WordFacts.HashOf(word)] = kinds;
        }
        for (int s = 0; s < train.Count; s++)
        {
            foreach (GoldWord word in train[s].Words)
            {
                uint hash = WordFacts.HashOf(word.Form);
                if (!_counts.TryGetValue(hash, out Counts? counts))
                {
                    _counts[hash] = counts = new Counts { Spelling = word.Form.ToLowerInvariant() };
                    // What the text has is worth its place whatever its size in SCOWL.
                    if (!_kinds.ContainsKey(hash) && forms.Kinds.TryGetValue(counts.Spelling, out FormKinds kinds))
                        _kinds[hash] = kinds;
                }
                counts.All[(int)word.Tag]++;
                (counts.Fold[s % Folds] ??= new int[TagCount])[(int)word.Tag]++;
            }
        }
    }

    /// <summary>All words with an entry, by hash.</summary>
    public IEnumerable<uint> Words => _counts.Where(c => c.Value.All.Sum() >= Seen).Select(c => c.Key).Concat(_kinds.Keys).Distinct().Order();

    /// <summary>The entry of a word.</summary>
    /// <param name="word">Its hash.</param>
    /// <param name="fold">The fold of the training text that may not speak; negative for none.</param>
    public (ushort Class, FormKinds Kinds, sbyte Certain) EntryOf(uint word, int fold)
    {
        FormKinds kinds = _kinds.GetValueOrDefault(word);
        if (!_counts.TryGetValue(word, out Counts? counts))
            return (0, kinds, -1);
        Span<int> tags = stackalloc int[TagCount];
        counts.All.CopyTo(tags);
        if (fold >= 0 && counts.Fold[fold] is { } own)
        {
            for (int t = 0; t < tags.Length; t++)
                tags[t] -= own[t];
        }
        int total = 0, best = 0;
        for (int t = 0; t < tags.Length; t++)
        {
            total += tags[t];
            if (tags[t] > tags[best])
                best = t;
        }
        return total < Seen ? ((ushort)0, kinds, (sbyte)-1) : (ClassOf(tags, total, best), kinds, total >= OftenSeen && tags[best] >= CertainShare * total ? (sbyte)best : (sbyte)-1);
    }

    /// <summary>Adds to a word's facts what <see cref="TaggerModel.Describe"/> adds.</summary>
    public void Describe(ref WordFacts word, int fold)
    {
        (word.Class, word.Kinds, word.Certain) = EntryOf(word.Word, fold);
        WordClusters.English.Describe(ref word);
        if (word.Class == 0)
            word.Class = word.OpenClass();
    }

    // The tags that have a twentieth of the occurrences or more, the commonest among them, and how far it prevails.
    private static ushort ClassOf(ReadOnlySpan<int> tags, int total, int best)
    {
        uint set = 0;
        for (int t = 0; t < tags.Length; t++)
        {
            if (tags[t] * 20 >= total)
                set |= 1u << t;
        }
        uint strength = tags[best] * 10 >= total * 9 ? 2u : tags[best] * 10 >= total * 6 ? 1u : 0u;
        uint hash = WordFacts.Step(WordFacts.Step(WordFacts.Step(77, set), (uint)best), strength);
        return (ushort)((hash & (WordFacts.OpenBit - 1)) | 8);
    }
}

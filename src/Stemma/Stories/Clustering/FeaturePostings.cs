using System.Runtime.InteropServices;

namespace Stemma.Stories.Clustering;

/// <summary>Under which numbers a feature was entered, the newest first. Chains in two arrays: eight bytes an entry.</summary>
internal sealed class FeaturePostings
{
    private readonly Dictionary<uint, int> _heads = [];
    private readonly List<(int Number, int Next)> _entries = [];

    /// <summary>Enters a number under a feature; not twice in a row.</summary>
    public void Add(uint key, int number)
    {
        ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, key, out bool exists);
        if (exists && _entries[head].Number == number)
            return;
        _entries.Add((number, exists ? head : -1));
        head = _entries.Count - 1;
    }

    /// <summary>Takes the newest numbers under a feature, the newest first.</summary>
    /// <param name="key">The feature.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="numbers">They are added here.</param>
    public void CopyTo(uint key, int most, List<int> numbers)
    {
        if (!_heads.TryGetValue(key, out int entry))
            return;
        for (int n = 0; entry >= 0 && n < most; n++)
        {
            numbers.Add(_entries[entry].Number);
            entry = _entries[entry].Next;
        }
    }
}

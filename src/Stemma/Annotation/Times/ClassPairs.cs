namespace Stemma.Annotation.Times;

/// <summary>The classes of the first two atoms that a pattern can match, "no second" among them.</summary>
internal sealed class ClassPairs(int classes)
{
    // For every class the classes that can follow it, a bit each, the bit behind the last class for none; null where it starts nothing.
    private readonly ulong[]?[] _seconds = new ulong[]?[classes];

    private readonly List<int> _firsts = [];

    /// <summary>The classes that the pattern can start with.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    /// <summary>True where the pattern can start with the class.</summary>
    public bool HasFirst(int first) => _seconds[first] is not null;

    /// <summary>True where the second can follow the first.</summary>
    public bool Has(int first, int second) => _seconds[first] is { } seconds && IsIn(seconds, second);

    /// <summary>True where the first alone can be a match.</summary>
    public bool HasAlone(int first) => Has(first, classes);

    /// <summary>What can follow the first, which is one that the pattern can start with.</summary>
    public ReadOnlySpan<ulong> Seconds(int first) => _seconds[first];

    /// <summary>A set of classes without any, for the other methods; the number behind the last class stands for "none".</summary>
    public static ulong[] Set(int classes) => new ulong[(classes / BitsOfWord) + 1];

    /// <summary>Lets any of a set follow the first.</summary>
    public void Add(int first, ReadOnlySpan<ulong> seconds)
    {
        if (_seconds[first] is null)
        {
            _seconds[first] = Set(classes);
            _firsts.Add(first);
        }
        Join(_seconds[first], seconds);
    }

    /// <summary>Adds the pairs of an element that a rest follows, which a pair that needs no second goes on with.</summary>
    public void Add(ClassPairs element, ReadOnlySpan<ulong> rest)
    {
        foreach (int first in element._firsts)
        {
            bool had = HasAlone(first), alone = element.HasAlone(first);
            Add(first, element._seconds[first]);
            if (alone && !had)
                _seconds[first]![classes / BitsOfWord] &= ~(1ul << (classes % BitsOfWord));
            if (alone)
                Add(first, rest);
        }
    }

    /// <summary>Adds all pairs of another.</summary>
    public void Add(ClassPairs other)
    {
        foreach (int first in other._firsts)
            Add(first, other._seconds[first]);
    }

    /// <summary>Puts a class into a set.</summary>
    public static void Put(Span<ulong> set, int type) => set[type / BitsOfWord] |= 1ul << (type % BitsOfWord);

    /// <summary>True where a set has the class.</summary>
    public static bool IsIn(ReadOnlySpan<ulong> set, int type) => (set[type / BitsOfWord] & (1ul << (type % BitsOfWord))) != 0;

    /// <summary>Adds to a set all of another.</summary>
    public static void Join(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < set.Length; i++)
            set[i] |= other[i];
    }

    private const int BitsOfWord = 64;
}

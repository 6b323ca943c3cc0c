namespace Stemma.Annotation.NameTagging;

/// <summary>
/// The labels of tokens: 0 outside a name; otherwise 1 + 4 × kind + place, where the place is the beginning, the inside, the end
/// of a name, or a name of one token (the scheme BIOES). They order as <see cref="NameKind"/> does.
/// </summary>
internal static class NameLabels
{
    /// <summary>How many there are.</summary>
    public const int Count = 17;

    /// <summary>How many have weights: the score of <see cref="Outside"/> is always 0.</summary>
    public const int Weighed = 16;

    /// <summary>The label of a token in no name.</summary>
    public const int Outside = 0;

    /// <summary>The places of a token in a name.</summary>
    public const int Begin = 0, Inside = 1, End = 2, Single = 3;

    /// <summary>The label of a kind and a place.</summary>
    public static int Of(NameKind kind, int place) => 1 + (4 * (int)kind) + place;

    /// <summary>The kind of a label other than <see cref="Outside"/>.</summary>
    public static NameKind KindOf(int label) => (NameKind)((label - 1) / 4);

    /// <summary>The place of a label other than <see cref="Outside"/>.</summary>
    public static int PlaceOf(int label) => (label - 1) % 4;

    /// <summary>All labels, a bit a label.</summary>
    public const uint All = (1u << Count) - 1;

    /// <summary>The labels of tokens that stand small or as marks inside names, those of words that may begin names as well ("de"), those of marks that may end them ("Inc.").</summary>
    public const uint InsideAlone = 1u | (0x2222u << 1), BeginOrInside = 1u | (0x3333u << 1), InsideOrEnd = 1u | (0x6666u << 1);

    /// <summary>The labels of names of one token.</summary>
    public const uint Alone = 0x8888u << 1;

    /// <summary>The labels of persons and of places, and that of a person of one token.</summary>
    public const uint Person = 0xFu << 1, Place = 0xFu << 9, SinglePerson = 1u << (1 + Single);

    /// <summary>True where the second label can follow the first; <see cref="Outside"/> stands for the edges of a run as well.</summary>
    public static bool MayFollow(int first, int second)
    {
        bool open = first != Outside && PlaceOf(first) < End;
        bool goesOn = second != Outside && (PlaceOf(second) is Inside or End);
        return open ? goesOn && KindOf(first) == KindOf(second) : !goesOn;
    }

    /// <summary>For every label a bit for each label that can stand before it.</summary>
    public static uint[] BitsBefore { get; } = Bits();

    private static uint[] Bits()
    {
        var bits = new uint[Count];
        for (int second = 0; second < Count; second++)
        {
            for (int first = 0; first < Count; first++)
            {
                if (MayFollow(first, second))
                    bits[second] |= 1u << first;
            }
        }
        return bits;
    }
}

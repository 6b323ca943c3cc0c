using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Passages;

/// <summary>Numbers the stems of one text from 0 on, in the order of their first place (open addressing with linear probing).</summary>
/// <remarks>The numbers of stems come from <see cref="StoryVocabulary"/>, one after the other, so that no text can make them meet on purpose.</remarks>
internal sealed class StemTable
{
    private int[] _stems;
    private int[] _numbers;
    private int _shift;

    /// <summary>A table that has room for so many stems before it grows.</summary>
    public StemTable(int capacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, capacity * 2L));
        (_stems, _numbers, _shift) = (new int[size], new int[size], 32 - BitOperations.Log2((uint)size));
    }

    /// <summary>How many stems have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the stem, -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int stem)
    {
        int place = PlaceOf(stem);
        return _stems[place] == 0 ? -1 : _numbers[place];
    }

    /// <summary>The number of the stem, which it gets now if it has none.</summary>
    public int Number(int stem)
    {
        int place = PlaceOf(stem);
        if (_stems[place] == stem + 1)
            return _numbers[place];
        if (2 * (Count + 1) > _stems.Length)
        {
            Grow();
            place = PlaceOf(stem);
        }
        (_stems[place], _numbers[place]) = (stem + 1, Count);
        return Count++;
    }

    // Where the stem stands or would stand; the table holds stems plus 1, 0 for a free place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int stem)
    {
        int[] stems = _stems;
        int place = (int)(((uint)stem * 2654435769) >> _shift);
        while (stems[place] != stem + 1 && stems[place] != 0)
            place = (place + 1) & (stems.Length - 1);
        return place;
    }

    private void Grow()
    {
        (int[] stems, int[] numbers) = (_stems, _numbers);
        (_stems, _numbers, _shift) = (new int[stems.Length * 2], new int[stems.Length * 2], _shift - 1);
        for (int i = 0; i < stems.Length; i++)
        {
            if (stems[i] == 0)
                continue;
            int place = PlaceOf(stems[i] - 1);
            (_stems[place], _numbers[place]) = (stems[i], numbers[i]);
        }
    }
}

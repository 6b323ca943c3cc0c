using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Passages;

/// <summary>Words that were looked up last, each in the one place that its letters give: most words of a text are among them.</summary>
/// <remarks>They are held letter by letter, so that nothing else need be fetched from memory to know them; very long ones are not held.</remarks>
internal sealed class RecentWords
{
    /// <summary>In words, a power of two; the words of a text fit the cache of a core.</summary>
    private const int Places = 1 << 13;

    /// <summary>In UTF-16 code units: what four numbers of 64 bits hold.</summary>
    private const int LongestHeld = 16;

    private readonly Entry[] _entries = new Entry[Places];

    /// <summary>What is known of the word; false where it is not held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(ReadOnlySpan<char> letters, out FoldedWord word)
    {
        var key = Key.Of(letters);
        ref readonly Entry entry = ref _entries[key.Place];
        word = entry.Word;
        return entry.Length == letters.Length && entry.Key.Is(key) && (uint)(letters.Length - 1) < LongestHeld;
    }

    /// <summary>Holds a word in place of another.</summary>
    public void Set(ReadOnlySpan<char> letters, FoldedWord word)
    {
        if (letters.Length is 0 or > LongestHeld)
            return;
        var key = Key.Of(letters);
        _entries[key.Place] = new Entry(key, letters.Length, word);
    }

    private readonly record struct Entry(Key Key, int Length, FoldedWord Word);

    // The letters from both ends, which overlap in shorter words; with the length they are the word.
    private readonly struct Key(ulong first, ulong second, ulong secondLast, ulong last)
    {
        private readonly ulong _first = first, _second = second, _secondLast = secondLast, _last = last;

        public int Place => (int)(((_first * 0x9E3779B97F4A7C15) ^ (_second * 0xC2B2AE3D27D4EB4F) ^ (_last * 0x165667B19E3779F9)) >> 51);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Key Of(ReadOnlySpan<char> letters)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(letters);
            if (letters.Length >= 8)
                return new Key(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]), MemoryMarshal.Read<ulong>(bytes[^16..]), MemoryMarshal.Read<ulong>(bytes[^8..]));
            if (letters.Length >= 4)
                return new Key(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^8..]), 0, 0);
            ulong all = 0;
            foreach (char letter in letters)
                all = (all << 16) | letter;
            return new Key(all, 0, 0, 0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Is(in Key other) => _first == other._first && _second == other._second && _secondLast == other._secondLast && _last == other._last;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Finds the runs of words that one document shares with others, exactly; one instance a thread.</summary>
/// <remarks>
/// The runs of the first document are put into a table by their hash; each other is walked from front to back, and what it
/// shares is taken as far as it reaches (greedy string tiling from left to right); behind a run, where a few words were changed,
/// shorter runs go on with it. Linear in both, whatever repeats in them.
/// </remarks>
internal sealed class RunMatcher
{
    /// <summary>In words: how far behind a run a shorter one may go on with it.</summary>
    private const int SameDistance = 12;

    /// <summary>In words: a run so close behind another and in step with it counts from so many words on.</summary>
    public const int LeastNear = 2;

    /// <summary>In words: how far out of step the next run may be, where words were put in or left out between.</summary>
    private const int OutOfStep = 2;

    /// <summary>In slots: more with one hash are an accident or an attack, and what lies behind is left unfound.</summary>
    private const int MostProbes = 32;

    private readonly List<SharedRun> _runs = [];
    private int[] _slots = new int[1 << 10];
    private int _shift;

    /// <summary>Sets the document that others are matched with.</summary>
    /// <param name="words">Its words' hashes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Start(ReadOnlySpan<uint> words)
    {
        int grams = Math.Max(0, words.Length - GramHash.Words + 1);
        int size = (int)Math.Max(16, BitOperations.RoundUpToPowerOf2((uint)grams * 2));
        if (_slots.Length < size)
            _slots = new int[size];
        _shift = 32 - BitOperations.Log2((uint)size);
        Span<int> slots = _slots.AsSpan(0, size);
        slots.Clear();
        ref uint first = ref MemoryMarshal.GetReference(words);
        for (int i = 0; i < grams; i++)
        {
            int slot = (int)(GramHash.Of(ref Unsafe.Add(ref first, i)) >> _shift);
            for (int probe = 0; probe < MostProbes; probe++)
            {
                int held = slots[slot];
                if (held == 0)
                {
                    slots[slot] = i + 1;
                    break;
                }
                if (Same(ref Unsafe.Add(ref first, held - 1), ref Unsafe.Add(ref first, i)))
                    break;
                slot = (slot + 1) & (size - 1);
            }
        }
    }

    /// <summary>The runs that the document shares with another, in the order of the other; valid until the next call.</summary>
    /// <param name="a">The words given to <see cref="Start"/>.</param>
    /// <param name="b">The words of the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<SharedRun> Match(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        _runs.Clear();
        int lastA = -1, lastB = 0;
        ref uint firstA = ref MemoryMarshal.GetReference(a);
        ref uint firstB = ref MemoryMarshal.GetReference(b);
        for (int j = 0; j + LeastNear <= b.Length;)
        {
            ref uint gram = ref Unsafe.Add(ref firstB, j);
            int i = -1;
            if (lastA >= 0 && j - lastB <= SameDistance)
                i = GoOn(ref firstA, a.Length, lastA, j - lastB, ref gram);
            if (i < 0 && j + GramHash.Words <= b.Length)
                i = Find(a, ref gram);
            if (i < 0)
            {
                j++;
                continue;
            }
            int length = a[i..].CommonPrefixLength(b[j..]);
            _runs.Add(new SharedRun(i, j, length));
            j += length;
            (lastA, lastB) = (i + length, j);
        }
        return CollectionsMarshal.AsSpan(_runs);
    }

    // Where in A a run goes on behind the last one: in step with it, or some words out of step; -1 where it does not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int GoOn(ref uint firstA, int lengthA, int lastA, int behind, ref uint gram)
    {
        ulong pair = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref gram));
        for (int step = 0; step <= OutOfStep; step++)
        {
            int more = lastA + behind + step, less = lastA + behind - step;
            if (more + LeastNear <= lengthA && Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref firstA, more))) == pair)
                return more;
            if (less >= lastA && less + LeastNear <= lengthA && Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref firstA, less))) == pair)
                return less;
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ReadOnlySpan<uint> a, ref uint gram)
    {
        int mask = (1 << (32 - _shift)) - 1;
        int slot = (int)(GramHash.Of(ref gram) >> _shift);
        for (int probe = 0; probe < MostProbes; probe++)
        {
            int held = _slots[slot];
            if (held == 0)
                return -1;
            if (Same(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), held - 1), ref gram))
                return held - 1;
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same(ref uint a, ref uint b) =>
        Unsafe.ReadUnaligned<UInt128>(ref Unsafe.As<uint, byte>(ref a)) == Unsafe.ReadUnaligned<UInt128>(ref Unsafe.As<uint, byte>(ref b));
}

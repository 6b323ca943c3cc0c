using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// Weighs the moves of one sentence that is being parsed. What each group of <see cref="MoveFeatures"/> weighs is kept as long as nothing that
/// the group looks at has changed: a word stays on the stack, and a next word the next, over several moves.
/// </summary>
internal readonly ref struct MoveScores
{
    private readonly WeightBuckets _weights;
    private readonly ReadOnlySpan<SyntaxWord> _words;
    private readonly ReadOnlySpan<int> _passed;

    // For each word what OfTop, OfTopRight, OfNext and OfNextLeft weigh, and for which number of dependents, plus one; 0 where they were not weighed yet.
    private readonly Span<Vector128<short>> _sums;
    private readonly Span<int> _known;

    /// <summary>Starts a sentence.</summary>
    /// <param name="weights">The weights of moves.</param>
    /// <param name="words">The sentence, then root and no word.</param>
    /// <param name="passed">For each word what stands before it, see <see cref="WordsPassed"/>.</param>
    /// <param name="sums"><see cref="PerWord"/> for each of the words, zeros.</param>
    /// <param name="known">The same.</param>
    public MoveScores(WeightBuckets weights, ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, Span<Vector128<short>> sums, Span<int> known)
    {
        _weights = weights;
        _words = words;
        _passed = passed;
        _sums = sums;
        _known = known;
    }

    /// <summary>The sums that are kept for a word.</summary>
    public const int PerWord = 4;

    /// <summary>The weights of shift, left and right.</summary>
    /// <param name="state">A state with a word on its stack.</param>
    /// <param name="ids">Room for <see cref="MoveFeatures.Count"/> features.</param>
    public Vector128<short> Of(in ParserState state, Span<uint> ids)
    {
        // Features of at most 127 each stay far inside 16 bits.
        int top = state.Top(0), next = state.Ahead(0), topAt = PerWord * top, nextAt = (PerWord * next) + 2;
        int a = _known[topAt] != 0 ? 0 : MoveFeatures.OfTop(_words, _passed, state, ids);
        int b = a + (_known[topAt + 1] == state.RightCount[top] + 1 ? 0 : MoveFeatures.OfTopRight(_words, state, ids[a..]));
        int c = b + (_known[nextAt] != 0 ? 0 : MoveFeatures.OfNext(_words, state, ids[b..]));
        int d = c + (_known[nextAt + 1] == state.LeftCount[next] + 1 ? 0 : MoveFeatures.OfNextLeft(_words, state, ids[c..]));
        int e = d + MoveFeatures.OfBoth(_words, _passed, state, ids[d..]);
        foreach (uint id in ids[..e])
            _weights.Fetch(id);
        if (a > 0)
            Keep(topAt, 1, ids[..a]);
        if (b > a)
            Keep(topAt + 1, state.RightCount[top] + 1, ids[a..b]);
        if (c > b)
            Keep(nextAt, 1, ids[b..c]);
        if (d > c)
            Keep(nextAt + 1, state.LeftCount[next] + 1, ids[c..d]);
        return _sums[topAt] + _sums[topAt + 1] + _sums[nextAt] + _sums[nextAt + 1] + Weigh(ids[d..e]);
    }

    private void Keep(int at, int state, ReadOnlySpan<uint> ids)
    {
        _sums[at] = Weigh(ids);
        _known[at] = state;
    }

    private Vector128<short> Weigh(ReadOnlySpan<uint> ids)
    {
        Vector128<short> sum = default;
        foreach (uint id in ids)
            sum += Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<int>(ref _weights.Row(id))).AsSByte());
        return sum;
    }
}

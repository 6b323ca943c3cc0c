using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>
/// Postings of eight bytes (hash of a run in the high half, document in the low) by the first byte of their hash: 256 chains of
/// blocks, each in the order the postings came in.
/// </summary>
/// <remarks>So they are partly sorted as they come, and each chain is small enough to be sorted in the processor's cache.</remarks>
internal sealed class GramBlocks
{
    /// <summary>The number of chains.</summary>
    public const int Chains = 256;

    /// <summary>In postings: two kilobytes, so that half-filled blocks waste little and following a chain is rare.</summary>
    private const int Block = 256;

    private ulong[] _postings = [];
    private readonly int[] _next = new int[Chains];
    private readonly int[] _first = new int[Chains];
    private int[] _following = [];
    private int _blocks;

    /// <summary>In postings.</summary>
    public int Count { get; private set; }

    /// <summary>Adds postings.</summary>
    /// <param name="added">What is added.</param>
    /// <param name="expected">In postings: what will be held in the end, about.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<ulong> added, int expected)
    {
        Reserve(added.Length, expected);
        Span<ulong> postings = _postings;
        Span<int> next = _next;
        foreach (ulong posting in added)
        {
            int chain = (int)(posting >> 56);
            int at = next[chain];
            if ((at & (Block - 1)) == 0)
                at = StartBlock(chain, at);
            postings[at] = posting;
            next[chain] = at + 1;
        }
        Count += added.Length;
    }

    private void Reserve(int postings, int expected)
    {
        int needed = (postings / Block) + Chains;
        if (_following.Length - _blocks >= needed)
            return;
        // In few steps, for each is a copy, and little beyond what is expected: a page that is not used costs nothing.
        long grown = Math.Max(_blocks + (long)needed, Math.Min(_following.Length * 4L, (expected / Block) + (2L * Chains)));
        int blocks = (int)Math.Min(Array.MaxLength / Block, grown);
        ulong[] larger = GC.AllocateUninitializedArray<ulong>(blocks * Block);
        _postings.AsSpan(0, _blocks * Block).CopyTo(larger);
        _postings = larger;
        Array.Resize(ref _following, blocks);
    }

    private int StartBlock(int chain, int end)
    {
        int block = _blocks++;
        // The end of a full block is the start of the one behind it; 0 is the end of none.
        if (end == 0)
            _first[chain] = block;
        else
            _following[(end / Block) - 1] = block;
        return block * Block;
    }

    /// <summary>The number of postings of a chain.</summary>
    public int LengthOf(int chain)
    {
        int length = 0;
        foreach (ReadOnlySpan<ulong> part in PartsOf(chain))
            length += part.Length;
        return length;
    }

    /// <summary>The postings of a chain, block by block.</summary>
    public Parts PartsOf(int chain) => new(this, chain);

    /// <summary>Walks the blocks of a chain.</summary>
    public ref struct Parts(GramBlocks blocks, int chain)
    {
        private readonly int _end = blocks._next[chain];
        private int _block = -1;

        /// <summary>The postings of the block.</summary>
        public ReadOnlySpan<ulong> Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly Parts GetEnumerator() => this;

        /// <summary>Goes to the next block.</summary>
        public bool MoveNext()
        {
            if (_end == 0 || (_block >= 0 && _block == (_end - 1) / Block))
                return false;
            _block = _block < 0 ? blocks._first[chain] : blocks._following[_block];
            int start = _block * Block;
            Current = blocks._postings.AsSpan(start, Math.Min(Block, _block == (_end - 1) / Block ? _end - start : Block));
            return true;
        }
    }
}

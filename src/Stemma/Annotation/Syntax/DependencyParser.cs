using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// Gives every word of a sentence its head and its relation to it, from left to right and never back: the arc-hybrid system
/// (Kuhlmann, Gómez-Rodríguez and Satta 2011) with weights that an averaged perceptron learned against a dynamic oracle
/// (Goldberg and Nivre 2013). Linear in the number of words.
/// </summary>
/// <remarks>Whole numbers alone: every machine gives the same trees. Immutable, safe to share between threads.</remarks>
internal sealed class DependencyParser(ParserModel model)
{
    /// <summary>In words: a longer sentence is parsed in pieces, so that memory stays bounded.</summary>
    public const int LongestSentence = 256;

    private static readonly Lazy<DependencyParser> s_english = new(() => new DependencyParser(ParserModel.Load("En/parser.bin")));

    /// <summary>The parser of English; its weights are read when it is first asked for.</summary>
    public static DependencyParser English => s_english.Value;

    /// <summary>Parses one sentence.</summary>
    /// <param name="words">Its words, at least one.</param>
    /// <param name="heads">Where the head of each word goes: its index in the sentence, its own index for a word without one.</param>
    /// <param name="relations">Where the relation of each word to its head goes.</param>
    public void Parse(ReadOnlySpan<SyntaxWord> words, Span<int> heads, Span<Relation> relations)
    {
        for (int from = 0; from < words.Length; from += LongestSentence)
        {
            int count = Math.Min(LongestSentence, words.Length - from);
            ParsePiece(words.Slice(from, count), heads.Slice(from, count), relations.Slice(from, count));
            for (int i = from; i < from + count; i++)
                heads[i] += from;
        }
    }

    private void ParsePiece(ReadOnlySpan<SyntaxWord> given, Span<int> heads, Span<Relation> relations)
    {
        int count = given.Length;
        Span<SyntaxWord> words = stackalloc SyntaxWord[count + 2];
        Span<int> passed = stackalloc int[count + 2];
        Prepare(given, words, passed);
        var state = new ParserState(count, stackalloc int[ParserState.SizeOf(count)]);
        Span<uint> ids = stackalloc uint[MoveFeatures.Count];
        int kept = (count + 2) * MoveScores.PerWord;
        var scores = new MoveScores(model.Moves, words, passed, stackalloc Vector128<short>[kept], stackalloc int[kept]);
        while (!state.Done)
        {
            Move move = Choose(words, state, scores, ids);
            if (move == Move.Shift)
                state.Shift();
            else
                state.Reduce(move, Label(words, passed, state, move, ids));
        }
        Finish(state, heads, relations);
    }

    /// <summary>Puts root and no word behind the words, and counts what stands before each.</summary>
    public static void Prepare(ReadOnlySpan<SyntaxWord> given, Span<SyntaxWord> words, Span<int> passed)
    {
        given.CopyTo(words);
        words[given.Length] = SyntaxWord.Root;
        words[given.Length + 1] = SyntaxWord.None;
        WordsPassed.Count(given, passed);
    }

    /// <summary>Writes heads and relations of a parsed sentence; of several words left for the root the first is its head.</summary>
    public static void Finish(in ParserState state, Span<int> heads, Span<Relation> relations)
    {
        int root = -1;
        for (int i = 0; i < heads.Length; i++)
        {
            bool top = state.Heads[i] == state.Root;
            if (top && root < 0)
                root = i;
            heads[i] = !top ? state.Heads[i] : root;
            relations[i] = !top ? (Relation)state.Labels[i] : root == i ? Relation.Root : Relation.Parataxis;
        }
    }

    private Move Choose(ReadOnlySpan<SyntaxWord> words, in ParserState state, in MoveScores scores, Span<uint> ids)
    {
        // Nothing to choose at either end.
        if (state.Depth == 0)
            return Move.Shift;
        int sure = model.CertainMoves.Find(MoveFeatures.Key(words, state));
        if (sure >= 0 && (Move)model.SureMoves[sure] is var certain && state.Can(certain))
            return certain;
        Vector128<short> sums = scores.Of(state, ids);
        short shift = sums[0], left = sums[1], right = sums[2];
        Move best = Move.Left;
        short most = left;
        if (state.Can(Move.Right) && right > most)
            (best, most) = (Move.Right, right);
        return state.Can(Move.Shift) && shift >= most ? Move.Shift : best;
    }

    private Relation Label(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, in ParserState state, Move move, Span<uint> ids)
    {
        (int dependent, int head) = state.Arc(move);
        if (Known(words, state, dependent, head) is { } known)
            return known;
        int sure = model.CertainRelations.Find(RelationFeatures.Key(words, state, dependent, head));
        if (sure >= 0)
            return (Relation)model.SureRelations[sure];
        RelationFeatures.Of(words, passed, state, dependent, head, ids);
        WeightBuckets weights = model.Relations;
        Vector128<short> a = default, b = default, c = default, d = default;
        ids = ids[..RelationFeatures.Count];
        foreach (uint id in ids)
            weights.Fetch(id);
        foreach (uint id in ids)
            Prefetch.Line(ref weights.Row(id));
        foreach (uint id in ids)
        {
            ref byte row = ref weights.Row(id);
            (Vector128<short> l, Vector128<short> h) = Vector128.Widen(Unsafe.ReadUnaligned<Vector128<sbyte>>(ref row));
            (a, b) = (a + l, b + h);
            (l, h) = Vector128.Widen(Unsafe.ReadUnaligned<Vector128<sbyte>>(ref Unsafe.Add(ref row, 16)));
            (c, d) = (c + l, d + h);
        }
        // The first of the highest.
        Vector128<short> most = PartOfSpeechTagger.Highest(Vector128.Max(Vector128.Max(a, b), Vector128.Max(c, d)));
        Vector128<sbyte> first = Vector128.Narrow(Vector128.Equals(a, most), Vector128.Equals(b, most)), second = Vector128.Narrow(Vector128.Equals(c, most), Vector128.Equals(d, most));
        return (Relation)BitOperations.TrailingZeroCount(first.ExtractMostSignificantBits() | (second.ExtractMostSignificantBits() << 16));
    }

    /// <summary>The relation that need not be weighed: of punctuation, and to the root.</summary>
    public static Relation? Known(ReadOnlySpan<SyntaxWord> words, in ParserState state, int dependent, int head) =>
        head == state.Root ? Relation.Root : words[dependent].Tag == (byte)UniversalTag.Punct ? Relation.Punctuation : null;
}

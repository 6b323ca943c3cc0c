using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// The features that a move is weighed by: the words on top of the stack and ahead, their dependents so far, the distances
/// between them. After Zhang and Nivre 2011 ("Transition-based Dependency Parsing with Rich Non-local Features"), for the
/// arc-hybrid system.
/// </summary>
/// <remarks>
/// Weights belong to these numbers: whoever changes a feature trains anew. A feature stands in the first group whose summary allows all that it looks at:
/// <see cref="MoveScores"/> weighs a group anew only when that has changed.
/// </remarks>
internal static class MoveFeatures
{
    /// <summary>How many features a state has.</summary>
    public const int Count = 72;

    /// <summary>The features of a state.</summary>
    /// <param name="words">The sentence, then root and no word.</param>
    /// <param name="marks">For each word the number of quotation marks before it.</param>
    /// <param name="state">The state.</param>
    /// <param name="ids">Where the <see cref="Count"/> features go.</param>
    public static void Of(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> marks, in ParserState state, Span<uint> ids)
    {
        int k = OfTop(words, state, ids);
        k += OfTopRight(words, state, ids[k..]);
        k += OfNext(words, state, ids[k..]);
        k += OfNextLeft(words, state, ids[k..]);
        OfBoth(words, marks, state, ids[k..]);
    }

    /// <summary>What the stack tells, but for the right dependents of its top: the same as long as a word lies on the stack, whatever is above it in the meantime. Returns how many features.</summary>
    public static int OfTop(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0), s1 = state.Top(1), s2 = state.Top(2);
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[s1];
        ref readonly SyntaxWord S2 = ref words[s2];
        ref readonly SyntaxWord S0l = ref words[state.Left1[s0]];
        ref readonly SyntaxWord S0l2 = ref words[state.Left2[s0]];
        ref readonly SyntaxWord S1l = ref words[state.Left1[s1]];
        ref readonly SyntaxWord S1r = ref words[state.Right1[s1]];
        ref readonly SyntaxWord S1r2 = ref words[state.Right2[s1]];
        uint far = Distance(s1, s0, state.None);
        int k = 0;
        ids[k++] = 0;
        ids[k++] = Id(0, 0);
        ids[k++] = Id(1, S0.Word);
        ids[k++] = Id(2, S0.Fine);
        ids[k++] = Id(3, S0.Word, S0.Fine);
        ids[k++] = Id(10, S1.Word);
        ids[k++] = Id(11, S1.Fine);
        ids[k++] = Id(12, S2.Fine);
        ids[k++] = Id(24, S1.Fine, S0.Fine);
        ids[k++] = Id(25, S1.Word, S0.Word);
        ids[k++] = Id(26, S1.Word, S0.Fine);
        ids[k++] = Id(27, S1.Fine, S0.Word);
        ids[k++] = Id(42, S2.Tag, S1.Fine, S0.Fine);
        ids[k++] = Id(47, S1.Fine, S1r.Fine, S0.Fine);
        ids[k++] = Id(48, S1.Fine, S1l.Fine, S0.Fine);
        ids[k++] = Id(50, S1.Fine, S0.Fine, S0l.Fine);
        ids[k++] = Id(51, S0.Fine, S0l.Fine, S0l2.Tag);
        ids[k++] = Id(54, S1.Fine, S1r.Fine, S1r2.Tag);
        ids[k++] = Id(56, S0.Tag, S0l.Word);
        ids[k++] = Id(58, S1.Tag, S1r.Word);
        ids[k++] = Id(74, S1.Fine, S0.Fine, far);
        ids[k++] = Id(75, S1.Word, far);
        ids[k++] = Id(83, S1.Fine, (uint)state.RightCount[s1], (uint)state.LeftCount[s1]);
        ids[k++] = Id(85, S0.Fine, (uint)state.LeftLabels[s0]);
        ids[k++] = Id(87, S1.Fine, (uint)state.RightLabels[s1], (uint)state.LeftLabels[s1]);
        ids[k++] = Id(90, S1.Word, (uint)state.RightLabels[s1], S0.Fine);
        ids[k++] = Id(91, S1.Fine, S0.Fine, (uint)state.LeftLabels[s0]);
        ids[k++] = Id(92, S1.Fine, S0.Fine, (uint)state.RightLabels[s1]);
        return k;
    }

    /// <summary>What the stack tells with the right dependents of its top. Returns how many features.</summary>
    public static int OfTopRight(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0), s1 = state.Top(1);
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[s1];
        ref readonly SyntaxWord S0r = ref words[state.Right1[s0]];
        ref readonly SyntaxWord S0r2 = ref words[state.Right2[s0]];
        int k = 0;
        ids[k++] = Id(49, S1.Fine, S0.Fine, S0r.Fine);
        ids[k++] = Id(52, S0.Fine, S0r.Fine, S0r2.Tag);
        ids[k++] = Id(55, S0.Tag, S0r.Word);
        ids[k++] = Id(80, S0.Word, (uint)state.LeftCount[s0], (uint)state.RightCount[s0]);
        ids[k++] = Id(81, S0.Fine, (uint)state.LeftCount[s0], (uint)state.RightCount[s0]);
        ids[k++] = Id(84, S0.Fine, (uint)state.RightLabels[s0]);
        return k;
    }

    /// <summary>What the next words tell, but for the dependents of the first. Returns how many features.</summary>
    public static int OfNext(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int n0 = state.Ahead(0), n1 = state.Ahead(1), n2 = state.Ahead(2);
        ref readonly SyntaxWord N0 = ref words[n0];
        ref readonly SyntaxWord N1 = ref words[n1];
        ref readonly SyntaxWord N2 = ref words[n2];
        int k = 0;
        ids[k++] = Id(4, N0.Word);
        ids[k++] = Id(5, N0.Fine);
        ids[k++] = Id(6, N0.Word, N0.Fine);
        ids[k++] = Id(7, N1.Word);
        ids[k++] = Id(8, N1.Fine);
        ids[k++] = Id(9, N2.Fine);
        ids[k++] = Id(13, N2.Word);
        ids[k++] = Id(29, N0.Fine, N1.Fine);
        ids[k++] = Id(31, N0.Word, N1.Fine);
        ids[k++] = Id(43, N0.Fine, N1.Fine, N2.Tag);
        return k;
    }

    /// <summary>What the next word tells with its dependents. Returns how many features.</summary>
    public static int OfNextLeft(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int n0 = state.Ahead(0);
        ref readonly SyntaxWord N0 = ref words[n0];
        ref readonly SyntaxWord N0l = ref words[state.Left1[n0]];
        ref readonly SyntaxWord N0l2 = ref words[state.Left2[n0]];
        int k = 0;
        ids[k++] = Id(53, N0.Fine, N0l.Fine, N0l2.Tag);
        ids[k++] = Id(57, N0.Tag, N0l.Word);
        ids[k++] = Id(82, N0.Fine, (uint)state.LeftCount[n0]);
        ids[k++] = Id(86, N0.Fine, (uint)state.LeftLabels[n0]);
        return k;
    }

    /// <summary>What the stack and the next words tell together. Returns how many features.</summary>
    public static int OfBoth(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> marks, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0), s1 = state.Top(1), n0 = state.Ahead(0), n1 = state.Ahead(1);
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[s1];
        ref readonly SyntaxWord N0 = ref words[n0];
        ref readonly SyntaxWord N1 = ref words[n1];
        ref readonly SyntaxWord S0l = ref words[state.Left1[s0]];
        ref readonly SyntaxWord S0r = ref words[state.Right1[s0]];
        ref readonly SyntaxWord N0l = ref words[state.Left1[n0]];
        uint tags = Tags(S1, S0, N0);
        uint quotes = Side(marks, s1, s0, state.None) | (Side(marks, s0, n0, state.None) << 2);
        uint near = Distance(s0, n0, state.None);
        uint far = Distance(s1, s0, state.None);
        int k = 0;
        ids[k++] = Id(20, S0.Fine, N0.Fine);
        ids[k++] = Id(21, S0.Word, N0.Word);
        ids[k++] = Id(22, S0.Word, N0.Fine);
        ids[k++] = Id(23, S0.Fine, N0.Word);
        ids[k++] = Id(28, S1.Fine, N0.Fine);
        ids[k++] = Id(30, S0.Fine, N1.Fine);
        ids[k++] = Id(40, S0.Fine, N0.Fine, N1.Fine);
        ids[k++] = Id(41, S1.Fine, S0.Fine, N0.Fine);
        ids[k++] = Id(44, S0.Fine, S0l.Fine, N0.Fine);
        ids[k++] = Id(45, S0.Fine, S0r.Fine, N0.Fine);
        ids[k++] = Id(46, S0.Fine, N0.Fine, N0l.Fine);
        ids[k++] = Id(59, S1.Word, S0.Tag, N0.Word);
        ids[k++] = Id(60, S1.Word, S0.Fine, N0.Fine);
        ids[k++] = Id(61, S1.Fine, S0.Fine, N0.Word);
        ids[k++] = Id(62, S1.Fine, S0.Word, N0.Fine);
        ids[k++] = Id(70, S0.Word, near);
        ids[k++] = Id(71, S0.Fine, near);
        ids[k++] = Id(72, N0.Fine, near);
        ids[k++] = Id(73, S0.Fine, N0.Fine, near);
        ids[k++] = Id(76, tags, near, far);
        ids[k++] = Id(88, S0.Fine, N0.Fine, (uint)state.LeftLabels[n0]);
        ids[k++] = Id(89, S0.Fine, N0.Fine, (uint)state.LeftLabels[s0]);
        ids[k++] = Id(95, tags, quotes);
        ids[k++] = Id(96, quotes, near, far);
        return k;
    }

    /// <summary>The few words by which a move is often certain, as one number; see <see cref="ParserModel.CertainMoves"/>.</summary>
    public static uint Key(ReadOnlySpan<SyntaxWord> words, in ParserState state) =>
        Id(97, words[state.Top(0)].Fine, words[state.Ahead(0)].Fine, ((uint)words[state.Top(1)].Tag << 8) | words[state.Ahead(1)].Tag);

    private static uint Tags(in SyntaxWord a, in SyntaxWord b, in SyntaxWord c) => ((uint)a.Tag << 16) | ((uint)b.Tag << 8) | c.Tag;

    // Whether quotation marks stand between two words, and whether the first stands inside such.
    private static uint Side(ReadOnlySpan<int> marks, int a, int b, int none) => a == none || b == none ? 0u : marks[a] == marks[b] ? 1u : ((marks[a] ^ marks[b]) & 1) == 0 ? 2u : 3u;

    private static uint Distance(int a, int b, int none)
    {
        if (a == none || b == none)
            return 0;
        int d = b - a;
        return d < 5 ? (uint)d : d < 8 ? 5u : d < 12 ? 6u : d < 20 ? 7u : 8u;
    }

    private static uint Id(int template, uint a, uint b = 0, uint c = 0) => ContextFeatures.Id(template, a, b, c);
}

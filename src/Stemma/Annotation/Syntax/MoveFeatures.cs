using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// The features that a move is weighed by: the words on top of the stack and ahead with their clusters, their dependents so far, the
/// distances, commas, verbs and quotation marks between them. After Zhang and Nivre 2011 ("Transition-based Dependency Parsing with Rich
/// Non-local Features"), for the arc-hybrid system; clusters after Koo, Carreras and Collins 2008.
/// </summary>
/// <remarks>Weights belong to these numbers: whoever changes a feature trains anew. A feature stands in the first group that allows all that it looks at:
/// <see cref="MoveScores"/> weighs a group anew only when that has changed.</remarks>
internal static class MoveFeatures
{
    /// <summary>How many features a state has.</summary>
    public const int Count = 64;

    /// <summary>The features of a state.</summary>
    /// <param name="words">The sentence, then root and no word.</param>
    /// <param name="passed">For each word what stands before it, see <see cref="WordsPassed"/>.</param>
    /// <param name="state">The state.</param>
    /// <param name="ids">Where the <see cref="Count"/> features go.</param>
    public static void Of(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, in ParserState state, Span<uint> ids)
    {
        int k = OfTop(words, passed, state, ids);
        k += OfTopRight(words, state, ids[k..]);
        k += OfNext(words, state, ids[k..]);
        k += OfNextLeft(words, state, ids[k..]);
        _ = OfBoth(words, passed, state, ids[k..]);
    }

    /// <summary>What the stack tells, but for the right dependents of its top; how many features.</summary>
    public static int OfTop(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0), s1 = state.Top(1);
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[s1];
        ref readonly SyntaxWord S0l = ref words[state.Left1[s0]];
        ref readonly SyntaxWord S0l2 = ref words[state.Left2[s0]];
        ref readonly SyntaxWord S1r = ref words[state.Right1[s1]];
        ref readonly SyntaxWord Before = ref words[s0 > 0 && s0 < state.Root ? s0 - 1 : state.None];
        uint commas = WordsPassed.Commas(passed, s1, s0, state.None), verbs = WordsPassed.Verbs(passed, s1, s0, state.None);
        int k = 0;
        ids[k++] = Id(0, 0);
        ids[k++] = Id(1, S0.Word);
        ids[k++] = Id(2, S0.Fine);
        ids[k++] = Id(3, S0.Word, S0.Fine);
        ids[k++] = Id(4, S0.Cluster);
        ids[k++] = Id(5, S1.Word);
        ids[k++] = Id(6, S1.Fine, S0.Word);
        ids[k++] = Id(7, S1.Group, S0.Group, commas);
        ids[k++] = Id(8, S1.Fine, S0.Fine, verbs);
        ids[k++] = Id(9, S1.Word, S0l.Fine, S0.Tag);
        ids[k++] = Id(10, S0.Fine, S0l.Fine, S0l2.Tag);
        ids[k++] = Id(11, S0.Group, S0l.Group);
        ids[k++] = Id(12, S0.Tag, S0l.Word);
        ids[k++] = Id(13, S1.Tag, S1r.Word);
        ids[k++] = Id(14, Before.Fine, S0.Fine, S1.Fine);
        ids[k++] = Id(15, S0.Fine, (uint)state.LeftLabels[s0]);
        return k;
    }

    /// <summary>What the stack tells with the right dependents of its top.</summary>
    public static int OfTopRight(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0);
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[state.Top(1)];
        ref readonly SyntaxWord S0r = ref words[state.Right1[s0]];
        int k = 0;
        ids[k++] = Id(16, S1.Fine, S0.Fine, S0r.Fine);
        ids[k++] = Id(17, S0.Tag, S0r.Word);
        ids[k++] = Id(18, S0.Fine, (uint)state.LeftCount[s0], (uint)state.RightCount[s0]);
        ids[k++] = Id(19, S0.Fine, (uint)state.RightLabels[s0]);
        return k;
    }

    /// <summary>What the next words tell, but for the dependents of the first.</summary>
    public static int OfNext(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        ref readonly SyntaxWord N0 = ref words[state.Ahead(0)];
        ref readonly SyntaxWord N1 = ref words[state.Ahead(1)];
        ref readonly SyntaxWord N2 = ref words[state.Ahead(2)];
        int k = 0;
        ids[k++] = Id(20, N0.Fine);
        ids[k++] = Id(21, N0.Word, N0.Fine);
        ids[k++] = Id(22, N0.Cluster);
        ids[k++] = Id(23, N1.Word);
        ids[k++] = Id(24, N1.Fine);
        ids[k++] = Id(25, N1.Cluster);
        ids[k++] = Id(26, N2.Word);
        ids[k++] = Id(27, N0.Fine, N1.Fine);
        ids[k++] = Id(28, N0.Fine, N1.Fine, N2.Tag);
        return k;
    }

    /// <summary>What the next word tells with its dependents.</summary>
    public static int OfNextLeft(ReadOnlySpan<SyntaxWord> words, in ParserState state, Span<uint> ids)
    {
        int n0 = state.Ahead(0);
        ref readonly SyntaxWord N0 = ref words[n0];
        ref readonly SyntaxWord N0l = ref words[state.Left1[n0]];
        ref readonly SyntaxWord N0l2 = ref words[state.Left2[n0]];
        int k = 0;
        ids[k++] = Id(29, N0.Fine, N0l.Fine, N0l2.Tag);
        ids[k++] = Id(30, N0.Tag, N0l.Word);
        ids[k++] = Id(31, N0.Group, N0l.Group);
        ids[k++] = Id(32, N0.Fine, (uint)state.LeftCount[n0]);
        ids[k++] = Id(33, N0.Fine, (uint)state.LeftLabels[n0]);
        return k;
    }

    /// <summary>What the stack and the next words tell together.</summary>
    public static int OfBoth(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, in ParserState state, Span<uint> ids)
    {
        int s0 = state.Top(0), s1 = state.Top(1), n0 = state.Ahead(0), none = state.None;
        ref readonly SyntaxWord S0 = ref words[s0];
        ref readonly SyntaxWord S1 = ref words[s1];
        ref readonly SyntaxWord N0 = ref words[n0];
        ref readonly SyntaxWord N1 = ref words[state.Ahead(1)];
        ref readonly SyntaxWord N0l = ref words[state.Left1[n0]];
        ref readonly SyntaxWord AfterS = ref words[s0 + 1 < state.Root ? s0 + 1 : none];
        ref readonly SyntaxWord BeforeN = ref words[n0 > 0 ? n0 - 1 : none];
        uint near = Distance(s0, n0, none), far = Distance(s1, s0, none);
        uint tags = ((uint)S1.Tag << 16) | ((uint)S0.Tag << 8) | N0.Tag;
        uint quotes = WordsPassed.Quotes(passed, s1, s0, none) | (WordsPassed.Quotes(passed, s0, n0, none) << 2);
        uint commasNear = WordsPassed.Commas(passed, s0, n0, none), commasFar = WordsPassed.Commas(passed, s1, s0, none);
        uint verbsNear = WordsPassed.Verbs(passed, s0, n0, none), verbsFar = WordsPassed.Verbs(passed, s1, s0, none), verbsAhead = WordsPassed.Verbs(passed, n0, state.Root, none);
        int k = 0;
        ids[k++] = Id(34, S0.Word, N0.Word);
        ids[k++] = Id(35, S0.Cluster, N0.Fine);
        ids[k++] = Id(36, S0.Group, N0.Fine);
        ids[k++] = Id(37, S0.Fine, N1.Fine);
        ids[k++] = Id(38, S0.Fine, N0.Fine, N1.Fine);
        ids[k++] = Id(39, S0.Fine, N0.Fine, N0l.Fine);
        ids[k++] = Id(40, S1.Fine, S0.Fine, N0l.Fine);
        ids[k++] = Id(41, S1.Fine, N0.Fine, N0l.Fine);
        ids[k++] = Id(42, S0.Group, N0l.Fine, N0.Group);
        ids[k++] = Id(43, S1.Word, N0l.Fine);
        ids[k++] = Id(44, S1.Cluster, N0l.Fine);
        ids[k++] = Id(45, S0.Word, N0l.Fine);
        ids[k++] = Id(46, S0.Cluster, N0l.Fine);
        ids[k++] = Id(47, BeforeN.Fine, S0.Fine, N0.Fine);
        ids[k++] = Id(48, AfterS.Fine, S0.Fine, N0.Fine);
        ids[k++] = Id(49, S0.Fine, near);
        ids[k++] = Id(50, S0.Group, near);
        ids[k++] = Id(51, N0.Fine, near);
        ids[k++] = Id(52, S0.Fine, N0.Fine, near);
        ids[k++] = Id(53, tags, near, far);
        ids[k++] = Id(54, S0.Fine, N0.Fine, (uint)state.LeftLabels[n0]);
        ids[k++] = Id(55, S0.Fine, N0.Fine, (uint)state.LeftLabels[s0]);
        ids[k++] = Id(56, S0.Group, (uint)state.RightLabels[s0], N0.Fine);
        ids[k++] = Id(57, tags, quotes);
        ids[k++] = Id(58, quotes, near, far);
        ids[k++] = Id(59, S0.Fine, N0.Fine, commasNear);
        ids[k++] = Id(60, tags, commasNear, commasFar);
        ids[k++] = Id(61, S0.Fine, N0.Tag, verbsAhead);
        ids[k++] = Id(62, tags, verbsNear, verbsFar);
        ids[k++] = Id(63, tags, verbsAhead);
        return k;
    }

    /// <summary>The few words by which a move is often certain, as one number; see <see cref="ParserModel.CertainMoves"/>.</summary>
    public static uint Key(ReadOnlySpan<SyntaxWord> words, in ParserState state) =>
        Id(97, words[state.Top(0)].Fine, words[state.Ahead(0)].Fine, ((uint)words[state.Top(1)].Tag << 8) | words[state.Ahead(1)].Tag);

    private static uint Distance(int a, int b, int none)
    {
        if (a == none || b == none)
            return 0;
        int d = b - a;
        return d < 5 ? (uint)d : d < 8 ? 5u : d < 12 ? 6u : d < 20 ? 7u : 8u;
    }

    private static uint Id(int template, uint a, uint b = 0, uint c = 0) => ContextFeatures.Id(template, a, b, c);
}

using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>The features that the relation of a word to its head is weighed by, at the time that the arc is made.</summary>
/// <remarks>Weights belong to these numbers: whoever changes a feature trains anew.</remarks>
internal static class RelationFeatures
{
    /// <summary>How many features an arc has.</summary>
    public const int Count = 27;

    /// <summary>The features of an arc.</summary>
    /// <param name="words">The sentence, then root and no word.</param>
    /// <param name="passed">For each word what stands before it, see <see cref="WordsPassed"/>.</param>
    /// <param name="state">The state before the arc is made.</param>
    /// <param name="dependent">The dependent; it has all its own dependents.</param>
    /// <param name="head">Its head.</param>
    /// <param name="ids">Where the <see cref="Count"/> features go.</param>
    public static void Of(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<int> passed, in ParserState state, int dependent, int head, Span<uint> ids)
    {
        ref readonly SyntaxWord D = ref words[dependent];
        ref readonly SyntaxWord H = ref words[head];
        ref readonly SyntaxWord Before = ref words[dependent > 0 ? dependent - 1 : state.None];
        ref readonly SyntaxWord After = ref words[dependent + 1 < state.Root ? dependent + 1 : state.None];
        ref readonly SyntaxWord Dl = ref words[state.Left1[dependent]];
        ref readonly SyntaxWord Dl2 = ref words[state.Left2[dependent]];
        ref readonly SyntaxWord Dr = ref words[state.Right1[dependent]];
        bool left = dependent < head;
        uint side = left ? 1u : 0u;
        uint gap = side | (uint)(Math.Min(Math.Abs(dependent - head), 7) << 1);
        uint siblings = (uint)(left ? state.LeftLabels[head] : state.RightLabels[head]), others = (uint)(left ? state.RightLabels[head] : state.LeftLabels[head]);
        uint own = (uint)state.LeftLabels[dependent];
        uint commas = (WordsPassed.Commas(passed, Math.Min(dependent, head), Math.Max(dependent, head), state.None) << 1) | side;
        ref readonly SyntaxWord Sibling = ref words[left ? state.Left1[head] : state.Right1[head]];
        int k = 0;
        ids[k++] = Id(100, side);
        ids[k++] = Id(101, D.Word, side);
        ids[k++] = Id(102, D.Fine, side);
        ids[k++] = Id(103, H.Fine, side);
        ids[k++] = Id(104, D.Fine, H.Fine, side);
        ids[k++] = Id(105, D.Fine, H.Fine, gap);
        ids[k++] = Id(106, Before.Fine, D.Fine, side);
        ids[k++] = Id(107, After.Fine, D.Fine, side);
        ids[k++] = Id(108, Before.Word, H.Fine, side);
        ids[k++] = Id(109, Dl.Word, H.Fine, side);
        ids[k++] = Id(110, siblings, D.Fine, H.Fine ^ side);
        ids[k++] = Id(111, Dr.Fine, D.Fine, H.Fine ^ side);
        ids[k++] = Id(112, Dl2.Word, D.Tag, H.Fine ^ side);
        ids[k++] = Id(113, Dl.Word, D.Word, side);
        ids[k++] = Id(114, Dl.Word, D.Fine, side);
        ids[k++] = Id(115, own, (uint)state.RightLabels[dependent], D.Fine ^ side);
        ids[k++] = Id(116, own, siblings, H.Tag ^ side);
        ids[k++] = Id(117, Sibling.Word, D.Fine, side);
        ids[k++] = Id(118, D.Word, Before.Word, side);
        ids[k++] = Id(119, D.Word, After.Word, side);
        ids[k++] = Id(120, D.Cluster, side);
        ids[k++] = Id(121, H.Cluster, side);
        ids[k++] = Id(122, D.Fine, H.Cluster, side);
        ids[k++] = Id(123, Dl.Fine, D.Group, H.Tag ^ side);
        ids[k++] = Id(124, Dl.Fine, D.Field, H.Field ^ side);
        ids[k++] = Id(125, own, D.Fine, commas);
        ids[k] = Id(126, Dl.Fine, H.Cluster, commas);
    }

    /// <summary>What a relation is often certain by, as one number; see <see cref="ParserModel.CertainRelations"/>.</summary>
    public static uint Key(ReadOnlySpan<SyntaxWord> words, in ParserState state, int dependent, int head) =>
        Id(99, words[dependent].Fine, words[head].Fine, (uint)(state.LeftLabels[dependent] << 1) | (dependent < head ? 1u : 0u));

    private static uint Id(int template, uint a, uint b = 0, uint c = 0) => ContextFeatures.Id(template, a, b, c);
}

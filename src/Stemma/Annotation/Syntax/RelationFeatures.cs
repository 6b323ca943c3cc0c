using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>The features that the relation of a word to its head is weighed by, at the time that the arc is made.</summary>
/// <remarks>Weights belong to these numbers: whoever changes a feature trains anew.</remarks>
internal static class RelationFeatures
{
    /// <summary>How many features an arc has.</summary>
    public const int Count = 33;

    /// <summary>The features of an arc.</summary>
    /// <param name="words">The sentence, then root and no word.</param>
    /// <param name="state">The state before the arc is made.</param>
    /// <param name="dependent">The dependent; it has all its own dependents.</param>
    /// <param name="head">Its head.</param>
    /// <param name="ids">Where the <see cref="Count"/> features go.</param>
    public static void Of(ReadOnlySpan<SyntaxWord> words, in ParserState state, int dependent, int head, Span<uint> ids)
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
        ref readonly SyntaxWord Sibling = ref words[left ? state.Left1[head] : state.Right1[head]];
        int k = 0;
        ids[k++] = Id(100, side);
        ids[k++] = Id(101, D.Word, side);
        ids[k++] = Id(102, D.Fine, side);
        ids[k++] = Id(103, H.Word, side);
        ids[k++] = Id(104, H.Fine, side);
        ids[k++] = Id(105, D.Fine, H.Fine, side);
        ids[k++] = Id(106, D.Word, H.Fine, side);
        ids[k++] = Id(107, D.Fine, H.Word, side);
        ids[k++] = Id(108, D.Word, H.Word, side);
        ids[k++] = Id(109, D.Fine, H.Fine, gap);
        ids[k++] = Id(110, D.Fine, gap);
        ids[k++] = Id(111, Before.Fine, D.Fine, side);
        ids[k++] = Id(112, After.Fine, D.Fine, side);
        ids[k++] = Id(113, Before.Word, H.Fine, side);
        ids[k++] = Id(114, Dl.Fine, D.Fine, H.Fine ^ side);
        ids[k++] = Id(115, Dl.Word, H.Fine, side);
        ids[k++] = Id(116, Dl.Word, H.Word, side);
        ids[k++] = Id(117, own, D.Fine, H.Fine ^ side);
        ids[k++] = Id(118, own, H.Word, side);
        ids[k++] = Id(119, siblings, D.Fine, H.Fine ^ side);
        ids[k++] = Id(120, siblings, D.Fine, H.Word ^ side);
        ids[k++] = Id(121, others, D.Fine, H.Fine ^ side);
        ids[k++] = Id(122, Dr.Fine, D.Fine, H.Fine ^ side);
        ids[k++] = Id(123, Dl2.Word, D.Tag, H.Fine ^ side);
        ids[k++] = Id(124, Dl.Word, D.Word, side);
        ids[k++] = Id(125, Dl.Word, D.Fine, side);
        ids[k++] = Id(126, own, (uint)state.RightLabels[dependent], D.Fine ^ side);
        ids[k++] = Id(127, own, siblings, H.Tag ^ side);
        ids[k++] = Id(128, Sibling.Word, D.Fine, side);
        ids[k++] = Id(129, D.Word, Before.Word, side);
        ids[k++] = Id(130, D.Word, After.Word, side);
        ids[k++] = Id(131, H.Word, siblings, own);
        ids[k] = Id(132, Dl.Word, D.Fine, siblings);
    }

    /// <summary>What a relation is often certain by, as one number; see <see cref="ParserModel.CertainRelations"/>.</summary>
    public static uint Key(ReadOnlySpan<SyntaxWord> words, in ParserState state, int dependent, int head) =>
        Id(99, words[dependent].Fine, words[head].Fine, (uint)(state.LeftLabels[dependent] << 1) | (dependent < head ? 1u : 0u));

    private static uint Id(int template, uint a, uint b = 0, uint c = 0) => ContextFeatures.Id(template, a, b, c);
}

using System.Numerics;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>
/// The features that a token's label is weighed by, each a number of 32 bits: its letters and those of its neighbours, parts of
/// speech, the lists of names, what stands around the whole run of capitals, what the rest of the report tells of the word.
/// </summary>
/// <remarks>Weights belong to these numbers: whoever changes a feature trains anew.</remarks>
internal static class NameFeatures
{
    /// <summary>How many features a token has at most.</summary>
    public const int Most = 160;

    private static readonly NameWord s_before = new() { Facts = WordFacts.Outside(1), Tag = UniversalTag.X };

    private static readonly NameWord s_after = new() { Facts = WordFacts.Outside(2), Tag = UniversalTag.X };

    /// <summary>1 where most words of the sentence have capitals, 2 where none has small letters, else 0.</summary>
    public static uint HeadingOf(ReadOnlySpan<NameWord> sentence)
    {
        int capitals = 0, small = 0;
        foreach (ref readonly NameWord word in sentence)
        {
            capitals += word.Facts.Case is LetterCase.Capital or LetterCase.Capitals ? 1 : 0;
            small += word.Facts.Case == LetterCase.Small ? 1 : 0;
        }
        return small == 0 ? 2u : capitals > small ? 1u : 0u;
    }

    /// <summary>The features of a token; returns how many.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="i">The token in it.</param>
    /// <param name="heading">See <see cref="HeadingOf"/>.</param>
    /// <param name="plain">True for words, shapes, ends and neighbours alone: the baseline that the tagger is measured against.</param>
    /// <param name="ids">Where the features go.</param>
    public static int Of(ReadOnlySpan<NameWord> s, int i, uint heading, bool plain, Span<uint> ids)
    {
        ref readonly NameWord w = ref s[i];
        ref readonly NameWord p = ref At(s, i - 1);
        ref readonly NameWord q = ref At(s, i - 2);
        ref readonly NameWord n = ref At(s, i + 1);
        ref readonly NameWord m = ref At(s, i + 2);
        uint place = i == 0 ? 1u : p.Facts.IsMark ? 2u : 0u;
        uint letters = ((uint)w.Facts.Case * 3) + place;
        int k = 0;
        ids[k++] = Id(0, 0);
        ids[k++] = Id(1, w.Facts.Word);
        ids[k++] = Id(2, w.Facts.Form);
        ids[k++] = Id(3, w.Facts.Suffix2);
        ids[k++] = Id(4, w.Facts.Suffix3);
        ids[k++] = Id(5, w.Facts.Suffix4);
        ids[k++] = Id(6, w.Facts.Prefix2);
        ids[k++] = Id(7, w.Facts.Prefix3);
        ids[k++] = Id(8, w.Facts.Shape);
        ids[k++] = Id(9, w.Facts.Shape, place);
        ids[k++] = Id(10, letters);
        ids[k++] = Id(11, p.Facts.Word);
        ids[k++] = Id(12, n.Facts.Word);
        ids[k++] = Id(13, q.Facts.Word);
        ids[k++] = Id(14, m.Facts.Word);
        ids[k++] = Id(15, p.Facts.Word, w.Facts.Word);
        ids[k++] = Id(16, w.Facts.Word, n.Facts.Word);
        ids[k++] = Id(17, p.Facts.Shape, w.Facts.Shape, n.Facts.Shape);
        ids[k++] = Id(18, p.Facts.Shape);
        ids[k++] = Id(19, n.Facts.Shape);
        if (plain)
            return k;

        uint lists = (uint)w.Lists, kinds = (uint)w.Facts.Kinds;
        ids[k++] = Id(20, letters, heading);
        ids[k++] = Id(21, (uint)w.Tag, letters);
        ids[k++] = Id(22, w.Facts.Class, (uint)w.Facts.Case);
        ids[k++] = Id(23, lists, place);
        ids[k++] = Id(24, kinds, letters);
        ids[k++] = Id(25, (uint)w.Phrase, w.PhrasePlace);
        ids[k++] = Id(26, q.Facts.Word, p.Facts.Word);
        ids[k++] = Id(27, n.Facts.Word, m.Facts.Word);
        ids[k++] = Id(28, (uint)p.Lists, p.Capital ? 1u : 0u);
        ids[k++] = Id(29, (uint)n.Lists, n.Capital ? 1u : 0u);
        ids[k++] = Id(30, (uint)p.Lists, lists);
        ids[k++] = Id(31, lists, (uint)n.Lists);
        ids[k++] = Id(32, (uint)p.Tag, (uint)w.Tag);
        ids[k++] = Id(33, (uint)w.Tag, (uint)n.Tag);
        ids[k++] = Id(34, (uint)p.Tag, (uint)w.Tag, (uint)n.Tag);
        ids[k++] = Id(35, ((uint)p.Facts.Case * 8) + (uint)w.Facts.Case, (uint)n.Facts.Case);
        ids[k++] = Id(36, p.Facts.Suffix3);
        ids[k++] = Id(37, n.Facts.Suffix3);
        ids[k++] = Id(38, p.Facts.Class);
        ids[k++] = Id(39, n.Facts.Class);
        ids[k++] = Id(40, (w.Possessive ? 1u : 0u) + (p.Possessive ? 2u : 0u));
        ids[k++] = Id(41, (uint)n.Phrase, n.PhrasePlace);
        ids[k++] = Id(42, (uint)p.Phrase, p.PhrasePlace);
        for (uint bits = lists; bits != 0; bits &= bits - 1)
            ids[k++] = Id(43, (uint)BitOperations.TrailingZeroCount(bits), (uint)w.Facts.Case);
        for (uint bits = (uint)w.Phrase; bits != 0; bits &= bits - 1)
            ids[k++] = Id(44, (uint)BitOperations.TrailingZeroCount(bits), w.PhrasePlace);
        for (uint bits = (uint)w.Evidence; bits != 0; bits &= bits - 1)
            ids[k++] = Id(45, (uint)BitOperations.TrailingZeroCount(bits), place);
        if (w.Capital)
            ids[k++] = Id(46, (uint)(w.Evidence & (WordEvidence.Small | WordEvidence.CapitalInside)), letters);
        k = OfClusters(s, i, letters, ids, k);
        return OfRun(s, i, ids, k);
    }

    // What words that stand in like places tell of a word that no training text has.
    private static int OfClusters(ReadOnlySpan<NameWord> s, int i, uint letters, Span<uint> ids, int k)
    {
        ref readonly NameWord w = ref s[i];
        ref readonly NameWord p = ref At(s, i - 1);
        ref readonly NameWord n = ref At(s, i + 1);
        ref readonly NameWord q = ref At(s, i - 2);
        ref readonly NameWord m = ref At(s, i + 2);
        uint before = (uint)p.Facts.Case, behind = (uint)n.Facts.Case;
        ids[k++] = Id(100, w.Cluster, letters);
        ids[k++] = Id(101, w.MiddleCluster, letters);
        ids[k++] = Id(102, w.CoarseCluster, letters);
        ids[k++] = Id(103, p.Cluster, before);
        ids[k++] = Id(104, p.MiddleCluster, before);
        ids[k++] = Id(105, p.CoarseCluster, before);
        ids[k++] = Id(106, n.Cluster, behind);
        ids[k++] = Id(107, n.MiddleCluster, behind);
        ids[k++] = Id(108, n.CoarseCluster, behind);
        ids[k++] = Id(109, q.Cluster);
        ids[k++] = Id(110, m.Cluster);
        ids[k++] = Id(111, q.MiddleCluster);
        ids[k++] = Id(112, m.MiddleCluster);
        return k;
    }

    // What stands around the run of capitals that the token is in: the same for all its tokens but for their place in it.
    private static int OfRun(ReadOnlySpan<NameWord> s, int i, Span<uint> ids, int k)
    {
        int from = i, to = i + 1;
        while (from > 0 && s[from - 1].Capital && !s[from - 1].Possessive && i - from < NameSentences.LongestRun)
            from--;
        while (to < s.Length && s[to].Capital && !s[to - 1].Possessive && to - i < NameSentences.LongestRun)
            to++;
        ref readonly NameWord left = ref At(s, from - 1);
        ref readonly NameWord farLeft = ref At(s, from - 2);
        ref readonly NameWord right = ref At(s, to);
        ref readonly NameWord last = ref s[to - 1];
        ref readonly NameWord first = ref s[from];
        var any = NameLists.None;
        for (int j = from; j < to; j++)
            any |= s[j].Lists;
        uint where = ((uint)Math.Min(i - from, 2) * 4) + (uint)Math.Min(to - i, 3);
        uint alone = to - from == 1 ? 1u : 0u;
        ids[k++] = Id(60, where);
        ids[k++] = Id(61, left.Facts.Word, alone);
        ids[k++] = Id(62, right.Facts.Word, alone);
        ids[k++] = Id(63, (uint)left.Tag, (uint)right.Tag, where);
        ids[k++] = Id(64, last.Facts.Word, where);
        ids[k++] = Id(65, (uint)last.Lists, where);
        ids[k++] = Id(66, (uint)first.Lists, where);
        ids[k++] = Id(67, (uint)left.Lists, alone);
        ids[k++] = Id(68, (uint)right.Lists, alone);
        ids[k++] = Id(69, left.Facts.Word, right.Facts.Word);
        ids[k++] = Id(70, farLeft.Facts.Word, left.Facts.Word);
        ids[k++] = Id(71, (uint)(any & (NameLists.Man | NameLists.Woman | NameLists.Organisation | NameLists.PlaceWord | NameLists.Thing)), where);
        ids[k++] = Id(72, (uint)left.Tag, (uint)farLeft.Tag, where);
        ids[k++] = Id(73, (uint)right.Tag, (uint)At(s, to + 1).Tag, where);
        ids[k++] = Id(74, left.Facts.Class, where);
        ids[k++] = Id(75, right.Facts.Class, where);
        ids[k++] = Id(76, At(s, to + 1).Facts.Word, right.Facts.Word);
        ids[k++] = Id(77, (uint)(last.Evidence | first.Evidence), where);
        ids[k++] = Id(80, left.Sense, alone);
        ids[k++] = Id(81, right.Sense, alone);
        ids[k++] = Id(82, left.Sense, right.Sense, where);
        ids[k++] = Id(83, farLeft.Sense, (uint)left.Tag);
        ids[k++] = Id(84, At(s, to + 1).Sense, (uint)right.Tag);
        ids[k++] = Id(85, Apposition(s, to), right.Facts.Word);
        ids[k++] = Id(86, s[i].Sense, (uint)s[i].Tag, where);
        ids[k++] = Id(87, last.Sense, where);
        ids[k++] = Id(130, left.Cluster, alone);
        ids[k++] = Id(131, right.Cluster, alone);
        ids[k++] = Id(134, left.MiddleCluster, right.MiddleCluster);
        ids[k++] = Id(137, last.Cluster, where);
        ids[k++] = Id(139, first.Cluster, where);
        ids[k++] = Id(150, last.ToldSense, where);
        ids[k++] = Id(151, last.ToldCluster, alone);
        ids[k++] = Id(152, s[i].ToldSense, where);
        ids[k++] = Id(153, s[i].ToldCluster, alone);
        ids[k++] = Id(154, first.ToldSense, last.ToldSense, where);
        return k;
    }

    // The meaning of the last noun of a phrase behind a comma: "person" in "Torvald, a former teacher of music".
    private static uint Apposition(ReadOnlySpan<NameWord> s, int comma)
    {
        uint sense = 0;
        if (!At(s, comma).Facts.IsMark)
            return 0;
        for (int i = comma + 1; i < Math.Min(s.Length, comma + 7); i++)
        {
            if (s[i].Tag is UniversalTag.Adp or UniversalTag.Verb or UniversalTag.Punct or UniversalTag.Aux or UniversalTag.Pron)
                break;
            if (s[i].Tag == UniversalTag.Noun)
                sense = s[i].Sense;
        }
        return sense;
    }

    private static ref readonly NameWord At(ReadOnlySpan<NameWord> s, int i) =>
        ref i < 0 ? ref s_before : ref i >= s.Length ? ref s_after : ref s[i];

    private static uint Id(int template, uint a, uint b = 0, uint c = 0) => ContextFeatures.Id(template, a, b, c);
}

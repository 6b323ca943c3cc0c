using System.Runtime.CompilerServices;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// The features that a word's tag is weighed by, each a number of 32 bits: the word's letters, what tables know of it and of
/// the two words on either side, and the tags of the two words before it. The usual features of a sequence perceptron (Collins
/// 2002; Ratnaparkhi 1996), with the classes of the words ahead in place of their tags.
/// </summary>
/// <remarks>Weights belong to these numbers: whoever changes a feature trains anew.</remarks>
internal static class ContextFeatures
{
    /// <summary>How many features a word has at most that no tag enters.</summary>
    public const int MostOfWords = 55;

    /// <summary>How many features the tags before a word give.</summary>
    public const int OfTags = 9;

    /// <summary>Stands for the tag before a sentence.</summary>
    public const int NoTag = 17;

    /// <summary>The features that the words give; returns how many.</summary>
    /// <param name="words">The sentence with two words of padding on either side.</param>
    /// <param name="i">The word, in <paramref name="words"/>.</param>
    /// <param name="heading">1 where most words of the sentence have capitals, 2 where it has no small letters at all.</param>
    /// <param name="ids">Where the features go.</param>
    public static int OfWords(ReadOnlySpan<WordFacts> words, int i, uint heading, Span<uint> ids)
    {
        ref readonly WordFacts w = ref words[i];
        ref readonly WordFacts p = ref words[i - 1];
        ref readonly WordFacts q = ref words[i - 2];
        ref readonly WordFacts n = ref words[i + 1];
        ref readonly WordFacts m = ref words[i + 2];
        uint place = i == 2 ? 1u : p.IsMark ? 2u : 0u;
        uint letters = ((uint)w.Case * 3) + place;
        uint kinds = (uint)w.Kinds;
        int k = 0;
        ids[k++] = Id(0, 0);
        ids[k++] = Id(1, w.Word);
        if (w.Case > LetterCase.Small)
            ids[k++] = Id(2, w.Form);
        ids[k++] = Id(3, w.Suffix1);
        ids[k++] = Id(4, w.Suffix2);
        ids[k++] = Id(5, w.Suffix3);
        ids[k++] = Id(6, w.Suffix4);
        ids[k++] = Id(7, w.Prefix1);
        ids[k++] = Id(8, w.Prefix2);
        ids[k++] = Id(9, w.Prefix3);
        ids[k++] = Id(10, w.Shape, place);
        ids[k++] = Id(11, kinds, (uint)w.Case);
        ids[k++] = Id(12, w.Class, (uint)w.Case);
        ids[k++] = Id(13, w.Suffix3, letters);
        ids[k++] = Id(14, w.Suffix2, kinds);
        ids[k++] = Id(15, letters, heading);
        ids[k++] = Id(16, w.Class, letters);
        ids[k++] = Id(17, kinds, letters, heading);

        ids[k++] = Id(20, p.Word);
        ids[k++] = Id(21, n.Word);
        ids[k++] = Id(24, p.Class);
        ids[k++] = Id(25, n.Class);
        ids[k++] = Id(26, q.Class);
        ids[k++] = Id(27, m.Class);
        ids[k++] = Id(28, p.Suffix3);
        ids[k++] = Id(29, n.Suffix3);

        ids[k++] = Id(32, p.Class, n.Class);
        ids[k++] = Id(33, w.Class, n.Class);
        ids[k++] = Id(34, w.Class, p.Class);
        ids[k++] = Id(35, w.Class, n.Class, m.Class);
        ids[k++] = Id(36, w.Class, p.Class, n.Class);
        ids[k++] = Id(37, w.Class, p.Class, q.Class);
        ids[k++] = Id(38, p.Word, w.Word);
        ids[k++] = Id(39, w.Word, n.Word);
        ids[k++] = Id(40, p.Word, n.Word);
        ids[k++] = Id(41, ((uint)w.Case * 8) + (uint)p.Case, (uint)n.Case);
        ids[k++] = Id(42, kinds, (uint)n.Kinds);
        ids[k++] = Id(43, kinds, (uint)p.Kinds);
        ids[k++] = Id(44, kinds, p.Word);
        ids[k++] = Id(45, kinds, n.Word);
        ids[k++] = Id(46, w.Word, p.Class);
        ids[k++] = Id(47, w.Word, n.Class);
        ids[k++] = Id(48, w.Suffix2, n.Class);
        ids[k++] = Id(49, w.Suffix2, p.Class);
        ids[k++] = Id(52, n.Class, m.Class);
        uint cluster = w.Cluster, middle = w.MiddleCluster;
        if (cluster != 0)
        {
            ids[k++] = Id(60, cluster, (uint)w.Case);
            ids[k++] = Id(61, middle, letters);
            ids[k++] = Id(63, cluster, n.Class);
            ids[k++] = Id(64, cluster, p.Class);
            ids[k++] = Id(65, middle, p.Class, n.Class);
            ids[k++] = Id(66, middle, p.MiddleCluster);
        }
        ids[k++] = Id(68, p.Cluster);
        ids[k++] = Id(69, n.Cluster);
        ids[k++] = Id(70, p.MiddleCluster, (uint)p.Case, kinds);
        ids[k++] = Id(71, n.MiddleCluster, (uint)n.Case, kinds);
        return k;
    }

    /// <summary>The features that the tags before the word give.</summary>
    /// <param name="words">As above.</param>
    /// <param name="i">As above.</param>
    /// <param name="before">The tag of the word before, or <see cref="NoTag"/>.</param>
    /// <param name="beforeThat">The tag of the word before that one.</param>
    /// <param name="ids">Where the <see cref="OfTags"/> features go.</param>
    public static void AfterTags(ReadOnlySpan<WordFacts> words, int i, int before, int beforeThat, Span<uint> ids)
    {
        ref readonly WordFacts w = ref words[i];
        ref readonly WordFacts n = ref words[i + 1];
        uint one = (uint)before, two = (uint)((before * 32) + beforeThat);
        ids[0] = Id(80, one);
        ids[1] = Id(81, two);
        ids[2] = Id(82, one, w.Word);
        ids[3] = Id(83, one, w.Class);
        ids[4] = Id(84, two, w.Class);
        ids[5] = Id(85, one, n.Class);
        ids[6] = Id(86, one, w.Suffix3);
        ids[7] = Id(87, two, n.Class);
        ids[8] = Id(88, one, (uint)w.Kinds, (uint)w.Case);
    }

    /// <summary>1 where most of the words have capitals, 2 where none has small letters, else 0.</summary>
    /// <param name="words">The sentence without padding.</param>
    public static uint HeadingOf(ReadOnlySpan<WordFacts> words)
    {
        int capitals = 0, small = 0;
        foreach (ref readonly WordFacts word in words)
        {
            if (word.Case is LetterCase.Capital or LetterCase.Capitals)
                capitals++;
            else if (word.Case == LetterCase.Small)
                small++;
        }
        return small == 0 ? 2u : capitals > small ? 1u : 0u;
    }

    // The finaliser of MurmurHash3 over the template and its values.
    /// <summary>The number of a feature: its template and its values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Id(int template, uint a, uint b = 0, uint c = 0)
    {
        ulong x = ((ulong)a << 32) | b;
        x ^= (ulong)template * 0x9E3779B97F4A7C15;
        x ^= c * 0xD6E8FEB86659FD93;
        x *= 0xFF51AFD7ED558CCD;
        x ^= x >> 32;
        x *= 0xC4CEB9FE1A85EC53;
        return (uint)(x >> 32);
    }
}

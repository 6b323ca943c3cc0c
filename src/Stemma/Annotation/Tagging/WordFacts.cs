namespace Stemma.Annotation.Tagging;

/// <summary>How the letters of a word are written.</summary>
internal enum LetterCase : byte
{
    /// <summary>No letter in it.</summary>
    None,

    /// <summary>Small letters: "river".</summary>
    Small,

    /// <summary>A capital, then small letters: "River".</summary>
    Capital,

    /// <summary>Capitals: "RIVER".</summary>
    Capitals,

    /// <summary>One letter alone, a capital: "I".</summary>
    Single,

    /// <summary>Anything else: "iPad", "McKay".</summary>
    Mixed,
}

/// <summary>What is known of one word whatever stands beside it: hashes of its letters and ends, its case, what the tables say of it.</summary>
internal struct WordFacts
{
    /// <summary>Of the word in small letters, every digit as 0.</summary>
    public uint Word;

    /// <summary>Of the word as it is written, every digit as 0.</summary>
    public uint Form;

    /// <summary>Of its last letters; a short word has a mark before its first letter.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Of its first letters.</summary>
    public uint Prefix1, Prefix2, Prefix3;

    /// <summary>Of its runs of capitals, small letters, digits and marks, each run cut to two.</summary>
    public uint Shape;

    /// <summary>How its letters are written.</summary>
    public LetterCase Case;

    /// <summary>True where it has neither letter nor digit.</summary>
    public bool IsMark;

    /// <summary>The tags that its usual uses have, as a number; see <see cref="TaggerModel.Describe"/>.</summary>
    public ushort Class;

    /// <summary>The forms of dictionary words that it can be, see <see cref="FormKinds"/>.</summary>
    public FormKinds Kinds;

    /// <summary>The cluster that it is in, 0 for none; see <see cref="WordClusters"/>.</summary>
    public ushort Cluster;

    /// <summary>The middle cluster that it is in, 0 for none.</summary>
    public byte MiddleCluster;

    /// <summary>The one tag that the word always has; negative where it has several.</summary>
    public sbyte Certain;

    /// <summary>In UTF-16 code units: the letters after these are not looked at.</summary>
    private const int LongestWord = 40;

    private const uint WordSeed = 0x9747B28C, SuffixSeed = 0x3C6EF372, ShapeSeed = 0x7A3D1B27, ClassSeed = 0x51ED270B;

    private const char BeforeWord = '\u0001';

    /// <summary>Stands where a sentence has no further word.</summary>
    /// <param name="place">0, 1: before the sentence; 2, 3: after it.</param>
    public static WordFacts Outside(int place) => new() { Word = (uint)(1 + place), Class = (ushort)(2 + place), IsMark = true, Certain = -1 };

    /// <summary>The hash of a word as <see cref="Word"/> has it.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        uint hash = WordSeed;
        foreach (char c in word.Length > LongestWord ? word[..LongestWord] : word)
            hash = Step(hash, Small(c));
        return hash;
    }

    /// <summary>What the letters of the word tell; the tables are not asked yet.</summary>
    public static WordFacts Of(ReadOnlySpan<char> word)
    {
        var facts = new WordFacts { Certain = -1 };
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        uint lower = WordSeed, form = WordSeed, shape = ShapeSeed;
        int capitals = 0, small = 0, digits = 0, run = 0;
        char last = '\0';
        for (int i = 0; i < word.Length; i++)
        {
            char c = Plain(word[i]), kind = KindOf(c);
            if (kind == 'x')
                small++;
            else if (kind == 'X')
                capitals++;
            else if (kind == '0')
                digits++;
            lower = Step(lower, Small(c));
            form = Step(form, kind == '0' ? '0' : c);
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2)
                shape = Step(shape, kind);
            if (i == 0)
                facts.Prefix1 = lower;
            else if (i == 1)
                facts.Prefix2 = lower;
            else if (i == 2)
                facts.Prefix3 = lower;
        }
        (facts.Word, facts.Form, facts.Shape) = (lower, form, shape);
        facts.IsMark = capitals + small + digits == 0;
        facts.Case = capitals == 0 ? small == 0 ? LetterCase.None : LetterCase.Small
            : small == 0 ? capitals == 1 && word.Length == 1 ? LetterCase.Single : LetterCase.Capitals
            : capitals == 1 && KindOf(word[0]) == 'X' ? LetterCase.Capital : LetterCase.Mixed;
        facts.Suffix1 = Step(SuffixSeed, FromEnd(word, 1));
        facts.Suffix2 = Step(facts.Suffix1, FromEnd(word, 2));
        facts.Suffix3 = Step(facts.Suffix2, FromEnd(word, 3));
        facts.Suffix4 = Step(facts.Suffix3, FromEnd(word, 4));
        return facts;
    }

    /// <summary>The class of a word that was seen too seldom: by the dictionary forms it can be and its case, else by its ending.</summary>
    public readonly ushort OpenClass()
    {
        uint hash = Step(Step(ClassSeed, (uint)Kinds), (uint)Case);
        return (ushort)((Kinds == FormKinds.None ? Step(hash, Suffix2) : hash) | OpenBit);
    }

    /// <summary>Set in every open class; clear in the classes of words that were seen often.</summary>
    public const ushort OpenBit = 0x8000;

    /// <summary>Adds a value to a hash.</summary>
    public static uint Step(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x85EBCA6B;
        return hash ^ (hash >> 15);
    }

    private static char FromEnd(ReadOnlySpan<char> word, int k) => k <= word.Length ? Small(word[^k]) : BeforeWord;

    private static char Small(char c) =>
        c is >= 'a' and <= 'z' ? c : c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is >= '0' and <= '9' ? '0' : c < 128 ? c : char.ToLowerInvariant(Plain(c));

    // Typographic marks as straight ones, so that both are one word.
    private static char Plain(char c) => c < 128 ? c : c switch
    {
        '’' or '‘' or '‚' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '‐' or '‑' => '-',
        _ => c,
    };

    private static char KindOf(char c)
    {
        if (c < 128)
            return c is >= 'a' and <= 'z' ? 'x' : c is >= 'A' and <= 'Z' ? 'X' : c is >= '0' and <= '9' ? '0' : c;
        return char.IsUpper(c) ? 'X' : char.IsLetter(c) || char.IsSurrogate(c) ? 'x' : char.IsDigit(c) ? '0' : c;
    }
}

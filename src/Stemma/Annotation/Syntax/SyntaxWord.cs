using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>What the parser knows of a word.</summary>
internal readonly struct SyntaxWord
{
    /// <summary>Stands for the tag of the sentence's root.</summary>
    public const byte RootTag = 17;

    /// <summary>Stands for the tag where no word is.</summary>
    public const byte NoTag = 18;

    /// <summary>Its letters, see <see cref="WordFacts.Word"/>.</summary>
    public readonly uint Word;

    /// <summary>Its tag and form; words of the closed classes stand for themselves.</summary>
    public readonly uint Fine;

    /// <summary>Its fine cluster with its part of speech, see <see cref="WordClusters"/>; its tag and form where it is in none or of a closed class.</summary>
    public readonly uint Cluster;

    /// <summary>The same of its middle cluster.</summary>
    public readonly uint Group;

    /// <summary>The same of its coarse cluster.</summary>
    public readonly uint Field;

    /// <summary>Its part of speech.</summary>
    public readonly byte Tag;

    /// <summary>Set for a quotation mark.</summary>
    public readonly bool IsMark;

    /// <summary>What is known of a word of this part of speech.</summary>
    private SyntaxWord(uint word, uint suffix, FormKinds kinds, ushort cluster, UniversalTag tag, bool isMark)
    {
        Word = word;
        Tag = (byte)tag;
        IsMark = isMark;
        Fine = tag switch
        {
            UniversalTag.Adp or UniversalTag.Aux or UniversalTag.Cconj or UniversalTag.Det or UniversalTag.Part or UniversalTag.Pron or UniversalTag.Punct or UniversalTag.Sconj => WordFacts.Step(word, Tag),
            UniversalTag.Verb => WordFacts.Step(WordFacts.Step(Tag, (uint)(kinds & VerbForms)), suffix),
            UniversalTag.Noun => WordFacts.Step(Tag, (uint)(kinds & FormKinds.Plural)),
            UniversalTag.Adj or UniversalTag.Adv => WordFacts.Step(Tag, (uint)(kinds & (FormKinds.Comparative | FormKinds.Superlative))),
            _ => Tag,
        };
        // Words of the closed classes are few enough to be known one by one.
        bool clustered = cluster != 0 && tag is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Adv or UniversalTag.Num;
        WordClusters clusters = WordClusters.English;
        Cluster = clustered ? WordFacts.Step(FineSeed + Tag, cluster) : Fine;
        Group = clustered ? WordFacts.Step(MiddleSeed + Tag, clusters.MiddleOf(cluster)) : Fine;
        Field = clustered ? WordFacts.Step(CoarseSeed + Tag, clusters.CoarseOf(cluster)) : Fine;
    }

    private SyntaxWord(byte tag) => (Word, Fine, Cluster, Group, Field, Tag) = (tag, tag, tag, tag, tag, tag);

    /// <summary>What is known of a word of this part of speech.</summary>
    public static SyntaxWord Of(ReadOnlySpan<char> word, PartOfSpeechTagger tagger, UniversalTag tag)
    {
        var facts = WordFacts.Of(word);
        tagger.Describe(ref facts);
        return Of(in facts, word, tag);
    }

    /// <summary>The same of a word that the tagger has described.</summary>
    public static SyntaxWord Of(ref readonly WordFacts facts, ReadOnlySpan<char> word, UniversalTag tag) =>
        new(facts.Word, facts.Suffix2, facts.Kinds, facts.Cluster, tag, tag == UniversalTag.Punct && word[0] is '"' or '“' or '”' or '„' or '«' or '»' or '`' || word is "''");

    /// <summary>The root of the sentence.</summary>
    public static SyntaxWord Root => new(RootTag);

    /// <summary>No word.</summary>
    public static SyntaxWord None => new(NoTag);

    private const uint FineSeed = 0x100, MiddleSeed = 0x200, CoarseSeed = 0x300;

    private const FormKinds VerbForms = FormKinds.Verb | FormKinds.Third | FormKinds.Past | FormKinds.Ing;
}

namespace Stemma.Training;

/// <summary>The parts of the English Web Treebank and of GUM that a tagger is trained, chosen and measured on.</summary>
internal sealed class Treebanks
{
    // GUM's own split (splits.md of its repository), as far as these genres go.
    private static readonly string[] s_gumTest =
    [
        "academic_discrimination", "academic_eegimaa", "bio_dvorak", "bio_jespersen", "interview_hill", "interview_libertarian", "news_nasa", "news_sensitive",
        "speech_austria", "speech_newzealand", "textbook_chemistry", "textbook_union", "voyage_oakland", "voyage_vavau",
    ];

    private static readonly string[] s_gumDev =
    [
        "academic_exposure", "academic_librarians", "bio_byron", "bio_emperor", "interview_cyclone", "interview_gaming", "news_homeopathic", "news_iodine",
        "speech_impeachment", "speech_inauguration", "textbook_governments", "textbook_labor", "voyage_athens", "voyage_coron",
    ];

    public required List<GoldSentence> Train { get; init; }

    public required List<GoldSentence> EwtDev { get; init; }

    public required List<GoldSentence> EwtTest { get; init; }

    public required List<GoldSentence> GumDev { get; init; }

    public required List<GoldSentence> GumTest { get; init; }

    /// <summary>True for a document of GUM's test part.</summary>
    public static bool IsGumTest(string file) => s_gumTest.Contains(Path.GetFileNameWithoutExtension(file)["GUM_".Length..], StringComparer.Ordinal);

    /// <summary>True for a document of GUM's development part.</summary>
    public static bool IsGumDev(string file) => s_gumDev.Contains(Path.GetFileNameWithoutExtension(file)["GUM_".Length..], StringComparer.Ordinal);

    /// <summary>Reads the folder that has ewt/ and gum/.</summary>
    public static Treebanks Open(string folder)
    {
        string ewt = Path.Combine(folder, "ewt", "en_ewt-ud-"), gum = Path.Combine(folder, "gum");
        string[] Documents(string[] names) => [.. names.Select(n => Path.Combine(gum, $"GUM_{n}.conllu"))];
        string[] dev = Documents(s_gumDev), test = Documents(s_gumTest);
        return new Treebanks
        {
            Train = Conllu.Read([ewt + "train.rebuilt.conllu", .. Directory.EnumerateFiles(gum, "*.conllu").Except(dev, StringComparer.Ordinal).Except(test, StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            EwtDev = Conllu.Read(ewt + "dev.conllu"),
            EwtTest = Conllu.Read(ewt + "test.conllu"),
            GumDev = Conllu.Read(dev),
            GumTest = Conllu.Read(test),
        };
    }
}

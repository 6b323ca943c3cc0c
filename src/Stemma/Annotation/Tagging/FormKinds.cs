namespace Stemma.Annotation.Tagging;

/// <summary>The forms of dictionary words that a spelling can be.</summary>
[Flags]
internal enum FormKinds : ushort
{
    /// <summary>In no dictionary.</summary>
    None = 0,

    /// <summary>A noun in its base form.</summary>
    Noun = 1,

    /// <summary>A noun's plural.</summary>
    Plural = 1 << 1,

    /// <summary>A verb in its base form.</summary>
    Verb = 1 << 2,

    /// <summary>A verb's third person: "goes".</summary>
    Third = 1 << 3,

    /// <summary>A verb's past or past participle: "went", "gone".</summary>
    Past = 1 << 4,

    /// <summary>A verb's present participle: "going".</summary>
    Ing = 1 << 5,

    /// <summary>An adjective.</summary>
    Adjective = 1 << 6,

    /// <summary>An adjective's comparative.</summary>
    Comparative = 1 << 7,

    /// <summary>An adjective's superlative.</summary>
    Superlative = 1 << 8,

    /// <summary>An adverb.</summary>
    Adverb = 1 << 9,

    /// <summary>A name that a dictionary explains: "london".</summary>
    Proper = 1 << 10,

    /// <summary>Written with a capital in a list of words.</summary>
    Capitalised = 1 << 11,

    /// <summary>An abbreviation.</summary>
    Abbreviation = 1 << 12,
}

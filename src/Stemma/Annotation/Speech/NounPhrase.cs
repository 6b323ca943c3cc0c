namespace Stemma.Annotation.Speech;

/// <summary>What a noun phrase is built around.</summary>
internal enum PhraseKind
{
    /// <summary>A name, its title included.</summary>
    Name,

    /// <summary>"he", "they", "both".</summary>
    Pronoun,

    /// <summary>"the ministry", "one expert at a university".</summary>
    Nominal,
}

/// <summary>A phrase that can name a speaker.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Head">The token its sense hangs on: the last word before a preposition.</param>
/// <param name="Kind">What it is built around.</param>
internal readonly record struct NounPhrase(int First, int Last, int Head, PhraseKind Kind);

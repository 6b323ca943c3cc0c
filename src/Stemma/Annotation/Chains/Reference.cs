namespace Stemma.Annotation.Chains;

/// <summary>The part that a phrase plays in its clause.</summary>
internal enum GrammarRole : byte
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>The subject of a verb.</summary>
    Subject,

    /// <summary>The object of a verb.</summary>
    Object,

    /// <summary>After a preposition.</summary>
    Oblique,

    /// <summary>"Smith’s", "his": owns what follows.</summary>
    Possessor,

    /// <summary>Explains the noun before it: "his brother, Smith,".</summary>
    Appositive,
}

/// <summary>A place where a report speaks of somebody, by name or by pronoun.</summary>
/// <param name="First">Its first token, a title included.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Chain">The group of names, -1 for a pronoun that stands for none of them.</param>
/// <param name="Mention">The mention, -1 for a pronoun.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Role">Its part in the clause.</param>
internal readonly record struct Reference(int First, int Last, int Chain, int Mention, int Sentence, GrammarRole Role)
{
    /// <summary>Of a pronoun: 'm' or 'f'; '-' for a name.</summary>
    public char Gender { get; init; } = '-';

    /// <summary>Of a pronoun.</summary>
    public PronounCase Case { get; init; }

    /// <summary>True for a pronoun.</summary>
    public bool IsPronoun => Mention < 0;
}

/// <summary>A chain that a pronoun may stand for, with the places that speak for it.</summary>
/// <param name="Chain">The group of names.</param>
/// <param name="Nearest">The nearest place before the pronoun, name or pronoun; the first after it where none is before.</param>
/// <param name="Name">The nearest name before the pronoun, or the first after it; <paramref name="Nearest"/> where none is near.</param>
internal readonly record struct Antecedent(int Chain, Reference Nearest, Reference Name);

namespace Stemma.Comparison.Wordings;

/// <summary>What an edit is a change of; the later in this list, the graver.</summary>
public enum EditNature
{
    /// <summary>Spelling, accents, hyphens, a contraction, figures for words: how a house writes.</summary>
    Spelling,

    /// <summary>The marks between words.</summary>
    Punctuation,

    /// <summary>Words of the closed classes: "the", "of".</summary>
    FunctionWord,

    /// <summary>Another form of the same word: its tense, its number.</summary>
    Inflection,

    /// <summary>A word that a dictionary gives as a near-synonym, or one of the same root.</summary>
    Synonym,

    /// <summary>A fuller, shorter or otherwise spelled name.</summary>
    NameForm,

    /// <summary>More words of content.</summary>
    Addition,

    /// <summary>Fewer words of content.</summary>
    Omission,

    /// <summary>Several words for several others: whether they say the same is not known.</summary>
    Rephrased,

    /// <summary>A word for another that no dictionary at hand gives as a near-synonym.</summary>
    OtherWord,

    /// <summary>How strongly it is told: "very".</summary>
    Degree,

    /// <summary>What takes back some of it: "almost", "alleged".</summary>
    Hedge,

    /// <summary>How much, how many, how often: "all", "some".</summary>
    Quantity,

    /// <summary>Somebody or something else is meant: a name or a person changed.</summary>
    Name,

    /// <summary>Another number.</summary>
    Number,

    /// <summary>The opposite.</summary>
    Opposite,

    /// <summary>What it hangs on: "if".</summary>
    Condition,

    /// <summary>How sure, allowed or required it is told to be: "may", "must".</summary>
    Modality,

    /// <summary>A negation came or went.</summary>
    Negation,
}

/// <summary>What an edit does to the meaning.</summary>
public enum MeaningEffect
{
    /// <summary>Nothing.</summary>
    Kept,

    /// <summary>Not known: words came, went, or were said otherwise.</summary>
    Open,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>Tells of the natures of edits what they do.</summary>
public static class EditNatures
{
    /// <summary>What such an edit does to the meaning.</summary>
    public static MeaningEffect Effect(this EditNature nature) => nature switch
    {
        <= EditNature.NameForm => MeaningEffect.Kept,
        <= EditNature.Rephrased => MeaningEffect.Open,
        _ => MeaningEffect.Changed,
    };

    /// <summary>Its name in findings: "other word".</summary>
    public static string Name(this EditNature nature) => nature switch
    {
        EditNature.FunctionWord => "function word",
        EditNature.NameForm => "name form",
        EditNature.OtherWord => "other word",
        _ => nature.ToString().ToLowerInvariant(),
    };

    /// <summary>True where the words stay the same.</summary>
    public static bool IsHouseStyle(this EditNature nature) => nature <= EditNature.Punctuation;
}

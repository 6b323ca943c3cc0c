using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>What a clause or a noun of doing tells: who did what to whom, and whether it is told as so, as not so or as open.</summary>
/// <remarks>Roles after the Proposition Bank (Palmer, Gildea and Kingsbury 2005); polarity and certainty after FactBank (Saurí and Pustejovsky 2009).</remarks>
public sealed record Predication
{
    /// <summary>The word that tells what is done or is so: a verb, a noun of doing, or what a form of "be" says of its subject.</summary>
    public required TextSpan Word { get; init; }

    /// <summary>The form of "be" where the word itself is no verb.</summary>
    public TextSpan? Copula { get; init; }

    /// <summary>Its base form, in small letters.</summary>
    public required string Lemma { get; init; }

    /// <summary>What kind of word it is.</summary>
    public required PredicateKind Kind { get; init; }

    /// <summary>The index of its sentence in <see cref="AnnotatedReport.Sentences"/>.</summary>
    public required int Sentence { get; init; }

    /// <summary>Who and what takes part, in text order.</summary>
    public required IReadOnlyList<PredicateArgument> Arguments { get; init; }

    /// <summary>False where the words say that it was not so.</summary>
    public required bool IsPositive { get; init; }

    /// <summary>How sure the words are.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>True where it lies ahead of what is told around it.</summary>
    public required bool IsAhead { get; init; }

    /// <summary>The words that made it negative or uncertain, in text order; none where it is plainly told.</summary>
    public IReadOnlyList<TextSpan> Evidence { get; init; } = [];

    /// <summary>The particle of a verb, in small letters: "down" in "turned down"; null where none stands there.</summary>
    public string? Particle { get; init; }

    /// <summary>The preposition before what a form of "be" says, in small letters: "under" in "is under control"; null where none stands there.</summary>
    public string? Preposition { get; init; }

    /// <summary>True where it is told in the present tense: "is open".</summary>
    public bool IsNow { get; init; }

    /// <summary>True where it is told in passing: beside a noun ("the man who left"), or without a tense of its own ("leaving the house").</summary>
    public bool IsAside { get; init; }

    /// <summary>The word that completes a verb: "open" in "stays open"; null where none does.</summary>
    public TextSpan? Complement { get; init; }
}

/// <summary>What kind of word tells it.</summary>
public enum PredicateKind
{
    /// <summary>A verb.</summary>
    Verb,

    /// <summary>A noun: "the resignation of Smith".</summary>
    Noun,

    /// <summary>What a form of "be" says: "is ill", "is the mayor".</summary>
    State,
}

/// <summary>Somebody or something that takes part.</summary>
/// <param name="Role">How.</param>
/// <param name="Head">The chief word.</param>
/// <param name="Span">All words that belong to it, the preposition left out.</param>
/// <param name="Preposition">The preposition before it, in small letters; null where none stands there.</param>
/// <param name="Pronoun">The relative pronoun that stands for it in the clause; null where none does.</param>
public readonly record struct PredicateArgument(ArgumentRole Role, TextSpan Head, TextSpan Span, string? Preposition, TextSpan? Pronoun = null);

/// <summary>How somebody or something takes part.</summary>
public enum ArgumentRole
{
    /// <summary>Who does it ("Arg0").</summary>
    Agent,

    /// <summary>To whom or what it is done, what comes about or changes, of whom it is said ("Arg1").</summary>
    Theme,

    /// <summary>To or for whom ("Arg2" of verbs of giving and telling).</summary>
    Recipient,

    /// <summary>By how much: "fell 340 points".</summary>
    Extent,

    /// <summary>A phrase with a preposition: where, with whom, by how much.</summary>
    Beside,
}

/// <summary>How sure the words are that it is so, or is not so.</summary>
public enum Certainty
{
    /// <summary>Told as a fact.</summary>
    Certain,

    /// <summary>More likely than not: "is expected to".</summary>
    Probable,

    /// <summary>Open: "may", "considers", "if".</summary>
    Possible,
}

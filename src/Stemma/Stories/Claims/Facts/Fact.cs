using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>What one clause tells, with who takes part brought to words that can be compared over reports.</summary>
internal sealed record Fact
{
    /// <summary>The clause.</summary>
    public required Predication Told { get; init; }

    /// <summary>Its sentence.</summary>
    public required ClaimSentence Sentence { get; init; }

    /// <summary>The words that name what happens, the most exact first: "turn down", "campaign for", "campaign".</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The stem of its word.</summary>
    public required string Stem { get; init; }

    /// <summary>The numbers of the acts that its words may tell, rising.</summary>
    public required int[] Acts { get; init; }

    /// <summary>False where it is told as not so, by the verb or by who takes part: "no ship sailed".</summary>
    public required bool IsPositive { get; init; }

    /// <summary>True where two negations stand in it, or one of which it is not sure what it negates.</summary>
    public required bool IsUnclear { get; init; }

    /// <summary>Who does it; null where the clause does not say.</summary>
    public required Party? Doer { get; init; }

    /// <summary>To what it is done, or what comes about; null where the clause does not say.</summary>
    public required Party? Thing { get; init; }

    /// <summary>The phrases with a preposition.</summary>
    public required IReadOnlyList<Party> Beside { get; init; }

    /// <summary>The places that its phrases name.</summary>
    public required IReadOnlyList<PlaceOfFact> Places { get; init; }

    /// <summary>The times that stand with its word.</summary>
    public required IReadOnlyList<DatedSpan> Own { get; init; }

    /// <summary>Who says so, the nearest first; none where the report does itself.</summary>
    public required IReadOnlyList<Party> By { get; init; }

    /// <summary>True where the report takes no side in what its source says.</summary>
    public required bool IsDoubted { get; init; }

    /// <summary>The words that tell it: the predicate with what negates it, where that stands near.</summary>
    public required TextSpan Value { get; init; }

    /// <summary>In percent of a verb's uses: from here on it is a verb of talk.</summary>
    private const int Half = 50;

    /// <summary>True where somebody says or publishes something, which he may do again.</summary>
    public bool Tells => VerbFrames.English.Of(Told.Lemma) is { } frame && (frame.Communication >= Half || frame.Tells);

    /// <summary>True where somebody says something: "said", "declined to say", not "signed".</summary>
    public bool Says => VerbFrames.English.Of(Told.Lemma) is { Cue: CueClass.Say or CueClass.Manner };

    /// <summary>The subject where it has one, the object else: whom the sentence is about.</summary>
    public Party? Subject => Doer ?? Thing;
}

/// <summary>Somebody or something that takes part in what clauses tell.</summary>
/// <param name="Argument">Its words.</param>
/// <param name="Stems">The stems of its words of content, in text order.</param>
/// <param name="Head">The stem of its chief word.</param>
/// <param name="HeadForm">The chief word, in small letters and one spelling.</param>
/// <param name="Persons">The persons that it is, by their names; none where it only speaks of them.</param>
/// <param name="IsOpen">True for pronouns: who it is cannot be told.</param>
internal sealed record Party(PredicateArgument Argument, string[] Stems, string Head, string HeadForm, (TextSpan Span, int Id)[] Persons, bool IsOpen)
{
    /// <summary>True for several: "the mayor and two priests".</summary>
    public bool IsSeveral { get; init; }
}

/// <summary>A place where something happens.</summary>
/// <param name="Span">Its name.</param>
/// <param name="Preposition">The preposition of the phrase that names it.</param>
/// <param name="Of">The stem of what is in it: "hall" in "the hall in Strand"; empty where the phrase is the place itself.</param>
internal readonly record struct PlaceOfFact(TextSpan Span, string Preposition, string Of);

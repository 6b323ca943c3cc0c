using Stemma.Reports;

namespace Stemma.Annotation.Clauses;

/// <summary>The clause in which a time stands.</summary>
/// <param name="Span">Its words with the time, without what other clauses hang on it.</param>
/// <param name="Verb">The word that tells what happened: most often a verb.</param>
/// <param name="Form">Whether it gives what happened or what is to come.</param>
/// <param name="Gives">True where it tells that somebody said something.</param>
public sealed record TimeClause(TextSpan Span, TextSpan Verb, ClauseForm Form, bool Gives);

/// <summary>What a clause gives.</summary>
public enum ClauseForm
{
    /// <summary>What happens or happened.</summary>
    Told,

    /// <summary>What is to come when it is written: "will sail", "is expected to sail".</summary>
    Ahead,

    /// <summary>What was to come at some moment before: "was to sail", "would sail".</summary>
    WasAhead,
}

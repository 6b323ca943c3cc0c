namespace Stemma.Annotation.Attributions;

/// <summary>Words of one sentence that stand together.</summary>
/// <param name="First">The first, numbered in the sentence.</param>
/// <param name="Last">The last.</param>
internal readonly record struct WordRun(int First, int Last)
{
    /// <summary>True where the run holds the word.</summary>
    public bool Holds(int word) => First <= word && word <= Last;
}

/// <summary>An attribution in one sentence.</summary>
/// <param name="Cue">The words that make it one.</param>
/// <param name="Source">The words that tell whose it is.</param>
/// <param name="SourceHead">The word they hang on, -1 without a source.</param>
/// <param name="Content">What is said or thought, in text order.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="Rule">Why, in words a reader follows.</param>
/// <param name="IsClause">False where the content is the thing alone that is talked about: "praised the plan".</param>
/// <param name="Beside">True where the cue stands right beside words in marks that are a clause of their own.</param>
/// <param name="Aside">Where the clause that tells who says it is put beside what is said, its first word; else -1. Whatever else the sentence gives ends before it.</param>
internal sealed record SentenceAttribution(WordRun Cue, WordRun? Source, int SourceHead, IReadOnlyList<WordRun> Content, AttributionKind Kind, string Rule, bool IsClause = true, bool Beside = false, int Aside = -1);

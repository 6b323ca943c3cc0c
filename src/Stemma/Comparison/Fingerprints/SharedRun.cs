namespace Stemma.Comparison.Fingerprints;

/// <summary>Words that two documents share in one order without a word between them.</summary>
/// <param name="A">The first word in the one document.</param>
/// <param name="B">The first word in the other.</param>
/// <param name="Length">In words, <see cref="GramHash.Words"/> or more, fewer where it goes on with the run before it.</param>
internal readonly record struct SharedRun(int A, int B, int Length);

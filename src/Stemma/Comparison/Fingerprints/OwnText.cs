namespace Stemma.Comparison.Fingerprints;

/// <summary>Tells how much of what two documents share is their own and no stock text.</summary>
internal abstract class OwnText
{
    /// <summary>How many words of a shared run are the documents' own.</summary>
    public abstract int OwnWords(ReadOnlySpan<uint> run);
}

using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories.Clustering;

/// <summary>
/// What is kept of a report to tell which story it belongs to: its day, some hundred hashed features with weights, and a sketch
/// that finds its copies. Some two kilobytes.
/// </summary>
/// <remarks>Immutable, safe to share between threads. The words cannot be got back from it.</remarks>
public sealed class StoryFeatures
{
    internal StoryFeatures(DateOnly? day, uint[] keys, byte[] weights, uint[] sketch) => (Day, Keys, Weights, Sketch) = (day, keys, weights, sketch);

    /// <summary>The day it was published, null where no day is known.</summary>
    public DateOnly? Day { get; }

    // The keys rise; a weight is never 0; see FeatureReader for what it counts.
    internal uint[] Keys { get; }

    internal byte[] Weights { get; }

    // Rises; see CopySketch.
    internal uint[] Sketch { get; }

    /// <summary>The features of a report. A function of the report alone; linear in its length.</summary>
    /// <param name="report">The report, wholly annotated.</param>
    public static StoryFeatures Of(AnnotatedReport report) => FeatureReader.Read(report);

    /// <summary>The features as bytes to be stored; the first is the version of their form.</summary>
    public byte[] ToBytes() => FeatureBytes.Write(this);

    /// <summary>The features that <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="problem">Why they could not be read and what to do; null where they could.</param>
    /// <returns>Null where the bytes are of another version or damaged. Never throws.</returns>
    public static StoryFeatures? FromBytes(ReadOnlySpan<byte> bytes, out string? problem) => FeatureBytes.Read(bytes, out problem);
}

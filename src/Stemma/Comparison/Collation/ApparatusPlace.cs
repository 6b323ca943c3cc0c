using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>
/// A place of the apparatus: a run of columns through which the same witnesses go together. With one reading all agree;
/// with more it is a place of variation.
/// </summary>
/// <param name="Column">The first column.</param>
/// <param name="ColumnEnd">The column after the last.</param>
/// <param name="Readings">
/// The base text's reading first, which most witnesses have; then by the number of witnesses, then by the first of them.
/// </param>
/// <param name="Absent">
/// The witnesses that have nothing here because they lack a long stretch: they do not testify, for this place or against it.
/// </param>
public sealed record ApparatusPlace(int Column, int ColumnEnd, IReadOnlyList<ApparatusReading> Readings, IReadOnlyList<int> Absent)
{
    /// <summary>What the base text has here.</summary>
    public ApparatusReading Base => Readings[0];

    /// <summary>True where witnesses differ.</summary>
    public bool IsVariant => Readings.Count > 1;
}

/// <summary>One reading of a place with the witnesses that share it.</summary>
/// <param name="Form">Its words, folded, with a space between; empty where the witnesses leave the place out.</param>
/// <param name="Witnesses">Who has it, by index, and where.</param>
public sealed record ApparatusReading(string Form, IReadOnlyList<ReadingWitness> Witnesses)
{
    /// <summary>True where these witnesses have no word.</summary>
    public bool IsOmission => Form.Length == 0;
}

/// <summary>A witness of a reading.</summary>
/// <param name="Witness">Its index in <see cref="Apparatus.Witnesses"/>.</param>
/// <param name="Span">Where it has the reading; empty, after the word before, where it has no word.</param>
public readonly record struct ReadingWitness(int Witness, TextSpan Span);

/// <summary>A block of words that some witnesses have at one place and others at another.</summary>
/// <param name="Form">Its words, folded, with a space between.</param>
/// <param name="First">The place that comes first.</param>
/// <param name="Second">The place that comes second.</param>
public sealed record MovedBlock(string Form, BlockPlace First, BlockPlace Second);

/// <summary>Where a moved block stands for some witnesses.</summary>
/// <param name="Column">The first column.</param>
/// <param name="ColumnEnd">The column after the last.</param>
/// <param name="Witnesses">Who has it here, by index, and where.</param>
public sealed record BlockPlace(int Column, int ColumnEnd, IReadOnlyList<ReadingWitness> Witnesses);

using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>A report, or why there is none.</summary>
/// <param name="Name">The name of the input.</param>
/// <param name="Report">The report, null where the input holds none.</param>
/// <param name="Problem">What is wrong and what to do, null where a report was read without doubt.</param>
public sealed record ReadingResult(string Name, Report? Report, string? Problem);

using Stemma.Reading;

namespace Stemma.Library;

/// <summary>The reports that were found, not yet read, and what is wrong with the rest.</summary>
/// <param name="Inputs">The reports with unique names, in ordinal order of the names whatever the order of the paths.</param>
/// <param name="Problems">The problems in ordinal order of their names.</param>
public sealed record OpenedReports(IReadOnlyList<ReportInput> Inputs, IReadOnlyList<FileProblem> Problems);

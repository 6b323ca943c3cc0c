using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>A time of a sentence with its place in the calendar.</summary>
/// <param name="Span">The words.</param>
/// <param name="From">The first possible day.</param>
/// <param name="To">The last.</param>
/// <param name="Minute">The minute of the day, -1 where no time of day is told.</param>
/// <param name="Zone">What the value says of the zone: "Z", "-04:00"; empty where the words name none.</param>
internal readonly record struct DatedSpan(TextSpan Span, DateOnly From, DateOnly To, int Minute, string Zone);

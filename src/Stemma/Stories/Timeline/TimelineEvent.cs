using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Timeline;

/// <summary>Something that happened, or is to happen, at a time that the reports give.</summary>
/// <param name="From">The first possible day.</param>
/// <param name="To">The last possible day, not before <paramref name="From"/>.</param>
/// <param name="Precision">How fine the words are; <see cref="TimePrecision.Interval"/> where the days do not fill a unit.</param>
/// <param name="Tellings">The sentences that tell it, by report and place; one or more, at most one for a sentence.</param>
public sealed record TimelineEvent(DateOnly From, DateOnly To, TimePrecision Precision, IReadOnlyList<TimelineTelling> Tellings);

/// <summary>A sentence that tells an event of the timeline.</summary>
/// <param name="Report">The index of the report among those given to <see cref="TimelineBuilder"/>.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Time">The words that tell the time.</param>
public readonly record struct TimelineTelling(int Report, TextSpan Sentence, TextSpan Time);

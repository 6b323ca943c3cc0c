using Stemma.Annotation;

namespace Stemma.Comparison.Wordings;

/// <summary>A quotation with its speaker as the whole story knows him.</summary>
/// <param name="Index">The number by which the caller knows it; differs for every quotation.</param>
/// <param name="Report">The number of its report; reports are compared in the order of these where dates do not decide.</param>
/// <param name="Source">Its report.</param>
/// <param name="Quotation">The quotation.</param>
/// <param name="SpeakerName">Who says it: a name or a phrase ("the ministry"), null where the report does not tell.</param>
/// <param name="SpeakerId">The same number for the same person or organisation over all reports, null where the speaker is no name.</param>
public sealed record SpokenWords(int Index, int Report, AnnotatedReport Source, Quotation Quotation, string? SpeakerName, int? SpeakerId)
{
    /// <summary>True for words in marks in a headline that are no quotation by themselves: they count only where a quotation holds them.</summary>
    public bool IsHeadlinePhrase { get; init; }
}

using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Gathers what is no part of the article and gives it in order, disjoint and without empty spans.</summary>
internal sealed class CutMarks(string text)
{
    private readonly List<Cut> _cuts = [];

    /// <summary>Marks a run; the run marked first keeps what two runs share.</summary>
    public void Add(int start, int end, string why)
    {
        if (start < end && new TextSpan(start, end).Trimmed(text) is { IsEmpty: false } span)
            _cuts.Add(new Cut(span, why));
    }

    /// <summary>The runs in order; neighbours with one reason and only white space between them are one run.</summary>
    public IReadOnlyList<Cut> ToCuts()
    {
        var ordered = _cuts.Select((cut, at) => (cut, at)).OrderBy(c => c.cut.Span.Start).ThenBy(c => c.at).Select(c => c.cut);
        var result = new List<Cut>(_cuts.Count);
        foreach (Cut cut in ordered)
        {
            int end = result.Count == 0 ? 0 : result[^1].Span.End;
            int start = Math.Max(cut.Span.Start, end);
            if (start >= cut.Span.End)
                continue;
            if (result.Count > 0 && string.Equals(result[^1].Why, cut.Why, StringComparison.Ordinal) && text.AsSpan(end, start - end).IsWhiteSpace())
                result[^1] = new Cut(new TextSpan(result[^1].Span.Start, cut.Span.End), cut.Why);
            else
                result.Add(new Cut(new TextSpan(start, cut.Span.End), cut.Why));
        }
        return result;
    }
}

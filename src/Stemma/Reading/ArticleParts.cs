using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>What was found in one text on the way to its report.</summary>
internal sealed class ArticleParts(string text)
{
    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>What is no part of the article.</summary>
    public CutMarks Cuts { get; } = new(text);

    /// <summary>The headline.</summary>
    public string? Title { get; set; }

    /// <summary>Where the text holds the headline.</summary>
    public TextSpan? TitleSpan { get; set; }

    /// <summary>The authors' names, in order.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The agencies that are named, in order.</summary>
    public List<Credit> Credits { get; } = [];

    /// <summary>The date of publication that the text states.</summary>
    public StatedDate? Date { get; private set; }

    /// <summary>Why that date was taken, null where it is plain.</summary>
    public string? DateDoubt { get; private set; }

    /// <summary>The date of the last change that the text states.</summary>
    public StatedDate? Changed { get; set; }

    /// <summary>What is doubtful, in words.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Takes in a date line; the date of publication counts before that of a change, the first before later ones.</summary>
    public void Take(DatedLine line)
    {
        if (line.IsChange)
            Changed ??= line.Date;
        if (line.Date is { } date && (Date is null || _dateIsChange && !line.IsChange))
        {
            Date = date;
            _dateIsChange = line.IsChange;
        }
        if (line.Problem is { } problem)
            Notes.Add(problem);
    }

    /// <summary>Takes in a date that stands in a dateline or in metadata.</summary>
    /// <param name="date">The date; the first that is taken in counts.</param>
    /// <param name="doubt">Why it was taken where that is not plain, null where it is.</param>
    public void Take(StatedDate? date, string? doubt = null)
    {
        if (Date is null && date is not null)
            (Date, DateDoubt) = (date, doubt);
    }

    /// <summary>Takes in authors; a name counts once.</summary>
    public void TakeAuthors(IEnumerable<string> authors)
    {
        foreach (string author in authors)
        {
            if (!Authors.Contains(author, StringComparer.OrdinalIgnoreCase))
                Authors.Add(author);
        }
    }

    /// <summary>Takes in credits; an agency counts once.</summary>
    public void TakeCredits(IEnumerable<Credit> credits)
    {
        foreach (Credit credit in credits)
        {
            if (!Credits.Exists(c => string.Equals(c.Agency, credit.Agency, StringComparison.Ordinal)))
                Credits.Add(credit);
        }
    }

    private bool _dateIsChange;
}

namespace Stemma.Reading.Documents.Exchange;

/// <summary>One report as an exchange document gives it.</summary>
internal sealed record ExchangeItem
{
    /// <summary>The id that its provider gave it.</summary>
    public string? Id { get; init; }

    /// <summary>The address of its page.</summary>
    public string? Url { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The names in its byline and creator fields, as written.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published first.</summary>
    public DocumentDate? Published { get; init; }

    /// <summary>The tag of its language.</summary>
    public string? Language { get; init; }

    /// <summary>Who sends it.</summary>
    public string? Provider { get; init; }

    /// <summary>Whose text it names as used: providers, credit lines, sources, holders of rights.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>The text, null where it carries none.</summary>
    public DocumentContent? Content { get; init; }

    /// <summary>Why it shall not be read although it may carry a text: withdrawn, withheld; null where it may.</summary>
    public string? Refusal { get; init; }

    /// <summary>The report, or what is to be done where there is none.</summary>
    /// <param name="input">What it was read from.</param>
    /// <param name="name">Its name.</param>
    /// <param name="note">What is wrong with the document, null for nothing.</param>
    public UnpackedReport Unpacked(ReportInput input, string name, string? note)
    {
        if (Refusal is not null)
            return new UnpackedReport(name, null, Refusal);
        if (Content is null || string.IsNullOrWhiteSpace(Content.Text))
            return new UnpackedReport(name, null, "the item carries no text, only what describes or refers to one; give the document with its text" + (note is null ? "" : ". " + note));
        if (Published is { Day: null } bad)
            note = $"its date “{bad.Text}” cannot be read, so it has none; name it in reports.csv if you know it" + (note is null ? "" : ". " + note);
        var report = new ReportInput(name, Content.ToBytes())
        {
            Charset = "utf-8",
            IsArticle = true,
            Title = input.Title ?? Title,
            Authors = input.Authors.Count > 0 ? input.Authors : Authors,
            Published = input.Published ?? Published?.Normal,
            Language = input.Language ?? Language,
            Url = Url ?? input.Url,
            Outlet = input.Outlet ?? Provider,
            Credits = [.. input.Credits.Concat(Credits.SelectMany(CreditNames.Of)).Distinct(StringComparer.Ordinal)],
        };
        return new UnpackedReport(name, report, note);
    }
}

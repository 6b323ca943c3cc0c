using System.Globalization;

namespace Stemma.Reading.Documents.Mail;

/// <summary>Reads a mail (RFC 5322, MIME) such as a newsletter, forwarded or not, and the mails that are attached to it.</summary>
internal static class MailReader
{
    /// <summary>In mails attached to one another.</summary>
    private const int MostMails = 50;

    /// <summary>Part of the plain text, 0 to 1, that the HTML must hold to be taken before it: some mails have next to none in it.</summary>
    private const double LeastHtml = 0.5;

    /// <summary>In UTF-16 code units of text; a mail with less around an attached one only hands it on.</summary>
    private const int ShortestOwn = 200;

    /// <summary>The reports and the problems; the mail itself first.</summary>
    public static IReadOnlyList<UnpackedReport> Read(ReportInput input)
    {
        var reports = new List<UnpackedReport>();
        var waiting = new Queue<(string Name, ReadOnlyMemory<byte> Mail)>();
        waiting.Enqueue((input.Name, WithoutEnvelope(input.Bytes)));
        int count = 0;
        while (waiting.TryDequeue(out (string Name, ReadOnlyMemory<byte> Mail) next) && count++ < MostMails)
        {
            MailHeaders headers = MailHeaders.Read(next.Mail.Span, out int length);
            var parts = new MailParts();
            parts.Take(headers, next.Mail[length..], 0);
            UnpackedReport report = Report(input, next.Name, headers, parts);
            if (report.Input is not null || parts.Attached.Count == 0)
                reports.Add(report);
            for (int i = 0; i < parts.Attached.Count; i++)
                waiting.Enqueue((string.Create(CultureInfo.InvariantCulture, $"{next.Name}#{i + 1}"), parts.Attached[i]));
        }
        if (waiting.Count > 0)
            reports.Add(new UnpackedReport(input.Name, null, $"more than {MostMails} mails are attached to one another here, and {waiting.Count} were left out; save those you want by themselves"));
        return reports;
    }

    private static UnpackedReport Report(ReportInput input, string name, MailHeaders headers, MailParts parts)
    {
        DocumentContent? html = DocumentContent.Html(parts.Html), plain = DocumentContent.Plain(parts.Plain);
        bool isHtml = html is not null && (plain is null || html.Bare().Length >= plain.Text.Trim().Length * LeastHtml);
        if ((isHtml ? html : plain) is not { } content || parts.Attached.Count > 0 && content.Bare().Length < ShortestOwn)
            return new UnpackedReport(name, null, "this mail holds no text, only attachments; save what is attached to it by itself");
        ForwardedMail? forwarded = ForwardedMail.Find(isHtml ? content.Lines() : content.Text, out int end);
        if (forwarded is not null && !isHtml)
            content = content with { Text = content.Text[end..] };
        DocumentDate? date = DocumentDate.Read(forwarded is null ? headers.Text("date") : forwarded.Date);
        var report = new ReportInput(name, content.ToBytes())
        {
            Charset = "utf-8",
            IsArticle = true,
            Title = input.Title ?? ForwardedMail.WithoutPrefixes(forwarded?.Subject ?? headers.Text("subject")),
            Authors = input.Authors,
            Published = input.Published ?? date?.Normal,
            Language = input.Language ?? headers.Text("content-language"),
            Url = input.Url,
            Outlet = input.Outlet ?? ForwardedMail.Sender(forwarded?.From ?? headers.Text("from")),
            Credits = input.Credits,
        };
        string? undated = date is { Day: null } ? $"its date “{date.Text}” cannot be read, so it has none; name it in reports.csv if you know it" : null;
        string problem = string.Join(". ", new[] { parts.Note, undated }.OfType<string>());
        return new UnpackedReport(name, report, problem.Length == 0 ? null : problem);
    }

    // The line that mailboxes put before a mail, and blank lines.
    private static ReadOnlyMemory<byte> WithoutEnvelope(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int start = span.IndexOfAnyExcept(" \t\r\n"u8);
        start = span[start..].StartsWith("\uFEFF"u8) ? start + 3 : start;
        int line = span[start..].StartsWith("From "u8) ? span[start..].IndexOf((byte)'\n') : -1;
        return bytes[(start + line + 1)..];
    }
}

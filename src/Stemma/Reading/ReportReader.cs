using Stemma.Reading.Documents;
using Stemma.Reading.Html;
using Stemma.Reading.Text;
using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Reads bytes as a report: charset, kind of file, article, metadata, and what to cut.</summary>
public static class ReportReader
{
    /// <summary>In UTF-16 code units of article; a page that keeps less is a menu, an error page or a wall.</summary>
    private const int LeastArticle = 60;

    /// <summary>The same for a page that must be paid for: with less, it is likely the beginning that everybody is shown.</summary>
    private const int ShortArticle = 1500;

    /// <summary>In messages about the parts of one document.</summary>
    private const int MostTold = 5;

    /// <summary>Reads one input. Never throws on what the bytes hold.</summary>
    /// <param name="input">The bytes and what is known of them.</param>
    /// <returns>A report, a message why there is none, or both where something about the report is doubtful.</returns>
    public static ReadingResult Read(ReportInput input)
    {
        ReadOnlySpan<byte> bytes = input.Bytes.Span;
        if (bytes.IsEmpty)
            return Unread(input, "the file is empty; save the report's text into it or leave it out");
        if (FileKind.Binary(bytes) is { } binary)
            return Unread(input, $"this is {binary}, not text or HTML; save the report as a text or HTML file");
        if (ReportDocuments.Read(input) is { } unpacked)
            return OnlyOne(input, unpacked);
        (string decoded, string? note) = Charsets.Decode(bytes, input.Charset);
        string text = Lines(decoded);
        TextKind kind = FileKind.Of(text);
        if (string.IsNullOrWhiteSpace(text))
            return Unread(input, "the file holds no words; save the report's text into it or leave it out");
        Report report;
        ArticleParts parts;
        if (input.IsArticle)
        {
            parts = kind == TextKind.Html ? ArticleReader.ReadHtml(text, input.Title, input.Authors) : ArticleReader.ReadPlain(text, input.Title, input.Authors);
            report = ReportOf(input, parts) with { Language = NamedFields.Language(input) ?? LanguageOf(parts) };
            if (ArticleLength(report) < LeastArticle)
                return Unread(input, "the item holds next to no words; give its page or leave it out");
        }
        else if (kind == TextKind.Html)
        {
            PageReading page = PageReader.Read(text);
            parts = page.Parts;
            report = ReportOf(input, parts) with
            {
                Outlet = input.Outlet ?? page.Metadata.Outlet,
                Url = input.Url ?? page.Metadata.Url,
                CanonicalUrl = OtherSite(input.Url, page.Metadata.Url),
                Section = page.Metadata.Section,
                Language = page.Metadata.Language ?? LanguageOf(parts),
            };
            int length = ArticleLength(report);
            if (length < LeastArticle)
                return Unread(input, "no article was found in this page; check that it is a single article and was saved whole");
            if (page.IsIndex)
                return Unread(input, "no article here: this page lists others with a few words of each; give the pages it links to");
            if (page.Metadata.IsPaid && length < ShortArticle)
                parts.Notes.Add("its publisher asks for payment and little of it is here, perhaps only the beginning; save the page as a subscriber sees it");
        }
        else
        {
            parts = FlatText.Read(text);
            report = ReportOf(input, parts) with { Language = LanguageOf(parts) };
        }
        var notes = new List<string>();
        if (note is not null)
            notes.Add(note);
        notes.AddRange(parts.Notes);
        PublicationDate? published = PublicationDates.Of(input.Published, parts.Date, parts.DateDoubt, notes, input.IsArticle ? DateSource.Stated : DateSource.File);
        report = NamedFields.In(report, input) with { Published = published, Updated = parts.Changed is { } changed && !(changed.Day <= published?.From) ? changed.Day : null };
        return new ReadingResult(input.Name, report, notes.Count == 0 ? null : string.Join(". ", notes.Distinct(StringComparer.Ordinal)));
    }

    // A document that carries one report is as good as the report.
    private static ReadingResult OnlyOne(ReportInput input, IReadOnlyList<UnpackedReport> unpacked)
    {
        UnpackedReport[] reports = [.. unpacked.Where(u => u.Input is not null)];
        string problems = string.Join(". ", unpacked.Select(u => u.Problem).OfType<string>().Take(MostTold));
        if (reports.Length == 0)
            return Unread(input, problems);
        if (reports.Length > 1)
            return Unread(input, $"this is a document of {reports.Length} reports, such as a feed, and not one report; take them out first and give each by itself");
        ReportInput only = reports[0].Input!;
        ReadingResult result = Read(only with { Name = input.Name, Outlet = input.Outlet ?? only.Outlet, Published = input.Published ?? only.Published });
        return problems.Length == 0 ? result : result with { Problem = result.Problem is null ? problems : $"{result.Problem}. {problems}" };
    }

    private static ReadingResult Unread(ReportInput input, string why) => new(input.Name, null, why);

    private static Report ReportOf(ReportInput input, ArticleParts parts) => new()
    {
        Id = input.Name,
        File = input.Name,
        Url = input.Url,
        Outlet = input.Outlet,
        Title = parts.Title is { } title ? FoldedLine.WithoutBreakHints(title) : null,
        TitleSpan = parts.TitleSpan,
        Byline = parts.Authors,
        Credits = parts.Credits,
        Text = parts.Text,
        Cuts = parts.Cuts.ToCuts(),
    };

    // A page that calls an address of another site the original was taken over from there.
    private static string? OtherSite(string? address, string? canonical) =>
        Metadata.HostName(address) is { } here && Metadata.HostName(canonical) is { } there && here != there ? canonical : null;

    // Lines end in LF; form feeds and the separators of Unicode are line ends too.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string LanguageOf(ArticleParts parts)
    {
        var kept = new System.Text.StringBuilder();
        int start = 0;
        foreach (Cut cut in parts.Cuts.ToCuts())
        {
            kept.Append(parts.Text, start, cut.Span.Start - start).Append(' ');
            start = cut.Span.End;
        }
        kept.Append(parts.Text, start, parts.Text.Length - start);
        return LanguageGuess.Of(kept.ToString());
    }

    private static int ArticleLength(Report report) =>
        report.Text.Length - report.Cuts.Sum(c => c.Span.Length) - (report.TitleSpan?.Length ?? 0);
}

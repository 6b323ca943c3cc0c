using System.Globalization;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Makes the reports that a feed carries in full ready to be read, and tells what is to be done about the other items.</summary>
internal static class FeedReports
{
    /// <summary>In items: so many are told one by one, the rest as a number.</summary>
    private const int MostTold = 20;

    /// <summary>In UTF-16 code units of a text with its tags, some 100 words: enough to tell its language.</summary>
    private const int LanguageSample = 700;

    /// <summary>The reports and the problems, in the order of the items.</summary>
    /// <param name="input">What the feed was read from.</param>
    /// <param name="feed">The feed.</param>
    public static IReadOnlyList<UnpackedReport> Of(ReportInput input, Feed feed)
    {
        var reports = new List<UnpackedReport>();
        var seen = new HashSet<(char Kind, string? Key, string? Title)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        int teasers = 0, repeated = 0, empty = 0;
        string? firstRepeated = null;
        for (int i = 0; i < feed.Items.Count; i++)
        {
            FeedItem item = feed.Items[i];
            DocumentContent? text = FullTexts.Of(item);
            if (IsRepeated(seen, item, text))
            {
                repeated++;
                firstRepeated ??= item.Title ?? item.Url ?? item.Id ?? "an item without a headline";
                continue;
            }
            string name = $"{input.Name}#{item.Url ?? item.Id ?? (i + 1).ToString(CultureInfo.InvariantCulture)}";
            name = names.Add(name) ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{i + 1}");
            names.Add(name);
            if (text is not null)
            {
                reports.Add(new UnpackedReport(name, Report(input, feed, item, text, name), item.Published is { Day: null } bad ? $"its date “{Shown(bad.Text)}” cannot be read, so it has none; name it in reports.csv if you know it" : null));
            }
            else if (item.Url is null && item.Summary is null && item.Content is null)
            {
                empty++;
            }
            else if (++teasers <= MostTold)
            {
                reports.Add(new UnpackedReport(name, null, Teaser(item)));
            }
        }
        Tell(reports, input, teasers > MostTold ? $"{teasers - MostTold} more items are given only in summary; give their addresses or save their pages" : null);
        Tell(reports, input, repeated > 0 ? $"{Items(repeated)} an earlier one (the first: “{Shown(firstRepeated!)}”) and {(repeated == 1 ? "was" : "were")} left out; nothing is to be done" : null);
        Tell(reports, input, empty > 0 ? $"{empty} of its items hold neither text nor address; give the pages they are about" : null);
        foreach (string problem in feed.Problems)
            Tell(reports, input, problem);
        if (reports.Count == 0)
            Tell(reports, input, $"this {feed.Kind} holds no items; fetch it again or give the pages of its site");
        return reports;
    }

    // One id, one address under one headline, one text under one headline: feeds say things again. Some give all items one address.
    private static bool IsRepeated(HashSet<(char Kind, string? Key, string? Title)> seen, FeedItem item, DocumentContent? text)
    {
        bool isNew = item.Id is null || item.Id == item.Url || seen.Add(('i', item.Id, null));
        isNew &= item.Url is null || seen.Add(('u', item.Url, item.Title));
        return !(isNew & (text is null || seen.Add(('t', text.Text, item.Title))));
    }

    private static string Items(int repeated) => repeated == 1 ? "1 item repeats" : $"{repeated} items repeat";

    private static void Tell(List<UnpackedReport> reports, ReportInput input, string? problem)
    {
        if (problem is not null)
            reports.Add(new UnpackedReport(input.Name, null, problem));
    }

    private static string Teaser(FeedItem item) =>
        item.Url is { } url ? $"the feed gives only a summary of it; give its address {url} or save the page" : "the feed gives only a summary of it and no address; find its page and save it";

    private static ReportInput Report(ReportInput input, Feed feed, FeedItem item, DocumentContent text, string name)
    {
        (string? outlet, string? credit) = Origin(feed, item);
        return new ReportInput(name, text.ToBytes())
        {
            Charset = "utf-8",
            IsArticle = true,
            Title = item.Title,
            Authors = item.Authors,
            Published = item.Published?.Normal,
            Language = item.Language ?? LanguageOf(feed, text),
            Url = item.Url,
            Outlet = outlet ?? input.Outlet ?? feed.Title,
            Credits = credit is null ? [] : [credit],
        };
    }

    // A source of another domain is an agency or outlet whose text this is; where the page is there too, the feed only gathers.
    private static (string? Outlet, string? Credit) Origin(Feed feed, FeedItem item)
    {
        if (item.Source is not { } source || string.Equals(source, feed.Title, StringComparison.OrdinalIgnoreCase))
            return (null, null);
        string home = FeedFields.Host(feed.Url), there = FeedFields.Host(item.SourceUrl), page = FeedFields.Host(item.Url);
        bool isElsewhere = there.Length > 0 && there != home || page.Length > 0 && home.Length > 0 && page != home;
        bool onlyGathers = isElsewhere && page != home && Agencies.UsualName(source) is null || there.Length > 0 && there == page && there != home;
        return onlyGathers ? (source, null) : (null, source);
    }

    // Programs declare their own default for feeds in any language: where the words plainly say another one, they are asked again later.
    private static string? LanguageOf(Feed feed, DocumentContent text)
    {
        if (feed.Language is not { } declared)
            return null;
        string guess = LanguageGuess.Of(text.Bare(LanguageSample));
        return guess == "und" || declared.StartsWith(guess, StringComparison.OrdinalIgnoreCase) ? declared : null;
    }

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

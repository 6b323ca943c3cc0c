using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Lists;

/// <summary>Reads the feeds that an OPML 2.0 document names.</summary>
internal static class OpmlReader
{
    /// <summary>In UTF-16 code units of the names of folders.</summary>
    private const int LongestFolder = 300;

    /// <summary>Reads the list.</summary>
    public static FeedList Read(MarkupRecords records)
    {
        var feeds = new List<FeedOutline>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? title = null;
        while ((records.Next() ?? records.TakeBroken()) is { } record)
        {
            title ??= record.Name == "head" ? record.Child("title")?.Words() : null;
            foreach (MarkupNode outline in record.All("outline"))
            {
                if (FeedFields.Address(outline.Attribute("xmlUrl") ?? (outline.Attribute("type") == "rss" ? outline.Attribute("url") : null), null) is { } address && seen.Add(address))
                    feeds.Add(new FeedOutline(address, outline.Attribute("title") ?? outline.Attribute("text"), FeedFields.Address(outline.Attribute("htmlUrl"), null), Folder(outline)));
            }
        }
        return new FeedList(title, feeds, []);
    }

    private static string Folder(MarkupNode outline)
    {
        var names = new Stack<string>();
        int length = 0;
        for (MarkupNode? around = outline.Parent; around is { Name: "outline" } && length < LongestFolder; around = around.Parent)
        {
            if ((around.Attribute("title") ?? around.Attribute("text")) is { } name)
            {
                names.Push(name);
                length += name.Length;
            }
        }
        return string.Join('/', names);
    }
}

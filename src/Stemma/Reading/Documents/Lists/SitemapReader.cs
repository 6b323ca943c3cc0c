using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Lists;

/// <summary>Reads sitemaps, those with the news extension and indexes of sitemaps.</summary>
internal static class SitemapReader
{
    /// <summary>Reads the sitemap; entries without an address are left out.</summary>
    public static Sitemap Read(MarkupRecords records)
    {
        var entries = new List<SitemapEntry>();
        while (records.Next() is { } record)
        {
            if (record.Name is not ("url" or "sitemap") || FeedFields.Address(record.Child(Vocabularies.Own, "loc")?.Text(), null) is not { } address)
                continue;
            MarkupNode? news = record.Child("news"), publication = news?.Child("publication");
            entries.Add(new SitemapEntry(address)
            {
                Modified = DocumentDate.Read(record.Child("lastmod")?.Text()),
                Published = DocumentDate.Read(news?.Child("publication_date")?.Text()),
                Title = FeedFields.Title(news?.Child("title")?.Text()),
                Outlet = publication?.Child("name")?.Words(),
                Language = publication?.Child("language")?.Words(),
            });
        }
        return new Sitemap(records.Root?.Name == "sitemapindex", entries, []);
    }
}

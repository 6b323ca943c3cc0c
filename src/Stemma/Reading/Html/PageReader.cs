namespace Stemma.Reading.Html;

internal sealed record PageReading(ArticleParts Parts, string? Outlet, string? Url, string? Language);

internal static class PageReader
{
    public static PageReading Read(string html, string? url) => new(Text.FlatText.Read(html), null, url, null);
}

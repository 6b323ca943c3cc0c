using AngleSharp.Dom;
using Stemma.Reading.Html.Bodies;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>What was read out of a page.</summary>
/// <param name="Parts">Text, cuts and findings.</param>
/// <param name="Metadata">What the page says of itself.</param>
/// <param name="IsIndex">True where it holds teasers of articles and no article.</param>
internal sealed record PageReading(ArticleParts Parts, Metadata Metadata, bool IsIndex);

/// <summary>Reads a page: its visible text with all that is no part of the article marked, and its metadata.</summary>
internal static class PageReader
{
    /// <summary>In UTF-16 code units of visible prose; with less, what the page hides at first is read too.</summary>
    private const int LeastVisible = 1500;

    /// <summary>How many times the visible prose the whole page must hold for its hidden parts to be read.</summary>
    private const int HiddenToVisible = 2;

    /// <summary>In UTF-16 code units of visible prose; with less, a page shows no article.</summary>
    private const int LeastShown = 250;

    /// <summary>Reads the page.</summary>
    public static PageReading Read(string html)
    {
        IDocument document = PageGuard.Parse(html);
        Metadata metadata = Metadata.Read(document);
        IElement root = document.Body ?? document.DocumentElement;
        var tree = new PageTree(PageText.Read(root, withHidden: false));
        if (tree.ProseLength < LeastVisible && new PageTree(PageText.Read(root, withHidden: true)) is var whole && whole.ProseLength > tree.ProseLength * HiddenToVisible)
            tree = whole;
        string? note = null;
        if (tree.ProseLength < LeastShown && HiddenArticle.Find(document, metadata.Body) is { } hidden)
        {
            IElement shown = PageGuard.Parse($"<body><article>{hidden}</article></body>").Body!;
            if (new PageTree(PageText.Read(shown, withHidden: false)) is var found && found.ProseLength > Math.Max(LeastShown, tree.ProseLength * HiddenToVisible))
                (tree, note) = (found, "the page shows no article before its scripts have run; this one was found in their data");
        }
        var parts = new ArticleParts(tree.Page.Text);
        if (note is not null)
            parts.Notes.Add(note);
        (string? title, PageBlock? titleBlock, TextSpan? titleSpan) = TitleChoice.Find(tree.Page, metadata.Titles, metadata.Outlet, Metadata.HostName(metadata.Url));
        VisibleHead head = VisibleHead.Read(tree, titleBlock);
        IReadOnlyList<string>[] sources = [metadata.Authors[0], metadata.Authors[1], head.Authors, metadata.Authors[2]];
        parts.TakeAuthors(AuthorChoice.Of(sources, head.Authors, head.Sign == BylineSign.Said, metadata.Outlet, metadata.Url));
        foreach (string author in parts.Authors)
        {
            if (Agencies.UsualName(author) is { } agency)
                parts.TakeCredits([new Credit(agency, null, "metadata")]);
        }
        if (DateChoice.Of(metadata.Published, metadata.Changed, head, metadata.Times, metadata.Url) is var (date, why))
            parts.Take(date, why);
        parts.Title = title;
        BlockCuts.Mark(tree, metadata, titleBlock, titleSpan, parts);
        bool isIndex = !metadata.IsArticle && IndexPage.Is(tree, titleBlock is null ? null : title);
        parts.Changed = metadata.Changed ?? head.Changed;
        return new PageReading(parts, metadata, isIndex);
    }
}

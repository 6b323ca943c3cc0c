using Stemma.Reading.Html.Bodies;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>Why a block is no part of any article, as far as it tells itself.</summary>
/// <param name="Why">The reason, null for none.</param>
/// <param name="Credits">The agencies that it names.</param>
internal readonly record struct BlockReason(string? Why, IReadOnlyList<Credit> Credits);

/// <summary>Finds what in a block itself, its shape and its surroundings speaks against it, whatever the body of the page is.</summary>
internal sealed class BlockReasons(PageTree tree, string? title, IReadOnlyList<string> authors)
{
    /// <summary>Part of a short block, 0 to 1, that is link text in a list of links.</summary>
    private const double LinkList = 0.6;

    /// <summary>In UTF-16 code units; longer blocks are kept even where much of them is links.</summary>
    private const int LongestLinkLine = 160;

    /// <summary>In UTF-16 code units; loose text shorter than this, without an end mark, is a label of the page.</summary>
    private const int LongestLabel = 40;

    /// <summary>In UTF-16 code units of a headline.</summary>
    private const int LongestTitle = 300;

    private readonly string? _title = title is null ? null : FoldedLine.Fold(title);
    private readonly bool[] _teasers = Teasers.Of(tree);
    private readonly Repeats _repeats = new(tree);

    /// <summary>The reason for one block.</summary>
    public BlockReason Of(int i)
    {
        PageText page = tree.Page;
        PageBlock block = page.Blocks[i];
        ReadOnlySpan<char> text = block.Span.Over(page.Text);
        if (IsTitleAgain(block))
            return Because("repeated title");
        if (CreditLines.Read(page.Text, block.Span, isTail: false) is { } credit)
            return new BlockReason(credit.Why, credit.Credits);
        if (JunkLines.Why(text) is { } junk)
            return Because(junk);
        if (block.LinkShare >= LinkList && block.Span.Length <= LongestLinkLine)
            return Because("links");
        if (block.Kind != BlockKind.Heading && DatedLines.Read(text) is not null)
            return Because("date line");
        if (Bylines.ReadLine(page.Text, block.Span) is { } byline)
            return new BlockReason("byline", byline.Credits);
        if (block.Span.Length <= LongestLabel && IsAuthor(block.Span.In(page.Text)))
            return Because("byline");
        if (block.Kind == BlockKind.Loose && block.Span.Length <= LongestLabel && !JunkLines.EndsLikeASentence(text))
            return Because("label");
        return Because(_teasers[i] ? "teaser" : _repeats.Why(i) ?? (PictureCaptions.Is(tree, i) ? "caption" : null));
    }

    private static BlockReason Because(string? why) => new(why, []);

    private bool IsTitleAgain(PageBlock block) =>
        _title is not null && block.Span.Length < LongestTitle
        && (string.Equals(FoldedLine.Fold(block.Span.Over(tree.Page.Text)), _title, StringComparison.Ordinal) || TitleChoice.IsAgain(tree.Page, block, title!));

    private bool IsAuthor(string text) => authors.Any(a => text.Equals(a, StringComparison.OrdinalIgnoreCase));
}

using System.Globalization;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Web.Pages;

/// <summary>On which screen of a story a finding stands, by the anchor that the views give it.</summary>
internal static class StoryLinks
{
    /// <summary>The address of a screen.</summary>
    public static string Screen(string story, string screen) => screen.Length == 0 ? $"/stories/{story}" : $"/stories/{story}/{screen}";

    /// <summary>The address of an anchor; of letters, digits, hyphens, slashes and one # alone.</summary>
    public static string Of(string story, StoryIndex index, string anchor)
    {
        string screen = ScreenOf(index, anchor, out bool whole);
        return Screen(story, screen) + (whole ? "" : "#" + anchor);
    }

    private static string ScreenOf(StoryIndex index, string anchor, out bool whole)
    {
        whole = false;
        if (Section(anchor) is { } section)
        {
            whole = true;
            return section;
        }
        int digits = 1;
        while (digits < anchor.Length && char.IsAsciiDigit(anchor[digits]))
            digits++;
        _ = int.TryParse(anchor.AsSpan(1, digits - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        switch (anchor[0])
        {
            case 'p' when anchor.StartsWith("pair-", StringComparison.Ordinal):
                whole = true;
                return "compare/" + anchor[5..].Replace('-', '/');
            case 'p':
                return number >= 1 && number <= index.Dossier.Passages.Count ? Compare(index, index.Dossier.Passages[number - 1]) : "compare";
            case 'r':
                whole = digits == anchor.Length;
                return string.Create(CultureInfo.InvariantCulture, $"reports/{number}");
            case 'q':
                return "quotations";
            case 'c':
                return "claims";
            case 'e':
                return "timeline";
            case 'n':
                return "names";
            default:
                return "lineage";
        }
    }

    private static string? Section(string anchor) => anchor switch
    {
        "overview" => "",
        "pairs" => "compare",
        "quotes" => "quotations",
        "lineage" or "claims" or "timeline" or "names" or "reports" or "unread" => anchor == "unread" ? "" : anchor,
        _ => null,
    };

    private static string Compare(StoryIndex index, DossierPassage passage)
    {
        int a = index.Report(passage.A.Report)?.Number ?? 0, b = index.Report(passage.B.Report)?.Number ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"compare/{Math.Min(a, b)}/{Math.Max(a, b)}");
    }
}

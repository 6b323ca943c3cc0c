using System.Globalization;

namespace Stemma.Stories.Clustering;

/// <summary>Ids for new stories.</summary>
internal static class StoryIds
{
    /// <summary>The id of the story's first report, with a number behind it where another story has it.</summary>
    public static string Unused(string report, Func<string, bool> isUsed)
    {
        string id = report;
        for (int n = 2; isUsed(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{report}~{n}");
        return id;
    }
}

using Stemma.Library;
using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Tests;
using Stemma.Tests.Presentation;

namespace Stemma.EndToEnd.Tests.Pages;

/// <summary>The stories whose pages are opened in a browser; one that is added here goes through every test.</summary>
internal static class PageStories
{
    private static readonly Dictionary<string, Func<Dossier>> s_stories = new(StringComparer.Ordinal)
    {
        ["sample"] = Sample,
        ["ferry"] = SampleDossiers.Ferry,
        ["sixty"] = MoreDossiers.Sixty,
        ["one"] = MoreDossiers.One,
        ["empty"] = MoreDossiers.Empty,
        ["hostile"] = MoreDossiers.Hostile,
    };

    /// <summary>The names of the stories.</summary>
    public static TheoryData<string> Names => [.. s_stories.Keys];

    // The story of the README, read by the engine: what a person sees first.
    private static Dossier Sample()
    {
        OpenedReports files = ReportFiles.Open([Path.Combine(Repository.Root, "samples", "skerrin-bridge")], Stream.Null);
        return StoryReader.Read(files.Inputs.Select(i => ReportReader.Read(i).Report).OfType<Report>());
    }

    /// <summary>The findings of a story.</summary>
    public static Dossier Dossier(string story) => s_stories[story]();

    /// <summary>Writes the page of a story into a folder and gives its address.</summary>
    public static string Write(string story, string folder)
    {
        string path = Path.Combine(folder, story + ".html");
        using (var writer = new StreamWriter(path))
            DossierHtml.Write(s_stories[story](), writer);
        return new Uri(path).AbsoluteUri;
    }
}

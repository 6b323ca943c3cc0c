using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Bench.Planting;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Bench.Scores;

/// <summary>Holds the engine to floors on planted stories: what CI can run, since the project itself makes the data.</summary>
internal static class PlantedFloors
{
    /// <summary>The stories: (seed, reports). Small ones are most, as with real news; one is large enough for the index of pairs.</summary>
    private static readonly (ulong Seed, int Reports)[] s_stories =
        [.. Enumerable.Range(0, 24).Select(i => ((ulong)(100 + i), 8 + i % 9)), (201, 40), (202, 60), (203, 150)];

    /// <summary>Prints a line a figure and as the last one "N passed, N failed"; the exit code is 0 where none failed.</summary>
    /// <param name="floorsJson">bench/floors.json.</param>
    public static int Run(string floorsJson)
    {
        var score = new StoryScore();
        foreach ((ulong seed, int reports) in s_stories)
        {
            PlantedStory story = StoryPlanter.Plant(seed, StoryMix.Of(reports));
            score.Add(story, StoryReader.Read(Reports(story)));
        }
        using var floors = JsonDocument.Parse(File.ReadAllText(floorsJson));
        JsonElement planted = floors.RootElement.GetProperty("planted").GetProperty("figures");
        int passed = 0, failed = 0;
        foreach ((string figure, double measured) in score.Figures())
        {
            double floor = planted.TryGetProperty(figure, out JsonElement bound) ? bound.GetProperty("floor").GetDouble() : double.PositiveInfinity;
            bool good = measured >= floor;
            (passed, failed) = good ? (passed + 1, failed) : (passed, failed + 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(good ? "ok" : "FAILED"),-8} planted: {figure} {measured:0.0000} (floor {floor}), {s_stories.Length} planted stories"));
        }
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed > 0 ? 1 : 0;
    }

    /// <summary>The reports of a planted story, read as files are.</summary>
    public static Report[] Reports(PlantedStory story) =>
    [
        .. story.Reports.Select(r => ReportReader.Read(new ReportInput(r.File, Encoding.UTF8.GetBytes(r.Text)) { Outlet = r.Outlet, Published = r.Published }).Report).OfType<Report>(),
    ];
}

using System.Globalization;
using System.Text.Json;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Bench.Claims;

/// <summary>Copies that differ in rounding, spelling, names from other alphabets, units and house style contradict each other nowhere.</summary>
public class ClaimCopiesTests
{
    public static TheoryData<string> Stories => [.. Lines().Select(l => l.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Copies_in_other_house_styles_are_no_conflict(string id)
    {
        JsonElement story = Lines().Single(l => l.GetProperty("id").GetString() == id);
        Dossier dossier = StoryReader.Read(story.GetProperty("reports").EnumerateArray().Select(Report));
        Assert.True(dossier.Reports.Count >= 4);
        Assert.Empty(dossier.Claims.Where(c => c.Verdict == "conflict").SelectMany(c => c.Reasons));
    }

    private static Report Report(JsonElement report)
    {
        var day = DateOnly.ParseExact(report.GetProperty("published").GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Report
        {
            Id = report.GetProperty("id").GetString()!,
            Text = report.GetProperty("text").GetString()!,
            Language = "en",
            Published = new PublicationDate(day, day, DateSource.File, []),
        };
    }

    private static IEnumerable<JsonElement> Lines() =>
        File.ReadLines(Path.Combine(Repository.Root, "bench", "claims", "copies.jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);
}

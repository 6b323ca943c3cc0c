using System.Globalization;
using System.Text.Json;

namespace Stemma.Tests.Bench.Claims;

/// <summary>Holds the form of the labelled pairs in bench/claims and the shares that its guideline promises.</summary>
public class ClaimPairsTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "bench", "claims");

    private static readonly Dictionary<string, string[]> s_reasons = new(StringComparer.Ordinal)
    {
        ["agree"] = ["same", "notation", "derived"],
        ["compatible"] = ["rounding", "bound", "less_specific", "more_specific", "update", "part_whole", "unit_or_currency", "attribution", "other_time", "other_thing"],
        ["conflict"] = ["other_value", "beyond_precision", "breaks_bound", "other_unit", "derived", "opposite", "reversed"],
        ["unrelated"] = ["nothing_to_compare"],
    };

    private static readonly string[] s_things = ["number", "date", "name", "place", "polarity", "order"];

    private static JsonElement[] Lines(string file) => [.. File.ReadLines(Path.Combine(s_folder, file)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static bool IsTrap(JsonElement pair) => pair.GetProperty("trap").GetBoolean();

    private static double Share(JsonElement[] pairs, Func<JsonElement, bool> which) => (double)pairs.Count(which) / pairs.Length;

    [Fact]
    public void Every_pair_is_labelled_by_the_words_of_the_guideline()
    {
        string guideline = File.ReadAllText(Path.Combine(s_folder, "GUIDELINE.md"));
        Assert.All(s_reasons.Values.SelectMany(r => r), reason => Assert.Contains($"`{reason}`", guideline, StringComparison.Ordinal));
        Assert.All(Lines("pairs.jsonl"), pair =>
        {
            Assert.Contains(Text(pair, "reason"), s_reasons[Text(pair, "verdict")]);
            Assert.NotEmpty(Text(pair, "note"));
            bool related = Text(pair, "verdict") != "unrelated";
            Assert.Equal(related, pair.TryGetProperty("what", out JsonElement what));
            if (related)
                Assert.Contains(what.GetString(), Text(pair, "verdict") == "conflict" ? s_things : [.. s_things, "other"]);
        });
    }

    [Fact]
    public void Both_sides_are_passages_of_dated_reports_whose_focus_lies_in_the_text()
    {
        Assert.All(Lines("pairs.jsonl"), pair => Assert.All(["a", "b"], name =>
        {
            JsonElement side = pair.GetProperty(name);
            string text = Text(side, "text");
            Assert.InRange(text.Split(' ').Length, 7, 90);
            Assert.NotEmpty(Text(side, "outlet"));
            Assert.True(IsDate(Text(side, "published")));
            Assert.Equal(Text(pair, "verdict") != "unrelated", side.TryGetProperty("focus", out JsonElement focus));
            if (focus.ValueKind == JsonValueKind.Undefined)
                return;
            string words = text[focus.GetProperty("start").GetInt32()..focus.GetProperty("end").GetInt32()];
            Assert.NotEmpty(words);
            Assert.Equal(words.Trim(), words);
        }));
    }

    [Fact]
    public void Ids_are_unique_and_no_story_is_in_both_parts()
    {
        JsonElement[] pairs = Lines("pairs.jsonl");
        Assert.Equal(pairs.Length, pairs.Select(p => Text(p, "id")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(pairs, p => Assert.StartsWith(Text(p, "story") + "-", Text(p, "id"), StringComparison.Ordinal));
        Assert.All(pairs.GroupBy(p => Text(p, "story"), StringComparer.Ordinal), story => Assert.Single(story.Select(p => Text(p, "part")).Distinct(StringComparer.Ordinal)));
        Assert.Equal(pairs.Length, pairs.Select(p => (Text(p.GetProperty("a"), "text"), Text(p.GetProperty("b"), "text"))).Distinct().Count());
    }

    [Theory]
    [InlineData(null, 300, 35)]
    [InlineData("look", 150, 15)]
    [InlineData("held", 150, 15)]
    public void Half_are_traps_and_each_part_has_all_verdicts_in_like_shares(string? part, int fewest, int stories)
    {
        JsonElement[] pairs = [.. Lines("pairs.jsonl").Where(p => part is null || Text(p, "part") == part)];
        Assert.True(pairs.Length >= fewest);
        Assert.True(pairs.Select(p => Text(p, "story")).Distinct(StringComparer.Ordinal).Count() >= stories);
        Assert.InRange(Share(pairs, IsTrap), .45, .56);
        Assert.InRange(Share(pairs, p => !IsTrap(p) && Text(p, "verdict") == "conflict"), .18, .3);
        Assert.InRange(Share(pairs, p => !IsTrap(p) && Text(p, "verdict") is "agree" or "compatible"), .18, .6);
        Assert.InRange(Share([.. pairs.Where(IsTrap)], p => Text(p, "verdict") == "conflict"), .2, .35);
        Assert.Equal(s_reasons.Keys.Order(StringComparer.Ordinal), pairs.Select(p => Text(p, "verdict")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(s_things.Except(pairs.Where(p => Text(p, "verdict") == "conflict").Select(p => Text(p, "what")), StringComparer.Ordinal));
    }

    [Fact]
    public void Copies_are_ten_stories_or_more_in_which_every_report_is_one_text_in_another_style()
    {
        JsonElement[] sets = Lines("copies.jsonl");
        Assert.True(sets.Length >= 10);
        Assert.Equal(sets.Length, sets.Select(s => Text(s, "id")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(sets, set =>
        {
            JsonElement[] reports = [.. set.GetProperty("reports").EnumerateArray()];
            Assert.InRange(reports.Length, 4, 6);
            Assert.Equal(reports.Length, reports.Select(r => Text(r, "id")).Distinct(StringComparer.Ordinal).Count());
            Assert.All(reports, r => Assert.True(IsDate(Text(r, "published"))));
            string[][] words = [.. reports.Select(r => Text(r, "text").Split([' ', '\n']))];
            for (int i = 0; i < words.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    Assert.NotEqual(words[i], words[j]);
                    Assert.True(words[i].Intersect(words[j], StringComparer.OrdinalIgnoreCase).Count() * 2 >= words[i].Distinct(StringComparer.OrdinalIgnoreCase).Count(), $"{Text(set, "id")}: {i}, {j}");
                }
            }
        });
    }

    private static bool IsDate(string value) => DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Every line of skerrin-bridge.expected.txt is a fact that the dossier of the sample story must hold.</summary>
public sealed partial class SampleStoryTests(SampleStory story) : IClassFixture<SampleStory>
{
    public static TheoryData<string> Facts() => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "CommandLine", "skerrin-bridge.expected.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_sample_story(string fact)
    {
        int colon = fact.IndexOf(": ", StringComparison.Ordinal);
        (string topic, string rest) = (fact[..colon], fact[(colon + 2)..]);
        string[] words = [.. Quoted().Matches(rest).Select(m => m.Groups["words"].Value)];
        string[] files = [.. FileName().Matches(rest).Select(m => m.Value)];
        switch (topic)
        {
            case "reports":
                Assert.Equal(Number(rest), story.All("reports").Count());
                break;
            case "origins":
                Assert.Equal(Number(rest), story.Lineage.GetProperty("origins").GetArrayLength());
                break;
            case "links":
                Assert.Equal(Number(rest), story.Lineage.GetProperty("links").GetArrayLength());
                break;
            case "origin":
                HasOrigin(rest.Split(' ')[0], rest.Split(' ')[2..]);
                break;
            case "lost":
                HasLost(rest.Split(' ')[0], files);
                break;
            case "link":
                Assert.Contains((files[0], files[1]), Links());
                break;
            case "no copy":
                Assert.DoesNotContain((files[0], files[1]), Links());
                Assert.DoesNotContain((files[1], files[0]), Links());
                Assert.False(story.All("passages").Any(p => p.GetProperty("use").GetString() == "copied" && BetweenReports(p, files[0], files[1])), "a passage is called copied");
                break;
            case "quote":
                HasQuote(rest[..rest.IndexOf(", ", StringComparison.Ordinal)], files[0], words[0]);
                break;
            case "no quote":
                Assert.DoesNotContain(story.Quotes(files[0], words[0]), q => q.GetProperty("kind").GetString() != "indirect");
                break;
            case "wording":
                HasChange(rest[..rest.IndexOf(',', StringComparison.Ordinal)], story.QuoteId(files[0], words[0]), story.QuoteId(files[1], words[1]));
                break;
            case "one wording":
                Assert.Single(story.WordingsOf(story.QuoteId(files[0], words[0]), story.QuoteId(files[1], words[1])));
                break;
            case "two wordings":
                Assert.Empty(story.WordingsOf(story.QuoteId(files[0], words[0]), story.QuoteId(files[1], words[1])));
                break;
            case "conflict":
                Assert.True(story.All("claims").Any(c => IsConflict(c, rest.Split(' '))), "no such conflict among: " + string.Join("; ", Conflicts()));
                break;
            case "no conflict":
                Assert.False(story.All("claims").Any(c => IsConflict(c, rest.Split(' '))), "called a conflict");
                break;
            case "published":
                IsPublished(files[0], rest.Split(' ')[1], rest.Split(' ')[1], rest.Split(' ')[2]);
                break;
            case "inferred":
                IsInferred(files[0], [.. Day().Matches(rest).Select(m => m.Value)]);
                break;
            case "cut":
                Assert.True(story.IsCut(files[0], words[0]), "not cut");
                break;
            case "kept":
                Assert.True(story.IsKept(files[0], words[0]), "cut");
                break;
            case "title" or "outlet":
                Assert.Equal(words[0], story.Report(files[0]).GetProperty(topic).GetString());
                break;
            case "byline":
                Assert.Equal(words, SampleStory.Strings(story.Report(files[0]).GetProperty("byline")));
                break;
            case "credit":
                Assert.Contains(words[0], SampleStory.Strings(story.Report(files[0]).GetProperty("credits")));
                break;
            default:
                Assert.Fail($"unknown kind of fact: {topic}");
                break;
        }
    }

    private void HasOrigin(string root, string[] reports)
    {
        string[] found = [.. story.Lineage.GetProperty("origins").EnumerateArray()
            .Select(o => (story.Lost.Contains(o.GetProperty("root").GetString()!) ? "lost" : o.GetProperty("root").GetString()) + ": " + string.Join(' ', SampleStory.Strings(o.GetProperty("reports"))))];
        Assert.Contains($"{root}: {string.Join(' ', reports)}", found);
    }

    private void HasLost(string agency, string[] children)
    {
        string[] found = [.. story.Lineage.GetProperty("lost").EnumerateArray()
            .Select(l => l.GetProperty("agency").GetString() + ": " + string.Join(' ', SampleStory.Strings(l.GetProperty("children"))))];
        Assert.Contains($"{agency}: {string.Join(' ', children)}", found);
    }

    private void HasQuote(string speaker, string file, string words)
    {
        JsonElement[] quotes = story.Quotes(file, words);
        Assert.True(quotes.Length > 0, "the quotation was not found");
        string[] names = [.. quotes.Select(q => q.GetProperty("speaker") is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("name").GetString()! : "nobody")];
        Assert.Contains(names, n => n.EndsWith(speaker, StringComparison.Ordinal));
    }

    private void HasChange(string change, string from, string to)
    {
        JsonElement wording = Assert.Single(story.WordingsOf(from, to));
        // Which of two reports of one day is the earlier is not known: "same" may stand either way round.
        string[] changes = [.. wording.GetProperty("pairs").EnumerateArray()
            .Where(p => p.GetProperty("b").GetString() == to || (change == "same" && p.GetProperty("a").GetString() == to)).Select(p => p.GetProperty("change").GetString()!)];
        Assert.Contains(change, changes);
    }

    private void IsPublished(string file, string from, string to, string how)
    {
        JsonElement published = story.Report(file).GetProperty("published");
        Assert.Equal((from, to, how), (published.GetProperty("from").GetString(), published.GetProperty("to").GetString(), published.GetProperty("how").GetString()));
    }

    private void IsInferred(string file, string[] days)
    {
        (string truth, string earliest, string latest) = (days[0], days[1], days[2]);
        JsonElement published = story.Report(file).GetProperty("published");
        Assert.Equal("inferred", published.GetProperty("how").GetString());
        Assert.NotEmpty(SampleStory.Strings(published.GetProperty("reasons")));
        string from = published.GetProperty("from").GetString()!, to = published.GetProperty("to").GetString()!;
        // ISO days order as their text does.
        Assert.InRange(truth, from, to, StringComparer.Ordinal);
        Assert.InRange(from, earliest, truth, StringComparer.Ordinal);
        Assert.InRange(to, truth, latest, StringComparer.Ordinal);
    }

    private IEnumerable<(string From, string To)> Links() =>
        story.Lineage.GetProperty("links").EnumerateArray().Select(l => (l.GetProperty("from").GetString()!, l.GetProperty("to").GetString()!));

    private IEnumerable<string> Conflicts() => story.All("claims").Where(c => c.GetProperty("verdict").GetString() == "conflict")
        .Select(c => string.Join(" | ", c.GetProperty("tellings").EnumerateArray().Select(t => t.GetProperty("value").GetString())));

    private static bool BetweenReports(JsonElement passage, string one, string other)
    {
        string a = passage.GetProperty("a").GetProperty("report").GetString()!, b = passage.GetProperty("b").GetProperty("report").GetString()!;
        return (a == one && b == other) || (a == other && b == one);
    }

    private static bool IsConflict(JsonElement claim, string[] values) => claim.GetProperty("verdict").GetString() == "conflict"
        && values.All(v => claim.GetProperty("tellings").EnumerateArray().Any(t => Regex.IsMatch(t.GetProperty("value").GetString()!, $@"(?<![\d.,]){Regex.Escape(v)}(?![\d.,])", RegexOptions.None, TimeSpan.FromSeconds(1))));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("“(?<words>[^”]*)”", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[a-z-]+\.(?:txt|html)\b", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}

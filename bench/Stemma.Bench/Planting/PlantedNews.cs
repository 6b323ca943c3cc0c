using System.Globalization;
using System.Text;

namespace Stemma.Bench.Planting;

/// <summary>A report of a planted stream of news.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Story">The number of its story.</param>
/// <param name="Day">The day it came, from 0.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Text">Its text without the headline.</param>
internal sealed record PlantedNewsReport(string Id, int Story, int Day, string Title, string Text);

/// <summary>
/// Plants a stream of news as a feed brings it: stories of 1 to some hundred reports that begin day after day, each with its own
/// facts among the words that all news has; some reports are copies of one another. The words are invented, their frequencies
/// are those of a language (Zipf).
/// </summary>
internal sealed class PlantedNews
{
    /// <summary>In words: the invented language, and of it the names.</summary>
    private const int Words = 60_000, Names = 20_000;

    /// <summary>In reports a day: a feed of some hundred outlets.</summary>
    private const int ReportsADay = 2000;

    /// <summary>In reports: the largest story; small ones come more often.</summary>
    private const int LargestStory = 120;

    /// <summary>The part of reports that are copies of one of their story.</summary>
    private const double Copies = 0.35;

    private static readonly string[] s_syllables =
        [.. from a in new[] { "b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "z" } from b in new[] { "a", "e", "i", "o", "u", "ai", "ou" } select a + b];

    private static readonly string[] s_glue = ["the", "of", "a", "in", "to", "and", "on", "with", "for", "by", "at", "from"];

    private readonly Chance _chance;

    private PlantedNews(ulong seed) => _chance = new Chance(seed);

    /// <summary>So many reports in the order of their days; the same for the same seed.</summary>
    public static IEnumerable<PlantedNewsReport> Plant(ulong seed, int reports) => new PlantedNews(seed).Plant(reports);

    private IEnumerable<PlantedNewsReport> Plant(int reports)
    {
        var coming = new SortedDictionary<int, List<PlantedNewsReport>>();
        int made = 0, story = 0, given = 0;
        for (int day = 0; given < reports; day++)
        {
            for (int fresh = 0; made < reports && fresh < ReportsADay; story++)
            {
                int size = Math.Min(reports - made, 1 + (_chance.Below(LargestStory) * _chance.Below(LargestStory) / LargestStory * _chance.Below(LargestStory) / LargestStory));
                foreach (PlantedNewsReport report in Story(story, day, size))
                {
                    if (!coming.TryGetValue(report.Day, out List<PlantedNewsReport>? list))
                        coming[report.Day] = list = [];
                    list.Add(report);
                }
                (made, fresh) = (made + size, fresh + size);
            }
            if (!coming.Remove(day, out List<PlantedNewsReport>? today))
                continue;
            foreach (PlantedNewsReport report in today)
            {
                given++;
                yield return report;
            }
        }
    }

    private List<PlantedNewsReport> Story(int story, int day, int size)
    {
        // A fact is a few words that reports of the story tell in their own order among other words.
        string[][] facts = [.. Enumerable.Range(0, 14).Select(_ => Enumerable.Range(0, 5).Select(_ => Rare()).ToArray())];
        string[] names = [.. Enumerable.Range(0, 6).Select(_ => Name())];
        string[] numbers = [.. Enumerable.Range(0, 4).Select(_ => _chance.Between(2, 900).ToString(CultureInfo.InvariantCulture))];
        var reports = new List<PlantedNewsReport>();
        for (int i = 0; i < size; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"s{story:00000}-{i:000}");
            int on = day + (_chance.Is(0.6) ? 0 : _chance.Below(5));
            string text = i > 0 && _chance.Is(Copies) ? _chance.Of(reports).Text : Text(facts, names, numbers);
            reports.Add(new PlantedNewsReport(id, story, on, Sentence(facts, names, numbers, 0.9).TrimEnd('.'), text));
        }
        return reports;
    }

    private string Text(string[][] facts, string[] names, string[] numbers)
    {
        var text = new StringBuilder();
        for (int s = _chance.Between(4, 9); s > 0; s--)
            text.Append(Sentence(facts, names, numbers, 0.6)).Append(s % 3 == 1 ? '\n' : ' ');
        return text.ToString();
    }

    private string Sentence(string[][] facts, string[] names, string[] numbers, double own)
    {
        var words = new List<string> { _chance.Is(own) ? _chance.Of(names) : "The" };
        foreach (string word in _chance.Of(facts).Where(_ => _chance.Is(own)))
            words.AddRange([_chance.Of(s_glue), word]);
        for (int n = _chance.Between(3, 6); n > 0; n--)
            words.AddRange([_chance.Of(s_glue), Word(Zipf(Words))]);
        if (_chance.Is(0.4))
            words.AddRange([_chance.Of(numbers), Word(Zipf(Words))]);
        if (_chance.Is(own))
            words.AddRange(["in", _chance.Of(names)]);
        return string.Join(' ', words) + ".";
    }

    // The words of a story are those that few others have, but some do.
    private string Rare() => Word(200 + _chance.Below(Words - 200));

    private string Name()
    {
        string name = Word(Words + Zipf(Names));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    // A rank by a harmonic law: the n-th word comes once in n times as often as the first.
    private int Zipf(int most) => (int)Math.Min(most - 1, Math.Exp(_chance.Below(1_000_000) / 1e6 * Math.Log(most)) - 1);

    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (int n = number + s_syllables.Length; n > 0; n /= s_syllables.Length)
            word.Append(s_syllables[n % s_syllables.Length]);
        return word.ToString();
    }
}

using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Tests.Stories.Lineage.Traditions;

/// <summary>An invented text without sentence marks, and copies of it with planted changes.</summary>
internal static class Manuscripts
{
    private static readonly string[] s_syllables = ["ba", "co", "di", "fu", "gel", "hor", "kin", "lam", "mos", "nar", "pel", "qui", "ros", "ter", "vun", "zor"];

    /// <summary>Words of two and three syllables, always the same.</summary>
    public static string[] Words(int count, uint seed = 7)
    {
        uint state = seed;
        string[] words = new string[count];
        for (int i = 0; i < count; i++)
            words[i] = Syllable() + Syllable() + (i % 3 == 0 ? Syllable() : "");
        return words;

        string Syllable()
        {
            state = unchecked((state * 1664525) + 1013904223);
            return s_syllables[(int)(state >> 24) % s_syllables.Length];
        }
    }

    /// <summary>A copy in which the words at the places are other words, each sign its own.</summary>
    public static string[] Copy(string[] words, string sign, params int[] places)
    {
        string[] copy = [.. words];
        foreach (int place in places)
            copy[place] = sign + place.ToString(System.Globalization.CultureInfo.InvariantCulture) + "x";
        return copy;
    }

    /// <summary>The words without some of them.</summary>
    public static string[] Without(string[] words, params int[] places) => [.. words.Where((_, i) => !places.Contains(i))];

    public static AnnotatedReport Report(string id, IEnumerable<string> words, DateOnly? day = null) => Annotator.Annotate(new Report
    {
        Id = id,
        Text = string.Join(' ', words),
        Language = "und",
        Published = day is { } at ? new PublicationDate(at, at, DateSource.Stated, []) : null,
    });
}

using System.Collections.Frozen;
using System.Globalization;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Finds the numbers of a sentence and what they count.</summary>
internal static class QuantityReader
{
    /// <summary>In words: how far the counted noun may stand after the number ("39 Russian sailors"), and the verb before "39 times".</summary>
    private const int Reach = 4;

    private static readonly Lazy<FrozenDictionary<string, string>> s_cues = new(() =>
        TableFile.Rows("En/quantity-cues.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal));

    /// <summary>The numbers of the sentence, in order.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="text">The text of the report they are in.</param>
    public static IReadOnlyList<Quantity> Read(ReadOnlySpan<ComparableWord> words, string text)
    {
        var found = new List<Quantity>();
        for (int i = 0; i < words.Length; i++)
        {
            if (!TryValue(words[i].Form, out decimal value, out bool ordinal) || IsPart(words[i].Span, text))
                continue;
            decimal step = Step(words[i], text);
            int count = 1;
            while (i + count < words.Length && NumberWords.Multiplier(words[i + count].Form) is { } times && value < decimal.MaxValue / (times * 10))
            {
                value *= times;
                step *= times;
                count++;
            }
            var span = new TextSpan(words[i].Span.Start, words[i + count - 1].Span.End);
            (string? counted, int last) = Counted(words, i, i + count, text);
            string? rate = counted is null ? null : Rate(words, last);
            (QuantityPrecision precision, int cue) = Precision(words, i);
            found.Add(new Quantity(span, i, count, value, ordinal, counted, precision, rate, i - cue, rate is null ? last : last + 2, UnitOf(words, text, i, i + count), step));
            i += count - 1;
        }
        return found;
    }

    // "AK-47" counts nothing, and "18: 50" is a time of day that a page broke up.
    private static bool IsPart(TextSpan number, string text)
    {
        int before = number.Start - 1, after = number.End;
        if (before > 0 && text[before] is '-' or '‑')
            return char.IsLetter(text[before - 1]);
        // "5.2" behind a hyphen is broken up too.
        if (before > 0 && text[before] == '.' && char.IsAsciiDigit(text[before - 1]))
            return true;
        if (Beyond(text, before, -1) == '/' || Beyond(text, after, 1) == '/')
            return true;
        if (before > 0 && text[before] == ' ')
            before--;
        // "6. 1" is a decimal that a page broke up.
        if (before > 1 && before < number.Start - 1 && text[before] == '.' && char.IsAsciiDigit(text[before - 1]) && !(char.IsAsciiDigit(text[before - 2]) && before > 2 && char.IsAsciiDigit(text[before - 3])))
            return true;
        if (before > 0 && text[before] == ':' && char.IsAsciiDigit(text[before - 1]))
            return true;
        return after + 1 < text.Length && text[after] == ':' && (char.IsAsciiDigit(text[after + 1]) || (text[after + 1] == ' ' && after + 2 < text.Length && char.IsAsciiDigit(text[after + 2])));
    }

    // The first character from there on that is no blank; fractions and dates have a "/" between figures.
    private static char Beyond(string text, int position, int step)
    {
        if (position >= 0 && position < text.Length && text[position] == ' ')
            position += step;
        return position >= 0 && position < text.Length ? text[position] : ' ';
    }

    // The place of the last figure as it is written: the compared form has lost the zeros of "4.20".
    private static decimal Step(in ComparableWord word, string text)
    {
        decimal step = 1;
        ReadOnlySpan<char> written = word.Span.Over(text);
        int point = written.LastIndexOf('.');
        for (int i = point + 1; point >= 0 && i < written.Length && char.IsAsciiDigit(written[i]) && step > 1e-6m; i++)
            step /= 10;
        return step;
    }

    /// <summary>What kind of cue a word beside a number is, null where it is none; see quantity-cues.tsv.</summary>
    public static string? CueOf(string form) => s_cues.Value.GetValueOrDefault(form);

    /// <summary>The value of a compared form: "39", or "40." for the ordinal.</summary>
    public static bool TryValue(string form, out decimal value, out bool ordinal)
    {
        ordinal = form.Length > 1 && form[^1] == '.';
        value = 0;
        return char.IsAsciiDigit(form[0]) && decimal.TryParse(ordinal ? form.AsSpan(0, form.Length - 1) : form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // The last word of content of the run that follows the number without a closed-class word, so "39 Russian sailors" counts sailors.
    private static (string? Stem, int Last) Counted(ReadOnlySpan<ComparableWord> words, int number, int after, string text)
    {
        (string? Stem, int Last) counted = (null, after - 1);
        for (int i = after; i < words.Length && i < after + Reach; i++)
        {
            if (!words[i].IsContent || TryValue(words[i].Form, out _, out _) || !AreTogether(words[i - 1], words[i], text))
                break;
            if (s_cues.Value.GetValueOrDefault(words[i].Form) == "repeat")
                return (VerbBefore(words, number, text), i);
            counted = (words[i].Stem, i);
            // Only adjectives may stand between; without a tagger the first two words are taken to be one noun group at most.
            if (i > after)
                break;
        }
        return counted.Stem is not null ? counted : (NounBefore(words, number), after - 1);
    }

    // "magnitude 6.1", "the number of boats was put at 40"
    private static string? NounBefore(ReadOnlySpan<ComparableWord> words, int number)
    {
        if (number > 0 && CueOf(words[number - 1].Form) == "scale")
            return words[number - 1].Stem;
        if (number < 1 || CueOf(words[number - 1].Form) != "value")
            return null;
        for (int i = number - 2; i > 1; i--)
        {
            if (words[i].IsContent && CueOf(words[i - 2].Form) == "number" && !words[i - 1].IsContent)
                return words[i].Stem;
        }
        return null;
    }

    // No mark between but a hyphen: in "Benjamin, 52, became" nothing is counted.
    private static bool AreTogether(in ComparableWord first, in ComparableWord second, string text) =>
        text.AsSpan(first.Span.End, second.Span.Start - first.Span.End).IndexOfAnyExcept(" -‑\u00a0\n") < 0;

    // "$40", "40 dollars", "40%", "40 km".
    private static Unit? UnitOf(ReadOnlySpan<ComparableWord> words, string text, int number, int after)
    {
        int start = words[number].Span.Start;
        if (start > 0 && char.GetUnicodeCategory(text[start - 1]) == UnicodeCategory.CurrencySymbol)
            return Units.Of(text[(start - 1)..start]) ?? new Unit(text[(start - 1)..start], 1, 0);
        return after < words.Length && AreTogether(words[after - 1], words[after], text) ? Units.Of(words[after].Form) ?? Units.Of(words[after].Stem) : null;
    }

    // "40 boats a day": the word after the one that makes it a rate.
    private static string? Rate(ReadOnlySpan<ComparableWord> words, int last) =>
        last + 2 < words.Length && words[last + 2].IsContent && words[last + 1].Span.Start - words[last].Span.End == 1 && s_cues.Value.GetValueOrDefault(words[last + 1].Form) == "rate"
            ? words[last + 2].Stem : null;

    // Without a tagger: the first word of content before it that is no name.
    private static string? VerbBefore(ReadOnlySpan<ComparableWord> words, int number, string text)
    {
        string? verb = null;
        for (int i = number - 1; i >= 0 && i >= number - Reach - 1; i--)
        {
            if (words[i].IsContent && char.IsLower(text[words[i].Span.Start]))
                verb = words[i].Stem;
        }
        return verb;
    }

    private static (QuantityPrecision Precision, int Words) Precision(ReadOnlySpan<ComparableWord> words, int number)
    {
        for (int length = 3; length >= 1; length--)
        {
            if (number < length)
                continue;
            string before = string.Join(' ', words[(number - length)..number].ToArray().Select(w => w.Form));
            if (CueOf(before) == "plain")
                break;
            if (CueOf(before) == "plain")
                break;
            if (s_cues.Value.GetValueOrDefault(before) is "about" or "least" or "most" or "under" or "over")
                return (s_cues.Value[before] switch { "about" => QuantityPrecision.About, "under" => QuantityPrecision.JustUnder, "over" => QuantityPrecision.JustOver, "least" => QuantityPrecision.Least, _ => QuantityPrecision.Most }, length);
        }
        return (QuantityPrecision.Exact, 0);
    }
}

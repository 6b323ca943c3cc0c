using System.Collections.Frozen;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>The place, day and agency with which a wire report begins.</summary>
/// <param name="Span">The dateline with its dash.</param>
/// <param name="Credits">The agencies in it.</param>
/// <param name="Date">Its date where it names the year too.</param>
internal sealed record Dateline(TextSpan Span, IReadOnlyList<Credit> Credits, StatedDate? Date);

/// <summary>Recognises datelines: "PARIS (AFP) –", "LONDON, March 3 (Reuters) -", "London –".</summary>
internal static class Datelines
{
    /// <summary>In UTF-16 code units, dash included.</summary>
    private const int Longest = 90;

    /// <summary>In words; "RIO DE JANEIRO, Brazil" has four, "NEAR PORT-AU-PRINCE, Haiti" three.</summary>
    private const int MostPlaceWords = 6;

    private static readonly FrozenSet<string> s_places = TableFile.Lines("dateline-places.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_noAgencies = TableFile.Lines("dateline-brackets.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the dateline at the start of a paragraph; null where there is none.</summary>
    public static Dateline? Read(string text, TextSpan paragraph)
    {
        int limit = Math.Min(paragraph.End, paragraph.Start + Longest);
        int dash = Dash(text, paragraph.Start, limit, out int after);
        if (dash < 0 || after >= paragraph.End || !StartsASentence(text, after, paragraph.End))
            return null;
        var credits = new List<Credit>();
        int placeEnd = dash;
        int open = text.IndexOf('(', paragraph.Start, dash - paragraph.Start);
        if (open >= 0)
        {
            int close = text.IndexOf(')', open, dash - open);
            if (close < 0 || text.AsSpan(close + 1, dash - close - 1).Trim(" ,.").Length > 0 && StatedDates.Month(FirstWord(text, close + 1, dash)) is null)
                return null;
            foreach (string name in text[(open + 1)..close].Split(['/', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                int at = text.IndexOf(name, open, StringComparison.Ordinal);
                if (Agencies.UsualName(name) is { } usual)
                    credits.Add(new Credit(usual, new TextSpan(at, at + name.Length), "dateline"));
                else if (Agencies.LooksLikeShortForm(name))
                    credits.Add(new Credit(name, new TextSpan(at, at + name.Length), "dateline"));
                else if (LooksLikeUnknownAgency(name) && IsCapitals(text[paragraph.Start..open].Split(',')[0].Trim()) && !IsExpansion(text[paragraph.Start..open], name))
                    credits.AddRange(DatedLines.IsDayWord(name) || s_noAgencies.Contains(name) ? [] : [new Credit(name, new TextSpan(at, at + name.Length), "dateline")]);
                else if (StatedDates.Month(name.Split(' ')[0]) is null)
                    return null;
            }
            placeEnd = open;
        }
        string place = text[paragraph.Start..placeEnd].Trim(' ', ',');
        StatedDate? date = StatedDates.Find(text[paragraph.Start..dash], out _);
        if (!IsPlace(place, credits.Count > 0, out bool isAgencyAlone))
            return null;
        if (isAgencyAlone)
            credits.Add(new Credit(Agencies.UsualName(place)!, new TextSpan(paragraph.Start, paragraph.Start + place.Length), "dateline"));
        return new Dateline(new TextSpan(paragraph.Start, after), credits, date);
    }

    // A dash between blanks, or a double hyphen; never the hyphen of a word.
    private static int Dash(string text, int start, int limit, out int after)
    {
        after = -1;
        for (int i = start + 1; i < limit; i++)
        {
            if (text[i] is not ('-' or '–' or '—' or '―'))
                continue;
            int end = i + 1;
            while (end < limit && text[end] is '-' or '–' or '—')
                end++;
            bool spaced = (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')') && (end - i > 1 || end < text.Length && char.IsWhiteSpace(text[end]) || text[i] is '—');
            if (!spaced && !(text[i] == '—' || end - i > 1))
                continue;
            while (end < text.Length && text[end] == ' ')
                end++;
            after = end;
            return i;
        }
        return -1;
    }

    private static bool StartsASentence(string text, int at, int end)
    {
        while (at < end && "\"'“‘«(".Contains(text[at]))
            at++;
        return at < end && (char.IsUpper(text[at]) || char.IsDigit(text[at]));
    }

    private static bool IsPlace(string place, bool hasAgency, out bool isAgencyAlone)
    {
        isAgencyAlone = false;
        if (place.Length == 0)
            return hasAgency;
        string[] words = place.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostPlaceWords + 3)
            return false;
        string first = place.Split(',')[0].Trim();
        bool capitals = IsCapitals(first);
        // What follows the place is a land, a state or a day: capitals, months and numbers.
        bool restFits = words.All(w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || char.IsUpper(w[^1]) || w.Length <= 3);
        if (!restFits)
            return false;
        if (Agencies.UsualName(first) is not null && first.Length == place.Length)
            return isAgencyAlone = true;
        if (hasAgency)
            return words.Count(w => StatedDates.Month(w) is null && !char.IsDigit(w[0])) <= MostPlaceWords;
        return capitals && first.Split(' ').Length <= 4 && !first.Contains('.', StringComparison.Ordinal) || s_places.Contains(first) || s_places.Contains(place);
    }

    private static bool IsCapitals(string place) => place.Length >= 3 && place.Any(char.IsUpper) && !place.Any(char.IsLower);

    // One to four words that begin with capitals: "Orrin", "Coast Press Agency". The land of a place is none.
    private static bool LooksLikeUnknownAgency(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostAgencyWords && words.All(w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '-' or '&' or '\'' or '’'))
            && !s_places.Contains(name) && NameTables.English.CountryOf(Vocabulary.Fold(name)) is null;
    }

    // "NBA (Northern Bridge Association) – The …": the brackets spell the capitals out.
    private static bool IsExpansion(string before, string name)
    {
        string letters = string.Concat(before.Where(char.IsLetter));
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && letters.Length >= words.Length && letters.StartsWith(string.Concat(words.Select(w => w[0])), StringComparison.OrdinalIgnoreCase)
            && letters.Length <= words.Length + 2;
    }

    /// <summary>In words.</summary>
    private const int MostAgencyWords = 4;

    private static string FirstWord(string text, int start, int end) =>
        text[start..end].Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
}

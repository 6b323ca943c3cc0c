using System.Collections.Frozen;
using System.Globalization;
using Stemma.Annotation;
using Stemma.Languages;

namespace Stemma.Stories.Dating;

/// <summary>Finds holders of an office who are named with their title, and when they held it; the table is terms-of-office.tsv.</summary>
internal sealed class TermsOfOffice
{
    private readonly FrozenDictionary<string, Term[]> _ofSurname;

    private TermsOfOffice(string language) => _ofSurname = TableFile.Rows($"{language}/terms-of-office.tsv")
        .Select(r => new Term(r[0].Split(' '), r[1], r[2].Split('|'), Day(r[3]) ?? DayDomain.Earliest, Day(r[4]) ?? DayDomain.Latest))
        .GroupBy(t => t.Surname, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>English.</summary>
    public static TermsOfOffice English { get; } = new("En");

    /// <summary>The custom that a report names with their title those who hold the office, null where it names none.</summary>
    /// <remarks>Of several holders of one office the latest counts: those before are history.</remarks>
    /// <param name="report">The report.</param>
    /// <param name="index">Its index in the story.</param>
    public IEnumerable<HabitConstraint> Read(AnnotatedReport report, int index)
    {
        var latest = new SortedDictionary<string, (Term[] Terms, string Words)>(StringComparer.Ordinal);
        for (int i = 0; i < report.Tokens.Count; i++)
        {
            Token token = report.Tokens[i];
            if (token.Kind != TokenKind.Word || !char.IsUpper(report.Text[token.Span.Start]) || token.Span.Length > LongestName
                || !_ofSurname.TryGetValue(Surname(report.Text, token), out Term[]? terms) || Held(report, i, terms, out int first) is not { Length: > 0 } held)
                continue;
            string office = string.Join(' ', held[0].Title);
            if (!latest.TryGetValue(office, out (Term[] Terms, string Words) known) || known.Terms[^1].From < held[^1].From)
                latest[office] = (held, report.Text[report.Tokens[first].Span.Start..(token.Span.Start + held[0].Surname.Length)]);
        }
        foreach ((string office, (Term[] terms, string words)) in latest)
        {
            string told = string.Join(" and ", terms.Select(t => t.To == DayDomain.Latest ? $"from {Day(t.From)}" : $"from {Day(t.From)} to {Day(t.To)}"));
            yield return new HabitConstraint(index, $"names “{words}”: {office} {told}", day => terms.Any(t => t.From <= day && day <= t.To))
            {
                From = terms[0].From,
                To = terms.Max(t => t.To),
            };
        }
    }

    // The terms of a person whose title stands before the surname with nothing but first names between.
    private static Term[] Held(AnnotatedReport report, int surname, Term[] terms, out int first)
    {
        first = surname;
        string[] between = new string[MostFirstNames];
        int names = 0;
        for (int i = surname - 1; i >= Math.Max(0, surname - MostFirstNames - 1); i--)
        {
            Token token = report.Tokens[i];
            if (!char.IsUpper(report.Text[token.Span.Start]) || token.Span.Length > LongestName)
                return [];
            foreach (string[] title in terms.Select(t => t.Title).OrderByDescending(t => t.Length))
            {
                if (!EndsAt(report, i, title, out first))
                    continue;
                if (first > 0 && EventWords.English.IsOfThePast(EventWords.Plain(report.Text, report.Tokens[first - 1])))
                    return [];
                if (first > 1 && report.Text[report.Tokens[first - 1].Span.Start] == '-' && EventWords.English.IsOfThePast(EventWords.Plain(report.Text, report.Tokens[first - 2])))
                    return [];
                // The name nearest to the title is the first name.
                string? given = names == 0 ? null : between[names - 1];
                return [.. terms.Where(t => t.Title.SequenceEqual(title, StringComparer.Ordinal) && (given is null || t.FirstNames.Contains(given, StringComparer.Ordinal))).OrderBy(t => t.From)];
            }
            if (names == MostFirstNames)
                return [];
            between[names++] = token.Span.In(report.Text);
        }
        return [];
    }

    private static bool EndsAt(AnnotatedReport report, int last, string[] title, out int first)
    {
        first = last - title.Length + 1;
        if (first < 0)
            return false;
        for (int i = 0; i < title.Length; i++)
        {
            Token token = report.Tokens[first + i];
            if (!char.IsUpper(report.Text[token.Span.Start]) || EventWords.Plain(report.Text, token) != title[i])
                return false;
        }
        return true;
    }

    private static string Surname(string text, Token token)
    {
        string word = token.Span.In(text);
        int mark = word.AsSpan().IndexOfAny('\'', '’');
        return mark > 0 ? word[..mark] : word;
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In words between title and surname: "George W."</summary>
    private const int MostFirstNames = 2;

    /// <summary>In UTF-16 code units of one word.</summary>
    private const int LongestName = 40;

    private sealed record Term(string[] Title, string Surname, string[] FirstNames, DateOnly From, DateOnly To);
}

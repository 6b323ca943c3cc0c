using System.Collections.Frozen;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>The authors and agencies that a byline names.</summary>
internal sealed record Byline(IReadOnlyList<string> Authors, IReadOnlyList<Credit> Credits);

/// <summary>Reads bylines: "By Jane Doe and John Roe, Reuters". A name is given without the author's job.</summary>
internal static class Bylines
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 160;

    private static readonly string[][] s_rows = [.. TableFile.Rows("En/byline-words.tsv")];
    private static readonly string[] s_leads = [.. s_rows.Where(r => r[0] == "lead").Select(r => r[1]).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
    private static readonly FrozenSet<string> s_jobs = WordsOf("job");
    private static readonly FrozenSet<string> s_house = WordsOf("house");
    private static readonly FrozenSet<string> s_never = WordsOf("never");
    private static readonly FrozenSet<string> s_links = WordsOf("link");
    private static readonly FrozenSet<string> s_clauseWords = TableFile.Lines("En/clause-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for what pages show where names could stand: words of buttons and labels, a month alone, the name of a field that was never filled ("page.author").</summary>
    public static bool IsOfThePage(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(w => s_never.Contains(w.TrimEnd(':').ToLowerInvariant())) || words.Length == 1 && (StatedDates.Month(name) is not null || name.Count(c => c == '.') > 1 && !name.EndsWith('.'));
    }

    /// <summary>The words of the table of bylines that are of one kind, in lower case.</summary>
    public static FrozenSet<string> WordsOf(string kind) => s_rows.Where(r => r[0] == kind).Select(r => r[1]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words before the names of a byline, the longest first, in lower case.</summary>
    public static IReadOnlyList<string> Leads => s_leads;

    /// <summary>True for a word that links two names: "and".</summary>
    public static bool IsLink(string word) => s_links.Contains(word.ToLowerInvariant());

    /// <summary>Reads a line that begins like a byline; null where it is none.</summary>
    public static Byline? ReadLine(string text, TextSpan span)
    {
        if (span.Length > Longest)
            return null;
        FoldedLine folded = FoldedLine.Of(span.Over(text));
        foreach (string lead in s_leads)
        {
            if (!folded.Text.StartsWith(lead + " ", StringComparison.Ordinal))
                continue;
            int start = span.Start + folded.PlaceOf(lead.Length + 1);
            return start < span.End ? Read(text, new TextSpan(start, span.End)) : null;
        }
        return null;
    }

    /// <summary>Reads the names of a byline, without its "by"; null where a part of it is neither name, job nor agency.</summary>
    public static Byline? Read(string text, TextSpan names)
    {
        var authors = new List<string>();
        var credits = new List<Credit>();
        TextSpan[] parts = [.. Parts(text, names)];
        bool house = parts.Any(part => IsHouse(part.In(text)));
        foreach (TextSpan part in parts)
        {
            string name = part.In(text);
            if (Agencies.UsualName(name) is { } agency)
                credits.Add(new Credit(agency, part, "byline"));
            else if (IsJob(name) || StatedDates.Find(name, out _) is not null || house && CanBeAgency(name))
                continue;
            else if (LooksLikePerson(name))
                authors.Add(name);
            else if (authors.Count + credits.Count == 0 || EndsWithFullStop(text, part) || name.Split(' ').Length > 6)
                return null;
        }
        return authors.Count + credits.Count > 0 || house ? new Byline(authors, credits) : null;
    }

    /// <summary>True for words such as "our staff" or "our own correspondent": the house itself.</summary>
    public static bool IsHouse(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && s_house.Contains(name[..end].ToLowerInvariant()) && IsJob(name);

    /// <summary>True for one capitalised word, which beside the house is an agency that only a dateline or credit line can vouch for.</summary>
    public static bool CanBeAgency(string name) => name.Length is > 0 and < 30 && !name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) && char.IsLetter(name[^1]);

    /// <summary>True for two to five words that all begin with a capital, small particles between them allowed.</summary>
    public static bool LooksLikePerson(string name)
    {
        string[] words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || name.Length > 60)
            return false;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            bool particle = i > 0 && i < words.Length - 1 && word.Length <= 4 && char.IsLower(word[0]);
            if (!particle && !char.IsUpper(word[0]) && !IsUncased(word[0]))
                return false;
            foreach (char c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’' or '‑'))
                    return false;
            }
            string folded = word.ToLowerInvariant();
            if (s_jobs.Contains(folded) || s_clauseWords.Contains(folded) && !particle)
                return false;
        }
        return true;
    }

    /// <summary>True where the words tell an author's job or place: they hold a job word.</summary>
    public static bool IsJob(string words)
    {
        foreach (string word in words.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (s_jobs.Contains(word.Trim('.', ',', '(', ')').ToLowerInvariant()))
                return true;
        }
        return false;
    }

    private static bool IsUncased(char c) => char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c);

    private static bool EndsWithFullStop(string text, TextSpan part) => text[part.End - 1] == '.';

    private static IEnumerable<TextSpan> Parts(string text, TextSpan names)
    {
        int start = names.Start, i = names.Start;
        while (i <= names.End)
        {
            int skip = i == names.End || text[i] is ',' or '|' or ';' or '&' or '•' or '·' or '(' or ')' or '/' or '–' or '—' ? 1 : LinkAt(text, i, names.End);
            if (skip > 0)
            {
                if (new TextSpan(start, i).Trimmed(text) is { IsEmpty: false } part)
                    yield return part;
                start = i + skip;
                i = start;
                continue;
            }
            i++;
        }
    }

    // " and ", and the place after a name: " in Kyiv" ends the name.
    private static int LinkAt(string text, int i, int end)
    {
        if (text[i] != ' ')
            return 0;
        int word = i + 1, stop = word >= end ? -1 : text.IndexOf(' ', word, end - word);
        return stop > word && (s_links.Contains(text[word..stop].ToLowerInvariant()) || text.AsSpan(word, stop - word) is "in" or "for") ? stop + 1 - i : 0;
    }
}

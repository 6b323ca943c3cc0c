using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Html;

/// <summary>How a line near the headline says that its names are the authors: the surer, the smaller.</summary>
internal enum BylineSign
{
    /// <summary>A word such as "by" stands before the names.</summary>
    Said,

    /// <summary>The name of its element says that it is a byline.</summary>
    Marked,

    /// <summary>A date stands in the same line.</summary>
    BesideDate,

    /// <summary>A person's name alone stands close to the headline.</summary>
    Alone,
}

/// <summary>Reads the authors' names in a line near the headline of a page, job, date and section after them left out.</summary>
internal static class HeadByline
{
    /// <summary>In words of one name.</summary>
    private const int LongestName = 5;

    /// <summary>In names.</summary>
    private const int MostNames = 8;

    /// <summary>In letters: capitals alone up to this length after a name are a degree or an office, not another name.</summary>
    private const int LongestDegree = 5;

    private const string Separators = "|•·⋅/;()–—-";

    private static readonly FrozenSet<string> s_ends = Bylines.WordsOf("end");

    /// <summary>The names and what says that they are authors; null where nothing does.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isMarked">True where the name of its element says that it is a byline.</param>
    /// <param name="date">Where the first date in it starts, -1 for none.</param>
    /// <param name="isClose">True close to the headline.</param>
    public static (IReadOnlyList<string> Names, BylineSign Sign)? Read(string line, bool isMarked, int date, bool isClose)
    {
        if (AfterLead(line, date) is { } said)
        {
            List<string> names = NamesIn(Segments(said).FirstOrDefault(""), mustBePerson: false);
            return names.Count > 0 ? (names, BylineSign.Said) : null;
        }
        BylineSign sign = isMarked ? BylineSign.Marked : date >= 0 ? BylineSign.BesideDate : BylineSign.Alone;
        if (sign == BylineSign.Alone && !isClose)
            return null;
        foreach (string segment in Segments(line))
        {
            List<string> names = JunkLines.Why(segment) is null ? NamesIn(segment, mustBePerson: true) : [];
            if (names.Count > 0 && (sign == BylineSign.Marked || HasFirstName(names[0])) && (sign != BylineSign.Alone || segment.Length == line.Length))
                return (names, sign);
        }
        return null;
    }

    /// <summary>True where the first word of a name, titles left out, is a common first name.</summary>
    public static bool HasFirstName(string name)
    {
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.EndsWith('.'))
                return NameTables.English.GenderOf(word.ToLowerInvariant()) is not null;
        }
        return false;
    }

    /// <summary>A person's name without the words after it that tell a job: "Jane Doe Staff Writer"; others whole.</summary>
    public static string WithoutJob(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = words.Length;
        while (end > 2 && Bylines.IsJob(words[end - 1]))
            end--;
        return end < words.Length && HasFirstName(name) ? string.Join(' ', words[..end]) : name;
    }

    /// <summary>True for what stands after a name without being one: "MD", "Ph.D", "CEPF®".</summary>
    public static bool IsDegree(string name) => name.Length <= LongestDegree && (name.All(c => char.IsUpper(c) || c is '.' or '-' or '®' or '™') || name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < name.Length - 1);

    // "By Jane Doe", "Published 3 May 2024 by Jane Doe"
    private static string? AfterLead(string line, int date)
    {
        string folded = line.ToLowerInvariant();
        foreach (string lead in Bylines.Leads)
        {
            if (folded.StartsWith(lead, StringComparison.Ordinal) && folded.Length > lead.Length && (folded[lead.Length] is ' ' or ':' || lead[^1] == ':'))
                return line[lead.Length..].TrimStart(' ', ':', '\u00a0');
            // "ByJane Doe": the blank was lost.
            if (folded.Length > 0 && char.IsUpper(line[0]) && folded.StartsWith(lead, StringComparison.Ordinal) && line.Length > lead.Length && char.IsLetter(lead[^1]) && char.IsLower(line[lead.Length - 1]) && char.IsUpper(line[lead.Length]))
                return line[lead.Length..];
            int at = date < 0 || lead.Contains(' ', StringComparison.Ordinal) ? -1 : folded.IndexOf(" " + lead + " ", StringComparison.Ordinal);
            if (at > date && DatedLines.Read(line.AsSpan(0, at)) is not null)
                return line[(at + lead.Length + 2)..];
        }
        return null;
    }

    // The runs of words between separators, dates and words such as "on".
    private static List<string> Segments(string line)
    {
        var segments = new List<string>();
        var run = new List<string>();
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i <= words.Length; i++)
        {
            string word = i < words.Length ? words[i] : "";
            bool isMonth = i + 1 < words.Length && char.IsAsciiDigit(words[i + 1][0]) && StatedDates.Month(word.TrimEnd(',')) is not null;
            if (word.Length > 0 && !isMonth && !char.IsAsciiDigit(word[0]) && !(word.Length == 1 && Separators.Contains(word[0], StringComparison.Ordinal)) && word[0] != '(' && !s_ends.Contains(word.TrimEnd(':').ToLowerInvariant()))
            {
                run.Add(word);
                if (!Separators.Contains(word[^1], StringComparison.Ordinal))
                    continue;
            }
            if (run.Count > 0)
                segments.Add(string.Join(' ', run).Trim(' ', ',', '|', '•', '·', '⋅', ';', '-', '–', '—', ':'));
            run.Clear();
        }
        return segments;
    }

    private static List<string> NamesIn(string segment, bool mustBePerson)
    {
        var names = new List<string>();
        foreach (string part in Parts(segment))
        {
            string name = WithoutJob(part);
            bool isName = (names.Count > 0 || mustBePerson ? Bylines.LooksLikePerson(name) : CanBeName(name)) && !Bylines.IsOfThePage(name);
            if (!isName || names.Count > 0 && (IsDegree(name) || Bylines.IsJob(name)))
            {
                if (names.Count == 0)
                    break;
                continue;
            }
            if (names.Count < MostNames)
                names.Add(name);
        }
        return names;
    }

    private static IEnumerable<string> Parts(string segment)
    {
        var run = new List<string>();
        foreach (string word in segment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isLink = Bylines.IsLink(word);
            if (!isLink && word.TrimEnd(',') is { Length: > 0 } bare)
                run.Add(bare);
            if (run.Count > 0 && (isLink || word[^1] == ','))
            {
                yield return string.Join(' ', run);
                run.Clear();
            }
        }
        if (run.Count > 0)
            yield return string.Join(' ', run);
    }

    private static bool CanBeName(string name) => name.Length > 1 && char.IsLetter(name[0]) && name.Count(c => c == ' ') < LongestName
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => char.IsUpper(w[0]) || !char.IsLower(w[0]) || w.Length <= 3 || !name.Contains(' ', StringComparison.Ordinal)) && !name.AsSpan().ContainsAnyInRange('0', '9');
}

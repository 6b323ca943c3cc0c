namespace Stemma.Reading.Html;

/// <summary>Takes the names out of the author fields of a page.</summary>
internal static class AuthorNames
{
    /// <summary>In UTF-16 code units; a longer field is no name.</summary>
    private const int Longest = 60, LongestField = 300;

    /// <summary>In names; more authors than this are a list of something else.</summary>
    private const int MostAuthors = 12;

    /// <summary>The names in order, each once, without "by", job and address.</summary>
    public static List<string> Of(IEnumerable<string> fields)
    {
        var names = new List<string>();
        foreach (string field in fields)
        {
            string? clean = Metadata.Clean(field);
            if (clean is null || clean.Length > LongestField)
                continue;
            string[] parts = [.. Parts(clean).Select(part => WithoutLead(part).Trim(' ', ',', '.', ':', '|', '-', '–', '•'))];
            bool house = parts.Length > 1 && parts.Any(Bylines.IsHouse);
            foreach (string part in parts)
            {
                string name = HeadByline.WithoutJob(WithoutSign(part));
                // "our staff and QNP": the house and an agency are no persons.
                if (house && (Bylines.IsHouse(name) || Bylines.CanBeAgency(name)))
                    continue;
                // "Jane Doe, Political Editor": a job after a name is no second author.
                if (names.Count > 0 && (Bylines.IsJob(name) || HeadByline.IsDegree(name) && Agencies.UsualName(name) is null))
                    continue;
                if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MostAuthors)
                    names.Add(name);
            }
        }
        return names;
    }

    private static IEnumerable<string> Parts(string field)
    {
        string[] words = field.Replace(";", "; ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int start = 0;
        for (int i = 0; i < words.Length; i++)
        {
            bool isLink = i > 0 && Bylines.IsLink(words[i]);
            bool closes = words[i].Length > 1 && words[i][^1] is ',' or ';' or '|';
            if (isLink || words[i] is "|" or "•" or "/" or "-" or "–")
            {
                yield return string.Join(' ', words[start..i]);
                start = i + 1;
            }
            else if (closes)
            {
                yield return string.Join(' ', words[start..(i + 1)]);
                start = i + 1;
            }
        }
        if (start < words.Length)
            yield return string.Join(' ', words[start..]);
    }

    // "Jane Doe (jdo)": the sign of a person, or what else is known of her.
    private static string WithoutSign(string name) =>
        name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 1 and var open && Bylines.LooksLikePerson(name[..open].TrimEnd()) ? name[..open].TrimEnd() : name;

    private static string WithoutLead(string part)
    {
        string folded = part.ToLowerInvariant();
        foreach (string lead in Bylines.Leads)
        {
            if (folded.StartsWith(lead + " ", StringComparison.Ordinal))
                return part[(lead.Length + 1)..];
        }
        return part;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= Longest && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal) && !name.Contains("www.", StringComparison.Ordinal)
        && name.Any(char.IsLetter) && !name.Any(char.IsDigit) && !Bylines.IsOfThePage(name) && !name.Contains(':', StringComparison.Ordinal) && !Bylines.Leads.Contains(name.ToLowerInvariant(), StringComparer.Ordinal);
}

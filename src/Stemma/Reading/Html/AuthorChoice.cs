namespace Stemma.Reading.Html;

/// <summary>Decides who wrote a page from the names that its sources give: persons count before the house.</summary>
internal static class AuthorChoice
{
    /// <summary>In names: a byline with more is a list of something else.</summary>
    private const int MostShown = 6;

    /// <summary>The authors.</summary>
    /// <param name="sources">The names by each source, the surest source first.</param>
    /// <param name="shown">The names in the byline that the page shows.</param>
    /// <param name="isSaid">True where a word such as "by" says that those are the authors.</param>
    /// <param name="outlet">The outlet's name, null where it is not known.</param>
    /// <param name="address">The page's address, null where it is not known.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<string>> sources, IReadOnlyList<string> shown, bool isSaid, string? outlet, string? address)
    {
        string house = Letters(outlet ?? ""), host = Host(address);
        foreach (IReadOnlyList<string> names in sources)
        {
            string[] persons = [.. names.Where(n => !IsHouse(n, house, host)).Select(n => WithoutOutlet(n, outlet))];
            if (persons.Length == 0)
                continue;
            // An account's name, or somebody who put the page up: what the page tells its readers counts.
            if (isSaid && shown.Any(Bylines.LooksLikePerson) && !persons.Any(Bylines.LooksLikePerson))
                return shown;
            // The metadata often name the first of several authors only.
            bool namesMore = shown.Count > persons.Length && shown.Count <= MostShown && persons.All(p => shown.Contains(p, StringComparer.OrdinalIgnoreCase)) && shown.All(HeadByline.HasFirstName);
            return namesMore ? shown : persons;
        }
        return sources.FirstOrDefault(s => s.Count > 0) ?? [];
    }

    // "Jane Doe The Harbour Gazette": author and outlet in one element.
    private static string WithoutOutlet(string name, string? outlet)
    {
        if (outlet is null || !name.EndsWith(" " + outlet, StringComparison.OrdinalIgnoreCase))
            return name;
        string person = name[..^(outlet.Length + 1)].TrimEnd(' ', ',', '|', '-');
        return Bylines.LooksLikePerson(person) ? person : name;
    }

    // The outlet itself, its domain, a job without a name.
    private static bool IsHouse(string name, string house, string host)
    {
        string letters = Letters(name);
        if (letters.Length == 0 || letters == house || letters == host || name.Contains('.', StringComparison.Ordinal) && letters == Letters(host))
            return true;
        string first = Letters(name.Split(' ')[0]);
        if (host.Length > 0 && (first == Label(host) || !name.Contains(' ', StringComparison.Ordinal) && letters.StartsWith(Label(host), StringComparison.Ordinal)))
            return true;
        return house.Length > 3 && letters.StartsWith(house, StringComparison.Ordinal) || Bylines.IsJob(name) && !Bylines.LooksLikePerson(name);
    }

    private static string Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? (uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host).ToLowerInvariant() : "";

    private static string Label(string host) => host.IndexOf('.', StringComparison.Ordinal) is > 3 and var dot ? Letters(host[..dot]) : Letters(host);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

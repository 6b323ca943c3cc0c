namespace Stemma.Reading.Documents.Exchange;

/// <summary>Takes the names of agencies and outlets out of a credit field.</summary>
internal static class CreditNames
{
    /// <summary>In UTF-16 code units; longer fields are notices and no credits.</summary>
    private const int Longest = 200;

    private static readonly string[] s_marks = ["/", ",", ";", "|", " & ", " + ", " via ", " and "];

    /// <summary>The names in "AFP/dpa", "Orrin Press via AP", "is:AP"; the whole field where it is a known name itself.</summary>
    public static IEnumerable<string> Of(string field)
    {
        string text = field.Trim();
        if (text.Length is 0 or > Longest)
            return [];
        if (Agencies.UsualName(text) is { } known)
            return [known];
        return text.Split(s_marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WithoutScheme);
    }

    // A QCode of NewsML-G2: the scheme's alias before the colon.
    private static string WithoutScheme(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < name.Length && !name.Contains(' ', StringComparison.Ordinal) && name[colon + 1] != '/' ? name[(colon + 1)..] : name;
    }
}

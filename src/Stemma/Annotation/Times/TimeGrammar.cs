using System.Collections.Frozen;
using System.Globalization;
using Stemma.Languages;

namespace Stemma.Annotation.Times;

/// <summary>The patterns of times of one language, read from the tables times-words.tsv and times-rules.tsv.</summary>
/// <remarks>The syntax of the rules is told at the head of the table. Immutable, safe to share between threads.</remarks>
internal sealed class TimeGrammar
{
    private static readonly string[] s_formClasses =
        ["NUM", "SMALLNUM", "YEAR", "FARYEAR", "MODERN", "YY", "DAY", "MM", "DD", "HOUR", "MIN", "HHMM", "CAP", "ORD", "ORDNUM", "-"];

    private TimeGrammar(string language)
    {
        string[][] rows = [.. TimeVocabulary.Table(language, "times-rules")];
        string[] names = [.. s_formClasses, .. rows.SelectMany(r => r[1].Split(' ')).SelectMany(Literals)];
        Words = new TimeVocabulary(TimeVocabulary.Table(language, "times-words"), names);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string[] row in rows)
            groups.TryAdd(row[0], groups.Count);
        Groups = groups.ToFrozenDictionary(StringComparer.Ordinal);
        var rules = new List<TimeRule>[groups.Count];
        for (int line = 0; line < rows.Length; line++)
            (rules[groups[rows[line][0]]] ??= []).Add(Parse(rows[line]));
        Rules = Array.ConvertAll(rules, r => r.ToArray());
        Start = groups["timex"];
        Starts = new TimeStarts(Rules, Words.Count, Start, group => groups.First(g => g.Value == group).Key);
        Atoms = new TimeAtoms(Words, Starts);
    }

    /// <summary>English.</summary>
    public static TimeGrammar English { get; } = new("En");

    private static readonly FrozenDictionary<string, Lazy<TimeGrammar>> s_others = LanguageData.Tags.Select(t => LanguageData.For(t)!).Where(l => l.Level == LanguageLevel.Plain)
        .Distinct().ToFrozenDictionary(l => l.Folder, l => new Lazy<TimeGrammar>(() => new TimeGrammar(l.Folder)), StringComparer.Ordinal);

    /// <summary>The grammar of a language.</summary>
    public static TimeGrammar Of(LanguageData language) => s_others.TryGetValue(language.Folder, out Lazy<TimeGrammar>? grammar) ? grammar.Value : English;

    /// <summary>The words.</summary>
    public TimeVocabulary Words { get; }

    /// <summary>Cuts text for the patterns.</summary>
    public TimeAtoms Atoms { get; }

    /// <summary>The rules of every group.</summary>
    public TimeRule[][] Rules { get; }

    /// <summary>The numbers of the groups.</summary>
    public FrozenDictionary<string, int> Groups { get; }

    /// <summary>The group of whole time expressions.</summary>
    public int Start { get; }

    /// <summary>Which rules can match where.</summary>
    public TimeStarts Starts { get; }

    private static IEnumerable<string> Literals(string element)
    {
        string body = Body(element, out _, out _, out _, out _);
        return body.Split('|').Where(c => c.Length > 0 && c[0] != '@');
    }

    private static string Body(string element, out string? label, out bool optional, out bool glued, out ElementRole role)
    {
        role = ElementRole.Part;
        if (element.StartsWith("<!", StringComparison.Ordinal))
            (role, element) = (ElementRole.NotBefore, element[2..]);
        else if (element.StartsWith(">!", StringComparison.Ordinal))
            (role, element) = (ElementRole.NotAfter, element[2..]);
        else if (element[0] == '<')
            (role, element) = (ElementRole.Before, element[1..]);
        else if (element[0] == '>')
            (role, element) = (ElementRole.After, element[1..]);
        glued = element.Length > 1 && element[0] == '~';
        if (glued)
            element = element[1..];
        int colon = element.IndexOf(':', StringComparison.Ordinal);
        label = colon > 0 ? element[..colon] : null;
        if (colon > 0)
            element = element[(colon + 1)..];
        optional = element.Length > 1 && element[^1] == '?';
        return optional ? element[..^1] : element;
    }

    private TimeRule Parse(string[] row)
    {
        var elements = new List<TimeElement>();
        foreach (string element in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string body = Body(element, out string? label, out bool optional, out bool glued, out ElementRole role);
            int[] choices = [.. body.Split('|').Select(c => c[0] == '@' ? -1 - GroupOf(c[1..], row) : Words.ClassOf(c))];
            elements.Add(new TimeElement(choices, label, optional, glued, role));
        }
        string[] meaning = row.Length > 2 ? row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        var values = meaning.Skip(1).Select(v => v.Split('=')).Select(v => (v[0], decimal.Parse(v[1], CultureInfo.InvariantCulture)));
        string? kind = meaning.Length == 0 ? null : meaning[0] == "-" ? "" : meaning[0];
        return new TimeRule([.. elements], kind, [.. values]);
    }

    private int GroupOf(string name, string[] row) => Groups.TryGetValue(name, out int group)
        ? group
        : throw new InvalidOperationException($"The rule “{string.Join(' ', row)}” names the group “{name}”, which has no rules.");
}

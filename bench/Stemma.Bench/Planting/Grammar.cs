using System.Globalization;
using System.Text;

namespace Stemma.Bench.Planting;

/// <summary>Expands the symbols of grammar.tsv, with the names of one story.</summary>
internal sealed class Grammar
{
    /// <summary>In symbols inside symbols: deeper expansions take the first row, which ends.</summary>
    private const int Deepest = 12;

    private readonly Dictionary<string, string[]> _rows;
    private readonly Dictionary<string, string> _synonyms = new(StringComparer.Ordinal);
    private readonly Chance _chance;
    private readonly Dictionary<string, string[]> _names;

    /// <summary>A grammar with names drawn for a story.</summary>
    public Grammar(Chance chance)
    {
        _chance = chance;
        _rows = Table("grammar.tsv").GroupBy(r => r[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r[1]).ToArray(), StringComparer.Ordinal);
        foreach (string[] row in Table("synonyms.tsv"))
        {
            _synonyms.TryAdd(row[0], row[1]);
            _synonyms.TryAdd(row[1], row[0]);
        }
        LongestSynonym = _synonyms.Keys.Max(k => k.Count(c => c == ' ') + 1);
        _names = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Person"] = [.. Enumerable.Range(0, 8).Select(_ => Expand("{first} {last}")).Distinct(StringComparer.Ordinal)],
            ["Place"] = [.. Enumerable.Range(0, 4).Select(_ => Expand("{place}")).Distinct(StringComparer.Ordinal)],
            ["Body"] = [.. Enumerable.Range(0, 4).Select(_ => Expand("{body}")).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>In words: how long the longest entry of synonyms.tsv is.</summary>
    public int LongestSynonym { get; }

    /// <summary>The persons of the story.</summary>
    public IReadOnlyList<string> Persons => _names["Person"];

    /// <summary>The text with its symbols replaced.</summary>
    public string Expand(string text) => Expand(text, 0);

    /// <summary>Another word for it, null where the table has none.</summary>
    public string? Synonym(string word) => _synonyms.GetValueOrDefault(word);

    private string Expand(string text, int depth)
    {
        var expanded = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '{')
            {
                expanded.Append(text[i]);
                continue;
            }
            int end = text.IndexOf('}', i);
            string word = Symbol(text[(i + 1)..end], depth);
            if (word.Length > 0 && "aeiou".Contains(word[0], StringComparison.Ordinal) && EndsWithArticle(expanded))
                expanded.Insert(expanded.Length - 1, 'n');
            expanded.Append(word);
            i = end;
        }
        return expanded.ToString();
    }

    private static bool EndsWithArticle(StringBuilder text) =>
        text.Length >= 2 && text[^1] == ' ' && text[^2] is 'a' or 'A' && (text.Length == 2 || text[^3] == ' ');

    private string Symbol(string symbol, int depth)
    {
        if (symbol == "n")
            return _chance.Between(2, _chance.Is(0.3) ? 900 : 60).ToString(CultureInfo.InvariantCulture);
        if (_names is not null && _names.TryGetValue(symbol, out string[]? names))
            return _chance.Of(names);
        string[] rows = _rows[symbol];
        return Expand(depth >= Deepest ? rows[0] : _chance.Of(rows), depth + 1);
    }

    private static IEnumerable<string[]> Table(string name)
    {
        using Stream stream = typeof(Grammar).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}

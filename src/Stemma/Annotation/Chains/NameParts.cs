using System.Collections.Frozen;
using Stemma.Annotation.Names;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>Words that a name may have or leave out, and what is known of first names, by their keys (see <see cref="NameKey"/>).</summary>
internal sealed class NameParts
{
    /// <summary>The English table.</summary>
    public static NameParts English { get; } = new("En");

    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenSet<(string Name, string Short)> _short;
    private readonly Lazy<FrozenDictionary<string, char>> _genders;

    private NameParts(string language)
    {
        ILookup<string, string[]> rows = TableFile.Rows(language + "/name-parts.tsv").ToLookup(r => r[0], r => r[1].Split(' ').Select(w => NameKey.Of(w)).ToArray(), StringComparer.Ordinal);
        _words = rows.ToFrozenDictionary(g => g.Key, g => g.SelectMany(w => w).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _short = rows["short"].SelectMany(w => w.Skip(1).Select(s => (w[0], s))).ToFrozenSet();
        _genders = new(() => TableFile.Rows(language + "/firstnames.tsv.gz").GroupBy(r => NameKey.Of(r[0]), r => r[1][0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().Count() == 1 ? g.First() : 'b', StringComparer.Ordinal));
    }

    /// <summary>True for what may follow a person's surname: "jr".</summary>
    public bool IsSuffix(string word) => _words["suffix"].Contains(word);

    /// <summary>True for what tells the form of a company: "inc".</summary>
    public bool IsCompanyForm(string word) => _words["company"].Contains(word);

    /// <summary>True for a body that is named both ways round: "ministry".</summary>
    public bool IsTurning(string word) => _words["turning"].Contains(word);

    /// <summary>True where the second is a short form of the first: "robert", "bob".</summary>
    public bool IsShortFor(string name, string shortForm) => _short.Contains((name, shortForm));

    /// <summary>True where one first name is a woman's and the other a man's.</summary>
    public bool AreOfTwoSexes(string a, string b) =>
        _genders.Value.TryGetValue(a, out char first) && _genders.Value.TryGetValue(b, out char second) && (first, second) is ('m', 'f') or ('f', 'm');
}

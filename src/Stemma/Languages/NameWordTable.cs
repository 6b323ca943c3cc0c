using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>The words around and inside names that names.tsv of a language lists, for the plain level.</summary>
/// <remarks>Words are folded by <see cref="Vocabulary.Fold"/>. Immutable.</remarks>
internal sealed class NameWordTable
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;
    private readonly string[] _elided, _enclitics;

    /// <summary>Reads the table.</summary>
    public NameWordTable(string folder)
    {
        _classes = TableFile.Rows(folder + "/names.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split('|').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _elided = LongestFirst("elided");
        _enclitics = LongestFirst("enclitic");
    }

    /// <summary>True for a title before a person's name.</summary>
    public bool IsTitle(string word) => Is("title", word);

    /// <summary>True for a small word inside names.</summary>
    public bool IsParticle(string word) => Is("particle", word);

    /// <summary>True for a word that makes an organisation of a name.</summary>
    public bool IsOrganisation(string word) => Is("organisation", word);

    /// <summary>True for a word that makes a place of a name.</summary>
    public bool IsPlace(string word) => Is("place", word);

    /// <summary>True for a word before the names of places.</summary>
    public bool LeadsPlace(string word) => Is("in-place", word);

    /// <summary>How many letters of the word are a small word written together with it: 2 for "l'Union", 0 for none.</summary>
    public int Elided(string word) => Array.Find(_elided, e => word.Length > e.Length && word.StartsWith(e, StringComparison.Ordinal))?.Length ?? 0;

    /// <summary>How many letters at the end of the word are a subject written behind its verb: 3 for "dit-il", 0 for none.</summary>
    public int Enclitic(string word) => Array.Find(_enclitics, e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal))?.Length ?? 0;

    private bool Is(string kind, string word) => _classes.TryGetValue(kind, out FrozenSet<string>? words) && words.Contains(word);

    private string[] LongestFirst(string kind) =>
        _classes.TryGetValue(kind, out FrozenSet<string>? words) ? [.. words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)] : [];
}

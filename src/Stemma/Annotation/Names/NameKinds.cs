using System.Runtime.InteropServices;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Brings the mentions of a report to agree on what each name names.</summary>
internal sealed class NameKinds
{
    /// <summary>What the mentions of one name, as a key, were taken for where they stand without a title.</summary>
    private struct Readings
    {
        public int Persons, Things, Others;
    }

    // The names of persons; the words that alone can name one of them; those of them that are the last word of a longer name; those of these whose bearer has a title or what can be a first name.
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal), _surnames = new(StringComparer.Ordinal), _sure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameKind> _things = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Readings> _readings = new(StringComparer.Ordinal);

    /// <summary>The kind that a table's letter stands for.</summary>
    public static NameKind Named(char letter) => letter switch { 'o' => NameKind.Organisation, 'p' => NameKind.Place, 'm' => NameKind.Person, _ => NameKind.Other };

    /// <summary>
    /// The mentions with one kind for one name: a title anywhere makes a person, and a single word takes the kind of the
    /// person whose first or last name it is.
    /// </summary>
    /// <param name="text">The report's text.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="doubtful">The spans of mentions of the kind "other" that may as well be no names.</param>
    public static List<NameMention> Settle(string text, IReadOnlyList<NameMention> mentions, IReadOnlySet<TextSpan> doubtful)
    {
        var kinds = new NameKinds();
        string[] keys = [.. mentions.Select(m => NameKey.Of(m.Span.Over(text)))];
        for (int m = 0; m < keys.Length; m++)
            kinds.Note(text, keys[m], mentions[m], doubtful.Contains(mentions[m].Span));
        return [.. mentions.Select((m, i) => m with { Kind = kinds.Of(text, keys[i], m) })];
    }

    private void Note(string text, string key, NameMention mention, bool doubtful)
    {
        if (mention.Title is null && !doubtful)
        {
            ref Readings readings = ref CollectionsMarshal.GetValueRefOrAddDefault(_readings, key, out _);
            readings.Persons += mention.Kind == NameKind.Person ? 1 : 0;
            readings.Others += mention.Kind == NameKind.Other ? 1 : 0;
            readings.Things += mention.Kind is NameKind.Organisation or NameKind.Place ? 1 : 0;
        }
        if (mention.Kind is NameKind.Organisation or NameKind.Place)
            _things.TryAdd(key, mention.Kind);
        if (mention.Kind != NameKind.Person)
            return;
        string[] words = key.Split(' ');
        _persons.Add(key);
        _persons.Add(words[^1]);
        if (words.Length > 1)
        {
            _surnames.Add(words[^1]);
            if (mention.Title is not null || MayBeFirstName(FirstWord(mention.Span.Over(text))))
                _sure.Add(words[^1]);
        }
        // A first word that stands alone is a family name that comes first, or a first name; in longer names without a
        // title it may be a company's.
        if (words.Length == 2 || mention.Title is not null)
            _persons.Add(words[0]);
    }

    private NameKind Of(string text, string key, NameMention mention)
    {
        _readings.TryGetValue(key, out Readings readings);
        // Of a longer name that only looks like a person's ("Old Holm"), the last word alone stays what it mostly was.
        bool surname = mention.Title is null && _surnames.Contains(key) && !key.Contains(' ', StringComparison.Ordinal)
            && (mention.Kind == NameKind.Other || readings.Persons >= readings.Things || _sure.Contains(key));
        if (surname && NameTables.English.KindOfName(Vocabulary.Fold(mention.Span.Over(text))) is null)
            return NameKind.Person;
        if (mention.Kind != NameKind.Other)
            return mention.Kind;
        bool thing = _things.TryGetValue(key, out NameKind known) && readings.Others <= readings.Persons + readings.Things;
        return thing ? known : _persons.Contains(key) ? NameKind.Person : NameKind.Other;
    }

    /// <summary>True for a known first name, and for a word that no dictionary has as anything but a name.</summary>
    public static bool MayBeFirstName(string word) =>
        NameTables.English.GenderOf(word) is not null || (PartOfSpeechTagger.English.KindsOf(word) & ~(FormKinds.Proper | FormKinds.Capitalised | FormKinds.Abbreviation)) == FormKinds.None;

    private static string FirstWord(ReadOnlySpan<char> name)
    {
        int end = name.IndexOfAny(' ', '\n');
        return Vocabulary.Fold(end < 0 ? name : name[..end]);
    }
}

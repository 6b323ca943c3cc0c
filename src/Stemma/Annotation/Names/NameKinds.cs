using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Brings the mentions of a report to agree on what each name names.</summary>
internal static class NameKinds
{
    /// <summary>The kind that a table's letter stands for.</summary>
    public static NameKind Named(char letter) => letter switch { 'o' => NameKind.Organisation, 'p' => NameKind.Place, 'm' => NameKind.Person, _ => NameKind.Other };

    /// <summary>
    /// The mentions with one kind for one name: a title anywhere makes a person, and a single word takes the kind of the
    /// person whose first or last name it is.
    /// </summary>
    public static List<NameMention> Settle(string text, IReadOnlyList<NameMention> mentions)
    {
        var persons = new HashSet<string>(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var fixedKinds = new Dictionary<string, NameKind>(StringComparer.Ordinal);
        foreach (NameMention mention in mentions)
        {
            string key = NameKey.Of(mention.Span.Over(text));
            if (mention.Kind == NameKind.Person)
            {
                persons.Add(key);
                string[] words = key.Split(' ');
                persons.Add(words[^1]);
                if (words.Length > 1)
                    surnames.Add(words[^1]);
                // A first word that stands alone is a family name that comes first, or a first name; in longer names without a
                // title it may be a company's.
                if (words.Length == 2 || mention.Title is not null)
                    persons.Add(words[0]);
            }
            else if (mention.Kind != NameKind.Other)
            {
                fixedKinds.TryAdd(key, mention.Kind);
            }
        }
        var settled = new List<NameMention>(mentions.Count);
        foreach (NameMention mention in mentions)
        {
            string key = NameKey.Of(mention.Span.Over(text));
            NameKind kind = mention.Kind;
            bool surname = mention.Title is null && !key.Contains(' ', StringComparison.Ordinal) && surnames.Contains(key) && NameTables.English.KindOfName(Vocabulary.Fold(mention.Span.Over(text))) is null;
            if (surname)
                kind = NameKind.Person;
            else if (kind == NameKind.Other)
                kind = fixedKinds.TryGetValue(key, out NameKind known) ? known : persons.Contains(key) ? NameKind.Person : kind;
            settled.Add(mention with { Kind = kind });
        }
        return settled;
    }
}

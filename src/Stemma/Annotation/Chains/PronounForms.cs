using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>What a pronoun's form tells of its part in the sentence.</summary>
internal enum PronounCase : byte
{
    /// <summary>"he", "she".</summary>
    Subject,

    /// <summary>"him", "her".</summary>
    Object,

    /// <summary>"his", "her", "hers".</summary>
    Possessor,

    /// <summary>"himself", "herself".</summary>
    Reflexive,
}

/// <summary>A form of a personal pronoun.</summary>
/// <param name="Gender">'m' or 'f'.</param>
/// <param name="BeforeNoun">Its case where a noun phrase follows that it opens.</param>
/// <param name="Alone">Its case elsewhere.</param>
internal readonly record struct PronounForm(char Gender, PronounCase BeforeNoun, PronounCase Alone);

/// <summary>The pronouns that stand for one person, by folded form.</summary>
internal static class PronounForms
{
    private static readonly FrozenDictionary<string, PronounForm> s_english = TableFile.Rows("En/pronouns.tsv").ToFrozenDictionary(r => r[0], Form, StringComparer.Ordinal);

    /// <summary>The form of the folded word, null where it is no such pronoun.</summary>
    public static PronounForm? Of(string word) => s_english.TryGetValue(word, out PronounForm form) ? form : null;

    private static PronounForm Form(string[] row)
    {
        PronounCase[] cases = [.. row[3].Split('|').Select(c => Enum.Parse<PronounCase>(c, ignoreCase: true))];
        return new PronounForm(row[1][0], cases[0], cases[^1]);
    }
}

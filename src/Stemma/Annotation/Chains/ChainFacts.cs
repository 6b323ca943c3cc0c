using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>What a chain's names tell of it wherever it is spoken of, as small numbers.</summary>
/// <param name="CanBeMale">False where the names tell a woman, a body or a place.</param>
/// <param name="CanBeFemale">False where the names tell a man, a body or a place.</param>
/// <param name="Gender">'m', 'f' or '-', by title or by the first of several names.</param>
/// <param name="GivenName">'m', 'f', 'b' for both, or '-', by the first word of the name, be it all of it.</param>
/// <param name="IsOneWord">True for a name of one word.</param>
/// <param name="Plain">How many of its words a dictionary has as common words: 0 none, 1 some, 2 all.</param>
/// <param name="Known">1 for a known body, 2 for a known place, 3 for a people, 0 for anything else.</param>
internal readonly record struct ChainFacts(bool CanBeMale, bool CanBeFemale, char Gender, char GivenName, bool IsOneWord, int Plain, int Known)
{
    private const FormKinds Common = FormKinds.Noun | FormKinds.Verb | FormKinds.Adjective | FormKinds.Plural;

    /// <summary>The facts of a group.</summary>
    public static ChainFacts Of(NameGroups groups, int group)
    {
        NameTables tables = NameTables.English;
        string name = Vocabulary.Fold(groups.Names[group]);
        string[] words = name.Split(' ');
        char given = tables.GenderOf(words[0]) ?? '-';
        char gender = groups.Genders[group];
        bool person = groups.KindOf(group) is NameKind.Person or NameKind.Other || given != '-';
        int plain = 0;
        foreach (string word in words)
            plain += (PartOfSpeechTagger.English.KindsOf(word) & Common) != FormKinds.None && tables.GenderOf(word) is null ? 1 : 0;
        return new ChainFacts(
            person && gender != 'f',
            person && gender != 'm',
            gender,
            given,
            words.Length == 1,
            plain == 0 ? 0 : plain < words.Length ? 1 : 2,
            tables.KindOfName(name) is { } kind ? kind == 'o' ? 1 : 2 : tables.CountryOfAdjective(name) is not null ? 3 : 0);
    }

    /// <summary>True where nothing tells that a pronoun of the gender ('m' or 'f') cannot stand for it.</summary>
    public bool CanBe(char gender) => gender == 'm' ? CanBeMale : CanBeFemale;
}

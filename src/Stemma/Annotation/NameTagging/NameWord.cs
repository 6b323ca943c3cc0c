using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>What the name tagger knows of a token before it weighs anything.</summary>
internal struct NameWord
{
    /// <summary>Its letters.</summary>
    public WordFacts Facts;

    /// <summary>Its part of speech.</summary>
    public UniversalTag Tag;

    /// <summary>What the lists of names say of the word alone.</summary>
    public NameLists Lists;

    /// <summary>What the lists say of a name of several words that holds the token.</summary>
    public NameLists Phrase;

    /// <summary>Where in that name it stands: 1 first, 2 inside, 3 last; 0 where there is none.</summary>
    public byte PhrasePlace;

    /// <summary>The field of meaning of a common word ("person", "communication"), as WordNet's lexicographers part them, of nouns and verbs apart; 0 for none.</summary>
    public byte Sense;

    /// <summary>The cluster of words that stand in like places, and the middle and coarse ones that it is part of, see <see cref="WordClusters"/>; 0 for none.</summary>
    public ushort Cluster;

    /// <summary>See <see cref="Cluster"/>.</summary>
    public byte MiddleCluster, CoarseCluster;

    /// <summary>What the other places of the report tell of the word.</summary>
    public WordEvidence Evidence;

    /// <summary>The field of meaning of the noun that the report first explains the word by ("Holm, a teacher", "the band Ostrand"), as <see cref="Sense"/>; 0 for none.</summary>
    public byte ToldSense;

    /// <summary>The middle cluster of that noun, see <see cref="Cluster"/>.</summary>
    public byte ToldCluster;

    /// <summary>True where it starts with a capital or holds one.</summary>
    public bool Capital;

    /// <summary>The labels that it can have, a bit a label: what is written small begins no name and ends none.</summary>
    public uint Labels;

    /// <summary>True where a possessive ending stands with it.</summary>
    public bool Possessive;
}

/// <summary>The lists that have a word, or a longer name.</summary>
[Flags]
internal enum NameLists : ushort
{
    /// <summary>None has it.</summary>
    None = 0,

    /// <summary>A first name of men.</summary>
    Man = 1,

    /// <summary>A first name of women.</summary>
    Woman = 1 << 1,

    /// <summary>A usual surname.</summary>
    Surname = 1 << 2,

    /// <summary>A seldom surname.</summary>
    SeldomSurname = 1 << 3,

    /// <summary>A country, or another name of one.</summary>
    Country = 1 << 4,

    /// <summary>An adjective or a noun for a people.</summary>
    People = 1 << 5,

    /// <summary>A large city or a capital.</summary>
    City = 1 << 6,

    /// <summary>A town.</summary>
    Town = 1 << 7,

    /// <summary>A place that a dictionary explains.</summary>
    Place = 1 << 8,

    /// <summary>A person that a dictionary explains.</summary>
    Person = 1 << 9,

    /// <summary>An organisation that a table or a dictionary has, or a word that shows one.</summary>
    Organisation = 1 << 10,

    /// <summary>A word inside names of places: "street".</summary>
    PlaceWord = 1 << 11,

    /// <summary>A title or role.</summary>
    Title = 1 << 12,

    /// <summary>A day, a month or another word of time.</summary>
    Time = 1 << 13,

    /// <summary>A form of a verb of saying.</summary>
    Cue = 1 << 14,

    /// <summary>Another thing that a dictionary or a table has by name, or a word that shows one.</summary>
    Thing = 1 << 15,
}

/// <summary>What the places of a report where a word stands tell of it, taken together.</summary>
[Flags]
internal enum WordEvidence : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It stands in small letters somewhere.</summary>
    Small = 1,

    /// <summary>It has a capital inside a sentence.</summary>
    CapitalInside = 1 << 1,

    /// <summary>It stands behind a title.</summary>
    AfterTitle = 1 << 2,

    /// <summary>It stands behind a first name.</summary>
    AfterFirstName = 1 << 3,

    /// <summary>It is a first name's neighbour or stands before a surname that is one.</summary>
    BeforeCapital = 1 << 4,

    /// <summary>A verb of saying stands beside it.</summary>
    BesideCue = 1 << 5,

    /// <summary>A word such as "the" stands before it.</summary>
    AfterDeterminer = 1 << 6,

    /// <summary>A preposition stands before it.</summary>
    AfterPreposition = 1 << 7,

    /// <summary>It is in a run of capitals that ends with a word which shows an organisation.</summary>
    WithOrganisationWord = 1 << 8,

    /// <summary>It is in a run of capitals that ends with a word which shows a place.</summary>
    WithPlaceWord = 1 << 9,

    /// <summary>A comma and the name of a country or a city stand behind it.</summary>
    BeforePlace = 1 << 10,

    /// <summary>It owns something.</summary>
    Possessive = 1 << 11,

    /// <summary>It stands alone between brackets, as short forms do that a report explains.</summary>
    Bracketed = 1 << 12,

    /// <summary>It stands with a capital more than twice.</summary>
    Often = 1 << 13,
}

namespace Stemma.Languages;

/// <summary>What a closed-class word can be; a word may be several.</summary>
[Flags]
internal enum WordClass : long
{
    None = 0,
    Subject = 1,
    PersonM = 1 << 1,
    PersonF = 1 << 2,
    Plural = 1 << 3,
    Thing = 1 << 4,
    Determiner = 1 << 5,
    Preposition = 1 << 6,
    Conjunction = 1 << 7,
    Coordinator = 1 << 8,
    Relative = 1 << 9,
    Auxiliary = 1 << 10,
    Be = 1 << 11,
    Negation = 1 << 12,
    Adverb = 1 << 13,
    Modal = 1 << 14,
    Time = 1 << 15,
    Clause = 1 << 16,
    Joint = 1 << 17,

    /// <summary>Ties what follows to the noun before it: "of", "for", "at".</summary>
    Tail = 1 << 18,

    /// <summary>The tie that makes one phrase of two nouns: "of".</summary>
    Of = 1 << 19,

    /// <summary>Opens a clause about the noun before it: "who", "which".</summary>
    Antecedent = 1 << 20,

    /// <summary>Stands before the base form of a verb: "to".</summary>
    Infinitive = 1 << 21,

    /// <summary>Stands for two at once: "both".</summary>
    Pair = 1 << 22,

    /// <summary>Gives a clause without a finite verb its subject: "with".</summary>
    With = 1 << 23,

    /// <summary>Names who does what a passive verb says: "by".</summary>
    Agent = 1 << 24,

    /// <summary>Opens a quotation after its verb: "that", "as".</summary>
    Opener = 1 << 25,

    /// <summary>Opens a phrase of time: "on", "late".</summary>
    TimeOpener = 1 << 26,

    /// <summary>The article of a thing known: "the".</summary>
    Definite = 1 << 27,

    /// <summary>The speaker of the whole text: "I", "we".</summary>
    Narrator = 1 << 28,

    /// <summary>A day of the week.</summary>
    Weekday = 1 << 29,

    /// <summary>A verb that a clause follows without "that": "said".</summary>
    Bare = 1 << 30,

    /// <summary>Stands small inside names of bodies: "of", "for".</summary>
    InName = 1L << 31,

    /// <summary>Brings in what talk or thought is about: "about", "regarding".</summary>
    Topic = 1L << 32,

    /// <summary>Stands before a number that is not exact: "about", "nearly".</summary>
    About = 1L << 33,

    /// <summary>Opens a question that somebody asks or answers: "whether", "how".</summary>
    Question = 1L << 34,
}

/// <summary>What a verb form does with the words beside it.</summary>
internal enum CueClass
{
    /// <summary>It gives speech: "said".</summary>
    Say,

    /// <summary>It names or judges a thing with the speaker's word: "called it".</summary>
    Name,

    /// <summary>It tells a thought: "believes".</summary>
    Think,

    /// <summary>It gives the speech of somebody else: "quoted him as saying".</summary>
    Relay,

    /// <summary>A way of speaking or a gesture, a cue only right beside the words: "smiled".</summary>
    Manner,
}

/// <summary>The form of a verb.</summary>
[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,
    Third = 1 << 1,
    Past = 1 << 2,
    Participle = 1 << 3,
    Ing = 1 << 4,
}

/// <summary>A form of a verb that gives somebody's words.</summary>
/// <param name="Lemma">The verb's base form.</param>
/// <param name="Class">What it does.</param>
/// <param name="Form">All forms that are spelt so.</param>
internal readonly record struct CueForm(string Lemma, CueClass Class, VerbForm Form)
{
    /// <summary>True where the spelling can be one of these forms.</summary>
    public bool Is(VerbForm forms) => (Form & forms) != VerbForm.None;
}

/// <summary>Whom a title or role can stand for.</summary>
/// <param name="Gender">'m', 'f' or '-' for either.</param>
/// <param name="Group">Roles of one group can name one office holder; "-" for none.</param>
internal readonly record struct Role(char Gender, string Group);

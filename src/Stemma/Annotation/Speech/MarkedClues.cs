namespace Stemma.Annotation.Speech;

/// <summary>What can be seen of a marked stretch that tells for or against its being somebody's words.</summary>
[Flags]
internal enum MarkedClues : long
{
    None = 0,

    /// <summary>One word inside the marks.</summary>
    OneWord = 1L << 0,

    /// <summary>Two words.</summary>
    TwoWords = 1L << 1,

    /// <summary>Four to seven words.</summary>
    FewWords = 1L << 2,

    /// <summary>Eight words or more.</summary>
    ManyWords = 1L << 3,

    /// <summary>Holds a word that only clauses have: a subject pronoun, a finite verb of the closed class.</summary>
    Clause = 1L << 4,

    /// <summary>Ends with a full stop, a question mark, an exclamation mark inside the marks.</summary>
    StopInside = 1L << 5,

    /// <summary>Every word of weight has a capital, two at least: “The Long Way Home”.</summary>
    TitleCase = 1L << 6,

    /// <summary>One word with a capital where no sentence starts.</summary>
    LoneCapital = 1L << 7,

    /// <summary>A colon leads to it.</summary>
    AfterColon = 1L << 8,

    /// <summary>A dash leads to it.</summary>
    AfterDash = 1L << 9,

    /// <summary>"that" or "as" leads to it, and somebody speaks in the sentence.</summary>
    AfterOpener = 1L << 10,

    /// <summary>A possessive leads to it: "the network’s “…”".</summary>
    AfterOwner = 1L << 11,

    /// <summary>A preposition leads to it.</summary>
    AfterPreposition = 1L << 12,

    /// <summary>A form of "be" leads to it, and somebody speaks in the sentence.</summary>
    AfterBe = 1L << 13,

    /// <summary>A noun for works leads to it: "the novel “…”".</summary>
    AfterWorkNoun = 1L << 14,

    /// <summary>Words that give a name lead to it: "titled", "nicknamed", "so-called".</summary>
    AfterNaming = 1L << 15,

    /// <summary>A word of an open class goes on right after the marks: "a “hidden” charge".</summary>
    BeforeNoun = 1L << 16,

    /// <summary>Stands between two parts of a name: Robert “Bob” Smith.</summary>
    InsideName = 1L << 17,

    /// <summary>A cue or a source gives the words to somebody.</summary>
    Attributed = 1L << 18,

    /// <summary>The cue stands right beside the marks.</summary>
    CueBeside = 1L << 19,

    /// <summary>There is a cue but no speaker: "was described as “…”".</summary>
    NoSpeaker = 1L << 20,

    /// <summary>The sentence has a cue verb that gives the words to nobody.</summary>
    CueInSentence = 1L << 21,

    /// <summary>The sentence has a noun that carries words, and no cue verb.</summary>
    SpeechNounInSentence = 1L << 22,

    /// <summary>Joined to a stretch before it that is a quotation: "“…” and “…”".</summary>
    JoinedToQuoted = 1L << 23,

    /// <summary>Joined to a stretch before it that is none.</summary>
    JoinedToUnquoted = 1L << 24,

    /// <summary>Nothing else stands in its sentence.</summary>
    WholeSentence = 1L << 25,

    /// <summary>Nothing else stands in its paragraph, and that is a heading.</summary>
    Heading = 1L << 26,

    /// <summary>The same few words are marked elsewhere in the report.</summary>
    Repeated = 1L << 27,

    /// <summary>The closing mark is missing, and the next paragraph does not go on with it.</summary>
    Unclosed = 1L << 28,

    /// <summary>Its line is code or data: print("…").</summary>
    InCode = 1L << 29,

    /// <summary>A sentence with other words in it and none for speech, and no quotation right before.</summary>
    NoCue = 1L << 30,
}

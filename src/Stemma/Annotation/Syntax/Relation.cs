namespace Stemma.Annotation.Syntax;

/// <summary>How a word depends on its head: relations of Universal Dependencies (universaldependencies.org/u/dep), some joined.</summary>
public enum Relation : byte
{
    /// <summary>Subject of an active clause ("nsubj", "nsubj:outer").</summary>
    Subject,

    /// <summary>Subject of a passive clause ("nsubj:pass").</summary>
    PassiveSubject,

    /// <summary>A clause as subject ("csubj").</summary>
    ClauseSubject,

    /// <summary>Object ("obj").</summary>
    Object,

    /// <summary>Indirect object ("iobj").</summary>
    IndirectObject,

    /// <summary>A phrase beside a verb or adjective ("obl").</summary>
    Oblique,

    /// <summary>Who acts in a passive clause ("obl:agent").</summary>
    Agent,

    /// <summary>An adverbial clause ("advcl").</summary>
    AdverbialClause,

    /// <summary>A clause beside a noun ("acl").</summary>
    NounClause,

    /// <summary>A relative clause ("acl:relcl").</summary>
    RelativeClause,

    /// <summary>A clause that the verb needs, with a subject of its own ("ccomp").</summary>
    ClauseComplement,

    /// <summary>A clause that the verb needs, without a subject ("xcomp").</summary>
    OpenComplement,

    /// <summary>Auxiliary ("aux").</summary>
    Auxiliary,

    /// <summary>Auxiliary of the passive ("aux:pass").</summary>
    PassiveAuxiliary,

    /// <summary>Copula ("cop").</summary>
    Copula,

    /// <summary>The word that opens a clause ("mark").</summary>
    Marker,

    /// <summary>Preposition, or the ending of a possessive ("case").</summary>
    Case,

    /// <summary>Determiner ("det").</summary>
    Determiner,

    /// <summary>Adjective ("amod").</summary>
    Adjective,

    /// <summary>Adverb ("advmod").</summary>
    Adverb,

    /// <summary>A phrase beside a noun ("nmod").</summary>
    NounPhrase,

    /// <summary>Whose it is ("nmod:poss").</summary>
    Possessor,

    /// <summary>Number ("nummod").</summary>
    Number,

    /// <summary>Apposition ("appos").</summary>
    Apposition,

    /// <summary>A part of a compound ("compound").</summary>
    Compound,

    /// <summary>The particle of a verb ("compound:prt").</summary>
    Particle,

    /// <summary>A further part of a name or of a fixed expression ("flat", "fixed", "goeswith").</summary>
    Flat,

    /// <summary>A further member of a coordination ("conj").</summary>
    Conjunct,

    /// <summary>Coordinating word ("cc").</summary>
    Coordinator,

    /// <summary>A clause put beside another ("parataxis").</summary>
    Parataxis,

    /// <summary>A subject that stands for nothing ("expl").</summary>
    Expletive,

    /// <summary>Anything else ("discourse", "vocative", "list", "dislocated", "dep" …).</summary>
    Other,

    /// <summary>Punctuation ("punct").</summary>
    Punctuation,

    /// <summary>The head of the sentence ("root").</summary>
    Root,
}

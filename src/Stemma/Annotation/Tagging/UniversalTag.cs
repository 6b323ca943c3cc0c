namespace Stemma.Annotation.Tagging;

/// <summary>A part of speech of Universal Dependencies (universaldependencies.org/u/pos).</summary>
public enum UniversalTag : byte
{
    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Preposition or postposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Common noun.</summary>
    Noun,

    /// <summary>Number.</summary>
    Num,

    /// <summary>Particle: a possessive ending, a negation, the mark of an infinitive.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation mark.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,

    /// <summary>What fits none of them: foreign words, broken pieces.</summary>
    X,
}

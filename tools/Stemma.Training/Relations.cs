using Stemma.Annotation.Syntax;

namespace Stemma.Training;

/// <summary>The relations of treebanks as the parser names them.</summary>
internal static class Relations
{
    /// <summary>The parser's relation for a treebank's.</summary>
    public static Relation Of(string relation) => relation switch
    {
        "nsubj:pass" => Relation.PassiveSubject,
        "obl:agent" => Relation.Agent,
        "acl:relcl" => Relation.RelativeClause,
        "aux:pass" => Relation.PassiveAuxiliary,
        "nmod:poss" => Relation.Possessor,
        "compound:prt" => Relation.Particle,
        _ => relation.Split(':')[0] switch
        {
            "nsubj" => Relation.Subject,
            "csubj" => Relation.ClauseSubject,
            "obj" => Relation.Object,
            "iobj" => Relation.IndirectObject,
            "obl" => Relation.Oblique,
            "advcl" => Relation.AdverbialClause,
            "acl" => Relation.NounClause,
            "ccomp" => Relation.ClauseComplement,
            "xcomp" => Relation.OpenComplement,
            "aux" => Relation.Auxiliary,
            "cop" => Relation.Copula,
            "mark" => Relation.Marker,
            "case" => Relation.Case,
            "det" => Relation.Determiner,
            "amod" => Relation.Adjective,
            "advmod" => Relation.Adverb,
            "nmod" => Relation.NounPhrase,
            "nummod" => Relation.Number,
            "appos" => Relation.Apposition,
            "compound" => Relation.Compound,
            "flat" or "fixed" or "goeswith" => Relation.Flat,
            "conj" => Relation.Conjunct,
            "cc" => Relation.Coordinator,
            "parataxis" => Relation.Parataxis,
            "expl" => Relation.Expletive,
            "punct" => Relation.Punctuation,
            "root" => Relation.Root,
            _ => Relation.Other,
        },
    };
}

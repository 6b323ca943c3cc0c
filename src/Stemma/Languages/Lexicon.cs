namespace Stemma.Languages;

/// <summary>What is known of the words of a language: stems, synonyms, sister terms, stop words.</summary>
/// <remarks>Words are given folded to lower case. Immutable, safe to share between threads.</remarks>
public sealed class Lexicon
{
    /// <summary>The English lexicon.</summary>
    public static Lexicon English { get; } = new();

    /// <summary>The word without its inflection: two forms of one word have one stem.</summary>
    public string Stem(string word) => word;

    /// <summary>True for words that are in every text and tell nothing of its content.</summary>
    public bool IsStopWord(string word) => false;

    /// <summary>True where the two words can stand for each other in some sense.</summary>
    public bool AreSynonyms(string a, string b) => false;

    /// <summary>True where the two words name different kinds of one thing, as "lunch" and "dinner" do.</summary>
    public bool AreSisters(string a, string b) => false;
}

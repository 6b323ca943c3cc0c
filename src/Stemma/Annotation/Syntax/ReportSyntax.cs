using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Annotation.Syntax;

/// <summary>The words of a report with their parts of speech, and the trees of those of its sentences that somebody asks for.</summary>
internal sealed class ReportSyntax
{
    private readonly string _text;
    private readonly TaggedWord[] _words;
    private readonly WordFacts[] _facts;
    private readonly int[] _firstWords;
    private readonly SentenceTree?[] _trees;

    /// <summary>Tags the report; linear in its length.</summary>
    public ReportSyntax(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        _text = text;
        (_words, _facts, int[] ends) = WordTagger.Tag(text, tokens, sentences);
        _firstWords = new int[sentences.Count + 1];
        ends.CopyTo(_firstWords, 1);
        _trees = new SentenceTree[sentences.Count];
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<TaggedWord> Words => _words;

    /// <summary>What is known of each word whatever stands beside it.</summary>
    public ReadOnlySpan<WordFacts> Facts => _facts;

    /// <summary>The first word of a sentence, in the report; also of the place after the last sentence.</summary>
    public int FirstWord(int sentence) => _firstWords[sentence];

    /// <summary>The tree of a sentence; parsed when it is first asked for.</summary>
    public SentenceTree Tree(int sentence) => _trees[sentence] ??= Parse(_firstWords[sentence], _firstWords[sentence + 1]);

    /// <summary>The trees of a sentence: one, or where it has more words than the parser reads at once, one for each piece of so many words.</summary>
    public IEnumerable<SentenceTree> Trees(int sentence)
    {
        int end = _firstWords[sentence + 1];
        if (end - _firstWords[sentence] <= DependencyParser.LongestSentence)
        {
            yield return Tree(sentence);
            yield break;
        }
        for (int from = _firstWords[sentence]; from < end; from += DependencyParser.LongestSentence)
            yield return Parse(from, Math.Min(end, from + DependencyParser.LongestSentence));
    }

    private SentenceTree Parse(int first, int end)
    {
        ReadOnlySpan<TaggedWord> words = _words.AsSpan(first..end);
        var facts = new SyntaxWord[words.Length];
        for (int i = 0; i < facts.Length; i++)
            facts[i] = SyntaxWord.Of(in _facts[first + i], words[i].Span.Over(_text), words[i].Tag);
        var heads = new int[words.Length];
        var relations = new Relation[words.Length];
        for (int from = 0, to; from < words.Length; from = to)
        {
            to = PieceEnd(words, from);
            DependencyParser.English.Parse(facts.AsSpan(from..to), heads.AsSpan(from..to), relations.AsSpan(from..to));
            for (int i = from; i < to; i++)
                heads[i] += from;
        }
        return new SentenceTree(first, heads, relations);
    }

    // A report's sentence goes on over the sentences inside its quotation marks; treebanks have a tree for each of them.
    private int PieceEnd(ReadOnlySpan<TaggedWord> words, int from)
    {
        for (int i = from; i + 1 < words.Length; i++)
        {
            if (words[i].Tag == UniversalTag.Punct && _text[words[i].Span.Start] is '.' or '!' or '?' && char.IsUpper(_text[words[i + 1].Span.Start]) && i > from)
                return i + 1;
        }
        return words.Length;
    }
}

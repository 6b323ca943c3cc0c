using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>The dependency tree of one sentence. Words are numbered from 0 in the sentence.</summary>
internal sealed class SentenceTree
{
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly int[] _first;
    private readonly int[] _last;

    /// <summary>Makes the tree.</summary>
    /// <param name="firstWord">The index of the first word in the report.</param>
    /// <param name="heads">For each word its head; its own index for the head of the sentence.</param>
    /// <param name="relations">For each word its relation to its head.</param>
    public SentenceTree(int firstWord, int[] heads, Relation[] relations)
    {
        (FirstWord, _heads, _relations) = (firstWord, heads, relations);
        _first = new int[heads.Length];
        _last = new int[heads.Length];
        for (int i = 0; i < heads.Length; i++)
            _first[i] = _last[i] = i;
        // Trees are projective but for the words that are left for the root: each word widens all above it.
        for (int i = 0; i < heads.Length; i++)
        {
            for (int w = i; heads[w] != w && (_first[heads[w]] > i || _last[heads[w]] < i); w = heads[w])
            {
                _first[heads[w]] = Math.Min(_first[heads[w]], i);
                _last[heads[w]] = Math.Max(_last[heads[w]], i);
            }
        }
    }

    /// <summary>The index of the first word in the report.</summary>
    public int FirstWord { get; }

    /// <summary>The number of words.</summary>
    public int Count => _heads.Length;

    /// <summary>The head of a word; the word itself where it is the head of the sentence.</summary>
    public int Head(int word) => _heads[word];

    /// <summary>The relation of a word to its head.</summary>
    public Relation Relation(int word) => _relations[word];

    /// <summary>The first of all words below this one.</summary>
    public int First(int word) => _first[word];

    /// <summary>The last of all words below this one.</summary>
    public int Last(int word) => _last[word];

    /// <summary>The first dependent with this relation, -1 where there is none.</summary>
    public int Child(int word, Relation relation)
    {
        for (int i = _first[word]; i <= _last[word]; i++)
        {
            if (_heads[i] == word && i != word && _relations[i] == relation)
                return i;
        }
        return -1;
    }

    /// <summary>The dependents, in text order.</summary>
    public Dependents Children(int word) => new(this, word);

    /// <summary>True where <paramref name="below"/> is the word or stands somewhere below it.</summary>
    public bool Holds(int word, int below)
    {
        for (int w = below; ; w = _heads[w])
        {
            if (w == word)
                return true;
            if (_heads[w] == w)
                return false;
        }
    }

    /// <summary>The dependents of a word, walked without allocation.</summary>
    public struct Dependents(SentenceTree tree, int word)
    {
        private int _next = tree._first[word];

        /// <summary>The dependent that the walk is at.</summary>
        public int Current { get; private set; }

        /// <summary>The walk itself.</summary>
        public readonly Dependents GetEnumerator() => this;

        /// <summary>Goes to the next; false behind the last.</summary>
        public bool MoveNext()
        {
            while (_next <= tree._last[word])
            {
                Current = _next++;
                if (Current != word && tree._heads[Current] == word)
                    return true;
            }
            return false;
        }
    }
}

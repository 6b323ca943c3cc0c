using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.Languages;

namespace Stemma.Comparison.Passages;

/// <summary>The words of one story as numbers, and how much each tells: a word in few segments of the story tells more.</summary>
/// <remarks>
/// Filled while the texts are folded, one after the other; safe to share after <see cref="Weigh"/>. The numbers never reach a
/// result. After <see cref="Restart"/> it serves the next story: what is known of a word stays, what was counted goes.
/// </remarks>
internal sealed class StoryVocabulary
{
    /// <summary>The weight of a word in a single segment is at most this: one odd word must not carry a match.</summary>
    private const double HeaviestWord = 4;

    /// <summary>The weight of stop words and of words that are everywhere.</summary>
    public const double LightestWord = 0.15;

    /// <summary>The part of the story in the mixture of <see cref="Information"/>, 0 to 1; by how well it told the older of two wordings.</summary>
    private const double StoryShare = 0.1;

    private readonly Lexicon _lexicon;
    private readonly RecentWords _recent = new();
    private readonly Dictionary<string, FoldedWord> _looked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoldedWord>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<string> _wordTexts = [];
    private readonly List<bool?> _isStopWord = [];
    private readonly List<StemUse> _uses = [];
    private readonly List<int> _used = [];
    private int[] _segmentsWith = [];
    private int[] _seenIn = [];
    private double[] _weights = [];
    private WordSenses?[] _senses = [];
    private readonly Dictionary<int, StyleTrait> _traits = [];
    private IReadOnlyList<ComparedText>? _uncounted;
    private int[] _timesInStory = [];
    private int _wordsInStory;
    private int _story;

    public StoryVocabulary(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _byLetters = _looked.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many words it knows of all stories; who keeps it for long starts anew from some size on.</summary>
    public int Count => _looked.Count + _words.Count;

    /// <summary>How many stems it knows of all stories; each has a number below.</summary>
    public int StemCount => _uses.Count;

    /// <summary>Forgets the counts of the story before; the numbers of words stay.</summary>
    public void Restart()
    {
        _story++;
        _used.Clear();
    }

    /// <summary>What is known of a word as it is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FoldedWord Look(ReadOnlySpan<char> letters)
    {
        // No folded form depends on what follows.
        if (letters.Length > HouseStyle.LongestWord)
            letters = letters[..HouseStyle.LongestWord];
        if (!_recent.TryGet(letters, out FoldedWord word))
            _recent.Set(letters, word = LookUp(letters));
        if (word.Stem >= 0 && _uses[word.Stem].Story != _story)
            Use(word.Stem, word.Word);
        return word;
    }

    private FoldedWord LookUp(ReadOnlySpan<char> letters)
    {
        if (!_byLetters.TryGetValue(letters, out FoldedWord word))
        {
            string folded = HouseStyle.Fold(letters);
            if (folded.Length == 0)
            {
                word = FoldedWord.Nothing;
            }
            else
            {
                // Most words are written as they are folded.
                int number = Word(folded);
                bool isFolded = letters.SequenceEqual(folded) && !letters.ContainsAnyExceptInRange('a', 'z');
                word = new FoldedWord(folded, number, isFolded ? number : Word(HouseStyle.Form(letters)), StemOf(folded), HouseStyle.StartsPair(folded));
            }
            _byLetters[letters] = word;
        }
        return word;
    }

    /// <summary>The number of a folded word.</summary>
    public int Word(string folded)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, folded, out bool isKnown);
        if (!isKnown)
        {
            number = _wordTexts.Count;
            _wordTexts.Add(folded);
            _isStopWord.Add(null);
        }
        return number;
    }

    /// <summary>The number of the stem of a folded word.</summary>
    public int Stem(string folded)
    {
        int stem = StemOf(folded);
        Use(stem, Word(folded));
        return stem;
    }

    private int StemOf(string folded)
    {
        string stem = _lexicon.Stem(folded);
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem, out bool isKnown);
        if (!isKnown)
        {
            number = _uses.Count;
            _uses.Add(new StemUse(-1, -1, false));
        }
        return number;
    }

    // The first word of the story with this stem stands for it, so that no story depends on those before it.
    private void Use(int stem, int word)
    {
        if (_uses[stem].Story == _story)
            return;
        bool isStopWord = _isStopWord[word] ??= _lexicon.IsStopWord(_wordTexts[word]);
        _uses[stem] = new StemUse(_story, word, isStopWord);
        _used.Add(stem);
    }

    /// <summary>Gives every stem its weight, once all texts are folded.</summary>
    public void Weigh(IReadOnlyList<ComparedText> texts)
    {
        if (_weights.Length < _uses.Count)
        {
            _weights = new double[_uses.Count * 2];
            _segmentsWith = new int[_uses.Count * 2];
            _seenIn = new int[_uses.Count * 2];
        }
        if (_senses.Length < _wordTexts.Count)
            Array.Resize(ref _senses, _wordTexts.Count * 2);
        _uncounted = texts;
        foreach (int stem in _used)
            _segmentsWith[stem] = _seenIn[stem] = 0;
        int segments = 0;
        foreach (ComparedText text in texts)
        {
            foreach (Segment segment in text.Segments)
            {
                segments++;
                foreach (int stem in text.Stems.AsSpan(segment.First, segment.Count))
                {
                    if (_seenIn[stem] == segments)
                        continue;
                    _seenIn[stem] = segments;
                    _segmentsWith[stem]++;
                }
            }
        }
        foreach (int stem in _used)
        {
            _weights[stem] = _uses[stem].IsStopWord
                ? LightestWord
                : Math.Clamp(Math.Log((segments + 1.0) / (_segmentsWith[stem] + 0.5)), LightestWord, HeaviestWord);
        }
    }

    /// <summary>How much the stem tells, more than 0 and at most 4.</summary>
    public double Weight(int stem) => _weights[stem];

    /// <summary>
    /// In bits: how much it tells that a word stands in the story's texts, by how common it is in the language and in the story
    /// (a mixture of two unigram models). Only after <see cref="Weigh"/>; not for several threads.
    /// </summary>
    public double Information(int word)
    {
        if (_uncounted is { } texts)
            CountWords(texts);
        double inStory = _wordsInStory == 0 ? 0 : (double)_timesInStory[word] / _wordsInStory;
        return -Math.Log2(((1 - StoryShare) * WordCounts.English.ShareOf(_wordTexts[word])) + (StoryShare * inStory));
    }

    // Only when it is asked for: who compares many pairs never does.
    private void CountWords(IReadOnlyList<ComparedText> texts)
    {
        (_uncounted, _timesInStory, _wordsInStory) = (null, new int[_wordTexts.Count], 0);
        foreach (ComparedText text in texts)
        {
            _wordsInStory += text.Words.Length;
            foreach (int word in text.Words)
                _timesInStory[word]++;
        }
    }

    /// <summary>How a word is written where houses differ by rule. Not for several threads.</summary>
    /// <param name="form">The number of a form.</param>
    public StyleTrait TraitOf(int form)
    {
        if (!_traits.TryGetValue(form, out StyleTrait trait))
            _traits.Add(form, trait = HouseStyle.TraitOf(_wordTexts[form]));
        return trait;
    }

    /// <summary>The senses of the stem's word: stems that share one may stand for each other. Only after <see cref="Weigh"/>.</summary>
    public WordSenses Senses(int stem)
    {
        int word = _uses[stem].Word;
        // Two threads may both work it out; both find the same.
        WordSenses? senses = Volatile.Read(ref _senses[word]);
        if (senses is null)
            Volatile.Write(ref _senses[word], senses = WordSenses.Of(_lexicon.SenseGroups(_wordTexts[word])));
        return senses;
    }

    /// <summary>True where the stem's word is in every text.</summary>
    public bool IsStopWord(int stem) => _uses[stem].IsStopWord;

    /// <summary>True where the stem's word begins with a digit.</summary>
    public bool IsNumber(int stem) => char.IsAsciiDigit(_wordTexts[_uses[stem].Word][0]);

    /// <summary>True where the two may stand for each other. Only after <see cref="Weigh"/>.</summary>
    public bool AreSynonyms(int stem, int other) => Senses(stem).Share(Senses(other));

    /// <summary>What the story in hand makes of a stem.</summary>
    /// <param name="Story">The story that used it last.</param>
    /// <param name="Word">The number of that story's first word with the stem.</param>
    /// <param name="IsStopWord">True where that word is in every text.</param>
    private readonly record struct StemUse(int Story, int Word, bool IsStopWord);
}

/// <summary>A word as it is compared.</summary>
/// <param name="Folded">In one case and house style; empty where nothing is left of it.</param>
/// <param name="Word">The number of the folded word.</param>
/// <param name="Form">The number of the word as it is written but for case.</param>
/// <param name="Stem">The number of its stem.</param>
/// <param name="StartsPair">True where it folds to one with some word after it, as "per" does with "cent".</param>
internal readonly record struct FoldedWord(string Folded, int Word, int Form, int Stem, bool StartsPair)
{
    /// <summary>What is left of a lone apostrophe.</summary>
    public static FoldedWord Nothing { get; } = new("", -1, -1, -1, false);
}

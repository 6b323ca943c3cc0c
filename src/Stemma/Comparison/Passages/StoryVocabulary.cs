using Stemma.Languages;

namespace Stemma.Comparison.Passages;

/// <summary>The words of one story as numbers, and how much each tells: a word in few segments of the story tells more.</summary>
/// <remarks>Filled while the texts are folded, one after the other; read-only after <see cref="Weigh"/>. The numbers never reach a result.</remarks>
internal sealed class StoryVocabulary(Lexicon lexicon)
{
    /// <summary>The weight of a word in a single segment is at most this: one odd word must not carry a match.</summary>
    private const double HeaviestWord = 4;

    /// <summary>The weight of stop words and of words that are everywhere.</summary>
    private const double LightestWord = 0.15;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<string> _stemTexts = [];
    private readonly List<bool> _stop = [];
    private double[] _weights = [];

    /// <summary>The number of a folded word.</summary>
    public int Word(string folded)
    {
        if (!_words.TryGetValue(folded, out int number))
            _words.Add(folded, number = _words.Count);
        return number;
    }

    /// <summary>The number of the stem of a folded word.</summary>
    public int Stem(string folded)
    {
        string stem = lexicon.Stem(folded);
        if (!_stems.TryGetValue(stem, out int number))
        {
            _stems.Add(stem, number = _stems.Count);
            _stemTexts.Add(folded);
            _stop.Add(lexicon.IsStopWord(folded));
        }
        return number;
    }

    /// <summary>Gives every stem its weight, once all texts are folded.</summary>
    public void Weigh(IReadOnlyList<ComparedText> texts)
    {
        var segmentsWith = new int[_stems.Count];
        var seenIn = new int[_stems.Count];
        int segments = 0;
        foreach (ComparedText text in texts)
        {
            foreach (Segment segment in text.Segments)
            {
                segments++;
                for (int i = segment.First; i < segment.End; i++)
                {
                    int stem = text.Stems[i];
                    if (seenIn[stem] == segments)
                        continue;
                    seenIn[stem] = segments;
                    segmentsWith[stem]++;
                }
            }
        }
        _weights = new double[_stems.Count];
        for (int i = 0; i < _weights.Length; i++)
        {
            double rarity = Math.Log((segments + 1.0) / (segmentsWith[i] + 0.5));
            _weights[i] = _stop[i] ? LightestWord : Math.Clamp(rarity, LightestWord, HeaviestWord);
        }
    }

    /// <summary>How much the stem tells, more than 0 and at most 4.</summary>
    public double Weight(int stem) => _weights[stem];

    /// <summary>True where the two words may stand for each other.</summary>
    public bool AreSynonyms(int stemA, int stemB) => lexicon.AreSynonyms(_stemTexts[stemA], _stemTexts[stemB]);

    /// <summary>True for the stems of stop words.</summary>
    public bool IsStopWord(int stem) => _stop[stem];

    /// <summary>True where the stem begins with a digit.</summary>
    public bool IsNumber(int stem) => char.IsDigit(_stemTexts[stem][0]);
}

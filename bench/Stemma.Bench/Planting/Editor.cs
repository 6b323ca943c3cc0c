namespace Stemma.Bench.Planting;

/// <summary>What a copying outlet does to sentences.</summary>
internal sealed class Editor(Chance chance, Grammar grammar)
{
    private int _versions;

    /// <summary>The number of a new wording.</summary>
    public int NewVersion() => _versions++;

    /// <summary>The first sentences only: what an outlet with little room keeps.</summary>
    public IReadOnlyList<PlantedSentence> CutTail(IReadOnlyList<PlantedSentence> text)
    {
        int kept = Math.Max(Math.Min(4, text.Count), text.Count * chance.Between(35, 85) / 100);
        return [.. text.Take(kept)];
    }

    /// <summary>A part of the sentences, from all over the text.</summary>
    public IReadOnlyList<PlantedSentence> Thin(IReadOnlyList<PlantedSentence> text) => [.. text.Where((_, i) => i == 0 || !chance.Is(0.3))];

    /// <summary>Small changes in some sentences; now and then one is left out.</summary>
    public IReadOnlyList<PlantedSentence> Edit(IReadOnlyList<PlantedSentence> text) =>
        [.. text.Where((_, i) => i < 2 || !chance.Is(0.08)).Select(s => chance.Is(0.45) ? Change(s, words: 0.12, move: 0.1) : s)];

    /// <summary>Nearly every sentence said in other words, clauses moved.</summary>
    public IReadOnlyList<PlantedSentence> Reword(IReadOnlyList<PlantedSentence> text) =>
        [.. text.Where((_, i) => i < 2 || !chance.Is(0.12)).Select(s => chance.Is(0.85) ? Change(s, words: 0.75, move: 0.5) : s)];

    private PlantedSentence Change(PlantedSentence sentence, double words, double move)
    {
        bool speech = sentence.Speaker.Length > 0;
        PlantedSentence changed = sentence with
        {
            // What stands inside marks is kept by most editors.
            Core = speech && !chance.Is(0.2) ? sentence.Core : Substitute(sentence.Core, words),
            Trail = Substitute(sentence.Trail, words),
            TrailFirst = chance.Is(move) ? !sentence.TrailFirst : sentence.TrailFirst,
            SpeakerFirst = chance.Is(move) ? !sentence.SpeakerFirst : sentence.SpeakerFirst,
            Cue = chance.Is(move) ? grammar.Expand("{cue}") : sentence.Cue,
        };
        if (!speech && sentence.Trail.Length > 0 && chance.Is(move * 0.3))
            changed = changed with { Trail = "" };
        return changed.Text == sentence.Text ? sentence : changed with { Version = NewVersion() };
    }

    private string Substitute(string text, double probability)
    {
        string[] words = text.Split(' ');
        var result = new List<string>();
        for (int i = 0; i < words.Length; i++)
        {
            int taken = 0;
            for (int length = Math.Min(grammar.LongestSynonym, words.Length - i); length > 0 && taken == 0; length--)
            {
                string last = words[i + length - 1].TrimEnd(',');
                string phrase = string.Join(' ', words[i..(i + length - 1)].Append(last));
                if (grammar.Synonym(phrase) is not { } other || !chance.Is(probability))
                    continue;
                result.Add(other + words[i + length - 1][last.Length..]);
                taken = length;
            }
            if (taken == 0)
                result.Add(words[i]);
            else
                i += taken - 1;
        }
        return string.Join(' ', result);
    }
}

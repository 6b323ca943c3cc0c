using System.Globalization;

namespace Stemma.Bench.Planting;

/// <summary>Plants a story: originals of invented sentences, and copies of them and of one another by known edits.</summary>
/// <remarks>The same seed and mix give the same bytes. All words are the project's own (grammar.tsv).</remarks>
internal sealed class StoryPlanter
{
    /// <summary>In sentences.</summary>
    private const int ShortestSource = 14, LongestSource = 24;

    /// <summary>The part of sentences that are quotations.</summary>
    private const double Speech = 0.16;

    private readonly Chance _chance;
    private readonly Grammar _grammar;
    private readonly Editor _editor;
    private readonly StoryMix _mix;
    private readonly List<Draft> _drafts = [];
    private int _roots;

    private StoryPlanter(ulong seed, StoryMix mix)
    {
        _mix = mix;
        _chance = new Chance(seed);
        _grammar = new Grammar(_chance);
        _editor = new Editor(_chance, _grammar);
    }

    /// <summary>Plants a story.</summary>
    public static PlantedStory Plant(ulong seed, StoryMix mix) => new StoryPlanter(seed, mix).Plant();

    private PlantedStory Plant()
    {
        for (int i = 0; i < _mix.Sources; i++)
            _drafts.Add(new Draft { Sentences = Original(_chance.Between(ShortestSource, LongestSource)), IsLost = i < _mix.Lost, Agency = i < _mix.Lost || _chance.Is(0.3) ? _grammar.Expand("{agency}") : "", Day = _chance.Below(2) });
        int present = _mix.Sources - _mix.Lost, alone = (int)(_mix.Alone * _mix.Reports);
        for (int i = 0; i < alone && present < _mix.Reports; i++, present++)
            _drafts.Add(new Draft { Sentences = Original(_chance.Between(6, 16)), Day = _chance.Below(4), IsAlone = true });
        for (int i = 0; present < _mix.Reports; i++, present++)
            _drafts.Add(Copy(i < 3 * _mix.Lost ? i / 3 : -1));
        return Finish();
    }

    // The first copies go to the lost texts in turn, so that each has three children at least.
    private Draft Copy(int source)
    {
        int first = source >= 0 ? source : Parent();
        bool fromLost = _drafts[first].IsLost;
        var parents = new List<int> { first };
        IReadOnlyList<PlantedSentence> text = _drafts[first].Sentences;
        string mode;
        int kind = _chance.Below(1000);

        // Who prints a dispatch that is not kept prints a part of it: a whole reprint would stand for the dispatch.
        if (fromLost)
            text = _editor.Thin(text);
        if (kind < _mix.Reworded * 1000)
            (mode, text) = ("reworded", _editor.Reword(text));
        else if (kind < (_mix.Reworded + _mix.Edited) * 1000)
            (mode, text) = ("edited", _editor.Edit(text));
        else if (kind < (_mix.Reworded + _mix.Edited + _mix.Cut) * 1000 && text.Count > 6)
            (mode, text) = ("cut", _editor.CutTail(text));
        else
            mode = fromLost ? "cut" : "verbatim";
        int day = Math.Min(6, _drafts[first].Day + (_chance.Is(0.6) ? 1 : 0));
        if (!fromLost && _mix.Sources > 1 && _chance.Is(_mix.Merged))
        {
            int second = Parent();
            if (_drafts[second].Roots(_drafts, second).Intersect(_drafts[first].Roots(_drafts, first)).Any() || text.Count < 6)
                second = first;
            if (second != first)
            {
                parents.Add(second);
                text = [.. text.Take(text.Count * 2 / 3), .. _drafts[second].Sentences.Skip(1).Take(_chance.Between(5, 8))];
                mode = "merged";
                day = Math.Max(day, _drafts[second].Day);
            }
        }
        if (_chance.Is(_mix.OwnWords))
            text = [.. text, .. Original(2)];
        string agency = _chance.Is(0.7) ? _drafts[first].Agency : "";
        return new Draft { Sentences = text, Parents = parents, Day = day, Agency = agency, Mode = mode, Depth = _drafts[first].Depth + 1 };
    }

    // Few sources are copied by most; a copy is copied less often than its source.
    private int Parent()
    {
        while (true)
        {
            int source = Math.Min(_chance.Below(_mix.Sources), _chance.Below(_mix.Sources));
            int at = source;
            while (_chance.Is(_drafts[source].IsLost && at == source ? 0.8 : 0.45))
            {
                int[] children = [.. Enumerable.Range(0, _drafts.Count).Where(d => _drafts[d].Parents.Count > 0 && _drafts[d].Parents[0] == at)];
                if (children.Length == 0)
                    break;
                at = _chance.Of(children);
            }
            if (_drafts[at].Depth < _mix.Depth && (!_drafts[at].IsAlone || at < _mix.Sources))
                return at;
        }
    }

    private List<PlantedSentence> Original(int count)
    {
        var sentences = new List<PlantedSentence>();
        for (int i = 0; i < count; i++)
        {
            bool speech = i > 0 && _chance.Is(Speech);
            string[] parts = _grammar.Expand(speech ? "{speech}|" : "{sentence}").Split('|');
            sentences.Add(new PlantedSentence
            {
                Root = _roots++,
                Version = _editor.NewVersion(),
                Core = parts[0],
                Trail = parts[1],
                TrailFirst = _chance.Is(0.2),
                Speaker = speech ? _chance.Of(_grammar.Persons) : "",
                Cue = speech ? _grammar.Expand("{cue}") : "",
                SpeakerFirst = _chance.Is(0.25),
                EndsParagraph = _chance.Is(0.45),
            });
        }
        return sentences;
    }

    private PlantedStory Finish()
    {
        string[] names = new string[_drafts.Count];
        int lost = 0;

        // File names tell nothing of the order in which the reports were made.
        int[] numbers = [.. Enumerable.Range(0, _drafts.Count)];
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int j = _chance.Below(i + 1);
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }
        for (int d = 0; d < _drafts.Count; d++)
            names[d] = _drafts[d].IsLost ? string.Create(CultureInfo.InvariantCulture, $"lost{++lost}") : string.Create(CultureInfo.InvariantCulture, $"r{numbers[d]:0000}.txt");
        var reports = new List<PlantedReport>();
        for (int d = 0; d < _drafts.Count; d++)
        {
            if (!_drafts[d].IsLost)
                reports.Add(Report(d, names));
        }
        reports.Sort(static (x, y) => string.CompareOrdinal(x.File, y.File));
        return new PlantedStory(reports, [.. Enumerable.Range(0, _drafts.Count).Where(d => _drafts[d].IsLost)
            .Select(d => new PlantedLoss(names[d], [.. Children(d).Select(c => names[c]).Order(StringComparer.Ordinal)], IsKnowable(d)))]);
    }

    private int[] Children(int draft) => [.. Enumerable.Range(0, _drafts.Count).Where(c => _drafts[c].Parents.Contains(draft))];

    // Nobody can tell that a text is lost where one of the reports has all that the others took from it.
    private bool IsKnowable(int lost)
    {
        int[] children = Children(lost);
        return children.Length >= 2 && !children.Any(x => children.All(c => c == x || Taken(c, lost).All(_drafts[x].Versions.Contains)));
    }

    private int[] Taken(int child, int parent)
    {
        HashSet<int> roots = [.. _drafts[child].Sentences.Select(s => s.Root)];
        return [.. _drafts[parent].Sentences.Where(s => roots.Contains(s.Root)).Select(s => s.Version)];
    }

    private PlantedReport Report(int index, string[] names)
    {
        Draft draft = _drafts[index];
        var text = new System.Text.StringBuilder(Capital(_grammar.Expand("{headline}"))).Append("\n\n");
        var places = new List<(int, int, int)>();
        if (draft.Agency.Length > 0 && _chance.Is(0.5))
            text.Append(_grammar.Expand("{Place}").ToUpperInvariant()).Append(" (").Append(draft.Agency).Append(") – ");
        foreach (PlantedSentence sentence in draft.Sentences)
        {
            int start = text.Length;
            text.Append(sentence.Text);
            places.Add((start, text.Length, sentence.Root));
            text.Append(sentence.EndsParagraph ? "\n\n" : " ");
        }
        text.Length--;
        return new PlantedReport
        {
            File = names[index],
            Outlet = _grammar.Expand("{place} {outlet}"),
            Published = new DateOnly(2031, 3, 10).AddDays(draft.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Text = text.ToString().TrimEnd() + "\n",
            Mode = draft.Mode,
            Parents = [.. draft.Parents.Select(p => names[p])],
            AsGood = [.. draft.Parents.Select(p => AsGood(index, p).Select(x => names[x]).ToArray())],
            Origins = [.. draft.Roots(_drafts, index).Select(r => names[r]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Sentences = places,
        };
    }

    // Whoever has every sentence that was taken from the parent in the parent's own wording, and was not printed later.
    private IEnumerable<int> AsGood(int child, int parent)
    {
        int[] taken = Taken(child, parent);
        for (int d = 0; d < _drafts.Count; d++)
        {
            if (d != child && d != parent && !_drafts[d].IsLost && _drafts[d].Day <= _drafts[child].Day && !Descends(d, child) && taken.All(_drafts[d].Versions.Contains))
                yield return d;
        }
    }

    private bool Descends(int draft, int from)
    {
        var waiting = new Stack<int>([draft]);
        while (waiting.TryPop(out int at))
        {
            if (at == from)
                return true;
            foreach (int parent in _drafts[at].Parents)
                waiting.Push(parent);
        }
        return false;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

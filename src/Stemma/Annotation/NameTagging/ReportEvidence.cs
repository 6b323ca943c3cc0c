using System.Runtime.InteropServices;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>
/// Gathers what all places of a report where a word has a capital tell of that word, so that a clear place helps where a name stands
/// without a sign (context aggregation: Chieu and Ng 2002; Ratinov and Roth 2009, section 5).
/// </summary>
internal static class ReportEvidence
{
    /// <summary>In places: a word with so many is there "often".</summary>
    private const int OftenSeen = 3;

    private struct Seen
    {
        public WordEvidence Evidence;
        public int Places;
        public byte ToldSense, ToldCluster;
    }

    private const NameLists PlaceLists = NameLists.Country | NameLists.City | NameLists.Place;

    /// <summary>Writes the evidence into the words. Linear in their number.</summary>
    public static void Gather(TokenView view, NameWord[] words)
    {
        var seen = new Dictionary<uint, Seen>();
        foreach (Sentence sentence in view.Sentences)
        {
            int first = sentence.FirstToken, end = first + sentence.TokenCount;
            int capitals = 0, small = 0;
            for (int i = first; i < end; i++)
            {
                capitals += words[i].Capital ? 1 : 0;
                small += words[i].Facts.Case == LetterCase.Small ? 1 : 0;
            }
            // Lines of capitals tell little.
            if (capitals > small)
                continue;
            for (int i = first; i < end; i++)
            {
                if (!words[i].Capital)
                    continue;
                int stop = i + 1;
                while (stop < end && words[stop].Capital && !words[stop - 1].Possessive)
                    stop++;
                AddRun(view, words, first, end, i, stop, seen);
                i = stop - 1;
            }
        }
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Facts.Case != LetterCase.Small)
                continue;
            ref Seen entry = ref CollectionsMarshal.GetValueRefOrNullRef(seen, words[i].Facts.Word);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry))
                entry.Evidence |= WordEvidence.Small;
        }
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Capital && seen.TryGetValue(words[i].Facts.Word, out Seen entry))
            {
                words[i].Evidence = entry.Evidence | (entry.Places >= OftenSeen ? WordEvidence.Often : WordEvidence.None);
                (words[i].ToldSense, words[i].ToldCluster) = (entry.ToldSense, entry.ToldCluster);
            }
        }
    }

    private static void AddRun(TokenView view, NameWord[] words, int first, int end, int from, int to, Dictionary<uint, Seen> seen)
    {
        NameLists last = words[to - 1].Lists;
        int told = ExplainedBy(words, first, end, from, to);
        for (int i = from; i < to; i++)
        {
            var evidence = WordEvidence.None;
            if (i > first && (i > from || words[i - 1].Facts.IsMark is false || view.First(i - 1) is ',' or '('))
                evidence |= WordEvidence.CapitalInside;
            if (i > first && (words[i - 1].Lists & NameLists.Title) != NameLists.None)
                evidence |= WordEvidence.AfterTitle;
            if (i > from && (words[i - 1].Lists & (NameLists.Man | NameLists.Woman)) != NameLists.None)
                evidence |= WordEvidence.AfterFirstName;
            if (i + 1 < to)
                evidence |= WordEvidence.BeforeCapital;
            if ((to < end && (words[to].Lists & NameLists.Cue) != NameLists.None && words[to].Tag == UniversalTag.Verb) || (from > first && (words[from - 1].Lists & NameLists.Cue) != NameLists.None && words[from - 1].Tag == UniversalTag.Verb))
                evidence |= WordEvidence.BesideCue;
            if (from > first && words[from - 1].Tag == UniversalTag.Det)
                evidence |= WordEvidence.AfterDeterminer;
            if (from > first && words[from - 1].Tag == UniversalTag.Adp)
                evidence |= WordEvidence.AfterPreposition;
            if (to - from > 1 && (last & NameLists.Organisation) != NameLists.None)
                evidence |= WordEvidence.WithOrganisationWord;
            if (to - from > 1 && (last & NameLists.PlaceWord) != NameLists.None)
                evidence |= WordEvidence.WithPlaceWord;
            if (to + 1 < end && view.IsMark(to, ',') && (words[to + 1].Lists & PlaceLists) != NameLists.None)
                evidence |= WordEvidence.BeforePlace;
            if (words[i].Possessive)
                evidence |= WordEvidence.Possessive;
            if (to - from == 1 && from > first && to < end && view.IsMark(from - 1, '(') && view.IsMark(to, ')'))
                evidence |= WordEvidence.Bracketed;
            ref Seen entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, words[i].Facts.Word, out _);
            entry.Evidence |= evidence;
            entry.Places++;
            if (told >= 0 && entry.ToldCluster == 0)
                (entry.ToldSense, entry.ToldCluster) = (words[told].Sense, words[told].MiddleCluster);
        }
    }

    // The noun that tells what the run is: "the band Ostrand", "Ostrand, a band from Holm", "Ostrand is a Norwegian band"; -1 for none.
    private static int ExplainedBy(NameWord[] words, int first, int end, int from, int to)
    {
        if (to + 1 < end && (words[to].Facts.IsMark || words[to].Tag == UniversalTag.Aux) && words[to + 1].Tag == UniversalTag.Det)
        {
            int noun = -1;
            for (int i = to + 2; i < Math.Min(end, to + LongestExplanation); i++)
            {
                if (words[i].Tag is UniversalTag.Noun)
                    noun = i;
                else if (words[i].Tag is not (UniversalTag.Adj or UniversalTag.Num or UniversalTag.Propn or UniversalTag.Adv) && !(words[i].Facts.IsMark && noun < 0))
                    break;
            }
            if (noun >= 0)
                return noun;
        }
        return from > first && words[from - 1].Tag == UniversalTag.Noun && !words[from - 1].Capital ? from - 1 : -1;
    }

    /// <summary>In tokens: an explanation's noun is not looked for farther behind the name.</summary>
    private const int LongestExplanation = 9;
}

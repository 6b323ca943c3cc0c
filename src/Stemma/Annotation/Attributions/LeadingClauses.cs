using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>
/// Reads words in marks that a clause without any cue verb leads to: 'Smith slumped in his chair: “It is over.”', 'Smith leaned forward, “You know …”'. The comma or the
/// colon and the capital tell that somebody speaks; the subject of the clause does.
/// </summary>
internal static class LeadingClauses
{
    /// <summary>In words: behind a comma so few words part the verb from the marks; any verb may stand before a colon.</summary>
    private const int Reach = 6;

    /// <summary>In words: who speaks, before a colon.</summary>
    private const int LongestName = 10;

    /// <summary>In UTF-16 code units: shorter words in marks are a name or a slogan.</summary>
    private const int LeastSpeech = 25;

    /// <summary>The attributions of words in marks that those found already do not give.</summary>
    public static List<SentenceAttribution> Of(SentenceWords words, List<SentenceAttribution> here)
    {
        var found = new List<SentenceAttribution>();
        for (int i = 1; i < words.Count; i++)
        {
            if (!words.InMarks(i) || words.InMarks(i - 1))
                continue;
            bool colon = words.IsMark(i - 1, ':');
            if ((!colon && !words.IsMark(i - 1, ',')) || !IsSpeech(words, i) || here.Exists(o => o.Beside && o.Content.Any(c => c.Holds(i))) || (!colon && here.Exists(o => o.Content.Any(c => c.Holds(i)))))
                continue;
            if (colon && Named(words, i - 1) is { } name)
            {
                found.Add(new SentenceAttribution(new WordRun(i - 1, i - 1), name, name.Last, [new WordRun(i, words.StretchLast(i))], AttributionKind.Speech, "a name and a colon before the words in marks", Beside: true));
                continue;
            }
            if (Leader(words, i - 1, colon) is not (>= 0 and var verb))
                continue;
            WordRun cue = CueGroups.Of(words, verb);
            if (CueSources.Of(words, verb, cue) is not { } source || source.Run.Last >= i || (source.Head >= 0 && words.Is(source.Head, WordClass.Thing)))
                continue;
            found.Add(new SentenceAttribution(cue, source.Run, source.Head, [new WordRun(i, words.StretchLast(i))], AttributionKind.Speech, "words in marks that the clause leads to", Beside: true));
        }
        return found;
    }

    // 'Lene Torvald, the miller: “We have lost …”': nothing but who speaks, from the start of the sentence or a dash.
    private static WordRun? Named(SentenceWords words, int colon)
    {
        int first = colon;
        bool name = false;
        while (first > 0 && colon - first < LongestName && !words.InMarks(first - 1) && words.Tag(first - 1) is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Num or UniversalTag.Punct
            && !words.IsMark(first - 1, '-') && !words.IsMark(first - 1, '–') && !words.IsMark(first - 1, '—') && !words.IsMark(first - 1, ':'))
        {
            first--;
            name |= words.Tag(first) == UniversalTag.Propn;
        }
        bool starts = first == 0 || (words.IsMark(first - 1) && !words.InMarks(first - 1) && !words.IsMark(first - 1, ','));
        return name && starts && words.Tag(colon - 1) is UniversalTag.Propn or UniversalTag.Noun ? words.Trimmed(first, colon - 1) : null;
    }

    private static bool IsSpeech(SentenceWords words, int marks)
    {
        int word = words.FirstInMarks(marks);
        return word < words.Count && words.InMarks(word) && char.IsUpper(words.Text[words.Span(word).Start]) && words.StretchAt(words.Stretch(marks)).Marked.Length >= LeastSpeech;
    }

    // The verb of the clause before the comma or the colon: finite, not in the passive, with a subject of its own.
    private static int Leader(SentenceWords words, int mark, bool colon)
    {
        SentenceTree tree = words.Tree;
        int found = -1;
        for (int i = mark - 1; i > 0 && (colon || mark - i <= Reach); i--)
        {
            if (words.InMarks(i) || words.IsMark(i, ';') || words.IsMark(i, ':'))
                break;
            if (words.Tag(i) != UniversalTag.Verb || !words.IsKnown(i) || words.IsIng(i) || CueSubjects.IsPassive(words, i) || words.Is(tree.First(i), WordClass.Conjunction) && !words.Is(tree.First(i), WordClass.Coordinator))
                continue;
            foreach (int child in tree.Children(i))
            {
                if (child < i && tree.Relation(child) == Relation.Subject)
                    found = i;
            }
            if (found >= 0 && tree.Relation(i) != Relation.RelativeClause)
                break;
        }
        return found;
    }
}

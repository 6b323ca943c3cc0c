using Stemma.Annotation.Names;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds what a report tells of a person right after the name: an age, a party, an office, a clause with "who".</summary>
internal sealed class ToldBeside(TokenView view, NounPhrases phrases)
{
    /// <summary>In tokens: what is told of a speaker in passing is no longer.</summary>
    private const int Longest = 40;

    /// <summary>In tokens: "(D-Ohio)", ", 25,": what one mark closes after the other.</summary>
    private const int Short = 4;

    /// <summary>Where the words about the person named by the phrase end in the text; <paramref name="end"/> where none follow.</summary>
    public int EndOf(NounPhrase phrase, int end)
    {
        if (phrase.Last != phrase.Head || phrases.NameAt(phrase.Head) < 0 || phrases.Names[phrases.NameAt(phrase.Head)].Kind != NameKind.Person || view.IsPossessive(phrase.Last))
            return end;
        Sentence sentence = view.Sentences[view.SentenceOf(phrase.Last)];
        int high = sentence.FirstToken + sentence.TokenCount, last = phrase.Last;
        if (last + 1 < high && view.IsMark(last + 1, '(') && Closing(last + 2, high, ')') is >= 0 and var bracket && bracket - last <= 2 * Short)
            last = bracket;
        if (last + 2 < high && view.IsMark(last + 1, ',') && view.StretchOf(last + 1) < 0)
            last = AfterComma(last, high);
        return last == phrase.Last ? end : view.Tokens[last].Span.End;
    }

    private int AfterComma(int last, int high)
    {
        int first = last + 2;
        if (view.StretchOf(first) >= 0)
            return last;
        int comma = Closing(first, high, ',');
        int stop = comma >= 0 ? comma : high;
        for (int i = first; i < stop; i++)
        {
            if (view.StretchOf(i) >= 0 || view.IsMark(i, ';') || view.IsMark(i, ':') || view.IsMark(i, '—') || view.IsMark(i, '–'))
                return last;
        }
        while (stop > first && !view.IsWord(stop - 1) && view.Tokens[stop - 1].Kind != TokenKind.Number && !view.IsMark(stop - 1, ')'))
            stop--;
        if (stop <= first || stop - first > Longest)
            return last;
        bool age = stop == first + 1 && view.Tokens[first].Kind == TokenKind.Number;
        bool clause = view.Is(first, WordClass.Antecedent) && view.Is(first, WordClass.Subject);
        string words = new TextSpan(view.Tokens[first].Span.Start, view.Tokens[stop - 1].Span.End).In(view.Text);
        return age || clause || Office.Tells(words) ? stop - 1 : last;
    }

    private int Closing(int from, int high, char mark)
    {
        for (int i = from; i < high && i - from <= Longest; i++)
        {
            if (view.StretchOf(i) < 0 && view.IsMark(i, mark))
                return i;
        }
        return -1;
    }
}

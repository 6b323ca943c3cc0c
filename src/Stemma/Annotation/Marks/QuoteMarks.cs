using System.Buffers;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Marks;

/// <summary>Finds the quotation marks of a paragraph and tells apostrophes, inches and attribute values from them.</summary>
internal static class QuoteMarks
{
    // What may stand right before an opening mark.
    private static readonly SearchValues<char> s_openers = SearchValues.Create("([{—–-/\"“‘'«»‹›„‚`");

    private static readonly SearchValues<char> s_marks = SearchValues.Create("`'\"＂“”„‟«»’‘‚‛‹›");

    /// <summary>The marks of the paragraph in text order. Linear in its length.</summary>
    public static List<QuoteMark> Of(string text, TextSpan span)
    {
        var marks = new List<QuoteMark>();
        for (int i = span.Start; i < span.End; i++)
        {
            int next = text.AsSpan(i, span.End - i).IndexOfAny(s_marks);
            if (next < 0)
                break;
            i += next;
            char c = text[i];
            if (c is ('`' or '\'') && i + 1 < span.End && text[i + 1] == c)
            {
                Add(marks, Double(text, span, i, 2));
                i++;
            }
            else if (c is '"' or '＂' or '“' or '”' or '„' or '‟')
            {
                Add(marks, Double(text, span, i, 1));
            }
            else if (c is '«' or '»' or '‹' or '›')
            {
                bool open = c is '«' or '‹' || Opens(text, span, i, 1);
                bool close = c is '»' or '›' || Closes(text, span, i, 1);
                Add(marks, new QuoteMark(i, 1, c is '«' or '»' ? MarkFamily.Guillemet : MarkFamily.SingleGuillemet, open, close, false));
            }
            else
            {
                Add(marks, Single(text, span, i));
            }
        }
        return marks;
    }

    private static void Add(List<QuoteMark> marks, QuoteMark mark)
    {
        if (mark.CanOpen || mark.CanClose)
            marks.Add(mark);
    }

    private static QuoteMark Double(string text, TextSpan span, int i, int length)
    {
        bool opens = Opens(text, span, i, length), closes = Closes(text, span, i, length);
        return text[i] switch
        {
            '“' => new QuoteMark(i, length, MarkFamily.Double, !closes || opens || StandsApart(text, span, i, length), closes && !opens, false),
            '„' or '‟' or '`' => new QuoteMark(i, length, MarkFamily.Double, true, false, false),
            '”' => new QuoteMark(i, length, MarkFamily.Double, opens && !closes, true, false),
            _ => new QuoteMark(i, length, MarkFamily.Double, opens || StandsApart(text, span, i, length), closes, false),
        };
    }

    private static QuoteMark Single(string text, TextSpan span, int i)
    {
        char c = text[i];
        char before = i > span.Start ? text[i - 1] : ' ', after = i + 1 < span.End ? text[i + 1] : ' ';
        bool insideWord = char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if (insideWord)
            return default;
        bool opens = c is not '’' && Opens(text, span, i, 1) && !IsElision(text, span, i);
        bool closes = c is ('’' or '\'' or '‘') && Closes(text, span, i, 1);
        if (c is '‘' && opens)
            closes = false;
        bool wordFollows = after == ' ' && i + 2 < span.End && char.IsLetterOrDigit(text[i + 2]);
        bool droppedG = before is 'n' && i - 2 >= span.Start && text[i - 2] is 'i';
        return new QuoteMark(i, 1, MarkFamily.Single, opens, closes, wordFollows && (before is 's' or 'S' or 'z' || droppedG));
    }

    // An opening mark stands after a gap and before a word.
    private static bool Opens(string text, TextSpan span, int i, int length)
    {
        char after = i + length < span.End ? text[i + length] : ' ';
        if (char.IsWhiteSpace(after))
            return false;
        if (i == span.Start)
            return true;
        if (after == '>' || (after is (',' or '.' or ';' or ':' or '!' or '?' or ')') && !IsEllipsis(text, span, i + length)))
            return false;
        char before = text[i - 1];
        return char.IsWhiteSpace(before) || s_openers.Contains(before)
            || (before is (',' or '.' or ':' or ';') && char.IsUpper(after)) || (before is '”' or '’' && text[i] is '“' or '‘');
    }

    // A closing mark stands after a word or a stop and before a gap.
    private static bool Closes(string text, TextSpan span, int i, int length)
    {
        if (i == span.Start)
            return false;
        char before = text[i - 1];
        char after = i + length < span.End ? text[i + length] : ' ';
        if (char.IsWhiteSpace(before))
            return char.IsWhiteSpace(after);
        return before is not ('(' or '[' or '=') && (!char.IsLetterOrDigit(after) || char.IsPunctuation(before));
    }

    // A gap on either side: a careless opening mark where nothing is open, a closing one otherwise; not so 6 " x 4 ".
    private static bool StandsApart(string text, TextSpan span, int i, int length) =>
        i > span.Start + 1 && char.IsWhiteSpace(text[i - 1]) && !char.IsDigit(text[i - 2]) && i + length < span.End && char.IsWhiteSpace(text[i + length]);

    private static bool IsEllipsis(string text, TextSpan span, int i) =>
        i + 2 < span.End && text[i] == '.' && (text[i + 1] == '.' || (text[i + 1] == ' ' && text[i + 2] == '.'));

    // ’tis, ’em, ’90s: the mark stands for what was left out.
    private static bool IsElision(string text, TextSpan span, int i)
    {
        int end = i + 1;
        while (end < span.End && end - i < LongestElision && char.IsLetterOrDigit(text[end]))
            end++;
        ReadOnlySpan<char> word = text.AsSpan(i + 1, end - i - 1);
        if (word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]))
            return word.Length == 2 || word[2] == 's';
        return Vocabulary.English.IsElision(Vocabulary.Fold(word));
    }

    /// <summary>In UTF-16 code units with one to spare: longer than any word in elisions.txt.</summary>
    private const int LongestElision = 10;
}

using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Cuts the tokens of a report into the atoms that time patterns see.</summary>
internal sealed class TimeAtoms
{
    private readonly TimeVocabulary _words;
    private readonly DigitClasses _digits;
    private readonly SpelledNumbers _spelled;
    private readonly int _cap, _num, _ord, _ordNum, _ordEnd, _longest;

    public TimeAtoms(TimeVocabulary words)
    {
        _words = words;
        _digits = new DigitClasses(words);
        _spelled = new SpelledNumbers(words, _digits);
        _cap = words.ClassOf("CAP");
        _num = words.ClassOf("NUM");
        _ord = words.ClassOf("ORD");
        _ordNum = words.ClassOf("ORDNUM");
        _ordEnd = words.ClassOf("ORDEND");
        _longest = words.LongestWord;
    }

    /// <summary>The atoms of the text in order. Linear in the length of the tokens.</summary>
    public TimeAtomList Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var atoms = new TimeAtomList(tokens.Count + (tokens.Count / 4));
        int paragraph = -1;
        foreach (Sentence sentence in sentences)
        {
            bool starts = sentence.Paragraph != paragraph;
            paragraph = sentence.Paragraph;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Split(text, tokens[t].Span, starts, atoms);
                starts = false;
            }
        }
        JoinNumbers(text, atoms);
        _spelled.Join(atoms);
        return atoms;
    }

    private void Split(string text, TextSpan token, bool starts, TimeAtomList atoms)
    {
        if (token.Length > LongestToken)
        {
            atoms.Add(token, glued: false, starts);
            return;
        }
        int i = token.Start;
        while (i < token.End)
        {
            int end = i + 1;
            bool letter = char.IsLetter(text[i]), digit = char.IsAsciiDigit(text[i]);
            while ((letter || digit) && end < token.End && (letter ? char.IsLetter(text[end]) : char.IsAsciiDigit(text[end])))
                end++;
            int atom = atoms.Count;
            atoms.Add(new TextSpan(i, end), atom > 0 && atoms[atom - 1].Span.End == i, starts);
            starts = false;
            if (digit)
                _digits.AddTo(atoms, atom, text.AsSpan(i, end - i));
            AddWord(atoms, atom, text.AsSpan(i, end - i), letter);
            i = end;
        }
    }

    private void AddWord(TimeAtomList atoms, int atom, ReadOnlySpan<char> written, bool letters)
    {
        bool capital = letters && char.IsUpper(written[0]);
        if (capital)
            atoms.AddClass(atom, _cap, 0);
        if (written.Length > _longest)
            return;
        Span<char> word = stackalloc char[written.Length];
        written.ToLowerInvariant(word);
        foreach (TimeVocabulary.Entry entry in _words.Of(word))
        {
            if (capital || !entry.NeedsCapital)
                atoms.AddClass(atom, entry.Class, entry.Value);
        }
    }

    // "1,234" and "2.5" are one number, "21st" an ordinal; "9.11.2001" stays in pieces.
    private void JoinNumbers(string text, TimeAtomList atoms)
    {
        int joined = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            int last = char.IsAsciiDigit(text[atoms[i].Span.Start]) ? JoinNumber(text, atoms, i) : i;
            atoms.Move(i, joined++);
            i = last;
        }
        atoms.Cut(joined);
    }

    // Makes the digits one number with what belongs to them; the last atom of it.
    private int JoinNumber(string text, TimeAtomList atoms, int i)
    {
        if (i + 1 < atoms.Count && atoms[i + 1].Glued && atoms.Is(i + 1, _ordEnd, out _) && atoms.Is(i, _num, out decimal order))
        {
            atoms.Extend(i, atoms[i + 1].Span.End);
            atoms.Clear(i);
            atoms.AddClass(i, _ord, order);
            atoms.AddClass(i, _ordNum, order);
            return i + 1;
        }
        int last = i;
        // "23.04.2022": its last two numbers are no fraction either.
        if (i >= 2 && atoms[i].Glued && atoms[i - 1].Glued && text[atoms[i - 1].Span.Start] == '.' && char.IsAsciiDigit(text[atoms[i - 2].Span.Start]))
            return i;
        while (last + 2 < atoms.Count && IsGroup(text, atoms, last + 1, ','))
            last += 2;
        bool fraction = last + 2 < atoms.Count && IsGroup(text, atoms, last + 1, '.') && !(last + 4 < atoms.Count && IsGroup(text, atoms, last + 3, '.'));
        if (fraction)
            last += 2;
        if (last == i)
            return i;
        atoms.Extend(i, atoms[last].Span.End);
        atoms.Clear(i);
        TextSpan span = atoms[i].Span;
        if (span.Length <= LongestNumber && decimal.TryParse(span.Over(text), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal value))
            _digits.AddNumber(atoms, i, value);
        return last;
    }

    private static bool IsGroup(string text, TimeAtomList atoms, int mark, char separator)
    {
        ref readonly TimeAtom digits = ref atoms[mark + 1];
        return atoms[mark].Glued && digits.Glued && atoms[mark].Span.Length == 1 && text[atoms[mark].Span.Start] == separator
            && char.IsAsciiDigit(text[digits.Span.Start]) && (separator == '.' || digits.Span.Length == 3);
    }

    /// <summary>In UTF-16 code units; longer tokens hold no time.</summary>
    private const int LongestToken = 60;

    /// <summary>In UTF-16 code units; longer numbers count no time.</summary>
    private const int LongestNumber = 15;
}

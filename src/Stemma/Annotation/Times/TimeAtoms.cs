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
    public List<TimeAtom> Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var atoms = new List<TimeAtom>(tokens.Count + (tokens.Count / 4));
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
        return _spelled.Join(Numbers(text, atoms));
    }

    private void Split(string text, TextSpan token, bool starts, List<TimeAtom> atoms)
    {
        int i = token.Start;
        while (i < token.End)
        {
            int end = i + 1;
            bool letter = char.IsLetter(text[i]), digit = char.IsAsciiDigit(text[i]);
            while ((letter || digit) && end < token.End && (letter ? char.IsLetter(text[end]) : char.IsAsciiDigit(text[end])))
                end++;
            var atom = new TimeAtom(new TextSpan(i, end), atoms.Count > 0 && atoms[^1].Span.End == i) { StartsParagraph = starts };
            starts = false;
            if (digit)
                _digits.AddTo(atom, text.AsSpan(i, end - i));
            AddWord(atom, text, letter);
            atoms.Add(atom);
            i = end;
        }
    }

    private void AddWord(TimeAtom atom, string text, bool letters)
    {
        bool capital = letters && char.IsUpper(text[atom.Span.Start]);
        if (capital)
            atom.Add(_cap, 0);
        if (atom.Span.Length > _longest)
            return;
        Span<char> word = stackalloc char[atom.Span.Length];
        atom.Span.Over(text).ToLowerInvariant(word);
        foreach (TimeVocabulary.Entry entry in _words.Of(word))
        {
            if (capital || !entry.NeedsCapital)
                atom.Add(entry.Class, entry.Value);
        }
    }

    // "1,234" and "2.5" are one number, "21st" an ordinal; "9.11.2001" stays in pieces.
    private List<TimeAtom> Numbers(string text, List<TimeAtom> atoms)
    {
        var joined = new List<TimeAtom>(atoms.Count);
        for (int i = 0; i < atoms.Count; i++)
        {
            TimeAtom atom = atoms[i];
            joined.Add(atom);
            if (!char.IsAsciiDigit(text[atom.Span.Start]))
                continue;
            if (i + 1 < atoms.Count && atoms[i + 1].Glued && atoms[i + 1].Is(_ordEnd, out _) && atom.Is(_num, out decimal order))
            {
                atom.Extend(atoms[++i].Span.End);
                atom.Clear();
                atom.Add(_ord, order);
                atom.Add(_ordNum, order);
                continue;
            }
            int last = i;
            while (last + 2 < atoms.Count && IsGroup(text, atoms, last + 1, ','))
                last += 2;
            bool fraction = last + 2 < atoms.Count && IsGroup(text, atoms, last + 1, '.') && !(last + 4 < atoms.Count && IsGroup(text, atoms, last + 3, '.'));
            if (fraction)
                last += 2;
            if (last == i)
                continue;
            atom.Extend(atoms[last].Span.End);
            atom.Clear();
            if (atom.Span.Length <= LongestNumber && decimal.TryParse(atom.Span.Over(text), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal value))
                _digits.AddNumber(atom, value);
            i = last;
        }
        return joined;
    }

    private static bool IsGroup(string text, List<TimeAtom> atoms, int mark, char separator)
    {
        TimeAtom digits = atoms[mark + 1];
        return atoms[mark].Glued && digits.Glued && atoms[mark].Span.Length == 1 && text[atoms[mark].Span.Start] == separator
            && char.IsAsciiDigit(text[digits.Span.Start]) && (separator == '.' || digits.Span.Length == 3);
    }

    /// <summary>In UTF-16 code units; longer numbers count no time.</summary>
    private const int LongestNumber = 15;
}

using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Cuts the tokens of a report into the atoms that time patterns see.</summary>
internal sealed class TimeAtoms
{
    private readonly TimeVocabulary _words;
    private readonly DigitClasses _digits;
    private readonly SpelledNumbers _spelled;
    private readonly int _num, _ord, _ordNum, _ordEnd;

    // What an atom is known to be by the first of its classes in the vocabulary's list.
    private readonly TimeAtomTraits[] _traits;

    public TimeAtoms(TimeVocabulary words, TimeStarts starts)
    {
        _words = words;
        _digits = new DigitClasses(words);
        _spelled = new SpelledNumbers(words, _digits);
        _num = words.ClassOf("NUM");
        _ord = words.ClassOf("ORD");
        _ordNum = words.ClassOf("ORDNUM");
        _ordEnd = words.ClassOf("ORDEND");
        _traits = Array.ConvertAll(words.Classes, c => (starts.IsStart(c.Class) ? TimeAtomTraits.MayStart : TimeAtomTraits.None) | (_spelled.CanStart(c.Class) ? TimeAtomTraits.MayCount : TimeAtomTraits.None));
    }

    /// <summary>The atoms of the text in order. Linear in the length of the tokens.</summary>
    public TimeAtomList Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var atoms = new TimeAtomList(_words.Classes, tokens.Count + (tokens.Count / 4));
        ReadOnlySpan<Token> all = tokens is List<Token> list ? CollectionsMarshal.AsSpan(list) : tokens as Token[] ?? [.. tokens];
        Span<char> lower = stackalloc char[LongestToken];
        var found = TimeAtomTraits.None;
        int paragraph = -1, end = -1;
        foreach (Sentence sentence in sentences)
        {
            bool starts = sentence.Paragraph != paragraph;
            paragraph = sentence.Paragraph;
            foreach (ref readonly Token token in all.Slice(sentence.FirstToken, sentence.TokenCount))
            {
                TimeAtomTraits traits = (starts ? TimeAtomTraits.StartsParagraph : TimeAtomTraits.None) | (token.Span.Start == end && token.Span.Length <= LongestToken ? TimeAtomTraits.Glued : TimeAtomTraits.None);
                found |= Split(text, token.Span, traits, lower, atoms);
                end = token.Span.End;
                starts = false;
            }
        }
        if ((found & TimeAtomTraits.Digits) != TimeAtomTraits.None)
            JoinNumbers(text, atoms);
        if ((found & TimeAtomTraits.MayCount) != TimeAtomTraits.None)
            _spelled.Join(atoms);
        return atoms;
    }

    // Adds the atoms of a token, the first with the given traits; the traits that any of them has.
    private TimeAtomTraits Split(string text, TextSpan token, TimeAtomTraits traits, Span<char> lower, TimeAtomList atoms)
    {
        if (token.Length > LongestToken)
        {
            atoms.Add(token.Start, token.End, default, traits);
            return traits;
        }
        var found = TimeAtomTraits.None;
        ReadOnlySpan<char> rest = text.AsSpan(token.Start, token.Length);
        while (!rest.IsEmpty)
        {
            int start = token.End - rest.Length, length = LettersOf(rest, lower);
            TimeVocabulary.Word word;
            if (length > 0)
                word = length <= _words.LongestWord ? _words.Of(lower[..length], char.IsUpper(rest[0])) : char.IsUpper(rest[0]) ? _words.AnyCapital : default;
            else if (char.IsAsciiDigit(rest[0]))
                (length, word, traits) = (DigitsOf(rest), default, traits | TimeAtomTraits.Digits);
            else
                (length, word) = (1, _words.OfMark(rest[0]));
            for (int c = word.First; c < word.First + word.Count; c++)
                traits |= _traits[c];
            atoms.Add(start, start + length, word, traits);
            if ((traits & TimeAtomTraits.Digits) != TimeAtomTraits.None)
                AddDigits(atoms, rest[..length]);
            found |= traits;
            traits = TimeAtomTraits.Glued;
            rest = rest[length..];
        }
        return found;
    }

    // The number of letters at the start of a text, which are written down in lower case.
    private static int LettersOf(ReadOnlySpan<char> text, Span<char> lower)
    {
        int i = 0;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
        {
            lower[i] = (char)(text[i] | 0x20);
            i++;
        }
        if (i == text.Length || text[i] < 128)
            return i;
        while (i < text.Length && char.IsLetter(text[i]))
            i++;
        text[..i].ToLowerInvariant(lower);
        return i;
    }

    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        int other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }

    // A number has the classes of its form, and those of its digits as a word of a rule.
    private void AddDigits(TimeAtomList atoms, ReadOnlySpan<char> digits)
    {
        int atom = atoms.Count - 1;
        _digits.AddTo(atoms, atom, digits);
        if (digits.Length > _words.LongestWord)
            return;
        TimeVocabulary.Word word = _words.Of(digits, false);
        foreach ((int type, decimal value) in _words.Classes.AsSpan(word.First, word.Count))
            atoms.AddClass(atom, type, value);
    }

    // "1,234" and "2.5" are one number, "21st" an ordinal; "9.11.2001" stays in pieces.
    private void JoinNumbers(string text, TimeAtomList atoms)
    {
        int joined = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            int last = (atoms[i].Traits & TimeAtomTraits.Digits) != TimeAtomTraits.None ? JoinNumber(text, atoms, i) : i;
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
            atoms.Extend(i, atoms[i + 1].End);
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
        atoms.Extend(i, atoms[last].End);
        atoms.Clear(i);
        TextSpan span = atoms[i].Span;
        if (span.Length <= LongestNumber && decimal.TryParse(span.Over(text), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal value))
            _digits.AddNumber(atoms, i, value);
        return last;
    }

    private static bool IsGroup(string text, TimeAtomList atoms, int mark, char separator)
    {
        ref readonly TimeAtom digits = ref atoms[mark + 1];
        return atoms[mark].Glued && digits.Glued && text[atoms[mark].Start] == separator
            && (digits.Traits & TimeAtomTraits.Digits) != TimeAtomTraits.None && (separator == '.' || digits.Span.Length == 3);
    }

    /// <summary>In UTF-16 code units; longer tokens hold no time.</summary>
    private const int LongestToken = 60;

    /// <summary>In UTF-16 code units; longer numbers count no time.</summary>
    private const int LongestNumber = 15;
}

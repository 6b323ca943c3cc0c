using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Clauses;

/// <summary>Finds for each time the clause in which it stands, by the tree of its sentence.</summary>
internal sealed class ClauseReader
{
    private readonly TokenView _view;
    private readonly SentenceTree _tree;

    private ClauseReader(TokenView view, SentenceTree tree) => (_view, _tree) = (view, tree);

    /// <summary>The clauses, in the order of the times; null where a sentence is too long for a tree, and for lengths of time.</summary>
    public static IReadOnlyList<TimeClause?> Find(TokenView view, IReadOnlyList<TimeExpression> times)
    {
        if (times.Count == 0)
            return [];
        var clauses = new TimeClause?[times.Count];
        int sentence = 0, of = -1;
        ClauseReader? reader = null;
        for (int t = 0; t < times.Count; t++)
        {
            if (times[t].Type is not (TimeType.Date or TimeType.Time))
                continue;
            while (sentence + 1 < view.Sentences.Count && view.Sentences[sentence + 1].Span.Start <= times[t].Span.Start)
                sentence++;
            if (of != sentence)
            {
                of = sentence;
                int words = view.Syntax.FirstWord(sentence + 1) - view.Syntax.FirstWord(sentence);
                reader = words is > 0 and <= DependencyParser.LongestSentence ? new ClauseReader(view, view.Syntax.Tree(sentence)) : null;
            }
            clauses[t] = reader?.Read(times[t].Span);
        }
        return clauses;
    }

    private TimeClause? Read(TextSpan time)
    {
        int first = 0;
        while (first < _tree.Count && Span(first).End <= time.Start)
            first++;
        int last = first;
        while (last + 1 < _tree.Count && Span(last + 1).Start < time.End)
            last++;
        if (first == _tree.Count || !Span(first).Overlaps(time))
            return null;
        int w = first;
        while (_tree.Head(w) >= first && _tree.Head(w) <= last && _tree.Head(w) != w)
            w = _tree.Head(w);
        (int verb, int top, ClauseForm form) = Climb(w, last);
        int from = StartOf(top), to = _tree.Last(top);
        (from, to) = Trim(Math.Min(from, first), Math.Max(to, last), first, last);
        bool gives = Vocabulary.English.CueOf(Folded(verb)) is { Class: CueClass.Say };
        return new TimeClause(new TextSpan(Span(from).Start, Span(to).End).Union(time), Span(verb), form, gives);
    }

    // From the time to the head of the clause with a subject of its own; on the way the nearest verb, and whether any looks ahead.
    private (int Verb, int Top, ClauseForm Form) Climb(int word, int last)
    {
        int verb = -1, w = word;
        var form = ClauseForm.Told;
        bool inherits = true;
        for (int step = 0; ; step++)
        {
            int head = _tree.Head(w);
            bool root = head == w || step == MostSteps;
            if (root || (IsClause(w) && !OpensBehind(w, last)))
            {
                if (verb < 0)
                    verb = w;
                if (form == ClauseForm.Told && inherits)
                    form = FormOf(w);
                if (root || HasSubject(w) || _tree.Relation(w) is Relation.RelativeClause)
                    return (verb, w, form);
                if (_tree.Relation(w) == Relation.NounClause)
                {
                    // "will start with a lunch held on Monday": the noun's clause looks ahead with the one it stands in.
                    if (form != ClauseForm.Told || !inherits || IsSubject(head) || FormAbove(head) is not (not ClauseForm.Told and var above))
                        return (verb, w, form);
                    form = above;
                }
                inherits = inherits && Inherits(w);
            }
            w = head;
        }
    }

    // "The dam, on Monday, which burst": the time stands before the clause opens.
    private bool OpensBehind(int clause, int last)
    {
        for (int i = last + 1; i < clause; i++)
        {
            if (ClauseWords.English.OpensClause(Folded(i)) && _tree.Head(i) == clause)
                return true;
        }
        return false;
    }

    // "will come and sign" looks ahead twice; "is expected there and said on Monday" once.
    private bool Inherits(int word) => _tree.Relation(word) switch
    {
        Relation.OpenComplement => true,
        Relation.Conjunct => !IsPastForm(word),
        _ => false,
    };

    private bool IsSubject(int word) => _tree.Relation(word) is Relation.Subject or Relation.PassiveSubject;

    // The form of the clause that a noun stands in.
    private ClauseForm FormAbove(int noun)
    {
        for (int w = noun; ; w = _tree.Head(w))
        {
            if (IsSubject(w))
                return ClauseForm.Told;
            if (IsClause(w) || _tree.Head(w) == w)
            {
                ClauseForm form = FormOf(w);
                if (form != ClauseForm.Told || _tree.Relation(w) != Relation.OpenComplement)
                    return form;
            }
        }
    }

    private bool IsClause(int word) => _tree.Relation(word) switch
    {
        Relation.AdverbialClause or Relation.RelativeClause or Relation.NounClause or Relation.ClauseComplement or Relation.ClauseSubject
            or Relation.Parataxis or Relation.OpenComplement => true,
        Relation.Conjunct => _tree.Head(word) != word && Tag(word) is UniversalTag.Verb or UniversalTag.Aux,
        _ => false,
    };

    private bool HasSubject(int word) => _tree.Child(word, Relation.Subject) >= 0 || _tree.Child(word, Relation.PassiveSubject) >= 0;

    private ClauseForm FormOf(int word)
    {
        foreach (int child in _tree.Children(word))
        {
            if (_tree.Relation(child) is Relation.Auxiliary && ClauseWords.English.LooksAhead(Folded(child)))
                return Folded(child) is ['w', 'o', 'u', ..] ? ClauseForm.WasAhead : ClauseForm.Ahead;
        }
        // "expected to sail", "were to sail": the word before "to" tells.
        int marker = _tree.Child(word, Relation.Marker);
        if (marker > 0 && Tag(marker) == UniversalTag.Part)
        {
            int governor = _tree.Head(word);
            bool plans = (governor != word && governor < marker && ClauseWords.English.Plans(Folded(governor))) || ClauseWords.English.Plans(Folded(marker - 1));
            bool isBe = ClauseWords.English.IsBe(Folded(marker - 1));
            if (plans || isBe)
                return IsPast(isBe ? marker - 1 : governor) ? ClauseForm.WasAhead : ClauseForm.Ahead;
        }
        bool isDue = ClauseWords.English.IsDue(Folded(word))
            && (_tree.Relation(word) == Relation.NounClause || _tree.Child(word, Relation.PassiveAuxiliary) >= 0 || _tree.Child(word, Relation.Copula) >= 0);
        if (isDue)
            return _tree.Relation(word) != Relation.NounClause && IsPast(word) ? ClauseForm.WasAhead : ClauseForm.Ahead;
        return ClauseForm.Told;
    }

    // "was expected" looks back to what was to come; "is expected" does not, though the participle is a past form.
    private bool IsPast(int word)
    {
        if (ClauseWords.English.IsBe(Folded(word)))
            return ClauseWords.English.LooksBack(Folded(word));
        foreach (int child in _tree.Children(word))
        {
            if (_tree.Relation(child) is Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Copula)
                return ClauseWords.English.LooksBack(Folded(child));
        }
        return Tag(word) == UniversalTag.Verb && IsPastForm(word);
    }

    private bool IsPastForm(int word) => PartOfSpeechTagger.English.KindsOf(Span(word).Over(_view.Text)).HasFlag(FormKinds.Past);

    // A clause beside a noun starts with the noun: "a bridge that opened in 1967".
    private int StartOf(int top)
    {
        int head = _tree.Head(top);
        return _tree.Relation(top) is Relation.RelativeClause or Relation.NounClause && head < top ? _tree.First(head) : _tree.First(top);
    }

    // Without the clauses beside it that do not hold the time, and without the words and marks that only join it to others.
    private (int From, int To) Trim(int from, int to, int first, int last)
    {
        for (int i = last + 1; i <= to; i++)
        {
            if (_tree.First(i) > last && _tree.First(i) <= to && IsBeside(i))
                to = _tree.First(i) - 1;
        }
        for (int i = first - 1; i >= from; i--)
        {
            if (_tree.Relation(i) == Relation.AdverbialClause && _tree.Last(i) < first && _tree.First(i) >= from && _tree.Head(i) > _tree.Last(i))
                from = Math.Max(from, _tree.Last(i) + 1);
        }
        while (from < first && (IsMark(from, Separators + Closers) || (IsMark(from, "’'") && Span(from).End < Span(from + 1).Start) || Tag(from) is UniversalTag.Sconj or UniversalTag.Cconj || _tree.Relation(from) is Relation.Coordinator or Relation.Marker))
            from++;
        while (to > last && (IsMark(to, Separators + Openers) || Tag(to) == UniversalTag.Cconj))
            to--;
        return (from, to);
    }

    // A clause of its own: the parser's word for it is taken where a mark or a word that opens or joins clauses says so too.
    private bool IsBeside(int word) => _tree.Relation(word) switch
    {
        Relation.AdverbialClause or Relation.Parataxis => IsSetOff(word) || ClauseWords.English.OpensClause(Folded(_tree.First(word))) || Tag(_tree.First(word)) is UniversalTag.Sconj or UniversalTag.Adp or UniversalTag.Adv,
        Relation.Conjunct => Tag(word) is UniversalTag.Verb or UniversalTag.Aux && (IsSetOff(word) || _tree.Child(word, Relation.Coordinator) >= 0),
        Relation.RelativeClause or Relation.NounClause or Relation.Apposition => IsSetOff(word),
        _ => false,
    };

    private bool IsSetOff(int word) => Tag(_tree.First(word)) == UniversalTag.Punct || (_tree.First(word) > 0 && Tag(_tree.First(word) - 1) == UniversalTag.Punct);

    private bool IsMark(int word, string marks) => Span(word).Length == 1 && marks.Contains(_view.Text[Span(word).Start]);

    private const string Separators = ",;:–—-.", Openers = "“‘«([", Closers = "”»)]";

    private UniversalTag Tag(int word) => _view.Syntax.Words[_tree.FirstWord + word].Tag;

    private TextSpan Span(int word) => _view.Syntax.Words[_tree.FirstWord + word].Span;

    private string Folded(int word) => Span(word).Length <= LongestWord ? Vocabulary.Fold(Span(word).Over(_view.Text)) : "";

    /// <summary>In words from a time up to its clause: no writer nests deeper, and a text that does stays linear.</summary>
    private const int MostSteps = 24;

    /// <summary>In UTF-16 code units; longer words are in no table.</summary>
    private const int LongestWord = 64;
}

using System.Buffers;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>An office as words tell it: "the council leader", "the leader of Ostrand Council".</summary>
/// <param name="Role">The group of roles that titles.tsv puts it in, or the noun itself.</param>
/// <param name="Words">The folded words that tell which office of that role it is.</param>
/// <param name="Definite">True where the words mean one known holder: "the mayor", "the union’s mayor", but not "a mayor".</param>
internal sealed record Office(string Role, IReadOnlySet<string> Words, bool Definite)
{
    /// <summary>In UTF-16 code units: no apposition that tells an office is longer.</summary>
    private const int LongestTold = 90;

    /// <summary>Words that may stand before a title and belong to it: "Ostrand River Board leader".</summary>
    private const int LongestOwner = 4;

    private const WordClass Ends = WordClass.Subject | WordClass.Relative | WordClass.Auxiliary | WordClass.Conjunction | WordClass.Negation;

    /// <summary>True where the words of this office can mean the office that was told in <paramref name="held"/>: nothing in them says another.</summary>
    public bool CanMean(Office held) =>
        Role == held.Role && Words.All(held.Words.Contains) && held.Words.Where(NameTables.English.IsRankWord).All(Words.Contains);

    /// <summary>The office that a noun phrase tells, null where it tells none.</summary>
    public static Office? Read(ReadOnlySpan<char> phrase)
    {
        if (phrase.Length > LongestTold)
            return null;
        string[] raw = Vocabulary.Fold(phrase).Split((char[]?)[' ', ',', '.', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        int end = Array.FindIndex(raw, w => Is(w, Ends) && !Is(w, WordClass.Determiner));
        return Of(end < 0 ? raw : raw[..end]);
    }

    /// <summary>The offices that the words beside a mention give its bearer: before it, as its title, and after it.</summary>
    public static IEnumerable<Office> ToldOf(string text, NameMention mention)
    {
        int start = (mention.Title ?? mention.Span).Start, end = mention.Span.End;
        if (mention.Title is not null && Read(text.AsSpan(OwnerStart(text, start), mention.Span.Start - OwnerStart(text, start))) is { } titled)
            yield return titled;
        if (end + 2 < text.Length && text[end] is ',' && text[end + 1] == ' ' && Read(Until(text.AsSpan(end + 2))) is { } after)
            yield return after;
        bool closed = end >= text.Length || text[end] is ',' or '.' or ';' or '—' or '–' or '\n';
        if (closed && start > 2 && text[start - 1] == ' ' && text[start - 2] == ',' && Read(Since(text.AsSpan(0, start - 2))) is { } before)
            yield return before;
    }

    private static Office? Of(string[] words)
    {
        int tie = Array.FindIndex(words, w => Is(w, WordClass.Tail));
        int head = (tie < 0 ? words.Length : tie) - 1;
        if (head < 0)
            return null;
        NameTables tables = NameTables.English;
        string? role = null;
        int first = head;
        for (int n = Math.Min(tables.LongestTitle, head + 1); n > 0 && role is null; n--)
        {
            if (tables.RoleOf(string.Join(' ', words[(head - n + 1)..(head + 1)])) is { Group: not "-" } known)
                (role, first) = (known.Group, head - n + 1);
        }
        role ??= Vocabulary.English.IsPeopleNoun(words[head]) && tables.KindByWord(words[head]) is null ? words[head] : null;
        if (role is null)
            return null;
        var which = new HashSet<string>(StringComparer.Ordinal);
        bool definite = Is(words[0], WordClass.Definite);
        for (int i = 0; i < words.Length; i++)
        {
            bool possessive = words[i].EndsWith("'s", StringComparison.Ordinal) || words[i].EndsWith("s'", StringComparison.Ordinal);
            definite |= possessive && i < head;
            string word = words[i].TrimEnd('\'');
            word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
            bool tells = (i < first || i > head) && (tables.IsRankWord(word) || !(Is(word, WordClass.Determiner | WordClass.Preposition) || tables.IsTitleWord(word)));
            if (tells && word.Length > 0)
                which.Add(word);
        }
        return new Office(role, which, definite);
    }

    // "Ostrand Council" before "leader Signe Aldahl", "council" before it as well.
    private static int OwnerStart(string text, int title)
    {
        int start = title;
        for (int n = 0; n < LongestOwner && start > 1 && text[start - 1] == ' '; n++)
        {
            int from = start - 1;
            while (from > 0 && start - from < LongestTold / 2 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '-' or '’' or '\''))
                from--;
            if (from == start - 1)
                break;
            string word = Vocabulary.Fold(text.AsSpan(from, start - 1 - from));
            bool body = Vocabulary.English.IsPeopleNoun(word) || NameTables.English.KindByWord(word) is not null;
            if (Is(word, ~WordClass.None) || !(char.IsUpper(text[from]) || body || NameTables.English.IsTitleWord(word)))
                break;
            start = from;
        }
        return start;
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestTold)];
        int end = text.IndexOfAny(s_ends);
        return end < 0 ? text : text[..end];
    }

    private static ReadOnlySpan<char> Since(ReadOnlySpan<char> text)
    {
        text = text[Math.Max(0, text.Length - LongestTold)..];
        int start = text.LastIndexOfAny(s_ends);
        return text[(start + 1)..];
    }

    private static bool Is(string word, WordClass classes) => (Vocabulary.English.ClassOf(word) & classes) != WordClass.None;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(",.;:—–()“”„\"\n");
}

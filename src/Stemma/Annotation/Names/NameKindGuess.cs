using Stemma.Languages;

namespace Stemma.Annotation.Names;

/// <summary>Tells from a name's own words and its neighbours what it names.</summary>
internal sealed class NameKindGuess(TokenView view, CapitalRuns runs)
{
    private readonly NameTables _tables = NameTables.English;

    /// <summary>What the name of the tokens [from, to) names.</summary>
    /// <param name="from">Its first token.</param>
    /// <param name="to">The token after its last.</param>
    /// <param name="titled">A title stands with it.</param>
    /// <param name="placeFollows">A word such as "airport" follows it.</param>
    public NameKind Of(int from, int to, bool titled, bool placeFollows)
    {
        if (_tables.KindOfName(Joined(from, to)) is { } known)
            return NameKinds.Named(known);
        // What a name ends with tells more than what it starts with: "Park Street" and "Lee Park" but not "Park Lee".
        for (int i = to - 1; i >= from; i--)
        {
            if (_tables.KindByWord(view.Stem(i)) is { } key && !(titled && i == from) && (i == to - 1 || key != 'p'))
                return NameKinds.Named(key);
        }
        if (titled)
            return NameKind.Person;
        if (placeFollows || (to - from > 1 && _tables.LeadsPlace(view.Stem(from))))
            return NameKind.Place;
        int words = 0;
        for (int i = from; i < to; i++)
            words += view.IsWord(i) ? 1 : 0;
        ReadOnlySpan<char> first = view.WordSpan(from).Over(view.Text);
        if (words == 1)
            return first.Length is >= 2 and <= 6 && !first.ContainsAnyInRange('a', 'z') ? NameKind.Organisation : NameKind.Other;
        bool afterThe = from > 0 && view.Is(from - 1, WordClass.Definite);
        if (afterThe || words > 4)
            return NameKind.Other;
        bool firstName = _tables.GenderOf(view.Stem(from)) is not null && _tables.CountryOf(view.Stem(to - 1)) is null;
        return firstName || !HasPlainWord(from, to) ? NameKind.Person : NameKind.Other;
    }

    // Two or three words in capitals name a person, unless one of them is a word that the report writes small as well, an
    // acronym, a number, or a place.
    private bool HasPlainWord(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!view.IsWord(i))
                continue;
            ReadOnlySpan<char> word = view.WordSpan(i).Over(view.Text);
            bool acronym = (word.Length > 2 || (word.Length == 2 && i == to - 1)) && !word.ContainsAnyInRange('a', 'z');
            if (acronym || word.ContainsAnyInRange('0', '9') || runs.IsSeenSmall(view.Stem(i)) || _tables.CountryOf(view.Stem(i)) is not null)
                return true;
        }
        return false;
    }

    /// <summary>The folded words of the tokens [from, to).</summary>
    public string Joined(int from, int to)
    {
        string? words = null;
        for (int i = from; i < to; i++)
        {
            if (view.IsWord(i))
                words = words is null ? view.Stem(i) : words + " " + view.Stem(i);
        }
        return words ?? "";
    }

    /// <summary>True where one of the words shows an organisation or a thing.</summary>
    public bool ShowsOrganisation(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_tables.KindByWord(view.Stem(i)) is 'o' or 'x')
                return true;
        }
        return false;
    }
}

namespace Stemma.Annotation.Chains;

/// <summary>Tells which full names of persons are forms of one name: with and without a middle name, an initial, a suffix.</summary>
internal static class PersonNames
{
    /// <summary>Names: where more persons bear one surname, forms are not compared.</summary>
    private const int MostBearers = 60;

    /// <summary>How two forms may differ.</summary>
    [Flags]
    public enum Differences
    {
        /// <summary>In what is left out alone: "Ana M. Lund", "Ana Maria Lund", "A. Lund".</summary>
        None = 0,

        /// <summary>In a short form of the first name and in letters too: "Bob" for "Robert", "Petrenko" for "Petrenka".</summary>
        Spelling = 1,
    }

    /// <summary>
    /// For each name that is a form of another one, that other one: the fullest. A name that could be a form of two
    /// persons is none of them. The answer does not depend on the order of the names.
    /// </summary>
    /// <param name="names">The folded words of names (see NameWords), two or more each, parted by blanks.</param>
    /// <param name="differences">How the forms may differ.</param>
    /// <param name="apart">True for two names that are told apart for another reason.</param>
    public static IReadOnlyDictionary<string, string> Forms(IEnumerable<string> names, Differences differences, Func<string, string, bool> apart)
    {
        var byInitial = new SortedDictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string[] words = name.Split(' ');
            string key = differences == Differences.None ? Surname(words) : Initial(words);
            if (!byInitial.TryGetValue(key, out List<string[]>? bearers))
                byInitial.Add(key, bearers = []);
            bearers.Add(words);
        }
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (List<string[]> bearers in byInitial.Values)
        {
            if (bearers.Count is > 1 and <= MostBearers)
                Compare(bearers, differences, apart, forms);
        }
        return forms;
    }

    private static void Compare(List<string[]> bearers, Differences differences, Func<string, string, bool> apart, Dictionary<string, string> forms)
    {
        bool Same(string[] a, string[] b) => CanBe(a, b, differences) && !apart(string.Join(' ', a), string.Join(' ', b));
        foreach (string[] name in bearers)
        {
            List<string[]> fuller = bearers.FindAll(o => o != name && IsFuller(o, name) && Same(o, name));
            // "A. Lund" with Ana Lund and Arne Lund about: nobody knows.
            bool oneperson = fuller.Count > 0 && fuller.TrueForAll(a => fuller.TrueForAll(b => a == b || Same(a, b)));
            if (!oneperson)
                continue;
            string[] fullest = fuller[0];
            foreach (string[] other in fuller)
                fullest = IsFuller(other, fullest) ? other : fullest;
            forms.Add(string.Join(' ', name), string.Join(' ', fullest));
        }
    }

    /// <summary>The last word that is no suffix.</summary>
    public static string Surname(string[] words) => words[SurnameAt(words)];

    private static int SurnameAt(string[] words)
    {
        int last = words.Length - 1;
        while (last > 1 && NameParts.English.IsSuffix(words[last]))
            last--;
        return last;
    }

    private static string Initial(string[] words) => Surname(words)[0] is 'u' ? "o" : Surname(words)[..1];

    private static bool CanBe(string[] a, string[] b, Differences differences)
    {
        int lastA = SurnameAt(a), lastB = SurnameAt(b);
        bool spelling = differences.HasFlag(Differences.Spelling);
        if (a[lastA] != b[lastB] && !(spelling && NameSound.Alike(a[lastA], b[lastB], surname: true)))
            return false;
        if (a[lastA] != b[lastB] && (a[0].Length == 1 || b[0].Length == 1))
            return false;
        return IsFirst(a[0], b[0], spelling) && IsPart(a.AsSpan(1, lastA - 1), b.AsSpan(1, lastB - 1)) && IsPart(a.AsSpan(lastA + 1), b.AsSpan(lastB + 1));
    }

    private static bool IsFirst(string a, string b, bool spelling)
    {
        if (a == b || (a.Length == 1 || b.Length == 1) && a[0] == b[0])
            return true;
        if (!spelling)
            return false;
        return NameParts.English.IsShortFor(a, b) || NameParts.English.IsShortFor(b, a) || (NameSound.Alike(a, b, surname: false) && !NameParts.English.AreOfTwoSexes(a, b));
    }

    // One has the other's words in their order, or more.
    private static bool IsPart(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        if (a.Length > b.Length)
            return IsPart(b, a);
        int next = 0;
        foreach (string word in b)
            next += next < a.Length && a[next] == word ? 1 : 0;
        return next == a.Length;
    }

    // An order of all names in which the one that tells more stands first: more words, no initial, more letters, then by letters.
    private static bool IsFuller(string[] a, string[] b)
    {
        if ((a[0].Length == 1) != (b[0].Length == 1))
            return b[0].Length == 1;
        if (a.Length != b.Length)
            return a.Length > b.Length;
        string x = string.Join(' ', a), y = string.Join(' ', b);
        return x.Length != y.Length ? x.Length > y.Length : string.CompareOrdinal(x, y) < 0;
    }
}

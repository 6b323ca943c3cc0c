namespace Stemma.Stories.Claims.Facts;

/// <summary>Gives tellings that say the same in other words one key, so that a report that tells a thing twice does not seem to tell two.</summary>
internal sealed class SaidAlike
{
    private readonly Dictionary<(int Report, Reports.TextSpan Value), int> _numbers = [];
    private readonly List<(int Parent, string Key)> _all = [];

    /// <summary>Adds two tellings.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="alike">True where they say the same.</param>
    public void Add(Telling a, Telling b, bool alike)
    {
        int x = Root(NumberOf(a)), y = Root(NumberOf(b));
        if (alike && x != y)
            _all[Math.Max(x, y)] = _all[Math.Max(x, y)] with { Parent = Math.Min(x, y) };
    }

    /// <summary>The telling with the key of those that say the same.</summary>
    public Telling With(Telling telling) => telling with { Key = _all[Root(NumberOf(telling))].Key };

    private int NumberOf(Telling telling)
    {
        if (!_numbers.TryGetValue((telling.Report, telling.Value), out int number))
        {
            _numbers.Add((telling.Report, telling.Value), number = _all.Count);
            _all.Add((number, telling.Key));
        }
        return number;
    }

    private int Root(int number)
    {
        while (_all[number].Parent != number)
            number = _all[number].Parent;
        return number;
    }
}

namespace Stemma.Library.Fetching;

/// <summary>One rule of a robots.txt: a path with "*" for any characters and "$" at its end for the end of the address.</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _pieces;
    private readonly bool _isAnchored;
    private readonly int _letters;

    private RobotsPattern(string path, bool isAllow)
    {
        IsAllow = isAllow;
        Length = path.Length;
        _isAnchored = path[^1] == '$';
        string[] pieces = (_isAnchored ? path[..^1] : path).Split('*');
        _letters = pieces.Sum(p => p.Length);
        // Stars one after the other are one.
        _pieces = [.. pieces.Where((p, i) => i == 0 || i == pieces.Length - 1 || p.Length > 0)];
    }

    /// <summary>True where it allows, false where it forbids.</summary>
    public bool IsAllow { get; }

    /// <summary>In octets of its escaped form; the longest rule that fits decides.</summary>
    public int Length { get; }

    /// <summary>Reads a rule; null where it is empty and says nothing.</summary>
    public static RobotsPattern? Of(ReadOnlySpan<char> value, bool isAllow)
    {
        if (value.IsEmpty)
            return null;
        // "private/" is meant as "/private/"; taken literally it would fit no address.
        string path = value[0] is '/' or '*' or '$' ? value.ToString() : "/" + value.ToString();
        return new RobotsPattern(RobotsPath.Escaped(path), isAllow);
    }

    /// <summary>True where the rule fits the beginning of the path, or with "$" all of it.</summary>
    /// <param name="path">The path and query, escaped by <see cref="RobotsPath"/>.</param>
    public bool Fits(string path)
    {
        if (_letters > path.Length || !path.StartsWith(_pieces[0], StringComparison.Ordinal))
            return false;
        int at = _pieces[0].Length;
        if (_pieces.Length == 1)
            return !_isAnchored || at == path.Length;
        // Each piece at its first place leaves most room to those behind it.
        for (int i = 1; i < _pieces.Length - 1; i++)
        {
            int found = path.AsSpan(at).IndexOf(_pieces[i]);
            if (found < 0)
                return false;
            at += found + _pieces[i].Length;
        }
        string last = _pieces[^1];
        return _isAnchored
            ? path.Length - at >= last.Length && path.EndsWith(last, StringComparison.Ordinal)
            : path.AsSpan(at).Contains(last, StringComparison.Ordinal);
    }
}

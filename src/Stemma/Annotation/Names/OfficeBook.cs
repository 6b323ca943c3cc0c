namespace Stemma.Annotation.Names;

/// <summary>Who holds which office, as far as the reports tell it.</summary>
internal sealed class OfficeBook
{
    /// <summary>Offices of one role: where more are told, "the minister" tells nobody, and a text of nothing but roles costs nothing.</summary>
    private const int MostOfOneRole = 100;

    private readonly Dictionary<string, List<(Office Office, int Holder)>> _byRole = new(StringComparer.Ordinal);

    /// <summary>Notes that the holder holds the office.</summary>
    public void Add(Office office, int holder)
    {
        if (!_byRole.TryGetValue(office.Role, out List<(Office Office, int Holder)>? told))
            _byRole.Add(office.Role, told = []);
        if (told.Count <= MostOfOneRole)
            told.Add((office, holder));
    }

    /// <summary>The one holder whom the words can mean, -1 where they can mean none or two.</summary>
    public int HolderOf(Office office)
    {
        if (!_byRole.TryGetValue(office.Role, out List<(Office Office, int Holder)>? told) || told.Count > MostOfOneRole)
            return -1;
        int found = -1;
        foreach ((Office held, int holder) in told)
        {
            if (holder == found || !office.CanMean(held))
                continue;
            if (found >= 0)
                return -1;
            found = holder;
        }
        return found;
    }
}

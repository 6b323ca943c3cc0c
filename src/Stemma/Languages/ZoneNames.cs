using System.Collections.Frozen;
using System.Globalization;

namespace Stemma.Languages;

/// <summary>Names of time zones that stand for one offset; see zones.tsv.</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> s_offsets =
        TableFile.Rows("En/zones.tsv").ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The minutes east of UTC of a zone in small letters, null for what is none.</summary>
    public static int? OffsetOf(string name) => s_offsets.TryGetValue(name, out int minutes) ? minutes : null;
}

using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Archives;

/// <summary>What the members of a row of a corpus hold, by their names (Languages/row-fields.tsv).</summary>
internal static class RowFields
{
    /// <summary>In characters; no name of the table is as long.</summary>
    private const int LongestName = 40;

    private static readonly FrozenDictionary<string, (RowField Field, int Rank)> s_names = Table();
    private static readonly FrozenDictionary<string, (RowField Field, int Rank)>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a member of that name holds, and how far down its name stands in the table; null where the name is not known.</summary>
    /// <param name="name">As it stands in the row, in UTF-8.</param>
    public static (RowField Field, int Rank)? Of(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
            return null;
        Span<char> folded = stackalloc char[LongestName];
        int length = 0;
        foreach (byte b in name)
        {
            if (b is not ((byte)'_' or (byte)'-' or (byte)' '))
                folded[length++] = char.ToLowerInvariant((char)b);
        }
        return s_lookup.TryGetValue(folded[..length], out (RowField, int) field) ? field : null;
    }

    private static FrozenDictionary<string, (RowField Field, int Rank)> Table() =>
        TableFile.Rows("row-fields.tsv").Select((row, rank) => (row, rank)).ToFrozenDictionary(r => r.row[1], r => (Enum.Parse<RowField>(r.row[0], ignoreCase: true), r.rank), StringComparer.Ordinal);
}

/// <summary>What a member of a row can hold.</summary>
internal enum RowField
{
    /// <summary>The page.</summary>
    Html,

    /// <summary>The text.</summary>
    Text,

    /// <summary>The address.</summary>
    Url,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>The authors.</summary>
    Authors,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>The language.</summary>
    Language,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>The row's own name.</summary>
    Id,
}

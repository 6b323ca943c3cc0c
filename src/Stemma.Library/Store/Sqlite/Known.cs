using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>A report that is there already, found for one that is added.</summary>
internal sealed record Known
{
    private readonly string _id;
    private readonly string? _story;
    private readonly string? _other;

    /// <summary>Reads it.</summary>
    /// <param name="row">report, id, version, text_hash, the story's id, url.</param>
    /// <param name="added">The one that is added.</param>
    /// <param name="isOther">True where it was found by its words under another address.</param>
    public Known(SqliteDataReader row, NewReport added, bool isOther)
    {
        Row = row.GetInt64(0);
        _id = row.GetString(1);
        Version = row.GetInt32(2);
        HasTheseWords = SqliteSession.Bytes(row, 3).AsSpan().SequenceEqual(added.TextHash.Span);
        _story = SqliteSession.Text(row, 4);
        _other = isOther ? SqliteSession.Text(row, 5) : null;
    }

    /// <summary>Its row.</summary>
    public long Row { get; }

    /// <summary>The number of its present version.</summary>
    public int Version { get; }

    /// <summary>True where its present words are those that are added.</summary>
    public bool HasTheseWords { get; }

    /// <summary>What becomes of the one that is added.</summary>
    public PutResult Result(PutOutcome outcome) => new(outcome, _id, Version, _story, _other, Row);
}

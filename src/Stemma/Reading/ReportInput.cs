namespace Stemma.Reading;

/// <summary>The bytes of one report as they were found, and what is known of them from outside.</summary>
/// <param name="Name">The file's name or address; it becomes the report's id.</param>
/// <param name="Bytes">The whole content.</param>
public sealed record ReportInput(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The charset that a transport header names, null where none does.</summary>
    public string? Charset { get; init; }

    /// <summary>The outlet that the side file names.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address that the side file names.</summary>
    public string? Url { get; init; }

    /// <summary>The date or moment that the side file names, not yet parsed.</summary>
    public string? Published { get; init; }
}

namespace Stemma.Reading.Archives;

/// <summary>A file in a zip or tar archive, or a fault of the archive.</summary>
/// <param name="Name">The path inside the archive, with '/'.</param>
/// <param name="Content">The file's bytes, to be read before the next entry is asked for; null where there are none to read.</param>
/// <param name="Problem">What is wrong, null where nothing is.</param>
internal readonly record struct ArchiveEntry(string Name, Stream? Content, string? Problem);

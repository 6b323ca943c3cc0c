namespace Stemma.Library;

/// <summary>A file that may hold a report.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Shown">The path as messages name it.</param>
/// <param name="Id">The path below the folder that was given, with '/'; the file's name where the file itself was given.</param>
/// <param name="Root">The folder that was given, or the file's own folder.</param>
internal sealed record FoundFile(string Path, string Shown, string Id, string Root);

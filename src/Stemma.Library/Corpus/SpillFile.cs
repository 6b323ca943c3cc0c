namespace Stemma.Library.Corpus;

/// <summary>A nameless file for what memory cannot hold; it goes when it is closed.</summary>
public sealed class SpillFile(string folder) : IDisposable
{
    private FileStream? _file;

    /// <summary>Opens the file, once it is needed.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public Stream Open() => _file ??= new FileStream(Path.Combine(folder, $".stemma-{Path.GetRandomFileName()}"), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose | FileOptions.RandomAccess,
    });

    /// <summary>Closes and deletes the file.</summary>
    public void Dispose() => _file?.Dispose();
}

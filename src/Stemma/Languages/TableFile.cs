using System.IO.Compression;
using System.Reflection;

namespace Stemma.Languages;

/// <summary>
/// Reads the tables that ship inside the assembly: tab-separated lines in UTF-8; lines that start with "#" are comments
/// and name the table's source, licence and, for derived tables, the command that made it.
/// </summary>
internal static class TableFile
{
    /// <summary>The rows of a table, each split at its tabs.</summary>
    /// <param name="path">The path below Languages, such as "En/abbreviations.tsv"; a name that ends in ".gz" is unpacked.</param>
    /// <exception cref="InvalidOperationException">No such table ships.</exception>
    public static IEnumerable<string[]> Rows(string path)
    {
        foreach (string line in Lines(path))
            yield return line.Split('\t');
    }

    /// <summary>The lines of a table without comments and blank lines.</summary>
    /// <param name="path">As for <see cref="Rows"/>.</param>
    /// <exception cref="InvalidOperationException">No such table ships.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Languages/" + path)
            ?? throw new InvalidOperationException($"The table Languages/{path} does not ship with this assembly.");
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain, System.Text.Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

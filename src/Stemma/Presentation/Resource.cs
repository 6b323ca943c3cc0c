using System.Reflection;

namespace Stemma.Presentation;

/// <summary>The style sheet, the script and the schema that ship inside the assembly.</summary>
internal static class Resource
{
    /// <summary>The text of an embedded file, its lines ended by LF however it was checked out.</summary>
    /// <exception cref="InvalidOperationException">No such file ships.</exception>
    public static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} does not ship with this assembly.");
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

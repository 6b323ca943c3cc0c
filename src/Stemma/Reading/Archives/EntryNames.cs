using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>The paths that archives give their files: made safe to print, and which are no reports.</summary>
internal static class EntryNames
{
    /// <summary>In characters; a longer path is cut.</summary>
    private const int LongestName = 1024;

    // What browsers, systems and version control put beside reports.
    private static readonly string[] s_asides = [".css", ".js", ".mjs", ".map", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4"];

    /// <summary>The name in UTF-8, else in Latin letters; control characters become spaces, '\' becomes '/'.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestName)
            bytes = bytes[..LongestName];
        string name = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        return string.Create(name.Length, name, static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) ? ' ' : from[i] == '\\' ? '/' : from[i];
        });
    }

    /// <summary>True where the path leads out of the archive's own folder. It is told, not followed: nothing is written by it.</summary>
    public static bool LeadsOut(string name) => name.StartsWith('/') || name.Split('/').Contains("..");

    /// <summary>True for what is passed over in silence: folders, hidden files, and what browsers save beside a page.</summary>
    public static bool IsAside(string name)
    {
        if (name.Length == 0 || name[^1] == '/')
            return true;
        foreach (string part in name.Split('/'))
        {
            if (part is "__MACOSX" or "node_modules" || (part.StartsWith('.') && part is not ("." or "..")) || (part.EndsWith("_files", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(part, StringComparison.Ordinal)))
                return true;
        }
        return s_asides.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}

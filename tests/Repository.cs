namespace Stemma.Tests;

/// <summary>Where the tests find the files of the repository; both test programs compile this file.</summary>
internal static class Repository
{
    /// <summary>The folder with Stemma.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Stemma.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run from inside the repository; no Stemma.slnx above them.");
    }
}

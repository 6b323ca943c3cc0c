namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("stemma test ").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes a short report that can be read.</summary>
    public string WriteReport(string name) => Write(name, """
        Lighthouse keeper retires after thirty years

        The keeper of the lighthouse on Orm Point, Hedda Brask, climbed its 212 steps for the last time on Friday.

        “I never counted the ships, only the nights,” Brask said as she handed the keys to the harbour office.

        The lamp has been electric since 1983, but the port had kept the post because pilots asked for it.
        """);

    /// <summary>Copies the files of a folder into this one.</summary>
    public void CopyFrom(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            File.Copy(file, this[System.IO.Path.GetFileName(file)]);
    }

    /// <summary>Deletes the folder.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

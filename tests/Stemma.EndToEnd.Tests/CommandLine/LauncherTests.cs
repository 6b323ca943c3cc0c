using System.Runtime.Versioning;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>The script that a newcomer runs in a fresh clone.</summary>
[SupportedOSPlatform("linux"), SupportedOSPlatform("macos")]
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_works_from_any_folder_and_through_a_link()
    {
        string link = _folder["a link"];
        File.CreateSymbolicLink(link, Path.Combine(StemmaProcess.Root, "stemma"));
        Run run = Launch(link, new Dictionary<string, string>());
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Matches(@"\A\d+\.\d+\.\d+\S*\n\z", run.Output);
    }

    [Fact]
    public void When_nothing_changed_it_is_quiet()
    {
        Assert.Equal(0, Launch(Path.Combine(StemmaProcess.Root, "stemma"), new Dictionary<string, string>()).ExitCode);
        Run second = Launch(Path.Combine(StemmaProcess.Root, "stemma"), new Dictionary<string, string>());
        Assert.Empty(second.Errors);
    }

    [Fact]
    public void Without_an_sdk_it_says_where_to_get_one()
    {
        // A copy without a build, and a dotnet that knows of no SDK.
        Directory.CreateDirectory(_folder["src"]);
        File.Copy(Path.Combine(StemmaProcess.Root, "stemma"), _folder["stemma"]);
        foreach (string name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "BannedSymbols.txt"])
            File.Copy(Path.Combine(StemmaProcess.Root, name), _folder[name]);
        string dotnet = _folder.Write("bin/dotnet", "#!/bin/sh\n[ \"$1\" = --list-sdks ] && echo '8.0.100 [/nowhere]'\n");
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Run run = Launch(_folder["stemma"], new Dictionary<string, string> { ["PATH"] = _folder["bin"] + ":/usr/bin:/bin" });
        Assert.Equal(3, run.ExitCode);
        run.Says(".NET 10 SDK", "https://dotnet.microsoft.com", "8.0.100");
    }

    private Run Launch(string script, IReadOnlyDictionary<string, string> environment) =>
        StemmaProcess.Start("bash", [script, "--version"], environment, _folder.Path);
}

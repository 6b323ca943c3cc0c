using System.Diagnostics;
using System.Text;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Runs the built program as its users do: a process of its own, with its streams in pipes.</summary>
internal static class StemmaProcess
{
    /// <summary>Far more than any of these runs needs, a first build on a busy machine included; one that takes longer hangs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(8);

    /// <summary>The folder of the repository.</summary>
    public static string Root => global::Stemma.Tests.Repository.Root;

    /// <summary>The sample story.</summary>
    public static string Sample => Path.Combine(Root, "samples", "skerrin-bridge");

    /// <summary>Runs <c>stemma</c> with these arguments.</summary>
    public static Run Stemma(params string[] arguments) => Stemma(arguments, new Dictionary<string, string>());

    /// <summary>Runs <c>stemma</c> with these arguments in a changed environment.</summary>
    public static Run Stemma(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        Start(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Stemma.Cli.dll"), .. arguments], environment, Path.GetTempPath());

    /// <summary>Runs any program to its end.</summary>
    public static Run Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', arguments)} did not end within {s_limit.TotalSeconds} s");
        }
        return new Run(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}

/// <summary>What a process left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines on standard error.</summary>
    public string[] Messages => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Asserts that some message is the program's own and holds all of these words.</summary>
    public void Says(params string[] words) =>
        Assert.True(Messages.Any(m => m.StartsWith("stemma: ", StringComparison.Ordinal) && words.All(w => m.Contains(w, StringComparison.OrdinalIgnoreCase))),
            $"No line “stemma: …” with {string.Join(", ", words)} among:\n{Errors}");

    /// <summary>Asserts that the program ended by itself, not by an exception.</summary>
    public void DidNotCrash()
    {
        Assert.DoesNotContain("Unhandled exception", Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Stemma.", Errors, StringComparison.Ordinal);
        Assert.InRange(ExitCode, 0, 2);
    }
}

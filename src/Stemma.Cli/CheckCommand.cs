using System.CommandLine;
using System.Text.Json;
using Stemma.Cli.Check;

namespace Stemma.Cli;

/// <summary><c>stemma check</c>: verifies dossiers from their JSON alone.</summary>
internal static class CheckCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("dossier")
        {
            Description = "Dossiers as “stemma read -o FILE.json” writes them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("check", "Verifies dossiers: looks up every span and id, counts shares again, and tells what does not hold.\nExample: stemma check story.json") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Checks the files in the order given.</summary>
    /// <returns>0 where all are sound, 1 where one is not, 2 where one cannot be opened.</returns>
    public static int Run(IReadOnlyList<string> paths, TextWriter output, TextWriter errors)
    {
        int code = 0;
        foreach (string path in paths)
        {
            try
            {
                using FileStream file = File.OpenRead(path);
                using JsonDocument dossier = JsonDocument.Parse(file);
                IReadOnlyList<string> faults = DossierChecker.Check(dossier.RootElement);
                foreach (string fault in faults)
                    output.WriteLine($"{path}: {fault}");
                output.WriteLine(faults.Count == 0 ? $"{path}: sound" : $"{path}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}");
                if (faults.Count > 0)
                    code = Math.Max(code, 1);
            }
            catch (JsonException e)
            {
                output.WriteLine($"{path}: is no JSON ({e.Message.ReplaceLineEndings(" ")})");
                code = Math.Max(code, 1);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"stemma: {path}: cannot be read ({e.Message})");
                code = 2;
            }
        }
        return code;
    }
}

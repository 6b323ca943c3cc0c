using System.Text.Json;
using Stemma.Cli.Check;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Cli.Check;

/// <summary>What the program's own checker says of a dossier once it is written as JSON.</summary>
internal static class CheckedDossier
{
    /// <summary>The faults, one line each; empty for a sound dossier.</summary>
    public static IReadOnlyList<string> Faults(Dossier dossier)
    {
        using var json = new MemoryStream();
        DossierJson.Write(dossier, json);
        json.Position = 0;
        using var parsed = JsonDocument.Parse(json);
        return DossierChecker.Check(parsed.RootElement);
    }
}

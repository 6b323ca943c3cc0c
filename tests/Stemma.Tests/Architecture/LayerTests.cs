using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Tests.Architecture;

/// <summary>Data goes one way through the engine: Reports ← Languages ← Reading, Annotation ← Comparison ← Stories ← Presentation.</summary>
public class LayerTests
{
    /// <summary>Each layer with what it may use besides itself.</summary>
    private static readonly Dictionary<string, string[]> s_below = new(StringComparer.Ordinal)
    {
        ["Reports"] = [],
        ["Languages"] = ["Reports"],
        ["Reading"] = ["Reports", "Languages"],
        ["Annotation"] = ["Reports", "Languages"],
        ["Comparison"] = ["Reports", "Languages", "Annotation"],
        ["Stories"] = ["Reports", "Languages", "Annotation", "Comparison"],
        ["Presentation"] = ["Reports", "Languages", "Annotation", "Comparison", "Stories"],
    };

    private static readonly AssemblyFacts s_engine = AssemblyFacts.Of(typeof(Report));

    public static TheoryData<string> Layers() => [.. s_below.Keys];

    [Fact]
    public void Every_type_of_the_engine_lies_in_a_layer() =>
        Assert.Empty(s_engine.Types.Where(t => t.Namespace.StartsWith("Stemma", StringComparison.Ordinal) && !s_below.ContainsKey(LayerOf(t.Name))).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_uses_only_those_below(string layer)
    {
        string[] wrong = [.. s_engine.Types.Where(t => LayerOf(t.Name) == layer)
            .SelectMany(t => t.UsedTypes.Where(u => LayerOf(u) is { Length: > 0 } used && used != layer && !s_below[layer].Contains(used)).Select(u => $"{t.Name} uses {u}"))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_engine_refers_to_the_framework_and_AngleSharp_alone()
    {
        string framework = RuntimeEnvironment.GetRuntimeDirectory();
        Assert.DoesNotContain(s_engine.References, r => r != "AngleSharp" && !File.Exists(Path.Combine(framework, r + ".dll")));
    }

    [Fact]
    public void The_library_does_not_know_the_command_line() =>
        Assert.DoesNotContain(AssemblyFacts.Of(typeof(global::Stemma.Library.JsonLines)).References, r => r is "Stemma.Cli" or "Stemma.Web" or "Spectre.Console" or "System.CommandLine");

    [Fact]
    public void Only_reading_uses_AngleSharp() =>
        Assert.Empty(s_engine.Types.Where(t => LayerOf(t.Name) != "Reading" && t.UsedTypes.Any(u => u.StartsWith("AngleSharp.", StringComparison.Ordinal))).Select(t => t.Name));

    // "Stemma.Stories.Lineage.Lineage" → "Stories"; "" for what is not ours.
    private static string LayerOf(string type)
    {
        string[] parts = type.Split('.', '+');
        return parts.Length > 2 && parts[0] == "Stemma" && parts[1] is not ("Library" or "Cli" or "Web") ? parts[1] : "";
    }
}

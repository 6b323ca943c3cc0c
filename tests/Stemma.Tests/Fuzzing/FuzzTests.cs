using Stemma.Bench.Planting;
using Stemma.Fuzzing;

namespace Stemma.Tests.Fuzzing;

/// <summary>Every reader of untrusted bytes stands broken input. Longer searches: tools/Stemma.Fuzzing.</summary>
public class FuzzTests
{
    private const int Inputs = 300;

    private static string Seeds(string reader) => Path.Combine(Repository.Root, "tools", "Stemma.Fuzzing", "Seeds", reader);

    private static string Found => Path.Combine(Repository.Root, "tests", "Stemma.Tests", "Fuzzing", "Found");

    public static TheoryData<string> Readers => [.. FuzzTargets.All.Select(t => t.Name)];

    public static TheoryData<string> FoundCases => [.. Directory.EnumerateFiles(Found).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_reader_stands_samples_and_broken_samples(string reader)
    {
        FuzzTarget target = FuzzTargets.All.Single(t => t.Name == reader);
        byte[][] samples = [.. Directory.EnumerateFiles(Seeds(reader)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.NotEmpty(samples);
        var mutator = new Mutator(new Chance(20), samples, target.Tokens);
        foreach (byte[] input in samples.Concat(Enumerable.Range(0, Inputs).Select(_ => mutator.Next())))
            target.Read(input);
    }

    [Theory]
    [MemberData(nameof(FoundCases))]
    public void What_once_broke_a_reader_no_longer_does(string file) =>
        FuzzTargets.All.Single(t => t.Name == file.Split('-')[0]).Read(File.ReadAllBytes(Path.Combine(Found, file)));
}

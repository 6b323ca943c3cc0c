using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Stemma.Bench.Planting;

namespace Stemma.Fuzzing;

/// <summary>Feeds a reader broken inputs for a time and keeps those that it does not stand.</summary>
internal static class FuzzRun
{
    /// <summary>In seconds for one input of at most a quarter of a megabyte: far more than any needs, so that only work which grows too fast is met.</summary>
    private const double Slow = 5;

    /// <summary>In faults; after so many the reader is to be mended first.</summary>
    private const int MostFaults = 20;

    /// <summary>Runs for so many minutes; returns the number of faults.</summary>
    public static int For(FuzzTarget target, IReadOnlyList<byte[]> samples, double minutes, ulong seed, string found)
    {
        var mutator = new Mutator(new Chance(seed), samples, target.Tokens);
        var clock = Stopwatch.StartNew();
        long inputs = 0, bytes = 0;
        int faults = 0;
        double slowest = 0;
        while (clock.Elapsed.TotalMinutes < minutes && faults < MostFaults)
        {
            byte[] input = mutator.Next();
            (string? fault, double seconds) = Try(target, input);
            inputs++;
            bytes += input.Length;
            slowest = Math.Max(slowest, seconds);
            if (fault is null)
                continue;
            faults++;
            Directory.CreateDirectory(found);
            string file = Path.Combine(found, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}.bin");
            File.WriteAllBytes(file, input);
            Console.WriteLine($"{file}: {fault}");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {inputs} inputs, {bytes / 1e6:F1} MB in {clock.Elapsed.TotalMinutes:F1} min, seed {seed}, slowest {slowest * 1000:F0} ms, {faults} faults"));
        return faults;
    }

    /// <summary>What is wrong with how the reader takes the input, null where nothing is, and how long it took.</summary>
    public static (string? Fault, double Seconds) Try(FuzzTarget target, byte[] input)
    {
        var clock = Stopwatch.StartNew();
        string? fault = null;
        try
        {
            target.Read(input);
        }
#pragma warning disable CA1031 // any exception at all is a fault, and the search goes on
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = $"{e.GetType().Name}: {e.Message}\n{e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }
        double seconds = clock.Elapsed.TotalSeconds;
        return (fault ?? (seconds > Slow ? string.Create(CultureInfo.InvariantCulture, $"took {seconds:F1} s") : null), seconds);
    }
}

using System.Runtime.CompilerServices;

namespace Stemma.Tests.Presentation;

/// <summary>Compares an output with the approved file beside the test.</summary>
internal static class Approval
{
    /// <summary>Fails where the output differs from NAME.approved.txt, and leaves what came as NAME.received.txt: look at it, and if it is right rename it.</summary>
    public static void Approve(string name, string actual, [CallerFilePath] string test = "")
    {
        string folder = Path.GetDirectoryName(test)!;
        string approved = Path.Combine(folder, name + ".approved.txt");
        string received = Path.Combine(folder, name + ".received.txt");
        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} is not what was approved; compare {received} with {approved}.\n{FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] was = expected.Split('\n'), came = actual.Split('\n');
        int line = 0;
        while (line < was.Length && line < came.Length && was[line] == came[line])
            line++;
        return FormattableString.Invariant($"line {line + 1}\n  approved: {(line < was.Length ? was[line] : "(ends)")}\n  received: {(line < came.Length ? came[line] : "(ends)")}");
    }
}

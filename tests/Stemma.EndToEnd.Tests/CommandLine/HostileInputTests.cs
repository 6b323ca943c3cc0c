using System.Text;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>A page can hold anything: nothing makes the program crash or hang (<see cref="StemmaProcess"/> ends what does).</summary>
public sealed class HostileInputTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Inputs() => ["one word", "one letter a line", "open quotation marks", "apostrophes", "noise", "deep nesting", "unclosed tags",
        "lone surrogates", "digits", "one sentence again and again", "capitals", "dates", "brackets", "null bytes in a page", "long attribute"];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void It_ends_by_itself(string kind)
    {
        _folder.WriteReport("good.txt");
        File.WriteAllBytes(_folder["hostile.txt"], BytesOf(kind));
        Run run = StemmaProcess.Stemma("read", _folder.Path, "-o", _folder["story.json"]);
        run.DidNotCrash();
        Assert.InRange(run.ExitCode, 0, 1);
        Assert.Contains("good.txt", File.ReadAllText(_folder["story.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_copies_of_a_long_report_are_one_origin()
    {
        string text = File.ReadAllText(Path.Combine(StemmaProcess.Sample, "the-lantern.txt"));
        for (int i = 0; i < 100; i++)
            _folder.Write($"copy{i:000}.txt", text + $"\nOutlet number {i} adds that the tide will turn at {i % 24} o’clock.\n");
        Run run = StemmaProcess.Stemma("read", _folder.Path, "--json");
        run.DidNotCrash();
        using var dossier = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(1, dossier.RootElement.GetProperty("lineage").GetProperty("origins").GetArrayLength());
    }

    private static byte[] BytesOf(string kind) => kind switch
    {
        "one word" => Repeat("a", Megabyte),
        "one letter a line" => Repeat("a\n", Megabyte),
        "open quotation marks" => Repeat("“He said ‘", Megabyte),
        "apostrophes" => Repeat("' s'", Megabyte),
        "noise" => Noise(),
        "deep nesting" => Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 50_000)) + "Text that lies deep, as nobody would put it."),
        "unclosed tags" => Repeat("<p><a href='x'>He said, “", Megabyte),
        // A lone surrogate written as UTF-8 would be: not valid, but found in the wild.
        "lone surrogates" => [.. Enumerable.Range(0, 100_000).SelectMany(_ => (byte[])[0xED, 0xA0, 0x80, (byte)'a', (byte)' '])],
        "digits" => Repeat("1,234.56-", Megabyte),
        "one sentence again and again" => Repeat("The minister said the bridge was closed on Monday. ", Megabyte),
        "capitals" => Repeat("Minister Of The ", Megabyte),
        "dates" => Repeat("last Monday in May 2024, two days before 3 June and ", Megabyte),
        "brackets" => Repeat("([{", Megabyte),
        "null bytes in a page" => Encoding.UTF8.GetBytes("<html><body><p>" + string.Concat(Enumerable.Repeat("A sentence with\0 a hole in it, as a broken server sends it. ", 1000))),
        "long attribute" => Encoding.UTF8.GetBytes("<html><body><p title='" + new string('x', Megabyte) + "'>One sentence is all that this page has to tell.</p>"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such input"),
    };

    private static byte[] Repeat(string words, int bytes) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(words, bytes / words.Length)));

    // Letters, marks and line ends in an order without sense, the same on every run (a linear congruential generator, Knuth's MMIX constants).
    private static byte[] Noise()
    {
        const string letters = "abcdefgh  ,.\n“”‘’\"'-ABC123—:;()";
        var text = new StringBuilder(Megabyte);
        ulong state = 42;
        for (int i = 0; i < Megabyte / 2; i++)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            text.Append(letters[(int)((state >> 33) % (ulong)letters.Length)]);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>A bad input gets a line that names it and says what is wrong; it never stops the good ones.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        Run run = StemmaProcess.Stemma("read", _folder["nowhere"]);
        run.DidNotCrash();
        Assert.NotEqual(0, run.ExitCode);
        run.Says("nowhere");
    }

    [Fact]
    public void A_path_that_is_not_there_does_not_stop_the_others()
    {
        string good = _folder.WriteReport("good.txt");
        Run run = StemmaProcess.Stemma("read", good, _folder["nowhere.txt"]);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("nowhere.txt");
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void A_mistyped_option_is_not_taken_for_a_file()
    {
        Run run = StemmaProcess.Stemma("read", _folder.WriteReport("good.txt"), "--thrads", "2");
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("--thrads");
    }

    [Fact]
    public void An_empty_folder_is_named()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Run run = StemmaProcess.Stemma("read", _folder["empty"]);
        run.DidNotCrash();
        Assert.NotEqual(0, run.ExitCode);
        run.Says("empty");
    }

    [Theory]
    [InlineData("empty.txt", "")]
    [InlineData("blank.txt", " \n\t\n ")]
    [InlineData("page.html", "<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>")]
    public void A_file_without_a_report_is_named_and_the_rest_is_read(string name, string content)
    {
        _folder.WriteReport("good.txt");
        _folder.Write(name, content);
        Run run = StemmaProcess.Stemma("read", _folder.Path);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says(name);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void A_binary_file_is_named_and_the_rest_is_read()
    {
        _folder.WriteReport("good.txt");
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(i * 7919 >> 3);
        File.WriteAllBytes(_folder["picture.txt"], bytes);
        Run run = StemmaProcess.Stemma("read", _folder.Path);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("picture.txt");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named_and_the_rest_is_read()
    {
        if (OperatingSystem.IsWindows())
            return; // no permission bits
        _folder.WriteReport("good.txt");
        string secret = _folder.WriteReport("secret.txt");
        File.SetUnixFileMode(secret, UnixFileMode.None);
        if (CanRead(secret))
        {
            // The administrator may read everything: a link to itself cannot be read by anybody.
            File.Delete(secret);
            File.CreateSymbolicLink(secret, secret);
        }
        Run run = StemmaProcess.Stemma("read", _folder["good.txt"], secret);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("secret.txt");
    }

    [Fact]
    public void The_same_file_given_twice_is_one_report()
    {
        string report = _folder.WriteReport("good.txt");
        Run run = StemmaProcess.Stemma("read", report, report, "--json");
        run.DidNotCrash();
        using var dossier = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(1, dossier.RootElement.GetProperty("reports").GetArrayLength());
    }

    [Theory]
    [InlineData("reports.csv", "name;when\ngood.txt;2024-05-01\n")]
    [InlineData("reports.csv", "file,published\ngood.txt,the day before\n")]
    [InlineData("reports.csv", "file,published\nmissing.txt,2024-05-01\n")]
    [InlineData("reports.json", "[{\"file\": \"good.txt\", ")]
    public void A_side_file_with_a_fault_is_named_and_the_reports_are_still_read(string name, string content)
    {
        _folder.WriteReport("good.txt");
        _folder.Write(name, content);
        Run run = StemmaProcess.Stemma("read", _folder.Path, "--json");
        run.DidNotCrash();
        run.Says(name);
        using var dossier = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(1, dossier.RootElement.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public void A_result_that_cannot_be_written_is_told_and_ends_with_2()
    {
        string report = _folder.WriteReport("good.txt");
        Run run = StemmaProcess.Stemma("read", report, "-o", Path.Combine(report, "story.json"));
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("story.json");
    }

    private static bool CanRead(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}

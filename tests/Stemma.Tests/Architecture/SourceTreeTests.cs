using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Stemma.Tests.Architecture;

/// <summary>What must be true of the files of the repository.</summary>
public partial class SourceTreeTests
{
    /// <summary>In lines; a file that needs more does more than one thing.</summary>
    private const int LongestFile = 500;

    private static readonly string s_root = Repository.Root;

    [Fact]
    public void No_source_file_is_too_long_to_read()
    {
        string[] wrong = [.. Files("src", ".cs", ".css", ".js").Concat(Files("tests", ".cs"))
            .Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(x => x.Lines > LongestFile).Select(x => $"{Short(x.File)}: {x.Lines} lines")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_table_names_its_source_and_its_licence()
    {
        string[] wrong = [.. Files(Path.Combine("src", "Stemma", "Languages"), ".tsv", ".txt", ".gz")
            .Where(f => !Path.GetFileName(f).Contains("LICENSE", StringComparison.OrdinalIgnoreCase))
            .Where(f => !HeaderSays(f, "# source: ") || !HeaderSays(f, "# licence: ")).Select(Short)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_package_has_a_decision_that_says_why()
    {
        string decisions = string.Concat(Files(Path.Combine("docs", "decisions"), ".md").Select(File.ReadAllText));
        string[] packages = [.. XDocument.Load(Path.Combine(s_root, "Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value)];
        Assert.NotEmpty(packages);
        Assert.All(packages, p => Assert.Contains($"`{p}`", decisions, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_folder_of_the_engine_is_told_in_the_architecture()
    {
        string told = File.ReadAllText(Path.Combine(s_root, "docs", "ARCHITECTURE.md"));
        string[] folders = [.. Directory.EnumerateDirectories(Path.Combine(s_root, "src", "Stemma")).Select(f => Path.GetFileName(f)).Where(n => n is not ("bin" or "obj"))];
        Assert.NotEmpty(folders);
        Assert.All(folders, f => Assert.Contains($"`{f}/`", told, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_documents_leads_to_a_file()
    {
        string[] documents = [.. Directory.EnumerateFiles(s_root, "*.md"), .. Files("docs", ".md"), .. Files("samples", ".md")];
        string[] wrong = [.. documents.SelectMany(d => Link().Matches(File.ReadAllText(d)).Select(m => (Document: d, Target: m.Groups["target"].Value)))
            .Where(x => !x.Target.Contains("://", StringComparison.Ordinal) && !x.Target.StartsWith('#'))
            .Where(x => !Path.Exists(Path.Combine(Path.GetDirectoryName(x.Document)!, x.Target.Split('#')[0])))
            .Select(x => $"{Short(x.Document)} → {x.Target}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static bool HeaderSays(string file, string words)
    {
        using Stream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line && line.StartsWith('#'))
        {
            if (line.StartsWith(words, StringComparison.Ordinal) && line.Length > words.Length)
                return true;
        }
        return false;
    }

    private static IEnumerable<string> Files(string folder, params string[] ends)
    {
        string path = Path.Combine(s_root, folder);
        return !Directory.Exists(path) ? [] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => ends.Contains(Path.GetExtension(f)) && !Short(f).Split('/').Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal);
    }

    private static string Short(string file) => Path.GetRelativePath(s_root, file).Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}

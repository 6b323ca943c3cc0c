using System.IO.Compression;
using System.Text;
using Stemma.Library;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Library;

/// <summary>Archives as files of a story.</summary>
public sealed class ReportArchivesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_archive_in_a_folder_gives_its_reports_beside_the_others()
    {
        Write("a.txt", Bytes("one"));
        Write("more.zip", Zip(("b.txt", Bytes("two")), ("day/c.txt", Bytes("three"))));
        Write("rows.jsonl", Bytes("{\"text\":\"four\"}\n{\"text\":\"five\",\"url\":\"https://a.example/5\"}\n"));
        OpenedReports opened = Open();
        Assert.Equal(["a.txt", "https://a.example/5", "more.zip/b.txt", "more.zip/day/c.txt", "rows.jsonl#1"], opened.Inputs.Select(i => i.Name));
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public void A_side_file_in_an_archive_tells_of_the_reports_beside_and_below_it_wherever_it_stands()
    {
        Write("story.zip", Zip(("day/b.txt", Bytes("two")), ("day/reports.csv", Bytes("file,outlet,published\nb.txt,Courier,2024-03-12\nmore/c.txt,Herald,soon\n")), ("day/more/c.txt", Bytes("three"))));
        OpenedReports opened = Open();
        Assert.Equal([("Courier", "2024-03-12"), ("Herald", null)], opened.Inputs.Select(i => (i.Outlet, i.Published)));
        FileProblem problem = Assert.Single(opened.Problems);
        Assert.StartsWith(Path.Combine(_folder, "story.zip") + "/day/reports.csv: line 3", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_file_beside_a_packed_page_tells_of_it()
    {
        Write("a.html.gz", Gzip(Bytes(Page)));
        Write("reports.csv", Bytes("file,outlet\na.html.gz,Courier\n"));
        Assert.Equal(("a.html.gz", "Courier"), Open().Inputs.Select(i => (i.Name, i.Outlet)).Single());
    }

    [Fact]
    public void Two_reports_of_one_address_are_told_apart_by_where_they_lie()
    {
        Write("pages.warc", Joined(Response("https://a.example/"), Response("https://a.example/", "<html><p>Another day, another page.</p></html>")));
        Assert.Equal(["https://a.example/ (pages.warc#1)", "https://a.example/ (pages.warc#2)"], Open().Inputs.Select(i => i.Name));
    }

    [Fact]
    public void Faults_are_told_under_the_path_that_was_given()
    {
        byte[] zip = Zip(("a.txt", Bytes("one")));
        string path = Write("clipped.zip", zip[..(zip.Length - 60)]);
        OpenedReports opened = Open();
        Assert.Single(opened.Inputs);
        Assert.Contains(opened.Problems, p => p.Name == path && p.IsUnread && p.Why.Contains("zip archive", StringComparison.Ordinal));
    }

    [Fact]
    public void A_corpus_is_too_much_for_one_story_and_the_verbs_for_a_corpus_are_named()
    {
        using (var file = new StreamWriter(Path.Combine(_folder, "rows.jsonl")))
        {
            for (int i = 0; i < 6000; i++)
                file.Write($"{{\"text\":\"row {i}\"}}\n");
        }
        OpenedReports opened = Open();
        Assert.Equal(5000, opened.Inputs.Count);
        FileProblem problem = Assert.Single(opened.Problems);
        Assert.Contains("stemma dedupe", problem.Why, StringComparison.Ordinal);
        Assert.Contains("stemma extract", problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_faults_of_one_file_are_told_as_some_and_their_number()
    {
        Write("rows.jsonl", Bytes("{\"text\":\"one\"}\n" + string.Concat(Enumerable.Repeat("{\"x\":1}\n", 3000))));
        OpenedReports opened = Open();
        Assert.Single(opened.Inputs);
        Assert.Equal(101, opened.Problems.Count);
        Assert.Contains(opened.Problems, p => p.Why.StartsWith("2900 more problems", StringComparison.Ordinal));
    }

    [Fact]
    public void Side_files_dossiers_and_empty_archives_are_no_reports()
    {
        Write("reports.json", Bytes("[]"));
        Write("story.json", Bytes("{\n  \"stemma\": \"0.1.0\"\n}"));
        string pictures = Write("pictures.zip", Zip(("a.png", [1])));
        OpenedReports opened = Open();
        Assert.Empty(opened.Inputs);
        Assert.Equal(pictures, Assert.Single(opened.Problems).Name);
    }

    [Fact]
    public void An_archive_on_standard_input_is_opened()
    {
        OpenedReports opened = ReportFiles.Open(["-"], new ForwardStream(new MemoryStream(Gzip(Joined(Response("https://a.example/1"), Record("conversion", "https://a.example/2", "text/plain", Bytes("two")))))));
        Assert.Equal(["https://a.example/1", "https://a.example/2"], opened.Inputs.Select(i => i.Name));
    }

    private OpenedReports Open() => ReportFiles.Open([_folder], Stream.Null);

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}

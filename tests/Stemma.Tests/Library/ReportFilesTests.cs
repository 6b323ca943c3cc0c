using System.Text;
using Stemma.Library;
using Stemma.Reading;

namespace Stemma.Tests.Library;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static OpenedReports Open(params string[] paths) => ReportFiles.Open(paths, Stream.Null);

    [Fact]
    public void A_folder_gives_its_reports_and_those_of_its_sub_folders_by_name()
    {
        Write("b.txt", "b");
        Write("a.html", "a");
        Write("more/c.txt", "c");
        Write(".hidden.txt", "no");
        Write("picture.png", "no");
        OpenedReports opened = Open(_folder);
        Assert.Equal(["a.html", "b.txt", "more/c.txt"], opened.Inputs.Select(i => i.Name));
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public void The_order_of_the_paths_changes_nothing()
    {
        string a = Write("x/a.txt", "one"), b = Write("y/a.txt", "two");
        Assert.Equal(Open(a, b).Inputs.Select(i => i.Name), Open(b, a).Inputs.Select(i => i.Name));
        Assert.Equal(["x/a.txt", "y/a.txt"], Open(b, a).Inputs.Select(i => i.Name));
    }

    [Fact]
    public void A_file_that_is_given_twice_is_read_once_without_a_word()
    {
        string a = Write("a.txt", "one");
        OpenedReports opened = Open(a, _folder, a);
        Assert.Single(opened.Inputs);
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public void A_dash_reads_standard_input()
    {
        OpenedReports opened = ReportFiles.Open(["-"], new MemoryStream("words"u8.ToArray()));
        Assert.Equal("standard input", Assert.Single(opened.Inputs).Name);
    }

    [Fact]
    public void A_missing_path_is_a_problem_and_the_rest_is_read()
    {
        string a = Write("a.txt", "one"), missing = Path.Combine(_folder, "b.txt");
        OpenedReports opened = Open(missing, a);
        Assert.Single(opened.Inputs);
        FileProblem problem = Assert.Single(opened.Problems);
        Assert.True(problem.IsUnread);
        Assert.Equal($"{missing}: no such file or folder; check the path", problem.ToString());
    }

    [Fact]
    public void An_empty_folder_says_what_to_put_in() => Assert.Contains("holds no reports; put text or HTML files", Assert.Single(Open(_folder).Problems).Why, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_and_a_pdf_are_named()
    {
        string empty = Write("a.txt", "");
        string pdf = Write("b.pdf", "%PDF");
        OpenedReports opened = Open(_folder);
        Assert.Empty(opened.Inputs);
        Assert.Equal([empty, pdf], opened.Problems.Select(p => p.Name));
        Assert.All(opened.Problems, p => Assert.Contains("; ", p.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_two_hundred_megabytes_is_refused_by_its_size()
    {
        string path = Path.Combine(_folder, "a.txt");
        using (FileStream stream = File.Create(path))
            stream.SetLength(200L * 1024 * 1024);
        Assert.Contains("too long", Assert.Single(Open(path).Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_links_to_itself_ends()
    {
        Write("a.txt", "one");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        OpenedReports opened = Open(_folder);
        Assert.Equal(["a.txt"], opened.Inputs.Select(i => i.Name));
    }

    [Fact]
    public void Two_copies_of_one_file_are_read_once_and_said()
    {
        Write("a.txt", "one");
        Write("b.txt", "one");
        OpenedReports opened = Open(_folder);
        Assert.Equal("a.txt", Assert.Single(opened.Inputs).Name);
        FileProblem note = Assert.Single(opened.Problems);
        Assert.Equal("b.txt", note.Name);
        Assert.False(note.IsUnread);
    }

    [Fact]
    public void Two_outlets_that_printed_the_same_bytes_are_two_reports()
    {
        Write("a.txt", "one");
        Write("b.txt", "one");
        Write("reports.csv", "file,outlet\na.txt,Courier\nb.txt,Herald\n");
        Assert.Equal(["Courier", "Herald"], Open(_folder).Inputs.Select(i => i.Outlet));
    }

    [Theory]
    [InlineData("published,file,url,outlet\n2024-03-12,a.txt,https://c.example/,\"Courier, The\"\n")]
    [InlineData("\uFEFFfile;published;outlet;url\r\na.txt;2024-03-12;\"Courier, The\";https://c.example/\r\n")]
    public void A_csv_side_file_tells_outlet_address_and_date_in_any_order_of_columns(string csv)
    {
        Write("a.txt", "one");
        Write("reports.csv", csv);
        OpenedReports opened = Open(_folder);
        ReportInput input = Assert.Single(opened.Inputs);
        Assert.Equal(("Courier, The", "https://c.example/", "2024-03-12"), (input.Outlet, input.Url, input.Published));
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData("[{\"file\":\"a.txt\",\"outlet\":\"Courier\",\"published\":\"2024-03-12T10:00Z\"}]")]
    [InlineData("{\"a.txt\":{\"outlet\":\"Courier\",\"published\":\"2024-03-12T10:00Z\"}}")]
    public void A_json_side_file_is_a_list_or_an_object(string json)
    {
        Write("a.txt", "one");
        Write("reports.json", json);
        OpenedReports opened = Open(_folder);
        ReportInput input = Assert.Single(opened.Inputs);
        Assert.Equal(("Courier", "2024-03-12T10:00Z"), (input.Outlet, input.Published));
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public void A_side_file_of_the_folder_above_names_reports_by_their_path()
    {
        Write("more/a.txt", "one");
        Write("reports.csv", "file,outlet\nmore/a.txt,Courier\n");
        Assert.Equal("Courier", Assert.Single(Open(_folder).Inputs).Outlet);
    }

    [Theory]
    [InlineData("outlet,url\nCourier,x\n", "line 1: there is no column “file”")]
    [InlineData("file,paper\na.txt,Courier\n", "line 1: the column “paper” is not known")]
    [InlineData("file,published\na.txt,soon\n", "line 2: “soon” is no date that can be read; write it as 2024-03-12")]
    [InlineData("file,published\na.txt,2024-02-31\n", "line 2: the date at “2024” cannot be")]
    [InlineData("file,outlet\na.txt,Courier\nz.txt,Herald\n", "line 3: there is no file “z.txt” in this folder")]
    [InlineData("file,outlet\na.txt,Courier\na.txt,Herald\n", "line 3: “a.txt” is named before")]
    [InlineData("file,outlet\na.txt,\"Cou\"rier\n", "line 2: the quotation marks do not match")]
    [InlineData("", "the side file is empty")]
    public void What_is_wrong_in_a_side_file_is_said_with_its_line_and_the_reports_are_read(string csv, string message)
    {
        Write("a.txt", "one");
        string path = Write("reports.csv", csv);
        OpenedReports opened = Open(_folder);
        Assert.Single(opened.Inputs);
        FileProblem problem = Assert.Single(opened.Problems);
        Assert.StartsWith(path + ": " + message, problem.ToString(), StringComparison.Ordinal);
        Assert.False(problem.IsUnread);
    }

    [Theory]
    [InlineData("[{\"file\":\n 12", "line 2: this is not JSON")]
    [InlineData("7", "neither a list nor an object")]
    [InlineData("[7]", "entry 1: this is no object")]
    [InlineData("[{\"outlet\":\"Courier\"}]", "entry 1: no file is named")]
    public void What_is_wrong_in_a_json_side_file_is_said(string json, string message)
    {
        Write("a.txt", "one");
        Write("reports.json", json);
        Assert.Contains(message, Assert.Single(Open(_folder).Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_unique_whatever_the_folders()
    {
        string one = Write("x/day/a.txt", "one"), two = Write("y/day/a.txt", "two");
        OpenedReports opened = Open(Path.GetDirectoryName(one)!, Path.GetDirectoryName(two)!);
        Assert.Equal(["day/a.txt", "day/a.txt (2)"], opened.Inputs.Select(i => i.Name));
        Assert.Equal(["one", "two"], opened.Inputs.Select(i => Encoding.UTF8.GetString(i.Bytes.Span)));
    }
}

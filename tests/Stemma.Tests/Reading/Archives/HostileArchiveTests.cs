using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Stemma.Reading;
using Stemma.Reading.Archives;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Reading.Archives;

/// <summary>Archives that lie, break off or are made to do harm: told, bounded, never fatal.</summary>
public class HostileArchiveTests
{
    // In bytes: far above what an archive of these tests may cost, far below what its bombs unpack to.
    private const long Bounded = 700L << 20;

    [Fact]
    public void A_gzip_bomb_of_ten_gigabytes_costs_no_more_than_its_limits()
    {
        byte[] bomb = OneLetter(10L << 30);
        Assert.InRange(bomb.Length, 1 << 20, 64 << 20);
        foreach (byte[] file in (byte[][])[bomb, Gzip(bomb), Zip(("bomb.txt.gz", bomb), ("b.txt", Bytes("two"))), InTar(bomb)])
        {
            string[] problems = [.. Within(file).Select(r => r.Problem).OfType<string>()];
            Assert.NotEmpty(problems);
            Assert.All(problems, p => Assert.Matches("too long|times its size", p));
        }
    }

    [Fact]
    public void A_packed_file_that_is_no_text_is_told_what_it_is_unless_it_is_one_of_many()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0];
        Assert.NotNull(Assert.Single(Within(Gzip(picture))).Input);
        Assert.Empty(Within(Zip(("a", Gzip(picture)))));
    }

    [Fact]
    public void A_bomb_inside_a_packed_web_page_is_cut_off()
    {
        byte[] page = OneLetter(2L << 30);
        List<UnpackedReport> reports = Within(Joined(Gzip(Response("https://a.example/", page, "Content-Type: text/html\r\nContent-Encoding: gzip")), Gzip(Response("https://b.example/"))));
        Assert.Contains("too long", reports[0].Problem, StringComparison.Ordinal);
        Assert.Equal("https://b.example/", reports[^1].Input!.Url);
    }

    [Fact]
    public void Archives_that_nest_too_deep_end_with_a_message()
    {
        byte[] archive = Bytes(Page);
        for (int i = 0; i < 50; i++)
            archive = (i % 3) switch { 0 => Gzip(archive), 1 => Zip(("inner", archive)), _ => Tar(TarEntryFormat.Pax, ("inner", archive)) };
        Assert.Contains("archives lie in archives", Assert.Single(Within(archive)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_of_archives_of_one_letter_ends_at_its_ratio()
    {
        // As 42.zip is made: sixteen in each of sixteen, four gigabytes in the last.
        byte[] archive = Zip(("a.txt", Bytes(new string('a', 40 << 20))));
        for (int i = 0; i < 4; i++)
            archive = Zip([.. Enumerable.Range(0, 16).Select(n => ($"{n}.zip", archive))]);
        Assert.Contains("times its size", Within(archive)[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_whose_directory_lists_one_file_many_times_is_read_once_and_told()
    {
        byte[] zip = Zip(("a.txt", Bytes("one")));
        int directory = Find(zip, "PK\u0001\u0002"), end = Find(zip, "PK\u0005\u0006");
        byte[] entry = zip[directory..end];
        byte[] overlapping = Joined(zip[..directory], Joined([.. Enumerable.Repeat(entry, 1000)]), zip[end..]);
        List<UnpackedReport> reports = Within(overlapping);
        Assert.Equal("one", reports[0].Text());
        Assert.Contains("lists 1000 files, but 1 are in it", Assert.Single(reports.Skip(1)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_files_unknown_methods_and_paths_that_lead_out_are_told()
    {
        byte[] zip = Zip(CompressionLevel.NoCompression, true, ("a.txt", Bytes("one")), ("../../etc/b.txt", Bytes("two")), ("c.txt", Bytes("three")));
        zip[6] |= 1;
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 8), 14);
        List<UnpackedReport> reports = Within(zip);
        Assert.Contains("encrypted", reports[0].Problem, StringComparison.Ordinal);
        Assert.Contains("leads out of the archive", reports[1].Problem, StringComparison.Ordinal);
        Assert.Equal("two", reports[2].Text());
        Assert.Contains("method 14", reports[3].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_breaks_off_gives_what_it_holds()
    {
        byte[] zip = Zip(("a.txt", Bytes("one")), ("b.txt", Bytes(Page)));
        foreach (int length in (int[])[zip.Length - 10, Find(zip, "PK\u0001\u0002"), zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 50])
        {
            List<UnpackedReport> reports = Within(zip[..length]);
            Assert.Equal("one", reports[0].Text());
            Assert.True(reports.Exists(r => r.Problem is not null) || length == zip.Length - 10);
        }
    }

    [Fact]
    public void A_damaged_file_of_a_zip_is_told_and_the_next_is_read()
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"word{i * 7919 % 1009} ")));
        foreach (bool seekable in (bool[])[true, false])
        {
            byte[] zip = Zip(CompressionLevel.Optimal, seekable, ("a.txt", content), ("b.txt", Bytes("two")));
            zip.AsSpan(1000, 300).Fill(0xA5);
            List<UnpackedReport> reports = Within(zip);
            Assert.NotNull(reports[0].Problem);
            Assert.Contains(reports, r => r.Name == "file/b.txt" && r.Text() == "two" && r.Problem is null);
        }
    }

    [Theory]
    [InlineData("77777777777\0")]
    [InlineData("-1234567890\0")]
    [InlineData("not a number")]
    [InlineData("\u0080\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF")]
    [InlineData("\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF")]
    public void A_tar_entry_of_an_impossible_length_is_told(string size)
    {
        byte[] tar = Tar(TarEntryFormat.Ustar, ("a.txt", Bytes("one")), ("b.txt", Bytes("two")), ("c.txt", Bytes("three")));
        Encoding.Latin1.GetBytes(size).CopyTo(tar.AsSpan(1024 + 124));
        Seal(tar.AsSpan(1024, 512));
        List<UnpackedReport> reports = Within(tar);
        Assert.Equal("one", reports[0].Text());
        Assert.Contains(reports.Skip(1), r => r.Problem is not null);
        Assert.True(size[0] == '7' || reports[^1].Text() == "three");
    }

    [Fact]
    public void A_broken_tar_header_is_told_and_the_next_is_found()
    {
        byte[] tar = Tar(TarEntryFormat.Ustar, ("a.txt", Bytes("one")), ("b.txt", Bytes("two")), ("c.txt", Bytes("three")));
        tar[1024 + 50] ^= 1;
        List<UnpackedReport> reports = Within(tar);
        Assert.Equal([("file/a.txt", false), ("file", true), ("file/c.txt", false)], reports.Select(r => (r.Name, r.Problem is not null)));
        Assert.Contains("at byte 1024", reports[1].Problem, StringComparison.Ordinal);
        Assert.Contains("breaks off", Within(tar[..1300])[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lying_lengths_set_no_memory_aside()
    {
        byte[] record = Record("resource", "https://a.example/", "text/html", Bytes("x"), 49_000_000);
        Assert.Equal(50, Within(Joined([.. Enumerable.Repeat(record, 50)])).Count(r => r.Input is not null));
        // What is read again is limited, so that many lies do not make the work grow with their square.
        Assert.InRange(Within(Joined([.. Enumerable.Repeat(record, 20_000)])).Count(r => r.Input is not null), 10, 20_000);
    }

    [Fact]
    public void Headers_without_an_end_are_not_each_looked_through_to_the_end_of_the_file()
    {
        // With work that grows with the square this would take hours.
        byte[] starts = Joined([.. Enumerable.Repeat(Bytes("WARC/1.1\n"), 300_000)]);
        Assert.Equal(300_000, Within(starts).Count);
        Assert.Equal("https://a.example/", Within(Joined(Bytes("WARC/1.1\nX: y\nWARC/1.1\n"), Response("https://a.example/")))[^1].Input?.Url);
    }

    [Fact]
    public void Whatever_is_changed_in_an_archive_reading_ends_within_bounds_gives_the_same_and_never_throws()
    {
        byte[][] seeds =
        [
            Zip(("a.txt", Bytes("one")), ("b.html", Bytes(Page))), Zip(CompressionLevel.Fastest, seekable: false, ("a.txt", Bytes(Page)), ("b.html", Bytes(Page))),
            Gzip(Bytes(Page)), Gzip(Tar(TarEntryFormat.Pax, ("a.txt", Bytes("one")), (new string('n', 200), Bytes(Page)))), Tar(TarEntryFormat.Gnu, ("a.txt", Bytes("one")), (new string('n', 200), Bytes(Page))),
            Joined(Response("https://a.example/"), Record("revisit", null, "x", []), Response("https://b.example/", "4\r\nabcd\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
            Joined(Gzip(Response("https://a.example/")), Gzip(Response("https://b.example/", Gzip(Bytes(Page)), "Content-Type: text/html\r\nContent-Encoding: gzip")), Gzip(Response("https://c.example/"))),
            Bytes("{\"text\":\"one\",\"authors\":[\"a\",{\"name\":\"b\"}],\"date\":1710238530}\n{\"html\":\"<p>two\",\"title\":{\"main\":\"x\"}}\n"), Bytes("[{\"text\":\"one\"},\n{\"text\":\"two\"}]"),
            Bytes("From a@b.example Tue Mar 12 10:15:00 2024\nSubject: x\n\nOne.\n\nFrom c@d.example Tue Mar 12 10:15:00 2024\n\nTwo.\n"),
        ];
        var chance = new Random(20240312);
        var limits = new UnpackLimits { LargestReport = 1 << 16, RatioFrom = 1 << 20 };
        for (int round = 0; round < 6000; round++)
        {
            byte[] file = Changed(seeds[round % seeds.Length], seeds, chance);
            // A reader that does not end is stopped here by the sheer number.
            List<UnpackedReport> reports = [.. Unpacker.Read("file", new MemoryStream(file), limits).Take(10_000)];
            Assert.True(reports.Count < 10_000);
            if (round % 4 == 0)
            {
                IEnumerable<UnpackedReport> again = Unpacker.Read("file", new ForwardStream(new MemoryStream(file), chance.Next(1, 5000)), limits).Take(10_000);
                Assert.Equal(reports.Select(Shown), again.Select(Shown));
            }
            Assert.All(reports, r => Assert.True((r.Input is not null || r.Problem is not null) && (r.Input?.Bytes.Length ?? 0) <= limits.LargestReport));
        }
    }

    private static string Shown(UnpackedReport report) => $"{report.Name}|{report.Problem}|{(report.Input is { } input ? Convert.ToHexString(input.Bytes.Span) : "")}";

    private static byte[] Changed(byte[] seed, byte[][] seeds, Random chance)
    {
        byte[] file = [.. seed];
        for (int changes = chance.Next(1, 6); changes > 0 && file.Length > 0; changes--)
        {
            int at = chance.Next(file.Length), length = Math.Min(chance.Next(1, 40), file.Length - at);
            switch (chance.Next(7))
            {
                case 0: file[at] = (byte)chance.Next(256); break;
                case 1: file[at] ^= (byte)(1 << chance.Next(8)); break;
                case 2: file = Joined(file[..at], file[(at + length)..]); break;
                case 3: file = Joined(file[..at], file[at..(at + length)], file[at..]); break;
                case 4: file = file[..at]; break;
                case 5: file.AsSpan(at, length).Fill((byte)(chance.Next(2) * 255)); break;
                default: file = Joined(file[..at], seeds[chance.Next(seeds.Length)], file[at..]); break;
            }
        }
        return file;
    }

    private static List<UnpackedReport> Within(byte[] file)
    {
        // Of this thread alone: other tests run beside it.
        long before = GC.GetAllocatedBytesForCurrentThread();
        List<UnpackedReport> reports = Unpack(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bounded);
        return reports;
    }

    private static byte[] OneLetter(long length)
    {
        // One packed block, written again and again: deflate lets runs follow each other where each ends on a byte.
        byte[] part = new byte[32 << 20];
        part.AsSpan().Fill((byte)'a');
        var run = new MemoryStream();
        using (var deflate = new DeflateStream(run, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(part);
            deflate.Flush();
        }
        // Flush ends on a byte with an empty stored block; the end of the stream, which Dispose wrote, is taken off.
        byte[] block = run.ToArray().AsSpan(0, (int)run.Length - 2).ToArray();
        return Joined([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], Joined([.. Enumerable.Repeat(block, (int)(length / part.Length))]), [3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    private static byte[] InTar(byte[] bomb) => Gzip(Tar(TarEntryFormat.Ustar, ("a.txt.gz", bomb), ("b.txt", Bytes("two"))));

    private static void Seal(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        int sum = 0;
        foreach (byte b in header)
            sum += b;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }

    private static int Find(byte[] bytes, string mark) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
}

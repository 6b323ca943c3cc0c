using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Tests.Reading.Archives;

/// <summary>Archives made by the framework's writers, and what the unpacker gives for them.</summary>
internal static class Packed
{
    public const string Page = "<html><body><article><p>The night ferry to Holm stops on Friday, the harbour office said on Monday.</p></article></body></html>";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] plain, CompressionLevel level = CompressionLevel.Optimal)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
            gzip.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Joined(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(CompressionLevel.Optimal, seekable: true, files);

    public static byte[] Zip(CompressionLevel level, bool seekable, params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        // A writer that cannot go back puts the lengths behind each file.
        using (var zip = new ZipArchive(seekable ? packed : new ForwardStream(packed), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }
        return packed.ToArray();
    }

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    _ => new PaxTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }
        }
        return packed.ToArray();
    }

    public static byte[] Record(string type, string? url, string content, byte[] block, long? length = null, string after = "\r\n\r\n") => Joined(
        Bytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\n{(url is null ? "" : $"WARC-Target-URI: {url}\r\n")}WARC-Date: 2024-03-12T10:15:30Z\r\nContent-Type: {content}\r\nContent-Length: {length ?? block.Length}\r\n\r\n")),
        block, Bytes(after));

    public static byte[] Response(string url, string page = Page, string header = "Content-Type: text/html; charset=utf-8", string status = "200 OK") =>
        Response(url, Bytes(page), header, status);

    public static byte[] Response(string url, byte[] page, string header, string status = "200 OK") =>
        Record("response", url, "application/http; msgtype=response", Joined(Bytes($"HTTP/1.1 {status}\r\n{header}\r\n\r\n"), page));

    public static List<UnpackedReport> Unpack(byte[] bytes, string name = "file", UnpackLimits? limits = null, UnpackTally? tally = null) =>
        [.. Unpacker.Read(name, new ForwardStream(new MemoryStream(bytes)), limits ?? UnpackLimits.Standard, tally)];

    public static string Text(this UnpackedReport report) => Encoding.UTF8.GetString(report.Input!.Bytes.Span);

    /// <summary>Goes forward only and gives few bytes at a time, as a pipe does.</summary>
    internal sealed class ForwardStream(Stream inner, int most = int.MaxValue) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, most));
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}

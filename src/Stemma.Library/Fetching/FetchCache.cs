using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stemma.Library.Fetching;

/// <summary>Keeps answers in a folder, one file each: a line of JSON, then the body.</summary>
/// <remarks>A file is written whole or not at all. One that was damaged, clipped or changed is as good as none, and is replaced.</remarks>
/// <param name="folder">The folder; it is made when the first answer is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class FetchCache(string folder, TimeProvider time)
{
    /// <summary>Changes with the shape of the entries; others are as good as none.</summary>
    private const int Version = 1;

    /// <summary>In bytes; the head is an address and four headers.</summary>
    private const int LongestHead = 64 * 1024;

    private int _isTold;

    /// <summary>What went wrong with the folder, null where nothing did; told once.</summary>
    public FileProblem? Problem { get; private set; }

    /// <summary>The kept answer, null where there is none that is whole.</summary>
    /// <param name="address">The address it came from.</param>
    /// <param name="longest">In bytes; a longer file is none of ours.</param>
    public KeptAnswer? Find(Uri address, long longest)
    {
        try
        {
            var file = new FileInfo(PathOf(address));
            if (!file.Exists || file.Length > longest + LongestHead)
                return null;
            byte[] bytes = File.ReadAllBytes(file.FullName);
            int end = bytes.AsSpan(0, Math.Min(bytes.Length, LongestHead)).IndexOf((byte)'\n');
            if (end < 0)
                return null;
            using var head = JsonDocument.Parse(bytes.AsMemory(0, end));
            JsonElement root = head.RootElement;
            ReadOnlyMemory<byte> body = bytes.AsMemory(end + 1);
            bool isWhole = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out int number) && number == Version
                && root.Text("address") == address.AbsoluteUri;
            if (!isWhole || !DateTimeOffset.TryParseExact(root.Text("fetched"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at))
                return null;
            var answer = new WebAnswer(200) { ContentType = root.Text("contentType"), ETag = root.Text("etag"), LastModified = root.Text("lastModified"), Body = body };
            return root.Text("sha256") == Sum(address, at, answer) ? new KeptAnswer(answer, time.GetUtcNow() - at) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Keeps an answer in place of what was kept of the address before.</summary>
    public void Keep(Uri address, WebAnswer answer)
    {
        string path = PathOf(address);
        string unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        DateTimeOffset now = time.GetUtcNow();
        try
        {
            Directory.CreateDirectory(folder);
            using (FileStream file = File.Create(unfinished))
            {
                JsonLines.Write(file, json =>
                {
                    json.WriteNumber("version", Version);
                    json.WriteString("address", address.AbsoluteUri);
                    json.WriteString("fetched", Written(now));
                    json.WriteString("contentType", answer.ContentType);
                    json.WriteString("etag", answer.ETag);
                    json.WriteString("lastModified", answer.LastModified);
                    json.WriteString("sha256", Sum(address, now, answer));
                });
                file.Write(answer.Body.Span);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            if (Interlocked.Exchange(ref _isTold, 1) == 0)
                Problem = new FileProblem(folder, $"fetched pages cannot be kept in this folder ({e.Message.TrimEnd('.')}); check it or give --cache another one", IsUnread: false);
        }
    }

    // Over all that the entry says, so that no changed header passes for the site's own.
    private static string Sum(Uri address, DateTimeOffset at, WebAnswer answer)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? part in (string?[])[address.AbsoluteUri, Written(at), answer.ContentType, answer.ETag, answer.LastModified])
            sum.AppendData(Encoding.UTF8.GetBytes((part ?? "-") + "\n"));
        sum.AppendData(answer.Body.Span);
        return Convert.ToHexString(sum.GetHashAndReset());
    }

    private static string Written(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private string PathOf(Uri address) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))) + ".page");
}

/// <summary>An answer that was kept.</summary>
/// <param name="Answer">The answer, its body whole.</param>
/// <param name="Age">How long ago the site gave or confirmed it.</param>
internal sealed record KeptAnswer(WebAnswer Answer, TimeSpan Age);

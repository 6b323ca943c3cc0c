namespace Stemma.Library.Fetching;

/// <summary>Reads the bodies of answers and unpacks them, both no further than a cap; one is unpacked at a time, so that many bombs at once take no more memory than one.</summary>
internal sealed class BodyReader : IDisposable
{
    /// <summary>Layers of packing; sites use one, and each further one only multiplies.</summary>
    private const int MostLayers = 2;

    private const int Mega = 1024 * 1024;

    private readonly SemaphoreSlim _unpacking = new(1, 1);

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body as it is sent.</param>
    /// <param name="encoding">The Content-Encoding header, null where there is none.</param>
    /// <param name="most">In bytes, packed and unpacked.</param>
    /// <param name="clips">True where a longer body is cut at <paramref name="most"/>, false where it is refused.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The bytes, or what is wrong.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<(ReadOnlyMemory<byte> Bytes, WebFailure? Failure)> ReadAsync(Stream body, string? encoding, long most, bool clips, CancellationToken cancellation)
    {
        string[] layers = [.. (encoding ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.ToLowerInvariant()).Where(l => l != "identity")];
        if (layers.Length > MostLayers || layers.Any(l => l is not ("gzip" or "x-gzip" or "deflate" or "br")))
            return (default, new WebFailure("the site packs the page in a way that is not known; save the page in a browser and give the file", IsPassing: false));
        (ReadOnlyMemory<byte> bytes, bool isWhole) = await CopyAsync(body, most, cancellation);
        // The last layer was put on last.
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            if (!isWhole)
                return (default, TooLong(most));
            await _unpacking.WaitAsync(cancellation);
            try
            {
                if (PackedBody.Unpack(bytes, layers[i], most, cancellation) is not { } unpacked)
                    return (default, new WebFailure("the page came packed and cannot be unpacked, so it is broken or was cut off; try again later", IsPassing: true));
                (bytes, isWhole) = unpacked;
            }
            finally
            {
                _unpacking.Release();
            }
        }
        return isWhole || clips ? (bytes, null) : (default, TooLong(most));
    }

    /// <inheritdoc/>
    public void Dispose() => _unpacking.Dispose();

    /// <summary>What is told of a body that is longer than may be read.</summary>
    public static WebFailure TooLong(long most) =>
        new($"the page is too long for a report (more than {(most >= Mega ? most / Mega : most / 1024)} {(most >= Mega ? "MB" : "KB")}); save the report's words as a text file and give that", IsPassing: false);

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> CopyAsync(Stream from, long most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            int taken = (int)Math.Min(read, most - bytes.Length);
            bytes.Write(buffer, 0, taken);
            if (taken < read)
                return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), false);
        }
        return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), true);
    }
}

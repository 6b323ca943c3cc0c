using System.Net;
using System.Net.Sockets;

namespace Stemma.Library.Fetching;

/// <summary>The two things that fetching wants of the network; tests put their own names and servers in.</summary>
/// <param name="Resolve">The addresses of a host's name.</param>
/// <param name="Connect">A stream to an address that was checked.</param>
internal sealed record Network(
    Func<string, CancellationToken, Task<IPAddress[]>> Resolve,
    Func<IPEndPoint, CancellationToken, Task<Stream>> Connect)
{
    /// <summary>The machine's own resolver and sockets.</summary>
    public static Network Real { get; } = new(Dns.GetHostAddressesAsync, ConnectAsync);

    private static async Task<Stream> ConnectAsync(IPEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

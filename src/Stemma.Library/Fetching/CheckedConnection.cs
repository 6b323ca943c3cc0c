using System.Net;
using System.Net.Sockets;

namespace Stemma.Library.Fetching;

/// <summary>Opens connections only to addresses that were checked.</summary>
/// <remarks>
/// The name is resolved here, once for a connection; every address of the answer is checked, and the connection goes to a checked
/// address itself, never to the name. A name that answers otherwise a moment later (DNS rebinding) therefore changes nothing.
/// </remarks>
internal sealed class CheckedConnection(Network network, bool allowPrivate)
{
    /// <summary>Of one address where the name has several, so that a dead one leaves time for the next.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);

    /// <summary>Addresses of a name that are tried; an answer may hold hundreds.</summary>
    private const int MostAddresses = 6;

    /// <summary>Connects; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="RefusedAddressException">The name leads to an address that may not be asked.</exception>
    /// <exception cref="SocketException">The name is not known, or no address of it answers.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string host = context.DnsEndPoint.Host.Trim('[', ']');
        IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await network.Resolve(host, cancellation);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        foreach (IPAddress address in addresses)
        {
            if (SpecialAddresses.Refusal(address, allowPrivate) is { } kind)
                throw new RefusedAddressException(host, address, kind, !allowPrivate && SpecialAddresses.IsAllowable(address));
        }
        IPAddress[] tried = [.. addresses.Take(MostAddresses)];
        for (int i = 0; ; i++)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            bool isLast = i == tried.Length - 1;
            if (!isLast)
                turn.CancelAfter(s_turn);
            try
            {
                return await network.Connect(new IPEndPoint(tried[i], context.DnsEndPoint.Port), isLast ? cancellation : turn.Token);
            }
            catch (Exception e) when (!isLast && !cancellation.IsCancellationRequested && e is (SocketException or OperationCanceledException))
            {
                // The next address may answer.
            }
        }
    }
}

/// <summary>A name or address leads to a place that may not be asked.</summary>
/// <param name="host">The host as it was asked for.</param>
/// <param name="address">The address that it leads to.</param>
/// <param name="kind">The kind of that address.</param>
/// <param name="isAllowable">True where an option allows it.</param>
internal sealed class RefusedAddressException(string host, IPAddress address, string kind, bool isAllowable) : Exception(
    $"{(IPAddress.TryParse(host, out _) ? "the address" : $"{host} leads to {address}, and that")} is {kind}, not public, so it was not asked; "
    + (isAllowable ? "if it is meant, give --allow-private-addresses" : "check the address"));

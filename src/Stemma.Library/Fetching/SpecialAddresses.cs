using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Stemma.Library.Fetching;

/// <summary>Which IP addresses are no part of the public internet, so that a page there is never asked for unasked.</summary>
/// <remarks>
/// A page may name any address: without this check a link or a redirect could make the machine that runs Stemma ask its own
/// services, its router or the metadata service of its cloud (server-side request forgery).
/// </remarks>
internal static class SpecialAddresses
{
    // source: IANA IPv4 Special-Purpose Address Registry and IANA IPv4 Multicast Address Space (RFC 6890, RFC 8190), but for the
    // blocks that are globally reachable; 168.63.129.16 is where a machine in Azure finds its host (Microsoft's documentation).
    private static readonly (IPNetwork Block, string Kind, bool Allowable)[] s_four =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "reserved for “this network”", false),
        (IPNetwork.Parse("10.0.0.0/8"), "private", true),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by a provider's customers", true),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine's own", true),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's service for its machines", false),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local", false),
        (IPNetwork.Parse("172.16.0.0/12"), "private", true),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved for protocols", false),
        (IPNetwork.Parse("192.0.2.0/24"), "for documentation", false),
        (IPNetwork.Parse("192.88.99.0/24"), "a former relay", false),
        (IPNetwork.Parse("192.168.0.0/16"), "private", true),
        (IPNetwork.Parse("198.18.0.0/15"), "for benchmarks", false),
        (IPNetwork.Parse("198.51.100.0/24"), "for documentation", false),
        (IPNetwork.Parse("203.0.113.0/24"), "for documentation", false),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast", false),
        (IPNetwork.Parse("255.255.255.255/32"), "broadcast", false),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved", false),
    ];

    // source: IANA IPv6 Special-Purpose Address Registry (RFC 6890, RFC 8190); fec0::/10: RFC 3879; fd00:ec2::/32: where a machine in
    // Amazon's cloud finds its metadata. The first block that holds an address decides.
    private static readonly (IPNetwork Block, string Kind, bool Allowable)[] s_six =
    [
        (IPNetwork.Parse("::/128"), "unspecified", false),
        (IPNetwork.Parse("::1/128"), "this machine's own", true),
        (IPNetwork.Parse("64:ff9b:1::/48"), "for a network's own translation", false),
        (IPNetwork.Parse("100::/64"), "for discarding", false),
        (IPNetwork.Parse("100:0:0:1::/64"), "for discarding", false),
        (IPNetwork.Parse("2001::/23"), "reserved for protocols", false),
        (IPNetwork.Parse("2001:db8::/32"), "for documentation", false),
        (IPNetwork.Parse("3fff::/20"), "for documentation", false),
        (IPNetwork.Parse("5f00::/16"), "for routing", false),
        (IPNetwork.Parse("fd00:ec2::/32"), "a cloud's service for its machines", false),
        (IPNetwork.Parse("fc00::/7"), "private", true),
        (IPNetwork.Parse("fe80::/10"), "link-local", false),
        (IPNetwork.Parse("fec0::/10"), "site-local", false),
        (IPNetwork.Parse("ff00::/8"), "multicast", false),
    ];

    // source: IANA IPv6 Global Unicast Address Assignments; nothing outside of it is given to anybody yet.
    private static readonly IPNetwork s_global = IPNetwork.Parse("2000::/3");

    // IPv6 addresses that stand for an IPv4 address, and the bit at which that begins: translated (RFC 2765), NAT64's well-known prefix
    // (RFC 6052 section 2.1), 6to4 (RFC 3056), compatible (RFC 4291 section 2.5.5).
    private static readonly (IPNetwork Block, int Bit)[] s_translated =
    [
        (IPNetwork.Parse("::ffff:0:0:0/96"), 96),
        (IPNetwork.Parse("64:ff9b::/96"), 96),
        (IPNetwork.Parse("2002::/16"), 16),
        (IPNetwork.Parse("::/96"), 96),
    ];

    // RFC 4380 section 4: the server's address from bit 32, the client's with all bits turned from bit 96.
    private static readonly IPNetwork s_teredo = IPNetwork.Parse("2001::/32");

    /// <summary>What kind of special address it is ("private"), null where it is a public one.</summary>
    /// <param name="address">The address; one that stands for an IPv4 address is judged by that.</param>
    /// <param name="allowPrivate">True where loopback and private networks are wanted; metadata services, multicast and reserved blocks are refused even then.</param>
    public static string? Refusal(IPAddress address, bool allowPrivate)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return Kind(s_four, address, allowPrivate);
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return "of no known family";
        // ::ffff:0:0/96 (RFC 4291 section 2.5.5.2).
        if (address.IsIPv4MappedToIPv6)
            return Refusal(address.MapToIPv4(), allowPrivate);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var plain = new IPAddress(bytes); // without the zone of a link
        if (s_six[0].Block.Contains(plain) || s_six[1].Block.Contains(plain))
            return Kind(s_six, plain, allowPrivate);
        foreach ((IPNetwork block, int bit) in s_translated)
        {
            if (block.Contains(plain))
                return Refusal(new IPAddress(bytes.Slice(bit / 8, 4)), allowPrivate);
        }
        if (s_teredo.Contains(plain))
        {
            Span<byte> client = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(client, ~BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
            return Refusal(new IPAddress(bytes.Slice(4, 4)), allowPrivate) ?? Refusal(new IPAddress(client), allowPrivate);
        }
        return IsKnown(s_six, plain) ? Kind(s_six, plain, allowPrivate) : s_global.Contains(plain) ? null : "of a block that is given to nobody";
    }

    /// <summary>True where <see cref="Refusal"/> would pass the address if private ones were allowed.</summary>
    public static bool IsAllowable(IPAddress address) => Refusal(address, allowPrivate: true) is null;

    private static bool IsKnown((IPNetwork Block, string Kind, bool Allowable)[] table, IPAddress address) => table.Any(row => row.Block.Contains(address));

    private static string? Kind((IPNetwork Block, string Kind, bool Allowable)[] table, IPAddress address, bool allowPrivate)
    {
        foreach ((IPNetwork block, string kind, bool allowable) in table)
        {
            if (block.Contains(address))
                return allowable && allowPrivate ? null : kind;
        }
        return null;
    }
}

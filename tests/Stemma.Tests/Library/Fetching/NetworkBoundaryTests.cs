using Stemma.Library.Fetching;
using Stemma.Tests.Architecture;

namespace Stemma.Tests.Library.Fetching;

/// <summary>Without a web address the program is offline: only fetching knows of the network.</summary>
public class NetworkBoundaryTests
{
    private static readonly AssemblyFacts s_library = AssemblyFacts.Of(typeof(ReportFetcher));

    [Fact]
    public void Nothing_else_in_the_library_uses_the_network() =>
        Assert.Empty(s_library.Types.Where(t => !IsFetching(t)).SelectMany(t => t.UsedTypes.Where(IsNetwork).Select(u => $"{t.Name} uses {u}")));

    [Fact]
    public void Connections_are_opened_in_one_place() =>
        Assert.Equal(["Stemma.Library.Fetching.Network"], s_library.Types
            .Where(t => t.UsedMembers.Any(m => m is "System.Net.Sockets.Socket..ctor" or "System.Net.Dns.GetHostAddressesAsync"))
            .Select(t => t.Name.Split('+')[0]).Distinct(StringComparer.Ordinal));

    private static bool IsFetching(TypeFacts type) => type.Namespace == typeof(ReportFetcher).Namespace;

    private static bool IsNetwork(string type) => type.StartsWith("System.Net.", StringComparison.Ordinal) && type != "System.Net.WebUtility";
}

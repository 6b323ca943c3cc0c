using System.Net;
using System.Net.Sockets;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>A site, a clock and a fetcher for it.</summary>
public abstract class FetchingTest : IDisposable
{
    internal const string Html = "<html><head><title>Ferry</title></head><body><p>The ferry to Holm sails again.</p></body></html>";

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;

    internal TestSite Site { get; } = new();

    internal SkippingTime Time { get; } = new();

    internal FetchLimits Limits { get; set; } = new();

    internal FetchOptions Options { get; set; } = new() { AllowPrivateAddresses = true };

    internal Network Network { get; set; } = Network.Real;

    /// <summary>A folder for the test's files.</summary>
    internal string Folder => _folder;

    public void Dispose()
    {
        Site.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal async Task<OpenedReports> FetchAsync(params string[] addresses)
    {
        using var fetcher = new ReportFetcher(Options, Limits, Network, Time);
        return await fetcher.FetchAsync(addresses, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Fetches a page of the site that cannot be had, and gives what is told of it.</summary>
    internal async Task<string> ProblemAsync(string address)
    {
        OpenedReports fetched = await FetchAsync(address.StartsWith('/') ? Site.Address(address) : address);
        Assert.Empty(fetched.Inputs);
        FileProblem problem = Assert.Single(fetched.Problems);
        Assert.True(problem.IsUnread);
        return problem.Why;
    }

    /// <summary>
    /// A network on which names have these addresses, and on which whatever is connected to is the site; so that the
    /// checks for public addresses can be seen at work without one.
    /// </summary>
    internal Network Public(Func<string, IPAddress[]> resolve, List<IPEndPoint>? connected = null) => new(
        (host, _) => Task.FromResult(resolve(host)),
        async (to, cancellation) =>
        {
            if (connected is not null)
            {
                lock (connected)
                    connected.Add(to);
            }
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Site.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        });
}

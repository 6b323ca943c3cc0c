using Stemma.EndToEnd.Tests.Pages;
using Stemma.Stories;
using Stemma.Web;
using Stemma.Web.Shelf;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary>The app over the stories of <see cref="PageStories"/>, listening at a free port, started once for the tests of a class.</summary>
public sealed class ServedApp : IAsyncLifetime
{
    private StemmaServer? _server;

    /// <summary>The screens of a story, by what follows its address.</summary>
    public static IReadOnlyList<string> Screens { get; } =
        ["", "/lineage", "/compare", "/compare/1/2", "/collation", "/collation?base=2&with=1&with=4", "/quotations", "/claims", "/timeline", "/names", "/reports", "/reports/1"];

    /// <summary>The shelf.</summary>
    public StoryShelf Shelf { get; } = new(PageStories.Names.Select(n => new ShelvedStory(n.Data, Writable(PageStories.Dossier(n.Data)), n.Data)));

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => _server!.Addresses[0];

    /// <summary>Asks it by a client of its own.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _server = StemmaServer.Create(new ServerOptions { Urls = ["http://127.0.0.1:0"] }, Shelf);
        await _server.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(Address);
    }

    // What is no number has no JSON; in nothing else does the hostile story hold back.
    private static Dossier Writable(Dossier dossier) => dossier with
    {
        Lineage = dossier.Lineage with { Links = [.. dossier.Lineage.Links.Select(l => double.IsNaN(l.Share) ? l with { Share = -1 } : l)] },
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

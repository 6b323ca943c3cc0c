using Microsoft.Playwright;

namespace Stemma.EndToEnd.Tests.Pages;

/// <summary>Debian's chromium, started once for the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-pages-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"The pages are tested in {Chromium}, which is not here; install it: apt-get install -y chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    /// <summary>Opens the page of a story and waits until it stands.</summary>
    /// <param name="story">A name of <see cref="PageStories"/>.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="script">False to switch script off.</param>
    internal Task<OpenPage> Open(string story, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) =>
        OpenAddress(PageStories.Write(story, _folder.FullName), width, scheme, script);

    /// <summary>Opens any page and waits until it stands.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="script">False to switch script off.</param>
    internal async Task<OpenPage> OpenAddress(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        var open = new OpenPage(context, page, address);
        await page.GotoAsync(open.Address);
        return open;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>An open page, with what it asked for and what it complained about.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public OpenPage(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        Page = page;
        Address = address;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public string Address { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}

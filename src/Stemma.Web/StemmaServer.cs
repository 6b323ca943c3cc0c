using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stemma.Web.Api;
using Stemma.Web.Pages;
using Stemma.Web.Security;
using Stemma.Web.Shelf;

namespace Stemma.Web;

/// <summary>The web app over a shelf of stories. Reads nothing but its own settings: no files, no environment, no network but the requests it answers.</summary>
public sealed class StemmaServer : IAsyncDisposable
{
    /// <summary>In bytes: no request of a browser or a client of the API is longer.</summary>
    private const int LongestRequestLine = 8192, LargestHeaders = 32768;

    /// <summary>In bytes: nothing takes a body yet.</summary>
    private const long LargestBody = 4096;

    private readonly WebApplication _app;

    private StemmaServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, once it is started, each as http://HOST:PORT.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Makes the app; it does not listen yet.</summary>
    /// <exception cref="ArgumentException">An address is none that it can listen at.</exception>
    public static StemmaServer Create(ServerOptions options, StoryShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Urls.Select(ServerOptions.Problem).OfType<string>().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        // What an environment or a file in some folder says must not open another door.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = ["text/html", "text/css", "text/javascript", "application/json", "application/problem+json"]);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = System.IO.Compression.CompressionLevel.Fastest);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Fastest);
        WebApplication app = builder.Build();
        var hosts = new HostRules([.. options.AllowedHosts, .. options.Urls.Select(HostOf)]);
        app.Use((context, next) => Guard(context, next, hosts));
        app.UseResponseCompression();
        app.Use(Answers.Problems);
        app.UseRouting();
        PageRoutes.Map(app, shelf);
        StoryApi.Map(app, shelf);
        return new StemmaServer(app);
    }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The address is in use or not this machine's.</exception>
    public Task StartAsync(CancellationToken cancellation) => _app.StartAsync(cancellation);

    /// <summary>Stops when it is told to.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = cancellation.Register(stop.SetResult);
        await stop.Task;
        await _app.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string HostOf(string url) => url.Contains("//*", StringComparison.Ordinal) || url.Contains("//+", StringComparison.Ordinal) ? "localhost" : new Uri(url).Host;

    private static Task Guard(HttpContext context, RequestDelegate next, HostRules hosts)
    {
        SecurityHeaders.Set(context.Response.Headers);
        if (hosts.Refusal(context.Request) is { } refusal)
            return Answers.Text(context, (int)HttpStatusCode.Forbidden, refusal);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Answers.Text(context, (int)HttpStatusCode.MethodNotAllowed, "This app is read only: it answers to GET and HEAD.");
        }
        return next(context);
    }
}

using System.CommandLine;
using System.Globalization;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Presentation;
using Stemma.Web;
using Stemma.Web.Shelf;

namespace Stemma.Cli;

/// <summary><c>stemma serve</c>: the web app over folders of reports and dossiers.</summary>
internal static class ServeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = ReportInputs.Paths("serve",
            "Each path is one story: a folder or a file of reports, or a dossier (.json) that read has written. A folder that holds only folders is one story for each of them.");
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen; the default is this machine alone. Port 0 takes a free one.",
            HelpName = "http://HOST:PORT",
            DefaultValueFactory = _ => [ServerOptions.DefaultUrl],
        };
        urls.Validators.Add(result =>
        {
            foreach (string problem in result.Tokens.Select(t => ServerOptions.Problem(t.Value)).OfType<string>())
                result.AddError($"--urls {problem}");
        });
        var hosts = new Option<string[]>("--allow-host")
        {
            Description = "A further name by which browsers may call the app, where it stands behind a proxy or listens for other machines.",
            HelpName = "NAME",
        };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command("serve", "Reads stories and shows them in a web app on this machine: the board, the lineage, texts side by side, quotations, claims, the timeline; the same as JSON under /api.\nExample: stemma serve reports/ --urls http://127.0.0.1:5080")
        {
            paths, urls, hosts, threads,
        };
        FetchSettings fetching = FetchSettings.AddTo(command);
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(paths), new ServerOptions { Urls = parsed.GetRequiredValue(urls), AllowedHosts = parsed.GetValue(hosts) ?? [] }, fetching.Of(parsed), parsed.GetValue(threads), cancellation));
        return command;
    }

    private static async Task<int> Run(string[] paths, ServerOptions options, FetchOptions fetching, int threads, CancellationToken cancellation)
    {
        StoryShelf shelf;
        IReadOnlyList<FileProblem> problems;
        using (var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System))
            (shelf, problems) = ServedStories.Read(paths, fetching, threads, progress, cancellation);
        foreach (FileProblem problem in problems)
            await Console.Error.WriteLineAsync($"stemma: {problem}");
        if (shelf.Stories.Count == 0)
            return await Usage("no report could be read; give a folder or files with at least one news report, or a dossier (stemma serve --help)");
        await using StemmaServer server = StemmaServer.Create(options, shelf);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            return await Usage($"cannot listen at {string.Join(", ", options.Urls)} ({e.Message}); is another program there? --urls http://127.0.0.1:0 takes a free port");
        }
        foreach (string address in server.Addresses)
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{StoryWords.Count(shelf.Stories.Count, "story", "stories")} at {address}"));
        await Console.Error.WriteLineAsync("stemma: Ctrl+C stops");
        await server.WaitAsync(cancellation);
        return problems.Count > 0 ? 1 : 0;
    }

    private static async Task<int> Usage(string message)
    {
        await Console.Error.WriteLineAsync($"stemma: {message}");
        return 2;
    }
}

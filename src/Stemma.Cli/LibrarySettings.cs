using System.CommandLine;
using System.Globalization;
using Stemma.Library.Fetching;
using Stemma.Library.Store;
using Stemma.Library.Store.Sqlite;

namespace Stemma.Cli;

/// <summary>The library that a verb works on, and what its verbs have in common.</summary>
internal static class LibrarySettings
{
    /// <summary>The environment variable that names the library where no option does.</summary>
    private const string Variable = "STEMMA_LIBRARY";

    /// <summary>The fewest characters of an id that are looked up.</summary>
    private const int ShortestId = 4;

    /// <summary>The option.</summary>
    public static Option<string> Option() => new("--library")
    {
        Description = $"The library's file. Without it ${Variable}, else {DefaultPath()}.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : DefaultPath(),
    };

    /// <summary>An option for a number.</summary>
    public static Option<int> Limit(int standard)
    {
        var limit = new Option<int>("--limit") { Description = "How many to show at most.", HelpName = "N", DefaultValueFactory = _ => standard };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !(int.TryParse(value, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 10_000))
                result.AddError($"--limit {value}: give a whole number from 1 to 10000");
        });
        return limit;
    }

    /// <summary>Opens the library and does something with it; what goes wrong is told.</summary>
    /// <returns>The exit code.</returns>
    public static int With(string path, bool make, Func<ILibraryStore, int> work)
    {
        try
        {
            using var store = SqliteStore.Open(path, make);
            return work(store);
        }
        catch (LibraryException e)
        {
            return Usage(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Usage("ended before it was done; what was acknowledged is in the library");
        }
    }

    /// <summary>The id that is meant by an id, the beginning of one, or the web address of a report; what is wrong where none or several are.</summary>
    public static (string? Id, string? Problem) Find(ILibraryStore store, string given)
    {
        if (ReportFetcher.IsAddress(given) && Uri.TryCreate(given, UriKind.Absolute, out Uri? address))
        {
            string id = ReportKey.IdOf('r', ReportKey.Of(address).Text);
            return store.Report(id) is null ? (null, $"{given}: no report of this address is in the library; “stemma add {given}” puts it in") : (id, null);
        }
        string start = given.Trim().ToLowerInvariant();
        if (start.Length < ShortestId || start[0] is not ('r' or 's') || !start[1..].All(char.IsAsciiHexDigit))
            return (null, $"{given}: this is no id; “stemma stories” and “stemma search” show the ids of stories (s…) and reports (r…)");
        return store.IdsFrom(start, 2) switch
        {
            [var one] => (one, null),
            [] => (null, $"{given}: nothing in the library has this id; “stemma stories” and “stemma search” show ids"),
            [var one, ..] when one == start => (one, null),
            _ => (null, $"{given}: several ids begin so; give more of it"),
        };
    }

    /// <summary>Tells what is wrong; the exit code for it.</summary>
    public static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }

    private static string DefaultPath() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "stemma", "library.db");
}

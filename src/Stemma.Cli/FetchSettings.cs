using System.CommandLine;
using Stemma.Library.Fetching;

namespace Stemma.Cli;

/// <summary>The options of the verbs that read web addresses.</summary>
internal sealed class FetchSettings
{
    private readonly Option<bool> _private = new("--allow-private-addresses")
    {
        Description = "Also fetch from this machine and from private networks; without it a page cannot make this machine ask itself or its neighbours.",
    };

    private readonly Option<bool> _downgrade = new("--allow-downgrade") { Description = "Follow redirects from https to http." };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "A folder to keep fetched pages in; a site then sends a page again only when it has changed. Nothing is kept without it.",
        HelpName = "FOLDER",
    };

    private FetchSettings()
    {
    }

    /// <summary>Adds the options to a verb.</summary>
    public static FetchSettings AddTo(Command command)
    {
        var settings = new FetchSettings();
        settings._cache.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var folder }] && (folder.Length == 0 || File.Exists(folder)))
                result.AddError($"--cache {folder}: this is no folder; name a folder, which is made where there is none");
        });
        command.Options.Add(settings._private);
        command.Options.Add(settings._downgrade);
        command.Options.Add(settings._cache);
        return settings;
    }

    /// <summary>What was chosen.</summary>
    public FetchOptions Of(ParseResult parsed) => new()
    {
        AllowPrivateAddresses = parsed.GetValue(_private),
        AllowDowngrade = parsed.GetValue(_downgrade),
        CacheFolder = parsed.GetValue(_cache),
    };
}

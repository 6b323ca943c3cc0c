using System.Security.Cryptography;
using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Stories;
using Stemma.Web.Pages;

namespace Stemma.Web.Shelf;

/// <summary>A story that the app shows: its dossier, ready to be looked things up in. Immutable, safe to share between threads.</summary>
public sealed class ShelvedStory
{
    private readonly Lazy<PageStory> _views;
    private readonly Lazy<byte[]> _json;
    private readonly Lazy<string> _hash;

    /// <summary>Puts a dossier on the shelf.</summary>
    /// <param name="id">What the story is called in addresses: small letters, digits and hyphens.</param>
    /// <param name="dossier">Its findings.</param>
    /// <param name="name">What it is called where no report has a headline, as the folder it was read from.</param>
    /// <exception cref="ArgumentException">The id has other characters, or none.</exception>
    public ShelvedStory(string id, Dossier dossier, string name)
    {
        if (!StoryIds.IsValid(id))
            throw new ArgumentException($"“{id}” is no story's id.", nameof(id));
        (Id, Index) = (id, new StoryIndex(dossier));
        Title = Index.Title ?? name;
        _views = new Lazy<PageStory>(() => new PageStory(Index, anchor => StoryLinks.Of(Id, Index, anchor)));
        _json = new Lazy<byte[]>(() => Serialize(dossier));
        _hash = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Json.Span)[..8]));
    }

    /// <summary>What the story is called in addresses.</summary>
    public string Id { get; }

    /// <summary>The headline of its earliest report, else the name that was given.</summary>
    public string Title { get; }

    /// <summary>Its findings.</summary>
    public StoryIndex Index { get; }

    /// <summary>The dossier.</summary>
    public Dossier Dossier => Index.Dossier;

    /// <summary>The views of the findings, which link to the screens of the app.</summary>
    internal PageStory Views => _views.Value;

    /// <summary>The dossier as <see cref="DossierJson"/> writes it.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;

    /// <summary>Changes when anything in the dossier does: 16 hexadecimal digits.</summary>
    public string Hash => _hash.Value;

    /// <summary>The first and the last day on which one of its reports can have been published, ISO 8601; null where none is dated.</summary>
    public (string From, string To)? Published
    {
        get
        {
            DossierDate[] dates = [.. Dossier.Reports.Select(r => r.Published).OfType<DossierDate>()];
            return dates.Length == 0 ? null : (dates.Select(d => d.From).Min(StringComparer.Ordinal)!, dates.Select(d => d.To).Max(StringComparer.Ordinal)!);
        }
    }

    /// <summary>How many of its claims are told in ways that cannot all be right.</summary>
    public int Conflicts => Dossier.Claims.Count(c => c.Verdict == "conflict");

    private static byte[] Serialize(Dossier dossier)
    {
        using var stream = new MemoryStream();
        DossierJson.Write(dossier, stream);
        return stream.ToArray();
    }
}

using System.Security.Cryptography;
using System.Text;
using Stemma.Presentation;

namespace Stemma.Web.Pages;

/// <summary>The style and the script of the pages, each under an address that changes with its bytes, so that browsers may keep it for ever.</summary>
internal static class Assets
{
    /// <summary>The style.</summary>
    public static readonly Asset Style = new("style", "css", "text/css; charset=utf-8", Resource.Text("Presentation/Page/page.css") + Own("web.css"));

    /// <summary>The script.</summary>
    public static readonly Asset Script = new("script", "js", "text/javascript; charset=utf-8", Resource.Text("Presentation/Page/page.js") + Own("web.js"));

    /// <summary>The asset of a name in an address, null where there is none.</summary>
    public static Asset? Find(string name) => Array.Find([Style, Script], a => a.Name == name);

    private static string Own(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A file that the pages use.</summary>
internal sealed class Asset
{
    public Asset(string stem, string ending, string type, string text)
    {
        Bytes = Encoding.UTF8.GetBytes(text);
        (Name, Type) = ($"{stem}-{Convert.ToHexStringLower(SHA256.HashData(Bytes)[..8])}.{ending}", type);
    }

    public string Name { get; }

    public string Type { get; }

    public byte[] Bytes { get; }

    public string Address => "/assets/" + Name;
}

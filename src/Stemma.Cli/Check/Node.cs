using System.Text.Json;

namespace Stemma.Cli.Check;

/// <summary>A value of the JSON with its path; whatever is missing or of another type becomes a fault and a harmless value.</summary>
internal readonly record struct Node(JsonElement Element, string Path, Faults Faults)
{
    /// <summary>The items of an array; none where it is missing.</summary>
    public Node[] Items(string name)
    {
        if (!TryGet(name, JsonValueKind.Array, "a list", out JsonElement found))
            return [];
        string path = Path.Length == 0 ? name : $"{Path}.{name}";
        Faults faults = Faults;
        return [.. found.EnumerateArray().Select((e, i) => new Node(e, $"{path}[{i}]", faults))];
    }

    /// <summary>An object; null where it is missing or null and may be.</summary>
    public Node? Object(string name, bool optional = false)
    {
        if (optional && (Element.ValueKind != JsonValueKind.Object || !Element.TryGetProperty(name, out JsonElement it) || it.ValueKind == JsonValueKind.Null))
            return null;
        return TryGet(name, JsonValueKind.Object, "an object", out JsonElement found)
            ? new Node(found, Path.Length == 0 ? name : $"{Path}.{name}", Faults)
            : null;
    }

    /// <summary>A string; empty where it is missing.</summary>
    public string Text(string name) => TryGet(name, JsonValueKind.String, "a text", out JsonElement found) ? Read(found) : "";

    /// <summary>A string, or null.</summary>
    public string? OptionalText(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out JsonElement found) && found.ValueKind == JsonValueKind.String ? Read(found) : null;

    /// <summary>The strings of an array.</summary>
    public string[] Texts(string name)
    {
        var texts = new List<string>();
        foreach (Node item in Items(name))
        {
            if (item.Element.ValueKind == JsonValueKind.String)
                texts.Add(Read(item.Element));
            else
                Faults.Add(item.Path, "is not a text");
        }
        return [.. texts];
    }

    /// <summary>A number of code units; -1 where it is missing or no whole number.</summary>
    public int Offset(string name)
    {
        if (!TryGet(name, JsonValueKind.Number, "a whole number", out JsonElement found))
            return -1;
        if (found.TryGetInt32(out int offset))
            return offset;
        Faults.Add(Path, $"“{name}” is not a whole number");
        return -1;
    }

    /// <summary>A share from 0 to 1.</summary>
    public double Share(string name)
    {
        if (!TryGet(name, JsonValueKind.Number, "a number", out JsonElement found))
            return 0;
        if (found.TryGetDouble(out double share) && share is >= 0 and <= 1)
            return share;
        Faults.Add(Path, $"“{name}” is {found.GetRawText()}, not between 0 and 1");
        return 0;
    }

    /// <summary>True where the object has the field and it is not null.</summary>
    public bool Has(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out JsonElement found) && found.ValueKind != JsonValueKind.Null;

    /// <summary>A truth value; false where it is missing, which is told.</summary>
    public bool Truth(string name)
    {
        if (Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out JsonElement found) && found.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return found.ValueKind == JsonValueKind.True;
        Faults.Add(Path, $"“{name}” is missing or not true or false");
        return false;
    }

    /// <summary>Notes a fault at this place.</summary>
    public void Fault(string what) => Faults.Add(Path, what);

    private bool TryGet(string name, JsonValueKind kind, string what, out JsonElement found)
    {
        found = default;
        if (Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out found) && found.ValueKind == kind)
            return true;
        Faults.Add(Path.Length == 0 ? "dossier" : Path, $"“{name}” is missing or not {what}");
        return false;
    }

    private string Read(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            Faults.Add(Path, "a text holds half a surrogate pair");
            return "";
        }
    }
}

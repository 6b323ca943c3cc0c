namespace Stemma.Presentation;

/// <summary>The JSON Schema (2020-12) of dossier.json, as it is published in docs/dossier.schema.json.</summary>
public static class DossierSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text() => Resource.Text("dossier.schema.json");
}

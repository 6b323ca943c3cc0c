namespace Stemma.Library.Corpus;

/// <summary>Which members of a JSON line hold what.</summary>
/// <param name="Id">A string or a number; a document without one is called after its file and line.</param>
/// <param name="Text">The text, a string.</param>
/// <param name="Title">A heading for people, a string; may be missing.</param>
public sealed record CorpusFields(string Id = "id", string Text = "text", string Title = "title");

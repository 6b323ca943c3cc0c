namespace Stemma.Stories.Clustering;

/// <summary>A text to be put to the story it belongs to.</summary>
/// <param name="Id">Its id; differs for every text.</param>
/// <param name="Title">Its headline, empty where it has none.</param>
/// <param name="Text">Its text, with or without the headline.</param>
/// <param name="Day">The day it was published, null where it is not known.</param>
public sealed record StoryText(string Id, string Title, string Text, DateOnly? Day);

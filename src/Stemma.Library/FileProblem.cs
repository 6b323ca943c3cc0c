namespace Stemma.Library;

/// <summary>Something about the files that the person who gave them should know.</summary>
/// <param name="Name">The file or folder as it was given.</param>
/// <param name="Why">What is wrong and what to do.</param>
/// <param name="IsUnread">True where a report could not be read for it, false where all was read and this is a note.</param>
public sealed record FileProblem(string Name, string Why, bool IsUnread)
{
    /// <summary>"NAME: what is wrong; what to do".</summary>
    public override string ToString() => $"{Name}: {Why}";
}
